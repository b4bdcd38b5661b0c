"""Which other exercise it looks like, of who may as well rest where the one asked for begins."""

from formcheck.live.recognising.exercise_watch import ExerciseWatch
from formcheck.live.recognising.other_exercise import DEFAULTS, OtherExercise
from tests.feedback.builders import exercise, pose
from tests.live.doubles import STEP_S
from tests.live.free_sessions import STAND, Recogniser
from tests.texts.english import ENGLISH

KNOWN_S = 4.0
"""After which what is done has been recognised at the latest."""


def looking() -> OtherExercise:
    """Somebody who seems to stand all the time, and was asked for something else."""
    watch = ExerciseWatch(lambda: Recogniser(lambda _: STAND, ()))
    return OtherExercise(exercise(), lambda: watch, ENGLISH)


def told_after(
    other: OtherExercise, seconds: float, *, at_start: bool, from_s: float = 0.0
) -> bool:
    """Whether another exercise is told once that is over."""
    for number in range(round(seconds / STEP_S)):
        other.update(pose(640, 480, from_s + number * STEP_S), 0, at_start=at_start)
    return bool(other.message)


def test_who_rests_where_the_exercise_begins_is_not_told_what_else_it_resembles() -> None:
    assert not told_after(looking(), DEFAULTS.rest_s - 1, at_start=True)


def test_who_begins_after_a_rest_is_not_told_by_what_it_resembled() -> None:
    other, rest_s = looking(), DEFAULTS.rest_s - 1
    told_after(other, rest_s, at_start=True)

    assert not told_after(other, DEFAULTS.begins_s - 1, at_start=False, from_s=rest_s)
    assert told_after(other, 2.0, at_start=False, from_s=rest_s + DEFAULTS.begins_s)


def test_who_stays_there_for_long_is_told() -> None:
    assert told_after(looking(), DEFAULTS.rest_s + 1, at_start=True)


def test_who_is_elsewhere_is_told_at_once_and_goes_on_being_told_where_it_begins() -> None:
    other = looking()
    assert told_after(other, KNOWN_S, at_start=False)
    assert told_after(other, 0.5, at_start=True, from_s=KNOWN_S)
