"""How the camera moved is told by the background, and a camera that stands still never moves."""

from collections.abc import Callable
from functools import cache

import cv2
import numpy as np
import pytest

from formcheck.video.background.camera_watch import CameraWatch
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.frame import Frame, Image
from tests.video.moving_camera import (
    CUT,
    Aim,
    Path,
    nudge,
    pan,
    roll,
    seen,
    still,
    sway,
    tremor,
    zoom,
)

WIDTH, HEIGHT = 372, 279
"""Of the room; the camera sees 320 by 240 of it."""

RATE = 15


@cache
def room(number: int = 1) -> Image:
    """A wall with furniture, and a floor, with some texture."""
    generator = np.random.default_rng(number)
    image = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    image[:185], image[185:] = generator.integers(120, 220, 3), generator.integers(60, 150, 3)
    for _ in range(14):
        left, top = (int(generator.integers(0, size)) for size in (WIDTH - 30, HEIGHT - 75))
        right, bottom = (start + int(generator.integers(12, 65)) for start in (left, top))
        colour = tuple(int(part) for part in generator.integers(20, 250, 3))
        cv2.rectangle(image, (left, top), (right, bottom), colour, -1)
    grain = cv2.GaussianBlur(generator.normal(0, 25, image.shape).astype(np.float32), (0, 0), 1)
    return np.asarray(np.clip(image + grain, 0, 255), np.uint8)


def with_body(image: Image, time_s: float, size: float = 1.0) -> Image:
    """Somebody on the floor who goes up and down once in two seconds."""
    x, y = 185, round(200 - 22 * np.sin(np.pi * time_s))
    image = image.copy()
    cv2.ellipse(image, (x, y), (round(85 * size), round(19 * size)), 0, 0, 360, (30, 60, 150), -1)
    for stripe in range(-4, 5):
        at = (x + round(17 * stripe * size), y)
        cv2.circle(image, at, round(5 * size), (220, 180, 90), -1)
    return image


BODY = np.array([[65, 130], [255, 130], [255, 220], [65, 220]], np.float32)
"""Round that body in the camera's picture, wherever it looks."""


def followed(
    path: Path,
    seconds: float = 6.0,
    scene: Callable[[float], Image] | None = None,
    body: np.ndarray | None = BODY,
    size: tuple[int, int] | None = None,
) -> list[CameraMotion]:
    watch, motions = CameraWatch(), []
    for number in range(round(seconds * RATE)):
        time_s = number / RATE
        image = scene(time_s) if scene else with_body(room(), time_s)
        frame = Frame(seen(image, path(time_s), size), time_s, number)
        motions.append(watch.update(frame, body if number else None))
    return motions


def off(motion: CameraMotion, aim: Aim, first: Aim) -> float:
    """Pixels by which it is wrong at the worst of nine places of a 320 × 240 picture."""
    places = np.array([(x, y) for x in (50, 160, 270) for y in (40, 120, 200)], float)
    there = _in_room(places, aim)
    return float(
        np.linalg.norm(motion.in_first(places, 320, 240) - _in_picture(there, first), axis=1).max()
    )


def _turn(degrees: float) -> np.ndarray:
    sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[cosine, -sine], [sine, cosine]])


def _middle(aim: Aim) -> np.ndarray:
    return np.array([WIDTH * (0.5 + aim.right), HEIGHT * (0.5 + aim.down)])


def _in_room(places: np.ndarray, aim: Aim) -> np.ndarray:
    return np.asarray((places - (160, 120)) / aim.zoom @ _turn(aim.roll).T + _middle(aim))


def _in_picture(there: np.ndarray, aim: Aim) -> np.ndarray:
    return np.asarray((there - _middle(aim)) @ _turn(aim.roll) * aim.zoom + (160, 120))


