"""Somebody who is bent to a load when the recording begins, and lifts it."""

from collections.abc import Sequence
from math import cos, pi, radians, sin

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from tests.stick_figure import StickFigure

RATE = 30
DOWN, UP = 1.0, 0.0


def lift(share: float, knees: float, lean: float) -> StickFigure:
    """From standing (0) down to a load (1): knees bent by so much, the trunk leant; feet stay."""
    bend = knees * share
    thigh, shin = 270 + 0.6 * bend, 270 - 0.4 * bend
    hip = (
        320 - 80 * cos(radians(thigh)) - 80 * cos(radians(shin)),
        400 + 80 * sin(radians(thigh)) + 80 * sin(radians(shin)),
    )
    return StickFigure(
        trunk=90 - lean * share,
        thigh=thigh,
        shin=shin,
        upper_arm=270,
        forearm=270,
        hip=hip,
        near="right",
    )


def judged(shares: Sequence[float], *, knees: float = 110.0, lean: float = 55.0) -> SetSummary:
    checker = FormChecker(library()["safe-lift"])
    for i, share in enumerate(shares):
        checker.update(lift(share, knees, lean).pose(i / RATE))
    return checker.finish()


def moved(start: float, end: float, seconds: float = 1.2) -> list[float]:
    count = round(seconds * RATE)
    return [start + (end - start) * (1 - cos(pi * i / count)) / 2 for i in range(count + 1)]


def stayed(share: float, seconds: float = 0.6) -> list[float]:
    return [share] * round(seconds * RATE)


def test_a_lift_from_the_floor_is_one() -> None:
    summary = judged(stayed(DOWN) + moved(DOWN, UP) + stayed(UP))
    assert len(summary.repetitions) == 1
    verdicts = {total.criterion.id: total.verdict for total in summary.criteria}
    assert verdicts["bend-the-knees"] is Verdict.GOOD


def test_a_fault_in_it_is_told() -> None:
    summary = judged(stayed(DOWN) + moved(DOWN, UP) + stayed(UP), knees=10.0, lean=85.0)
    verdicts = {total.criterion.id: total.verdict for total in summary.criteria}
    assert verdicts["bend-the-knees"] is Verdict.FAULT


@pytest.mark.parametrize("lifts", [2, 3])
def test_the_next_ones_count_as_always(lifts: int) -> None:
    shares = stayed(DOWN) + moved(DOWN, UP) + stayed(UP)
    for _ in range(lifts - 1):
        shares += moved(UP, DOWN) + stayed(DOWN) + moved(DOWN, UP) + stayed(UP)
    assert len(judged(shares).repetitions) == lifts


def test_who_gets_up_half_way_has_not_lifted() -> None:
    assert judged(stayed(DOWN) + moved(DOWN, 0.5)).repetitions == ()


def test_who_begins_upright_is_counted_once_down_and_up() -> None:
    shares = stayed(UP) + moved(UP, DOWN) + stayed(DOWN) + moved(DOWN, UP) + stayed(UP)
    assert len(judged(shares).repetitions) == 1
