"""A movement whose end is outside the picture is one repetition, and its end wasn't seen."""

import math
from dataclasses import replace

import pytest

from formcheck.form.repetitions.unseen_end import LeftPicture
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.form.performed_sets import bird_dog, film, repetition, run
from tests.stick_figure import StickFigure

SHARES = [0.0] * 12 + list(repetition()) * 3 + [0.0] * 12


def lying(share: float, *, hip: tuple[float, float]) -> StickFigure:
    """On the back with the head to the left; the left leg goes up to 40 degrees."""
    return StickFigure(
        trunk=180,
        thigh={"left": 40 * share, "right": 45},
        shin={"left": 40 * share, "right": 315},
        upper_arm=0,
        forearm=0,
        near="right",
        hip=hip,
    )


def judged(figures: list[StickFigure], exercise: str = "leg-raise") -> SetSummary:
    return run(exercise, film(figures))[0]


@pytest.mark.parametrize("from_top", [80, 70, 50, 40])
def test_a_foot_that_leaves_at_the_top_makes_one_repetition_each(from_top: float) -> None:
    summary = judged([lying(share, hip=(320, from_top)) for share in SHARES])
    assert len(summary.repetitions) == 3
    assert {one.side for one in summary.repetitions} == {"left"}
    assert all(math.isnan(one.hold_s) for one in summary.repetitions)
    assert all(one.verdict is Verdict.UNKNOWN for one in summary.repetitions)
    assert summary.verdict is Verdict.UNKNOWN
    assert {(left.joint, left.side) for left in summary.left_picture} == {("ankle", "left")}
    assert len(summary.left_picture) == 3


def test_what_needs_the_furthest_point_or_its_time_is_unknown_then() -> None:
    summary = judged([lying(share, hip=(320, 70)) for share in SHARES])
    verdicts = {total.criterion.id: total.verdict for total in summary.criteria}
    assert verdicts["raised-knee-straight"] is Verdict.UNKNOWN
    assert verdicts["lower-slowly"] is Verdict.UNKNOWN
    assert verdicts["other-knee-bent"] is Verdict.GOOD


def test_inside_the_picture_the_same_set_is_good() -> None:
    summary = judged([lying(share, hip=(320, 240)) for share in SHARES])
    assert [one.verdict for one in summary.repetitions] == [Verdict.GOOD] * 3
    assert summary.left_picture == ()


def test_it_may_leave_at_the_side_as_well() -> None:
    figures = [replace(bird_dog(share), hip=(70.0, 240.0)) for share in SHARES]
    summary = judged(figures, "bird-dog")
    assert [one.side for one in summary.repetitions] == ["left"] * 3
    assert {left.joint for left in summary.left_picture} == {"knee"}
    assert summary.verdict is Verdict.UNKNOWN


def test_a_resting_foot_that_is_always_cut_off_hides_nothing() -> None:
    def cut(pose: Pose) -> Pose:
        landmarks = pose.landmarks.copy()
        landmarks[[28, 30, 32], 1] = pose.height + 5
        return replace(pose, landmarks=landmarks)

    poses = [cut(pose) for pose in film([lying(share, hip=(320, 240)) for share in SHARES])]
    summary, _ = run("leg-raise", poses)
    assert len(summary.repetitions) == 3
    assert not any(math.isnan(one.hold_s) for one in summary.repetitions)
    assert summary.left_picture == ()


def test_what_left_is_told_with_its_time() -> None:
    summary = judged([lying(share, hip=(320, 70)) for share in SHARES])
    first = summary.left_picture[0]
    assert first == LeftPicture("ankle", "left", first.time_s)
    assert summary.repetitions[0].start_s < first.time_s < summary.repetitions[0].end_s