MOVES = {
    "a hand's sway": sway(0.03, 1.0),
    "a wide slow sway": sway(0.06, 0.3),
    "a quick one": sway(0.02, 2.2),
    "a tremor": tremor(0.01),
    "zooming in": zoom(1.2, 1, 3),
    "zooming out": zoom(1 / 1.15, 1, 4),
    "a jump of the zoom": zoom(1.12, 2, 2.2),
    "a pan": pan(0.13, 1, 5),
    "a nudge": nudge(Aim(0.01, 0.045), 3),
    "a nudge up": nudge(Aim(-0.05, -0.05), 2.5),
    "turning": roll(6, 1, 4),
    "turning the other way": roll(-4, 2, 2.4),
}


@pytest.mark.parametrize("path", MOVES.values(), ids=MOVES.keys())
def test_a_moving_camera_is_followed(path: Path) -> None:
    motions = followed(path)
    assert motions[-1].is_none is False or path in (MOVES["a hand's sway"], MOVES["a tremor"])
    assert any(not motion.is_none for motion in motions)
    wrong = [off(motion, path(number / RATE), path(0)) for number, motion in enumerate(motions)]
    begun = next(number for number, motion in enumerate(motions) if not motion.is_none)
    # Until it is known, no more than what is let pass; some pictures later where it jumps.
    assert max(wrong[: max(begun - 2, 0)], default=0.0) < 4.0
    assert np.quantile(wrong[begun:], 0.95) < 0.8
    assert all(motion.known for motion in motions)


def test_a_camera_on_a_stand_never_moves() -> None:
    assert followed(still) == [STILL] * (6 * RATE)


def noisy(strength: float) -> Callable[[float], Image]:
    generator = np.random.default_rng(3)
    empty = room()

    def scene(time_s: float) -> Image:
        image = with_body(empty, time_s)
        return np.asarray(
            np.clip(image + generator.normal(0, strength, image.shape), 0, 255), np.uint8
        )

    return scene


def flickering(time_s: float) -> Image:
    """The sun comes and goes."""
    gain = 1 + 0.25 * np.sin(2.3 * time_s)
    return np.asarray(np.clip(with_body(room(), time_s) * gain, 0, 255), np.uint8)


def shadowed(time_s: float) -> Image:
    """A broad shadow goes over the room."""
    image = with_body(room(), time_s).astype(np.float32)
    edge = round(60 * time_s)
    shade = np.clip((np.arange(WIDTH) - edge) / 30, 0, 1)[None, :, None] * 0.4 + 0.6
    return np.asarray(image * shade, np.uint8)


def passed_by(time_s: float) -> Image:
    """Somebody in a striped shirt walks past, near the camera."""
    image, left = with_body(room(), time_s), round(-75 + 85 * time_s)
    for stripe in range(20):
        top, colour = 14 * stripe, (200, 40, 40) if stripe % 2 else (240, 240, 230)
        cv2.rectangle(image, (left, top), (left + 115, top + 14), colour, -1)
    return image


def filled(time_s: float) -> Image:
    """A body that fills most of the picture."""
    return with_body(room(), time_s, size=1.8)


SCENES = {
    "noise": noisy(6),
    "much noise": noisy(15),
    "exposure": flickering,
    "a shadow": shadowed,
    "a passer-by": passed_by,
    "a large body": filled,
}


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
@pytest.mark.parametrize("body", [BODY, None], ids=["body known", "body unknown"])
def test_nothing_that_moves_before_it_moves_the_camera(
    scene: Callable[[float], Image], body: np.ndarray | None
) -> None:
    assert set(followed(still, 5.0, scene, body)) == {STILL}


def test_a_room_without_anything_to_see_tells_nothing() -> None:
    plain = np.full((HEIGHT, WIDTH, 3), 128, np.uint8)
    assert set(followed(sway(0.05, 1), 2.0, lambda _: plain)) == {STILL}
    assert set(followed(sway(0.05, 1), 1.0, lambda _: plain[:30, :40])) == {STILL}


def test_a_sway_of_a_few_pixels_is_let_pass() -> None:
    """It changes no measure by more than its error."""
    assert set(followed(sway(0.003, 1.0))) == {STILL}


