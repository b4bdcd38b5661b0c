"""A recording is cut where its picture is suddenly that of another moment, and nowhere else."""

from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np
import pytest

from formcheck.video.cuts.cuts import CutSettings
from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Image
from formcheck.video.thumbnail import ThumbnailSettings, change, thumbnail
from tests.video.rooms import (
    HEIGHT,
    RATE,
    WIDTH,
    Film,
    cuts,
    dissolved,
    exposed,
    frames,
    lying,
    moved,
    noisy,
    plain,
    room,
    seen_by,
    slid,
    title,
)

SETTLES = round(0.6 * RATE)
"""Frames within which the end of a transition is known."""


def sways(number: int) -> np.ndarray:
    """A hand: three per cent of the height to and fro, about once a second."""
    return moved(5 * np.sin(number / 5), 4 * np.sin(number / 3.7))


def test_frames_pass_as_they_are() -> None:
    given = frames(lying(1, 1.0))
    taken = list(in_takes(given))
    assert [frame.index for frame in taken] == list(range(len(given)))
    assert all(new.image is old.image for new, old in zip(taken, given, strict=True))
    assert {frame.take for frame in taken} == {0}


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_short_recording_is_one_take(number: int) -> None:
    assert [frame.take for frame in in_takes(frames(lying(1, 1.0)[:number]))] == [0] * number


def test_another_room_is_another_take() -> None:
    assert cuts(lying(1, 2.0) + lying(2, 2.0)) == [60]


@pytest.mark.parametrize("at", [(0.5, 0.55), (0.35, 0.75), (0.62, 0.66)])
def test_so_is_somebody_who_lies_elsewhere_all_at_once(at: tuple[float, float]) -> None:
    """Two films of one camera that hasn't moved: only the person jumps."""
    assert cuts(lying(1, 2.0, still=True) + [room(1, at)] * 60) == [60]


def test_each_of_several_cuts_begins_a_take() -> None:
    film = lying(1, 1.0) + lying(2, 0.5) + lying(3, 1.0) + lying(1, 1.0)
    assert cuts(film) == [30, 45, 75]


@pytest.mark.parametrize("at", [1, 2, 118, 119])
def test_a_cut_may_lie_next_to_the_beginning_or_the_end(at: int) -> None:
    assert cuts((lying(1, 4.0)[:at] + lying(2, 4.0))[:120]) == [at]


def test_a_cut_is_found_while_the_camera_sways() -> None:
    assert cuts(seen_by(lying(1, 2.0) + lying(2, 2.0), sways)) == [60]


def test_a_cut_is_found_in_the_noise_of_a_dim_room() -> None:
    film = exposed(lying(1, 2.0) + lying(2, 2.0), [0.15] * 120)
    assert cuts(noisy(film, 10)) == [60]


def test_a_cut_is_found_where_pictures_are_stored_several_times() -> None:
    film = [image for image in lying(1, 2.0, rate=10) + lying(2, 2.0, rate=10) for _ in range(6)]
    assert cuts(film, [number / 60 for number in range(len(film))]) == [120]


def hurrying(place: tuple[float, float], seconds: float, rate: float) -> Film:
    """Somebody who goes far to and fro once a second."""
    middle, height = place
    times = np.arange(round(seconds * rate)) / rate
    return [room(1, (middle + 0.2 * np.sin(2 * np.pi * time_s), height)) for time_s in times]


def test_a_cut_is_found_between_two_who_move_fast_in_one_room_at_few_pictures_a_second() -> None:
    film = hurrying((0.45, 0.75), 4.0, rate=10) + hurrying((0.75, 0.4), 4.0, rate=10)
    assert cuts(film, [number / 10 for number in range(80)]) == [40]


def stained(image: Image, seed: int, strength: float) -> Image:
    """A picture with broad stains, as of a block that came damaged. strength: grey levels."""
    coarse = np.random.default_rng(seed).normal(0, strength, (6, 8))
    stains = cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(image + stains[..., None], 0, 255), np.uint8)


def test_a_damaged_picture_that_heals_in_steps_is_no_cut() -> None:
    """Its last step is a little less than a cut would be; stains stay to the end of the film."""
    film = lying(1, 4.0, still=True)
    healing = [(1, 18.0), (2, 11.0), *[(2, 6.0)] * (len(film) - 62)]
    damaged = [stained(image, *how) for image, how in zip(film[60:], healing, strict=True)]
    steps = [change(thumbnail(one), thumbnail(two)) for one, two in pairwise(film[59:60] + damaged)]
    assert min(steps[:2]) > 0.2
    assert 3 < steps[1] / steps[2] < 4
    assert cuts(film[:60] + damaged) == []


