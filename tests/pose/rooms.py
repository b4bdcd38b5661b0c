"""Pictures without anybody: empty rooms, furniture, noise and textures."""

from collections.abc import Iterator

import cv2
import numpy as np

from formcheck.video.frame import Image

WIDTH, HEIGHT = 1280, 720


def rooms_without_anybody() -> Iterator[tuple[str, Image]]:
    """Named pictures, always the same ones."""
    generator = np.random.default_rng(0)
    yield "dark", np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    yield "bright", np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    yield "noise", generator.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
    for number in range(4):
        grain = generator.integers(0, 256, (9 << number, 16 << number, 3), np.uint8)
        texture = cv2.resize(grain, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
        yield f"texture {number}", np.asarray(texture)
    for number in range(12):
        yield f"room {number}", _room(generator)


def _room(generator: np.random.Generator) -> Image:
    """Wall and floor in perspective, a window, a door, a mat, a ball, a chair and a lamp."""
    wall, floor, wood = (tuple(map(int, generator.integers(60, 220, 3))) for _ in range(3))
    horizon = int(generator.integers(380, 520))
    room = np.full((HEIGHT, WIDTH, 3), wall, np.uint8)
    room[horizon:] = floor
    for x in range(-600, WIDTH + 600, 90):
        shade = tuple(int(channel * 0.9) for channel in floor)
        cv2.line(room, (640 + (x - 640) // 3, horizon), (x, HEIGHT), shade, 2)
    left = int(generator.integers(50, 900))
    cv2.rectangle(room, (left, 60), (left + 260, 260), (230, 240, 250), -1)
    cv2.line(room, (left + 130, 60), (left + 130, 260), wood, 8)
    door = int(generator.integers(0, 1100))
    cv2.rectangle(room, (door, 120), (door + 130, horizon), wood, -1)
    mat = int(generator.integers(100, 700))
    corners = [(mat, 620), (mat + 420, 620), (mat + 480, 690), (mat - 40, 690)]
    cv2.fillPoly(
        room, [np.array(corners, np.int32)], tuple(map(int, generator.integers(0, 200, 3)))
    )
    ball = (int(generator.integers(100, 1180)), horizon + 20)
    cv2.circle(room, ball, int(generator.integers(40, 90)), (40, 40, 50), -1)
    _chair(room, int(generator.integers(100, 1100)), horizon, wood)
    lamp = int(generator.integers(50, 1200))
    cv2.line(room, (lamp, 240), (lamp, horizon + 40), (30, 30, 30), 8)
    cv2.ellipse(room, (lamp, 240), (50, 30), 0, 180, 360, (240, 230, 180), -1)
    return np.asarray(cv2.GaussianBlur(room, (5, 5), 0), np.uint8)


def _chair(room: Image, x: int, y: int, colour: tuple[int, ...]) -> None:
    dark = tuple(int(channel * 0.6) for channel in colour)
    cv2.rectangle(room, (x, y - 130), (x + 16, y + 110), dark, -1)
    cv2.rectangle(room, (x, y), (x + 120, y + 18), dark, -1)
    cv2.rectangle(room, (x + 104, y), (x + 120, y + 110), dark, -1)
