"""Movements to avoid are noticed in any exercise, told kindly, and never called good."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import Verdict
from formcheck.pose.pose import Pose
from tests.form.performed_sets import (
    FRAME_S,
    ease,
    film,
    partial_sit_up,
    repetition,
    run,
    wall_squat,
)
from tests.stick_figure import Angles, StickFigure

SHARES = [0.0] * 15 + list(repetition()) * 2 + [0.0] * 15


def toe_touch(share: float, knee: float = 175.0) -> StickFigure:
    half = (180 - knee) / 2
    return StickFigure(
        trunk=90 - 105 * share,
        thigh=270 + half,
        shin=270 - half,
        upper_arm=270,
        forearm=270,
        near="right",
    )


def double_leg_lift(share: float, other: float = 1.0) -> StickFigure:
    """Lying with the head to the left; `other` is how far the second leg goes along."""
    legs: Angles = {"left": 45 * share, "right": 45 * share * other}
    return StickFigure(trunk=180, thigh=legs, shin=legs, upper_arm=0, forearm=0, near="right")


@pytest.mark.parametrize(
    ("during", "movement", "figures"),
    [
        ("wall-squat", "toe-touch", [toe_touch(share) for share in SHARES]),
        ("leg-raise", "double-leg-lift", [double_leg_lift(share) for share in SHARES]),
        ("partial-sit-up", "full-sit-up", [partial_sit_up(share, top=75) for share in SHARES]),
    ],
)
def test_a_movement_to_avoid_is_noticed_and_advice_is_given(
    during: str, movement: str, figures: list[StickFigure]
) -> None:
    summary, states = run(during, film(figures))
    assert movement in summary.avoid
    assert summary.verdict is not Verdict.GOOD
    rule = library()[movement].recognised
    assert rule is not None
    assert rule.advice in {state.advice for state in states}
    assert states[0].advice == ""


@pytest.mark.parametrize(
    ("during", "figures"),
    [
        ("wall-squat", [wall_squat(share) for share in SHARES]),
        # Bent knees: someone who lifts as one should.
        ("wall-squat", [toe_touch(share, knee=110) for share in SHARES]),
        ("leg-raise", [double_leg_lift(share, other=0.0) for share in SHARES]),
        ("partial-sit-up", [partial_sit_up(share) for share in SHARES]),
        # Coming up once to leave is no sit-up.
        ("partial-sit-up", [partial_sit_up(ease(i / 20), top=85) for i in range(-20, 60)]),
    ],
)
def test_what_only_looks_like_it_is_not_warned_about(
    during: str, figures: list[StickFigure]
) -> None:
    summary, states = run(during, film(figures))
    assert summary.avoid == ()
    assert {state.advice for state in states} == {""}


def warned(figures: list[StickFigure]) -> tuple[str, ...]:
    return run("wall-squat", film(figures))[0].avoid


BENT, UPRIGHT = [toe_touch(1.0)] * 45, [toe_touch(0.0)] * 30


def test_who_was_never_seen_upright_is_not_warned() -> None:
    """A body that something covers may be drawn folded from the first picture on."""
    assert warned(BENT + [toe_touch(1 - ease(i / 20)) for i in range(20)] + UPRIGHT) == ()


def test_nor_is_who_was_not_seen_to_come_up_again() -> None:
    assert warned(UPRIGHT + [toe_touch(ease(i / 20)) for i in range(20)] + BENT) == ()


def test_nor_is_a_body_that_jumps_as_none_does() -> None:
    assert warned(UPRIGHT + BENT + UPRIGHT) == ()


def test_nor_is_a_movement_of_which_the_middle_was_not_seen() -> None:
    poses = film(UPRIGHT + [toe_touch(ease(i / 20)) for i in range(20)] + BENT + BENT)
    poses += film([toe_touch(1 - ease(i / 20)) for i in range(20)] + UPRIGHT)
    hidden = range(55, 75)
    told = [
        Pose.missing(number * FRAME_S, pose.width, pose.height)
        if number in hidden
        else replace(pose, time_s=number * FRAME_S)
        for number, pose in enumerate(poses)
    ]
    assert run("wall-squat", told)[0].avoid == ()


def test_done_as_the_exercise_itself_it_is_counted_and_never_good() -> None:
    summary, _ = run("toe-touch", film([toe_touch(share) for share in SHARES]))
    assert len(summary.repetitions) == 2
    assert all(one.verdict is Verdict.FAULT for one in summary.repetitions)
    assert summary.verdict is Verdict.FAULT
    assert summary.avoid == ("toe-touch",)


def test_every_alternative_is_an_exercise() -> None:
    for movement in library().values():
        if movement.recognised is not None:
            assert library()[movement.recognised.alternative].kind == "exercise"


def sitting(lean: float) -> StickFigure:
    return StickFigure(
        trunk=90 - lean, head=90 - lean, thigh=0, shin=270, upper_arm=300, forearm=0, near="right"
    )


@pytest.mark.parametrize("seconds", [8, 40])
def test_a_posture_is_compared_with_how_it_began_however_long_it_lasts(seconds: int) -> None:
    upright, leaning = [sitting(4)] * 60, [sitting(34)] * (15 * seconds)
    good, _ = run("desk-sitting", film(upright + [sitting(8)] * (15 * seconds)))
    bad, states = run("desk-sitting", film(upright + leaning))

    def verdict(summary: SetSummary) -> Verdict:
        return next(c.verdict for c in summary.criteria if c.criterion.id == "upright")

    assert verdict(good) is Verdict.GOOD
    assert verdict(bad) is Verdict.FAULT
    assert any(c.id == "upright" and c.verdict is Verdict.FAULT for c in states[-1].criteria)
    checker = FormChecker(library()["desk-sitting"])
    for pose in film(upright + leaning):
        checker.update(pose)
    assert checker.finish().verdict is Verdict.FAULT
