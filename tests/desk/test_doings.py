"""What people do at a desk for minutes: no word for what lasts under its time, none missed, and the
minutes as they were.

The people are plain poses that sway a little, a look a second; from the side, with the legs behind
the desk, half-turned, and from the front.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.reminders import ReminderKind
from formcheck.desk.sitting_posture import Posture
from formcheck.desk.watch import DeskWatch
from formcheck.texts.texts import load_texts
from tests.desk.sitters import (
    HEAD_POKING,
    LEANING,
    STANDING,
    UPRIGHT,
    behind_a_desk,
    nobody,
)
from tests.stick_figure import StickFigure

DRINKING = replace(
    UPRIGHT, head=95, upper_arm={"left": 320, "right": 280}, forearm={"left": 100, "right": 0}
)
ON_THE_PHONE = replace(UPRIGHT, head=70, forearm={"left": 80, "right": 0})
AT_THE_OTHER_SCREEN = replace(UPRIGHT, yaw=40)

BASELINE_S = 12
OFF = 0.05
"""Share of the time by which the minutes may differ from what was done."""

SLOUCHED, BACK = ReminderKind.SLOUCHED, ReminderKind.WELCOME_BACK


@dataclass(frozen=True)
class Part:
    """Something that is done for some seconds; figure: None for an empty chair."""

    figure: StickFigure | None
    seconds: int
    truth: Posture = Posture.UPRIGHT


UP, DOWN, AWAY = Posture.UPRIGHT, Posture.SLOUCHED, Posture.AWAY

DOINGS: dict[str, tuple[list[Part], list[ReminderKind]]] = {
    "drinks": ([Part(UPRIGHT, 26), Part(DRINKING, 4)] * 4, []),
    "phones": ([Part(UPRIGHT, 30), Part(ON_THE_PHONE, 90)], []),
    "looks closer": ([Part(UPRIGHT, 53), Part(LEANING, 7, DOWN)] * 2, []),
    "leans on": ([Part(UPRIGHT, 30), Part(LEANING, 90, DOWN)], [SLOUCHED]),
    "has two screens": ([Part(UPRIGHT, 30), Part(AT_THE_OTHER_SCREEN, 30)] * 2, []),
    "stands up": ([Part(UPRIGHT, 30), Part(STANDING, 150, AWAY), Part(UPRIGHT, 30)], [BACK]),
    "leaves": ([Part(UPRIGHT, 30), Part(None, 150, AWAY), Part(UPRIGHT, 30)], [BACK]),
}


def watched(parts: Sequence[Part]) -> tuple[dict[Posture, float], list[ReminderKind]]:
    """Seconds in each posture, and what was said, after a baseline."""
    chance = np.random.default_rng(3)
    watch = DeskWatch(desk_exercise(load_texts()), break_every_s=3000.0, remind_every_s=300.0)
    watch.take_baseline(0.0)
    first = next(part.figure for part in parts if part.figure is not None)
    told: list[ReminderKind] = []
    before, time_s = dict(watch.spent.seconds), 0
    for part in (Part(first, BASELINE_S), *parts):
        for _ in range(part.seconds):
            state = watch.update(
                nobody(float(time_s))
                if part.figure is None
                else swaying(part.figure, chance).pose(float(time_s))
            )
            told += [state.reminder.kind] if state.reminder else []
            time_s += 1
        if time_s == BASELINE_S:
            before = dict(watch.spent.seconds)
    spent = {one: seconds - before[one] for one, seconds in watch.spent.seconds.items()}
    return spent, told


def swaying(figure: StickFigure, chance: np.random.Generator) -> StickFigure:
    """The same, a little off, as a person and a model are."""
    lean, nod, across, down = chance.normal(0.0, 1.0, 4)
    assert figure.head is not None
    x, y = figure.hip
    return replace(
        figure,
        trunk=figure.trunk + lean,
        head=figure.head + lean + nod,
        hip=(x + across, y + down),
    )


def from_a_view(part: Part, yaw: float, *, hidden: bool) -> Part:
    if part.figure is None:
        return part
    turned = replace(part.figure, yaw=part.figure.yaw + yaw)
    return replace(part, figure=behind_a_desk(turned) if hidden else turned)


def check(spent: dict[Posture, float], parts: Sequence[Part]) -> None:
    for posture in (UP, DOWN, AWAY):
        truth = sum(part.seconds for part in parts if part.truth is posture)
        whole = sum(part.seconds for part in parts)
        assert spent[posture] == pytest.approx(truth, abs=OFF * whole), posture


@pytest.mark.parametrize("hidden", [False, True], ids=["whole", "legs hidden"])
@pytest.mark.parametrize("doing", DOINGS)
def test_from_the_side(doing: str, hidden: bool) -> None:
    parts, words = DOINGS[doing]
    parts = [from_a_view(part, 0.0, hidden=hidden) for part in parts]
    spent, told = watched(parts)
    assert told == words
    check(spent, parts)


@pytest.mark.parametrize("doing", [one for one in DOINGS if one != "has two screens"])
@pytest.mark.parametrize("yaw", [45.0, 85.0], ids=["half-turned", "front"])
def test_from_elsewhere(doing: str, yaw: float) -> None:
    parts, words = DOINGS[doing]
    parts = [from_a_view(part, yaw, hidden=False) for part in parts]
    spent, told = watched(parts)
    assert told == words
    check(spent, parts)


def test_half_turned_the_other_screen_is_unknown_and_nothing_is_said() -> None:
    parts = [from_a_view(part, 45.0, hidden=False) for part in DOINGS["has two screens"][0]]
    spent, told = watched(parts)
    assert told == []
    assert spent[DOWN] == spent[AWAY] == 0.0
    assert spent[Posture.UNKNOWN] > 0


def test_from_the_front_a_head_that_pokes_is_not_told() -> None:
    """It can't be seen from there, and the watch says so when it begins."""
    parts = [from_a_view(Part(one, 60), 85.0, hidden=False) for one in (UPRIGHT, HEAD_POKING)]
    assert watched(parts)[1] == []
