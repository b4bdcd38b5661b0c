"""Faults that are there from the start, lifts done hips first, and ways that are as good as any."""

from dataclasses import replace
from math import cos, radians

from formcheck.exercises.load import library
from formcheck.form.avoid import AvoidWatch
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import SIDES
from tests.form.performed_sets import FRAME_S, film, partial_sit_up, run, whole_set
from tests.stick_figure import Angles, StickFigure

STANDING, SQUATTED, BENT_OVER = (0.0, 0.0), (30.0, 90.0), (95.0, 10.0)


def lifting(*ways: tuple[tuple[float, float], float]) -> list[StickFigure]:
    """From standing through pairs of trunk inclination and knee flexion, each with its seconds."""
    figures, (trunk, knee) = [], STANDING
    for (to_trunk, to_knee), seconds in ways:
        steps = max(round(seconds / FRAME_S), 1)
        for step in range(1, steps + 1):
            share = step / steps
            lean = trunk + share * (to_trunk - trunk)
            bend = knee + share * (to_knee - knee)
            figures.append(_lifter(lean, bend))
        trunk, knee = to_trunk, to_knee
    return figures


def _lifter(lean: float, bend: float) -> StickFigure:
    return StickFigure(
        trunk=90 - lean,
        thigh=270 + bend / 2,
        shin=270 - bend / 2,
        upper_arm=275,
        forearm=275,
        hip=(320.0, 400.0 - 160 * cos(radians(bend / 2))),
    )


def judged_lift(*ways: tuple[tuple[float, float], float]) -> SetSummary:
    summary, _ = run("safe-lift", film(lifting((STANDING, 1.5), *ways, (STANDING, 1.5))))
    return summary


def of(summary: SetSummary, name: str) -> Verdict:
    return next(total.verdict for total in summary.criteria if total.criterion.id == name)


def test_straight_knees_from_the_first_frame_are_told_as_that_fault() -> None:
    summary, _ = run("partial-sit-up", whole_set(partial_sit_up, knee=5))
    assert summary.repetitions
    assert of(summary, "knees-bent") is Verdict.FAULT


def test_one_leg_may_be_straight_in_a_partial_sit_up() -> None:
    def one_leg_straight(share: float) -> StickFigure:
        thigh: Angles = {"left": 45.0, "right": 2.5}
        shin: Angles = {"left": 315.0, "right": 357.5}
        return replace(partial_sit_up(share), thigh=thigh, shin=shin)

    summary, _ = run("partial-sit-up", whole_set(one_leg_straight))
    assert of(summary, "knees-bent") is Verdict.GOOD


def test_a_lift_with_the_legs_is_good_and_hips_that_rise_first_are_a_fault() -> None:
    legs = judged_lift((SQUATTED, 1.2), (SQUATTED, 0.6), (STANDING, 1.4))
    hips_first = judged_lift((SQUATTED, 1.2), (SQUATTED, 0.6), (BENT_OVER, 0.6), (STANDING, 1.6))
    bent_over = judged_lift((BENT_OVER, 1.2), (BENT_OVER, 0.6), (STANDING, 1.4))
    assert of(legs, "bend-the-knees") is Verdict.GOOD
    assert of(hips_first, "bend-the-knees") is Verdict.FAULT
    assert of(bent_over, "bend-the-knees") is Verdict.FAULT


def lift_behind_a_load(down: tuple[float, float]) -> SetSummary:
    """From the bottom on something hides the legs, as plates on a bar do."""
    figures = lifting((STANDING, 1.5), (down, 1.2), (down, 0.6), (STANDING, 1.4), (STANDING, 1.5))
    hidden = tuple(f"{side}_{part}" for side in SIDES for part in ("knee", "ankle"))
    first, last = round(2.7 / FRAME_S), round(4.4 / FRAME_S)
    behind = [replace(one, hidden=hidden) for one in figures[first:last]]
    summary, _ = run("safe-lift", film([*figures[:first], *behind, *figures[last:]]))
    return summary


def test_what_hides_the_legs_takes_nothing_from_what_the_trunk_and_hands_show() -> None:
    summary = lift_behind_a_load(SQUATTED)
    assert of(summary, "bend-the-knees") is Verdict.GOOD
    assert of(summary, "load-close") is Verdict.GOOD


def test_who_is_bent_over_behind_it_may_have_bent_the_knees() -> None:
    assert of(lift_behind_a_load((80.0, 90.0)), "bend-the-knees") is Verdict.UNKNOWN


def test_who_bends_with_a_long_back_does_no_toe_touch() -> None:
    watch = AvoidWatch(library()["push-up"])
    assert "back_rounding" in watch.measures
