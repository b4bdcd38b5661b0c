"""When a set is over: all is done, or enough and the person rests or has left."""

from dataclasses import replace

from formcheck.live.sets.goal_progress import GoalProgress
from formcheck.live.sets.set_end import SetEnd, SetEndSettings
from formcheck.programmes.steps import Goal
from tests.feedback.builders import repetition, state

RESTING_S = SetEndSettings().resting_s


def done(count: int, *, fewest: int = 2, most: int = 4) -> GoalProgress:
    """So many repetitions of those that are wanted."""
    progress = GoalProgress(Goal(fewest, most, 0.0))
    for number in range(1, count + 1):
        progress.update(replace(state(float(number)), finished=repetition(number)))
    return progress


def test_a_set_of_which_all_is_done_is_over_at_once() -> None:
    assert SetEnd().update(state(10.0), done(4), at_rest=False)


def test_who_has_done_enough_may_rest_for_a_while_and_go_on() -> None:
    end, progress = SetEnd(), done(2)

    assert not end.update(state(10.0), progress, at_rest=True)
    assert not end.update(state(9.9 + RESTING_S), progress, at_rest=True)
    assert not end.update(state(10.0 + RESTING_S), progress, at_rest=False)
    assert not end.update(state(11.0 + RESTING_S), progress, at_rest=True)
    assert end.update(state(11.0 + 2 * RESTING_S), progress, at_rest=True)


def test_who_has_done_enough_and_leaves_is_done() -> None:
    left = replace(state(10.0), in_set=False)

    assert SetEnd().update(left, done(2), at_rest=True)
    assert not SetEnd().update(left, done(1), at_rest=True)


def test_rest_before_a_pause_counts_no_more_after_it() -> None:
    end, progress = SetEnd(), done(2)
    end.update(state(10.0), progress, at_rest=True)
    end.begin()

    assert not end.update(state(10.0 + RESTING_S), progress, at_rest=True)
