"""A set is for one side of the body, and the other one doesn't count for it."""

from dataclasses import replace

import pytest

from formcheck.form.state import FormState, Repetition, SetUpProblem, Verdict
from formcheck.live.live_contract import SetDone
from formcheck.live.sets.asked_side import DEFAULTS, side_wanted
from formcheck.live.sets.goal_checker import Asked, GoalChecker
from formcheck.live.sets.set_coach import SetCoach
from formcheck.pose.landmarks import Side
from formcheck.programmes.steps import Goal, StepSide
from tests.feedback.builders import exercise, pose, repetition, state
from tests.live.doubles import Checker, step
from tests.live.test_last_page import done
from tests.live.test_pages import around

THREE_TIMES = Goal(3, 3, 0.0)


def on(side: Side | None, number: int = 1) -> Repetition:
    return replace(repetition(number), side=side)


def first_set(*repetitions: Repetition) -> SetDone:
    one = done(*repetitions)
    return replace(one, step=replace(one.step, side=StepSide.FIRST_SIDE))


@pytest.mark.parametrize(
    ("repetitions", "wanted"),
    [
        ((on("left"), on("left", 2)), "right"),
        ((on("right"),), "left"),
        ((on("left"), on("right", 2)), None),
        ((on("right"), replace(on("left", 2), verdict=Verdict.UNKNOWN)), "left"),
        ((replace(on("left"), verdict=Verdict.UNKNOWN),), None),
        ((on(None),), None),
        ((), None),
    ],
)
def test_the_other_side_is_the_one_that_was_not_done_first(
    repetitions: tuple[Repetition, ...], wanted: Side | None
) -> None:
    before = first_set(*repetitions)
    second = replace(before.step, side=StepSide.OTHER_SIDE)

    assert side_wanted(second, [before]) == wanted
    assert side_wanted(replace(second, number=2), [before]) is None


def test_a_programme_may_ask_for_one_side_alone() -> None:
    assert side_wanted(step(side=StepSide.LEFT), []) == "left"
    assert side_wanted(step(side=StepSide.RIGHT), []) == "right"
    assert side_wanted(step(side=StepSide.ONLY), []) is None


def test_what_is_done_on_the_other_side_does_not_count() -> None:
    hidden = replace(on("left", 4), verdict=Verdict.UNKNOWN)
    done = [on("left"), on("right", 2), on(None, 3), hidden]

    def judge(time_s: float) -> FormState:
        one = done[int(time_s) - 1]
        said = state(time_s, repetitions=one.number, hold_s=2.0, working_side=one.side)
        return replace(said, finished=one)

    checker = GoalChecker(Checker(judge, exercise()), Asked(THREE_TIMES, side="right"))
    told = [checker.update(pose(640, 480, time_s)) for time_s in (1.0, 2.0, 3.0, 4.0)]

    assert [one.repetitions for one in told] == [0, 1, 2, 3]
    assert [one.hold_s for one in told[:3]] == [0.0, 2.0, 2.0]
    assert [one.side for one in checker.finish().repetitions] == ["right", None, "left"]


def test_who_does_the_wrong_side_is_told_to_change_while_it_lasts() -> None:
    surroundings = around()
    coach = SetCoach(surroundings, exercise(), Asked(THREE_TIMES, side="right"))

    def cue_at(time_s: float, side: Side, phase: str = "hold") -> str:
        coach.update(state(time_s, working_side=side, phase=phase), hold_reached=False)
        return coach.cue.text if coach.cue is not None else ""

    change = "Change to your right side"
    assert cue_at(0.0, "left") != change
    assert cue_at(DEFAULTS.lasting_s, "left") == change
    assert cue_at(DEFAULTS.lasting_s + 3, "left") == change
    assert cue_at(DEFAULTS.lasting_s + 4, "left", exercise().phases.rest) != change
    assert cue_at(20.0, "right") != change
    assert cue_at(22.0, "right") != change


def test_with_a_part_hidden_nobody_is_told_to_change() -> None:
    coach = SetCoach(around(), exercise(), Asked(THREE_TIMES, side="right"))
    unseen = (SetUpProblem("out-of-view", "I can't see your left ankle."),)

    for time_s in (0.0, 2.0, 4.0):
        coach.update(state(time_s, working_side="left", problems=unseen), hold_reached=False)
        assert coach.cue is None or not coach.cue.text.startswith("Change to")