@pytest.mark.parametrize("between", [plain(1.0), plain(1.0, 255), title(1.0)], ids=str.__call__)
def test_what_stands_between_two_scenes_is_a_take_of_its_own(between: Film) -> None:
    assert cuts(lying(1, 2.0) + between + lying(2, 2.0)) == [60, 90]
    assert cuts(lying(1, 2.0) + between + lying(1, 2.0)) == [60, 90]


def test_a_fade_through_black_ends_in_a_take() -> None:
    falling, rising = np.linspace(1, 0, 30).tolist(), np.linspace(0, 1, 30).tolist()
    out = exposed(lying(1, 1.0), falling)
    back = exposed(lying(2, 1.0), rising)
    found = cuts(lying(1, 2.0) + out + plain(0.3) + back + lying(2, 2.0))
    assert 85 <= found[0] <= 105
    assert all(85 <= number <= 105 for number in found)


@pytest.mark.parametrize("seconds", [0.3, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("after", [2, 3, 4])
def test_a_dissolve_is_a_cut_at_its_end(seconds: float, after: int) -> None:
    found = cuts(dissolved(lying(1, 4.0), lying(after, 5.0), seconds))
    assert len(found) == 1
    assert 120 - SETTLES / 2 <= found[0] <= 120 + SETTLES


@pytest.mark.parametrize("seconds", [0.3, 0.5, 1.0])
def test_so_is_a_slide(seconds: float) -> None:
    found = cuts(slid(lying(1, 4.0), lying(2, 5.0), seconds))
    assert len(found) == 1
    assert 119 <= found[0] <= 120 + SETTLES


def test_a_loop_that_jumps_is_cut_where_it_jumps() -> None:
    loop = lying(1, 1.2)
    assert cuts(loop * 3) == [36, 72]


def test_a_loop_that_closes_is_one_take() -> None:
    assert cuts(lying(1, 1.5) * 3) == []


def walking_past(film: Film, frames_across: int, width: int = 110) -> Film:
    """Somebody large crosses in front of the camera."""
    past = [image.copy() for image in film]
    for number in range(frames_across):
        left = round((WIDTH + width) * number / frames_across) - width
        past[40 + number][20:, max(0, left) : max(0, left + width)] = (40, 35, 60)
    return past


def getting_up(film: Film) -> Film:
    """Out of the picture within half a second."""
    rise = [room(1, (0.5, 0.7 - share)) for share in np.linspace(0, 0.9, RATE // 2)]
    return [*film[:45], *rise, *[room(1, None)] * 60]


def flashing(film: Film, number: int) -> Film:
    return [*film[:60], *plain(number / RATE, 250), *film[60 + number :]]


def late(film: Film, number: int) -> list[float]:
    """Times with half a second missing before a frame."""
    return [one / RATE + (0.5 if one >= number else 0.0) for one in range(len(film))]


STILL, MOVING = lying(1, 4.0, still=True), lying(1, 4.0)


@pytest.mark.parametrize(
    "film",
    [
        MOVING,
        lying(1, 1.0, still=True) + MOVING,
        noisy(STILL, 25),
        noisy(exposed(MOVING, [0.15] * 120), 10),
        seen_by(MOVING, sways),
        seen_by(MOVING, lambda number: moved(0, 0, min(1.2, 1 + number / 300))),
        seen_by(MOVING, lambda number: moved(number / 2)),
        seen_by(STILL, lambda number: moved(9, -7) if number >= 60 else moved(0)),
        exposed(MOVING, [1.0] * 60 + [1.3] * 60),
        exposed(MOVING, list(np.linspace(0.6, 1.1, 120))),
        walking_past(MOVING, 30),
        walking_past(STILL, 12),
        getting_up(STILL),
        flashing(MOVING, 1),
        flashing(STILL, 3),
        [*STILL[:50], *lying(2, 0.1), *STILL[53:]],
        [image for image in lying(1, 4.0, rate=10) for _ in range(6)],
    ],
    ids=[
        "moving",
        "beginning to move",
        "noise",
        "noise in the dark",
        "swaying",
        "zooming in",
        "panning",
        "jolted",
        "exposure jumps",
        "exposure drifts",
        "passer-by",
        "quick passer-by",
        "getting up",
        "flash",
        "three flashes",
        "damaged frames",
        "stored six times",
    ],
)
def test_nothing_else_is_a_cut(film: Film) -> None:
    assert cuts(film) == []


def unevenly_lit(film: Film) -> Film:
    """A room of soft shadows and little else."""
    light = np.random.default_rng(1).normal(size=(HEIGHT, WIDTH)).astype(np.float32)
    soft = cv2.GaussianBlur(light, (0, 0), 25)
    shade = (40 * soft / soft.std())[..., np.newaxis]
    return [np.clip(image / 2 + 64 + shade, 0, 255).astype(np.uint8) for image in film]


def turns(number: int) -> np.ndarray:
    """A hand: by a degree and a half to and fro, once in three seconds."""
    angle = 1.5 * np.sin(2 * np.pi * number / (3 * RATE))
    return cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), angle, 1.15)


def goes_nearer_and_back(number: int) -> np.ndarray:
    """By five per cent, once in three seconds."""
    return moved(0, 0, 1.1 + 0.05 * np.sin(2 * np.pi * number / (3 * RATE)))


@pytest.mark.parametrize("camera", [turns, goes_nearer_and_back])
def test_a_camera_that_moves_slowly_cuts_nothing(camera: Callable[[int], np.ndarray]) -> None:
    """In small pictures all of its pictures are mixtures of those before and after."""
    assert cuts(seen_by(unevenly_lit(lying(1, 4.0, still=True)), camera)) == []


def test_a_gap_in_the_times_is_no_cut_by_itself() -> None:
    film = MOVING[:40] + MOVING[55:]
    assert cuts(film, late(film, 40)) == []


@pytest.mark.parametrize("rate", [1, 2])
def test_pictures_that_are_far_apart_show_no_cut_in_one_room(rate: int) -> None:
    film = STILL[:8] + [room(1, (0.5, 0.45))] * 8
    times_s = [number / rate for number in range(16)]
    assert cuts(film, times_s) == []
    assert cuts(STILL[:8] + lying(2, 1.0)[:8], times_s) == [8]


def test_settings_decide() -> None:
    film = lying(1, 2.0, still=True) + [room(1, (0.5, 0.55))] * 60
    strict = CutSettings(least_change=0.5)
    assert {frame.take for frame in in_takes(frames(film), strict)} == {0}


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (31, 31), (720, 1280)])
def test_thumbnails_are_alike_whatever_the_size(size: tuple[int, int]) -> None:
    generator = np.random.default_rng(3)
    image: Image = generator.integers(0, 255, (*size, 3)).astype(np.uint8)
    side = ThumbnailSettings().side
    assert thumbnail(image).pattern.shape == (side, side, 3)


