"""What the report plots of each measure, and the range that is drawn with it."""

from formcheck.exercises.criterion import Condition
from formcheck.exercises.exercise import Exercise
from formcheck.results.report.measure_series import MeasureSeries
from tests.results import sessions

TRUNK = "trunk_inclination"


def with_trunk_as_at_the_start() -> Exercise:
    """Push-ups whose first criterion also asks that the trunk leans as it did at the start."""
    push_up = sessions.exercise()
    first, *others = push_up.criteria
    as_before = Condition(
        measure=TRUNK,
        relative_to="start",
        at_least=-20,
        at_most=20,
        tolerance=5,
        cue="Stay level",
        may_be_unseen=True,
    )
    first = first.model_copy(update={"also": (*first.also, as_before)})
    return push_up.model_copy(update={"criteria": (first, *others)})


def test_each_condition_of_a_criterion_has_its_own_range_also_one_held_against_the_start() -> None:
    """A state tells of one condition at a time; the others' plots were left without a range."""
    exercise = with_trunk_as_at_the_start()
    series = MeasureSeries(exercise)
    poses = sessions.push_ups(2)
    for moment in sessions.moments(poses, exercise):
        series.update(moment)
    spans = series.criteria[exercise.criteria[0].id][TRUNK].spans
    low, high = next(span.limits for span in spans if span.active and span.limits)
    assert low is not None
    assert high is not None
    assert high - low == 40
    values = [value for span in spans for _, value in span.points()]
    assert low < min(values) <= max(values) < high
