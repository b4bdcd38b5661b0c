"""A set is judged by what it was begun for."""

from dataclasses import replace
from math import nan

import pytest

from formcheck.exercises.load import find_exercise
from formcheck.feedback.cues import CueKind
from formcheck.form.sets.set_summary import CriterionTotal
from formcheck.form.state import FormState, Repetition, Verdict
from formcheck.form.verdicts.judgement import NOTHING
from formcheck.live.recognising.other_exercise import Doing
from formcheck.live.scenes.last_page import outcome_of
from formcheck.live.sets.goal_checker import Asked, GoalChecker, without_others
from formcheck.live.sets.goal_progress import GoalProgress
from formcheck.live.sets.set_coach import SetCoach
from formcheck.programmes.steps import Goal
from formcheck.texts.texts import load_texts
from tests.feedback.builders import exercise, pose, repetition, state
from tests.live.doubles import Checker
from tests.live.test_last_page import done
from tests.live.test_pages import around

THIRTY_SECONDS = Goal(1, 1, 30.0, long_hold=True)


def held(seconds: float) -> Repetition:
    return replace(repetition(1), hold_s=seconds)


def judged(goal: Goal, one: Repetition, *, repeats: bool = True) -> GoalChecker:
    """A checker that has seen one repetition end."""

    def judge(time_s: float) -> FormState:
        return replace(state(time_s, repetitions=1), finished=one)

    checker = GoalChecker(Checker(judge, exercise()), Asked(goal, repeats=repeats))
    checker.update(pose(640, 480, 0.0))
    return checker


def test_a_hold_that_was_let_go_early_is_no_good_repetition() -> None:
    assert judged(THIRTY_SECONDS, held(4)).finish().good_repetitions == 0
    assert judged(THIRTY_SECONDS, held(4)).finish().verdict is Verdict.UNKNOWN
    assert judged(THIRTY_SECONDS, held(nan)).finish().good_repetitions == 0
    assert judged(THIRTY_SECONDS, held(nan)).finish().verdict is Verdict.UNKNOWN
    assert judged(THIRTY_SECONDS, held(29)).finish().verdict is Verdict.GOOD
    assert judged(THIRTY_SECONDS, held(29)).finish().good_repetitions == 1
    assert judged(Goal(8, 12, 3.0), held(1)).finish().good_repetitions == 1


def with_another_at(another_s: float, ends_s: float, *, lasts_s: float) -> GoalChecker:
    """A checker that has seen one repetition end, of which somebody did another exercise."""
    now_s = 0.0

    def judge(time_s: float) -> FormState:
        over = time_s >= ends_s
        finished = repetition(1) if time_s == ends_s else None
        return replace(state(time_s, hold_s=time_s, repetitions=int(over)), finished=finished)

    checker = GoalChecker(
        Checker(judge, exercise()), Asked(Goal(8, 12, 3.0)), lambda: Doing(now_s == another_s)
    )
    while now_s < lasts_s:
        checker.update(pose(640, 480, now_s))
        now_s += 1.0
    return checker


def test_what_was_recognised_as_another_exercise_is_no_repetition() -> None:
    assert with_another_at(3.0, 6.0, lasts_s=10.0).finish().repetitions == ()
    assert with_another_at(3.0, 6.0, lasts_s=10.0).update(pose(640, 480, 20.0)).repetitions == 0
    assert len(with_another_at(7.0, 6.0, lasts_s=10.0).finish().repetitions) == 1


def test_what_begins_after_another_exercise_counts_and_is_the_first() -> None:
    second = replace(repetition(2), start_s=8.0, end_s=11.0)
    now_s = 0.0

    def judge(time_s: float) -> FormState:
        over = (time_s >= 6.0) + (time_s >= 12.0)
        finished = {6.0: repetition(1), 12.0: second}.get(time_s)
        return replace(state(time_s, repetitions=over), finished=finished)

    checker = GoalChecker(
        Checker(judge, exercise()), Asked(Goal(8, 12, 3.0)), lambda: Doing(now_s == 3.0)
    )
    told = []
    while now_s < 15.0:
        told.append(checker.update(pose(640, 480, now_s)))
        now_s += 1.0

    assert [one.finished.number for one in told if one.finished is not None] == [1]
    assert told[-1].repetitions == 1
    assert [one.number for one in checker.finish().repetitions] == [1]


def test_what_was_begun_before_it_was_known_to_be_asked_for_counts_late() -> None:
    """Somebody comes back to the start at 7 s; at 22 s it is known that they then did as asked."""
    ends = {6.0: 2.0, 12.0: 7.0, 18.0: 13.0, 24.0: 19.0}
    numbers = {end_s: number for number, end_s in enumerate(ends, 1)}
    now_s = 0.0

    def judge(time_s: float) -> FormState:
        over = sum(time_s >= end_s for end_s in ends)
        done = numbers.get(time_s)
        one = None
        if done is not None:
            one = replace(repetition(done), start_s=ends[time_s], end_s=time_s)
        return replace(state(time_s, repetitions=over), finished=one)

    def doing() -> Doing:
        return Doing(another=now_s < 22.0, turns=int(now_s >= 7.0), own_since=int(now_s >= 22.0))

    checker = GoalChecker(Checker(judge, exercise()), Asked(Goal(8, 12, 3.0)), doing)
    told = []
    while now_s < 26.0:
        told.append(checker.update(pose(640, 480, now_s)))
        now_s += 1.0

    late = [(at, one.finished.number) for at, one in enumerate(told) if one.finished is not None]
    assert late == [(22, 1), (23, 2), (24, 3)]
    assert [one.repetitions for one in told[20:]] == [0, 0, 1, 2, 3, 3]


