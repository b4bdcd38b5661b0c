"""Who comes back lower than they sat is asked to sit up before slouching is told: the desk may have
been raised meanwhile, and the camera on it.
"""

from dataclasses import replace

import pytest

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.doubt_after_leaving import DoubtAfterLeaving
from formcheck.desk.posture import Posture, PostureState
from formcheck.desk.watch import DeskWatch
from formcheck.texts.texts import load_texts
from tests.desk.films import (
    AWAY,
    BACK,
    DOWN,
    LOWER,
    RIGHT,
    SIT,
    SLOUCHED,
    UP,
    VIEWS,
    Film,
    Part,
    watched,
)
from tests.desk.sitters import LEANING, STANDING, UPRIGHT

SITS = replace(SIT, seconds=20)
LEAVES = Part(None, seconds=70, truth=AWAY)
AT_THE_RAISED_DESK = Part(
    replace(STANDING, hip=(STANDING.hip[0], UPRIGHT.hip[1] + 30)), seconds=60, truth=AWAY
)
"""Somebody who stands, and whose camera has come up by more than they have."""

SEEN_FROM = ["side, legs hidden", "half-turned", "front"]


@pytest.mark.parametrize("view", SEEN_FROM)
def test_a_desk_raised_while_nobody_was_there_is_no_slouch(view: str) -> None:
    film = Film([SITS, LEAVES, AT_THE_RAISED_DESK, LEAVES, SITS])

    found = watched(film.seen_from(VIEWS[view]))

    assert SLOUCHED not in found.said
    assert found.seconds[DOWN] == 0


def test_who_came_back_and_sat_up_once_is_told_of_slouching() -> None:
    leans = Part(LEANING, seconds=60, truth=DOWN)
    film = Film([SITS, LEAVES, SITS, leans], said=[BACK, SLOUCHED])

    found = watched(film)

    assert found.said_right
    assert found.off <= 0.05


@pytest.mark.parametrize("view", SEEN_FROM)
def test_who_comes_back_bent_is_asked_to_sit_up_and_slouched_until_then(view: str) -> None:
    bent = Part(LEANING, seconds=120, truth=DOWN)
    film = Film([SITS, LEAVES, bent, SIT], said=[BACK, LOWER, RIGHT])

    found = watched(film.seen_from(VIEWS[view]))

    assert found.said_right, found.said
    assert found.off <= 0.05


def test_who_stays_lower_is_asked_once() -> None:
    film = Film([SITS, LEAVES, Part(LEANING, seconds=900, truth=DOWN)], said=[BACK, LOWER])

    found = watched(film)

    assert found.said_right, found.said
    assert found.seconds[DOWN] == 0


@pytest.mark.parametrize("pictures", ["lost", "none, as the computer sleeps"])
def test_a_desk_raised_while_no_pictures_come_is_no_slouch(pictures: str) -> None:
    watch = DeskWatch(desk_exercise(load_texts()), break_every_s=3000.0, remind_every_s=300.0)
    watch.take_baseline(0.0)
    told = []
    for second in range(150):
        if 60 <= second < 90:
            if pictures == "lost":
                watch.update_unseen(float(second))
            continue
        figure = LEANING if second >= 90 else UPRIGHT
        told.append(watch.update(figure.pose(float(second))).reminder)

    assert [one.kind for one in told if one] == [LOWER]
    assert watch.spent.seconds[DOWN] == 0


def seen(*postures: tuple[Posture, int], out_now: bool = False) -> tuple[Posture, bool]:
    """What the last of some stretches of seconds is told as, and whether they are asked to sit up;
    after they sat well, and left.
    """
    doubt, now, time_s = DoubtAfterLeaving(), PostureState(UP), 0
    for posture, seconds in ((UP, 5), (AWAY, 5), *postures):
        for _ in range(seconds):
            state = PostureState(posture, out_now=out_now)
            now = doubt.update(float(time_s), state, here=posture is not AWAY)
            time_s += 1
    return now.posture, doubt.lower


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ([(DOWN, 5)], (Posture.UNKNOWN, False)),
        ([(DOWN, 60)], (Posture.UNKNOWN, True)),
        ([(DOWN, 60), (UP, 1), (DOWN, 1)], (Posture.UNKNOWN, True)),
        ([(DOWN, 60), (UP, 5)], (UP, False)),
        ([(DOWN, 60), (UP, 5), (DOWN, 5)], (DOWN, False)),
        ([(UP, 5), (DOWN, 60)], (DOWN, False)),
        ([(UP, 5), (AWAY, 5), (DOWN, 5)], (Posture.UNKNOWN, False)),
    ],
    ids=["at first", "asked", "one look", "sits up", "and slouches", "came back well", "again"],
)
def test_when_it_is_doubted(since: list[tuple[Posture, int]], told: tuple[Posture, bool]) -> None:
    assert seen(*since) == told


def test_a_fault_that_has_only_begun_is_no_proof() -> None:
    assert seen((UP, 5), (DOWN, 5), out_now=True)[0] is Posture.UNKNOWN
