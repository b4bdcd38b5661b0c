"""Who is doing push-ups, however badly, and who is doing something else."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.landmarks import SIDES
from formcheck.pose.pose import Pose
from tests.recognition import movements
from tests.recognition.movements import Figure, kept, repeated
from tests.stick_figure import StickFigure


def judged(poses: list[Pose]) -> SetSummary:
    checker = checker_for(library()["push-up"])
    for pose in poses:
        checker.update(pose)
    return checker.finish()


def test_push_ups_with_hips_that_hang_to_the_floor_are_counted_and_corrected() -> None:
    summary = judged(repeated(movements.sagging_push_up))
    assert len(summary.repetitions) == 3
    assert all("body-straight" in one.faults for one in summary.repetitions)
    straight = next(one for one in summary.criteria if one.criterion.id == "body-straight")
    assert straight.cue == "Lift your hips, don't sag"
    assert summary.set_up.verdict is Verdict.GOOD


@pytest.mark.parametrize("figure", [movements.toe_touch, movements.bird_dog])
def test_bending_down_while_standing_and_moving_on_all_fours_are_no_push_ups(
    figure: Figure,
) -> None:
    summary = judged(repeated(figure))
    assert summary.repetitions == ()
    assert summary.verdict is Verdict.UNKNOWN


def test_standing_is_no_place_to_begin_push_ups() -> None:
    assert judged(kept(movements.standing())).set_up.verdict is Verdict.FAULT


@pytest.mark.parametrize(("hips", "cue"), [(0, ""), (-35, "sag"), (35, "Lower your hips")])
def test_on_the_knees_the_line_ends_at_the_knee(hips: float, cue: str) -> None:
    def on_the_knees(share: float) -> StickFigure:
        figure = movements.knee_push_up(share)
        thigh, shin = 195 - 6 * share + hips, 120 + hips
        return replace(figure, thigh=dict.fromkeys(SIDES, thigh), shin=dict.fromkeys(SIDES, shin))

    summary = judged(repeated(on_the_knees))
    straight = next(one for one in summary.criteria if one.criterion.id == "body-straight")
    assert len(summary.repetitions) == 3
    assert straight.verdict is (Verdict.FAULT if cue else Verdict.GOOD)
    assert cue in straight.cue
    # The value that is told is the knee's line, and not the one to the ankle.
    assert straight.condition.measure == "hip_extension.near"
    assert straight.worst == pytest.approx(180 + hips, abs=6)


def test_what_is_drawn_on_the_knees_is_that_line_too() -> None:
    checker = checker_for(library()["push-up"])
    shown = [checker.update(pose) for pose in repeated(movements.knee_push_up)][-1]
    straight = next(one for one in shown.criteria if one.id == "body-straight")
    assert straight.measure.startswith("hip_extension")
    assert straight.value == pytest.approx(180, abs=6)


def test_with_hidden_hands_the_shoulders_count_and_what_needs_elbows_is_unknown() -> None:
    def hidden_hands(share: float) -> StickFigure:
        low = movements.push_up(share)
        hip = (320.0, 240.0 + 60 * share)
        return replace(low, hip=hip, hidden=tuple(f"{side}_wrist" for side in SIDES))

    summary = judged(repeated(hidden_hands))
    assert len(summary.repetitions) == 3
    assert {one.counted_on for one in summary.repetitions} == {"shoulder_height.near"}
    verdicts = {one.criterion.id: one.verdict for one in summary.criteria}
    assert verdicts["deep-enough"] is verdicts["full-lockout"] is Verdict.UNKNOWN