def test_nothing_that_was_done_instead_is_a_good_set() -> None:
    summary = with_another_at(3.0, 6.0, lasts_s=10.0).finish()
    assert summary.verdict is not Verdict.GOOD
    assert summary.hold_s == 0.0


def test_a_fault_of_another_exercise_is_nothing_to_work_on() -> None:
    asked = find_exercise("bird-dog")
    first, second = asked.criteria[:2]
    wrong = replace(NOTHING, verdict=Verdict.FAULT, condition=first, too_low=True)
    totals = tuple(CriterionTotal(one, wrong, 2.0, 2.0) for one in (first, second))

    def told(*own: Repetition) -> list[Verdict]:
        seen = replace(
            with_another_at(3.0, 6.0, lasts_s=10.0).finish(),
            criteria=totals,
            repetitions=own,
            verdict=Verdict.FAULT,
        )
        return [one.verdict for one in without_others(seen, own).criteria]

    assert told() == [Verdict.UNKNOWN, Verdict.UNKNOWN]
    assert told(replace(repetition(1), faults=(first.id,))) == [Verdict.FAULT, Verdict.UNKNOWN]


def test_a_hold_on_the_other_side_amid_which_it_ends_is_none() -> None:
    def judge(time_s: float) -> FormState:
        return replace(state(time_s, hold_s=time_s), working_side="right")

    checker = GoalChecker(Checker(judge, exercise()), Asked(THIRTY_SECONDS, side="left"))
    for second in range(20):
        assert checker.update(pose(640, 480, float(second))).hold_s == 0.0

    assert checker.finish().hold_s == 0.0
    assert checker.finish().verdict is not Verdict.GOOD


def test_a_hold_of_another_exercise_reaches_no_goal() -> None:
    checker = with_another_at(3.0, 60.0, lasts_s=10.0)
    assert checker.update(pose(640, 480, 11.0)).hold_s == 0.0
    assert checker.finish().verdict is not Verdict.GOOD


@pytest.mark.parametrize(
    ("ring_s", "told"), [(8.0, "Held for 8 of 30 seconds. Stay longer."), (31.0, None)]
)
def test_of_a_hold_that_was_not_seen_all_through_the_ring_is_told(
    ring_s: float, told: str | None
) -> None:
    coach = SetCoach(around(), exercise(), Asked(THIRTY_SECONDS))
    coach.update(state(ring_s, hold_s=ring_s), hold_reached=ring_s > 30)
    one = replace(held(nan), verdict=Verdict.UNKNOWN)
    coach.update(replace(state(ring_s + 1, repetitions=1), finished=one), hold_reached=False)

    said = coach.cue.text if coach.cue is not None else None
    assert said == told or (told is None and "Stay longer" not in str(said))


def test_it_is_told_what_is_missing_and_not_praised() -> None:
    surroundings = around()
    coach = SetCoach(surroundings, exercise(), Asked(THIRTY_SECONDS))
    short = replace(held(4), verdict=Verdict.UNKNOWN)

    coach.update(replace(state(5.0, repetitions=1), finished=short), hold_reached=False)

    assert coach.cue is not None
    assert coach.cue.text == "Held for 4 of 30 seconds. Stay longer."


@pytest.mark.parametrize(
    ("holds", "lasts_s", "said"),
    [
        ((5.0, 6.0, 7.0, 8.0), 0.0, "Done: 0 of 4 held for long enough"),
        ((5.0, 20.0), 20.0, "Done: 2 of 3 held for long enough"),
        ((20.0, 19.0), 0.0, "Done: 2 repetitions"),
        ((20.0,), 20.0, "Done: 2 repetitions"),
    ],
)
def test_the_last_word_counts_as_the_screen_does(
    holds: tuple[float, ...], lasts_s: float, said: str
) -> None:
    twice = Goal(2, 2, 20.0, long_hold=True)
    coach, progress = SetCoach(around(), exercise(), Asked(twice)), GoalProgress(twice)
    for seconds in holds:
        progress.update(replace(state(1.0), finished=held(seconds)))
    progress.update(state(2.0, hold_s=lasts_s))

    coach.praise(progress)

    assert progress.all_done
    assert coach.cue is not None
    assert coach.cue.text == said
    assert (coach.cue.kind is CueKind.PRAISE) is ("0 of" not in said)


def test_a_hold_let_go_early_is_not_one_that_could_not_be_judged() -> None:
    unclear = replace(held(31), verdict=Verdict.UNKNOWN)
    states = [judged(THIRTY_SECONDS, one).update(pose(640, 480, 0.1)) for one in (held(4), unclear)]

    assert [one.unclear_repetitions for one in states] == [0, 2]


def test_nothing_is_counted_of_who_only_sits() -> None:
    summary = judged(Goal(None, None, 0.0), held(0), repeats=False).finish()

    assert summary.repetitions == ()


def test_what_became_of_a_long_hold_is_told_in_seconds() -> None:
    one = done(held(4), hold_s=4.0)
    step = replace(one.step, goal=THIRTY_SECONDS)

    assert outcome_of([replace(one, step=step)], load_texts()) == "held 4 of 30 s"


def test_who_holds_longer_than_asked_is_told_how_long() -> None:
    one = done(repetition(1), hold_s=34.2)
    step = replace(one.step, goal=THIRTY_SECONDS)
    assert outcome_of([replace(one, step=step)], load_texts()) == "held for 34 s"


def test_who_was_asked_for_no_time_has_not_held_too_briefly() -> None:
    free = replace(THIRTY_SECONDS, fewest=None, most=None)
    one = done(held(4), hold_s=4.0)

    assert judged(free, held(4)).finish().verdict is Verdict.GOOD
    assert outcome_of([replace(one, step=replace(one.step, goal=free))], load_texts()) == (
        "held for 4 s"
    )
