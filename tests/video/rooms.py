"""Films of a person in a room, drawn picture by picture, as somebody might film and cut them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

import cv2
import numpy as np

from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame, Image

RATE = 30
WIDTH, HEIGHT = 320, 180

Film = list[Image]


def room(number: int, person: tuple[float, float] | None = (0.5, 0.7)) -> Image:
    """A room with walls, furniture and somebody lying in it.

    person: middle of the body as shares of the width and the height.
    """
    image = _empty_room(number).copy()
    if person is not None:
        x, y = round(person[0] * WIDTH), round(person[1] * HEIGHT)
        cv2.ellipse(image, (x, y), (70, 14), 0, 0, 360, (30, 60, 150), -1)
        cv2.circle(image, (x - 80, y - 4), 12, (210, 170, 140), -1)
    return image


@cache
def _empty_room(number: int) -> Image:
    generator = np.random.default_rng(number)
    image = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    image[:120], image[120:] = generator.integers(90, 220, 3), generator.integers(60, 160, 3)
    for _ in range(7):
        left, top = int(generator.integers(0, WIDTH - 60)), int(generator.integers(0, 110))
        right, bottom = (
            left + int(generator.integers(15, 70)),
            top + int(generator.integers(10, 60)),
        )
        colour = tuple(int(part) for part in generator.integers(30, 240, 3))
        cv2.rectangle(image, (left, top), (right, bottom), colour, -1)
    return image


def lying(number: int, seconds: float, still: bool = False, rate: float = RATE) -> Film:
    """Somebody who goes up and down twice in three seconds, or lies still."""
    times = np.arange(round(seconds * rate)) / rate
    up = 0.0 * times if still else 0.04 * np.sin(2 * np.pi * times / 1.5)
    return [room(number, (0.5, 0.7 - rise)) for rise in up]


def plain(seconds: float, brightness: int = 0) -> Film:
    return [np.full((HEIGHT, WIDTH, 3), brightness, np.uint8)] * round(seconds * RATE)


def title(seconds: float) -> Film:
    card = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    cv2.putText(card, "Day 2", (90, 100), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (240, 240, 240), 4)
    return [card] * round(seconds * RATE)


def dissolved(before: Film, after: Film, seconds: float) -> Film:
    """The one goes over into the other, both of them going on meanwhile."""
    frames = round(seconds * RATE)
    shares = np.arange(1, frames + 1) / (frames + 1)
    mixed = [
        cv2.addWeighted(old, 1 - share, new, share, 0).astype(np.uint8)
        for old, new, share in zip(before[-frames:], after[:frames], shares, strict=True)
    ]
    return [*before[:-frames], *mixed, *after[frames:]]


def slid(before: Film, after: Film, seconds: float) -> Film:
    """The one pushes the other out to the left."""
    frames = round(seconds * RATE)
    columns = [round(WIDTH * number / (frames + 1)) for number in range(1, frames + 1)]
    pushed = [
        np.concatenate([old[:, column:], new[:, :column]], axis=1)
        for old, new, column in zip(before[-frames:], after[:frames], columns, strict=True)
    ]
    return [*before[:-frames], *pushed, *after[frames:]]


def seen_by(film: Film, camera: Callable[[int], np.ndarray]) -> Film:
    """The film as a camera sees it that moves: camera gives 2 × 3 for each frame's number."""
    return [
        cv2.warpAffine(
            image, camera(number), (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT
        ).astype(np.uint8)
        for number, image in enumerate(film)
    ]


def moved(right: float, down: float = 0.0, times: float = 1.0) -> np.ndarray:
    """The picture moved by so many pixels, and larger about its middle."""
    middle = np.array([WIDTH / 2, HEIGHT / 2]) * (1 - times) + (right, down)
    return np.array([[times, 0, middle[0]], [0, times, middle[1]]])


def noisy(film: Film, strength: float) -> Film:
    generator = np.random.default_rng(7)
    return [
        np.clip(image + generator.normal(0, strength, image.shape), 0, 255).astype(np.uint8)
        for image in film
    ]


def exposed(film: Film, gains: Sequence[float]) -> Film:
    return [
        np.clip(image * gain, 0, 255).astype(np.uint8)
        for image, gain in zip(film, gains, strict=True)
    ]


def frames(film: Iterable[Image], times_s: Sequence[float] | None = None) -> list[Frame]:
    """Frames at RATE a second, or at the given times."""
    return [
        Frame(image, number / RATE if times_s is None else times_s[number], number)
        for number, image in enumerate(film)
    ]


def cuts(film: Iterable[Image], times_s: Sequence[float] | None = None) -> list[int]:
    """The numbers of the frames with which a take begins."""
    found = list(in_takes(frames(film, times_s)))
    return [after.index for before, after in pairwise(found) if after.take != before.take]
