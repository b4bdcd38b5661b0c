"""What people do at a desk: no word for what lasts under its time, none missed, and the minutes as
they were. `python -m tests.desk` prints all of it as a table.
"""

import pytest

from tests.desk.films import (
    DOWN,
    FILMS,
    OFF,
    SUNK_BEHIND_A_DESK,
    UP,
    VIEWS,
    Film,
    Part,
    watched,
)
from tests.desk.sitters import HEAD_POKING, UPRIGHT

SHORT_S = 240
"""Longer films are for who has the time."""

SEEN = [(film, view) for film in FILMS for view in VIEWS]
SHORT = [
    (film, view)
    for film, view in SEEN
    if FILMS[film].whole_s <= SHORT_S and view not in ("side", "side, off by 20")
]


def check(film: str, view: str) -> None:
    found = watched(FILMS[film].seen_from(VIEWS[view]))
    assert found.said_right, found.said
    assert found.off <= OFF, found.seconds


@pytest.mark.parametrize(("film", "view"), SHORT)
def test_what_is_said_and_the_minutes(film: str, view: str) -> None:
    check(film, view)


@pytest.mark.slow
@pytest.mark.parametrize(("film", "view"), [one for one in SEEN if one not in SHORT])
def test_what_is_said_and_the_minutes_of_the_others(film: str, view: str) -> None:
    check(film, view)


def test_who_sinks_behind_a_desk_is_told() -> None:
    found = watched(SUNK_BEHIND_A_DESK.seen_from(VIEWS["side, legs hidden"]))
    assert found.said_right, found.said


def test_from_the_front_a_head_that_pokes_a_little_is_not_told_and_not_counted() -> None:
    """It can't be seen from there, and the watch says so when it begins."""
    film = Film([Part(UPRIGHT, seconds=60), Part(HEAD_POKING, seconds=60, truth=DOWN)])
    found = watched(film.seen_from(VIEWS["front"]))
    assert found.said == []
    assert found.seconds[UP] <= 60 + OFF * 120