def test_a_plain_picture_is_blank_and_unlike_any_other() -> None:
    black = thumbnail(np.zeros((HEIGHT, WIDTH, 3), np.uint8))
    grey = thumbnail(np.full((HEIGHT, WIDTH, 3), 90, np.uint8))
    scene = thumbnail(room(1))
    assert black.blank
    assert not scene.blank
    assert change(black, grey) == 0.0
    assert change(black, scene) > CutSettings().scene_change


def passing(seconds: float) -> list[Image]:
    """Somebody moves across the room."""
    count = round(seconds * RATE)
    return [room(1, (0.3 + 0.4 * number / count, 0.6)) for number in range(count)]


@pytest.mark.parametrize("hangs", [6, 12, 20])
def test_a_film_that_hangs_and_goes_on_with_a_jump_is_one_take(hangs: int) -> None:
    film = passing(3.0)
    assert cuts(film[:40] + [film[39]] * hangs + film[40 + hangs :]) == []


def test_a_cut_to_another_room_after_hanging_is_one() -> None:
    film = passing(2.0)
    assert cuts(film[:40] + [film[39]] * 10 + lying(2, 2.0)) == [50]


@pytest.mark.parametrize("fades", [1, 12])
def test_a_large_caption_that_comes_and_goes_cuts_nothing(fades: int) -> None:
    """fades: frames in which it appears and vanishes."""
    film = lying(1, 6.0, still=True)
    for number in range(60, 120):
        share = min(number - 59, 120 - number, fades) / fades
        film[number] = film[number].copy()
        under = film[number][round(0.62 * HEIGHT) : round(0.8 * HEIGHT), 15:-15]
        under[:] = (share * 250.0 + (1 - share) * under).astype(np.uint8)
    assert cuts(film) == []