def test_a_caption_stands_still_though_the_camera_moves() -> None:
    """A clock in a corner has corners too."""
    watch, path, last = CameraWatch(), sway(0.04, 0.8), STILL
    for number in range(3 * RATE):
        image = seen(with_body(room(), number / RATE), path(number / RATE))
        cv2.putText(image, "12:31", (10, 25), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (255, 255, 255), 2)
        last = watch.update(Frame(image, number / RATE, number), BODY)
        if number > RATE:
            assert off(last, path(number / RATE), path(0)) < 1 or last.is_none
    assert not last.is_none


def test_what_is_moved_too_far_is_unknown_and_then_begins_anew() -> None:
    """Somebody carries the phone to its place, and there it stands."""
    wandering, standing = room(5), room(9)

    def scene(time_s: float) -> Image:
        return wandering if time_s < 2 else standing

    def path(time_s: float) -> Aim:
        return sway(0.05, 0.7)(time_s) if time_s < 2 else Aim()

    watch, motions, restarts = CameraWatch(), [], []
    for number in range(7 * RATE):
        time_s = number / RATE
        frame = Frame(seen(scene(time_s), path(time_s)), time_s, number)
        motions.append(watch.update(frame, None))
        restarts.append(watch.restarts)
    assert not motions[round(2.5 * RATE)].known
    assert restarts[2 * RATE] == 0
    assert restarts[-1] == 1
    assert motions[-1] == STILL


def test_portrait_and_large_pictures_do_as_well() -> None:
    path = nudge(Aim(0.0, 0.05), 1)
    for width, height in ((320, 240), (1280, 960)):
        motion = followed(path, 2.0, body=None, size=(width, height))[-1]
        assert motion.down == pytest.approx(-0.05 * height / CUT, abs=0.004 * width)
        assert motion.right == pytest.approx(0, abs=0.002 * width)


def test_pictures_of_another_size_begin_anew() -> None:
    watch, path = CameraWatch(), nudge(Aim(0.0, 0.05), 0.5)
    for number, size in enumerate([(320, 240)] * RATE + [(240, 320)] * 3 + [(320, 240)] * 3):
        image = seen(room(), path(number / RATE), size)
        last = watch.update(Frame(image, number / RATE, number), None)
        assert watch.restarts == (number >= RATE)
    assert last == STILL


def test_in_first_and_in_this_undo_each_other() -> None:
    motion = CameraMotion(12.0, -7.0, 5.0, 1.1)
    points = np.array([[0.0, 0.0], [100.0, 50.0], [640.0, 480.0]])
    there = motion.in_first(points, 640, 480)
    assert motion.in_this(there, 640, 480) == pytest.approx(points)
    assert CameraMotion(zoom=2.0).in_first(np.array([420.0, 240.0]), 640, 480) == pytest.approx(
        [370, 240]
    )
    # What leans clockwise leaned less before.
    right = CameraMotion(roll=90.0).in_this(np.array([420.0, 240.0]), 640, 480)
    assert right == pytest.approx([320, 340])


def test_a_still_camera_leaves_points_exactly_as_they_are() -> None:
    points = np.array([[0.1, 0.2]])
    assert STILL.in_first(points, 640, 480) is points


@pytest.mark.parametrize("rate", [30, 60])
def test_with_many_pictures_a_second_a_nudge_is_noticed_as_soon(rate: int) -> None:
    """While the camera stands still not every picture is looked at."""
    watch, path, at_s = CameraWatch(), MOVES["a nudge"], 3
    noticed_s = None
    for number in range(4 * rate):
        time_s = number / rate
        image = seen(with_body(room(), time_s), path(time_s), None)
        motion = watch.update(Frame(image, time_s, number), BODY if number else None)
        if noticed_s is None and not motion.is_none:
            noticed_s = time_s
    assert noticed_s is not None
    assert at_s <= noticed_s <= at_s + 0.07
