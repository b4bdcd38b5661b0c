"""A drawn person whom the pose model finds, so that speed is measured on the whole of its work."""

import cv2
import numpy as np

from formcheck.video.frame import Image

WALL, FLOOR = (205, 205, 200), (150, 130, 110)
SKIN, SHIRT, TROUSERS, DARK = (224, 180, 150), (40, 80, 160), (50, 50, 60), (40, 30, 25)

Pixel = tuple[int, int]


def draw_person() -> Image:
    """Someone who stands in front of a wall, 1280 × 720 pixels."""
    image = np.full((720, 1280, 3), WALL, np.uint8)
    cv2.rectangle(image, (0, 600), (1280, 720), FLOOR, -1)
    for side in (-1, 1):
        _line(image, (640 + 30 * side, 360), (640 + 45 * side, 500), TROUSERS, 48)
        _line(image, (640 + 45 * side, 500), (640 + 50 * side, 640), TROUSERS, 38)
        _line(image, (640 + 60 * side, 655), (640 + 72 * side, 655), DARK, 24)
    trunk = np.array([[575, 190], [705, 190], [690, 370], [590, 370]])
    cv2.fillPoly(image, [trunk], SHIRT, cv2.LINE_AA)
    for side in (-1, 1):
        _line(image, (640 + 65 * side, 205), (640 + 100 * side, 300), SHIRT, 36)
        _line(image, (640 + 100 * side, 300), (640 + 115 * side, 390), SKIN, 26)
    _line(image, (640, 190), (640, 160), SKIN, 36)
    cv2.ellipse(image, (640, 120), (38, 50), 0, 0, 360, SKIN, -1, cv2.LINE_AA)
    cv2.ellipse(image, (640, 92), (40, 28), 0, 180, 360, DARK, -1, cv2.LINE_AA)
    for side in (-1, 1):
        cv2.circle(image, (640 + 14 * side, 115), 4, DARK, -1, cv2.LINE_AA)
    _line(image, (632, 145), (648, 145), (150, 60, 60), 3)
    return image


def _line(image: Image, start: Pixel, end: Pixel, colour: tuple[int, int, int], width: int) -> None:
    cv2.line(image, start, end, colour, width, cv2.LINE_AA)
