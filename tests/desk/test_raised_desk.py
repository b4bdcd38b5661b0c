"""A desk that goes up with the camera on it: in the picture who stands sinks to where they sat."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from formcheck.desk.posture import Who
from formcheck.desk.raised_desk import RaisedDesk
from formcheck.desk.sitting_posture import Stature
from formcheck.texts.texts import load_texts
from tests.desk.films import AWAY, BACK, DOWN, SIT, SLOUCHED, VIEWS, Film, Part, watched
from tests.desk.sitters import LEANING, STANDING, UPRIGHT

UP_S = 12
"""A desk takes so long for the 40 cm between sitting and standing."""

BY_PX = UPRIGHT.hip[1] - STANDING.hip[1]


def standing(up: float) -> Part:
    """A second of standing, with the desk up by this share of the way."""
    x, y = STANDING.hip
    return Part(replace(STANDING, hip=(x, y + up * BY_PX)), seconds=1, truth=AWAY)


GOES_UP = [standing(second / UP_S) for second in range(UP_S)]
STANDS_AT_IT = replace(standing(1.0), seconds=240)


@pytest.mark.parametrize("view", ["side, legs hidden", "half-turned", "front"])
def test_who_works_standing_is_not_told_of_slouching_and_has_had_a_break(view: str) -> None:
    film = Film([SIT, *GOES_UP, STANDS_AT_IT, *GOES_UP[::-1], SIT], said=[BACK])

    one = watched(film.seen_from(VIEWS[view]))

    assert one.said_right
    assert one.off <= 0.05


def test_who_sits_down_again_is_watched_as_before() -> None:
    stands = Part(STANDING, seconds=90, truth=AWAY)
    film = Film([SIT, stands, SIT, Part(LEANING, seconds=90, truth=DOWN)], said=[BACK, SLOUCHED])

    assert watched(film.seen_from(VIEWS["side, legs hidden"])).said_right


def after(
    heights: Sequence[float | None], size: Sequence[float] = (), every_s: float = 1.0
) -> tuple[Who, bool]:
    """Who the last of some looks shows, which are so far above how they sat; None for nobody."""
    desk, who = RaisedDesk(), Who.SAME
    sizes = size or [300.0] * len(heights)
    for number, (height, metre) in enumerate(zip(heights, sizes, strict=True)):
        if height is None:
            who = desk.who(number * every_s, Who.OTHER, None)
        else:
            seen = Who.STANDING if height > 0.3 else Who.SAME
            who = desk.who(number * every_s, seen, Stature(height, metre))
    return who, desk.raised


def evenly(start: float, end: float, looks: int) -> list[float]:
    """Heights from one to the other."""
    return [start + (end - start) * one / (looks - 1) for one in range(looks)]


SITS, STANDS = [0.0] * 5, [0.7] * 5


@pytest.mark.parametrize(
    ("down", "raised"),
    [
        (evenly(0.7, 0.1, 12), True),
        ([*evenly(0.7, 0.1, 12), *SITS], True),
        (evenly(0.7, 0.0, 2), False),
        (evenly(0.7, 0.0, 5), False),
        ([*evenly(0.7, 0.5, 6), 0.1], False),
        ([None] * 5 + [0.1], False),
        ([*evenly(0.7, 0.1, 12), *evenly(0.1, 0.7, 12), 0.35, 0.0], False),
        ([*evenly(0.7, 0.1, 12), *[None] * 20, 0.1], True),
        ([*evenly(0.7, 0.1, 12), *[None] * 90, 0.1], False),
    ],
    ids=[
        "goes up",
        "and stays",
        "sits down",
        "sits down with care",
        "slumps, and sits down",
        "wasn't seen sitting down",
        "goes up and down, and they sit down",
        "fetches something",
        "a break",
    ],
)
def test_it_is_told_by_how_quickly_they_sink(down: list[float | None], raised: bool) -> None:
    who, is_raised = after([*SITS, *STANDS, *down])

    assert is_raised is raised
    assert who is (Who.STANDING if raised else Who.SAME)


def test_who_steps_back_from_the_camera_is_no_raised_desk() -> None:
    steps = evenly(0.7, 0.28, 12)
    sizes = [300.0] * 10 + [300.0 * height / 0.7 for height in steps]

    assert after([*SITS, *STANDS, *steps], sizes) == (Who.SAME, False)


def test_it_is_told_and_what_to_do_where_it_is_wrong() -> None:
    assert "type b and Enter" in load_texts().text("desk.raised")
