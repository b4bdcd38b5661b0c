"""What counts towards a goal."""

from dataclasses import replace

from formcheck.form.state import FormState
from formcheck.live.sets.goal_progress import GoalProgress, GoalSettings
from formcheck.programmes.steps import Goal
from tests.feedback.builders import repetition, state


def finished(number: int, held_s: float = 0.0) -> FormState:
    return state(float(number), finished=replace(repetition(number), hold_s=held_s))


def test_repetitions_count_up_to_the_most_and_may_end_from_the_fewest() -> None:
    progress = GoalProgress(Goal(2, 3, 0.0))
    seen = []
    for number in range(1, 4):
        progress.update(finished(number))
        seen.append((progress.done, progress.enough, progress.all_done))

    assert seen == [(1, False, False), (2, True, False), (3, True, True)]


def test_a_hold_is_told_once_when_it_reaches_its_time() -> None:
    progress = GoalProgress(Goal(8, 12, 3.0))

    told = [progress.update(state(t, hold_s=t)) for t in (1.0, 2.9, 3.0, 3.1, 4.0)]

    assert told == [False, False, True, False, False]
    assert not progress.all_done


def test_the_last_long_hold_need_not_be_left_to_count() -> None:
    progress = GoalProgress(Goal(1, 1, 20.0, long_hold=True))

    progress.update(state(19.0, hold_s=19.0))
    assert not progress.all_done
    progress.update(state(20.0, hold_s=20.0))
    assert progress.all_done


def test_a_long_hold_that_was_left_too_early_does_not_count() -> None:
    progress = GoalProgress(Goal(2, 2, 20.0, long_hold=True))

    progress.update(finished(1, held_s=8.0))
    progress.update(finished(2, held_s=18.0))

    assert progress.done == 1


def test_nobody_is_kept_at_holds_that_are_too_long_for_them() -> None:
    progress = GoalProgress(Goal(1, 1, 20.0, long_hold=True))

    for number in range(1, GoalSettings().further_tries + 2):
        assert not progress.all_done
        progress.update(finished(number, held_s=5.0))

    assert progress.all_done


def test_a_short_hold_is_for_the_criteria_to_judge() -> None:
    progress = GoalProgress(Goal(1, 1, 3.0))

    progress.update(finished(1, held_s=0.5))

    assert progress.all_done


def test_what_has_no_goal_goes_on() -> None:
    progress = GoalProgress(Goal(None, None, 0.0))

    progress.update(finished(100))

    assert not progress.enough
    assert not progress.all_done
