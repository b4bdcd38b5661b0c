"""Never a good beside a value outside its limit, nor a fault beside one inside."""

import random
from collections.abc import Callable
from dataclasses import replace
from math import nan

from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.exercises.criterion import Condition, Criterion
from formcheck.exercises.load import library
from formcheck.exercises.range import Range
from formcheck.form.checker import checker_for
from formcheck.form.sets.merged_sets import merged
from formcheck.form.sets.set_summary import CriterionTally, CriterionTotal, SetSummary
from formcheck.form.sides import SideChoice
from formcheck.form.state import Verdict
from formcheck.form.verdicts.baseline import Baseline
from formcheck.form.verdicts.condition_judge import judge
from formcheck.form.verdicts.judgement import combine
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment
from formcheck.results.document.compose_set import rounded
from tests.form.performed_sets import (
    bird_dog,
    film,
    partial_sit_up,
    push_up,
    repetition,
    wall_squat,
)
from tests.stick_figure import StickFigure

SIDES = SideChoice(near="left", working="left")
CRITERIA = [
    (exercise, criterion) for exercise in library().values() for criterion in exercise.criteria
]


def fits(total: CriterionTotal) -> bool:
    """Whether verdict and value say the same, as they are written down."""
    condition = total.condition
    found = rounded(total.found, condition.measure)
    low, high = condition.at_least, condition.at_most
    if total.verdict is Verdict.UNKNOWN:
        return True
    if found is None:
        return False
    inside = (low is None or found >= low) and (high is None or found <= high)
    return inside == (total.verdict is Verdict.GOOD)


@st.composite
def repetitions(draw: st.DrawFn) -> CriterionTotal:
    """A criterion over some repetitions of random values and errors about its limits."""
    exercise, criterion = draw(st.sampled_from(CRITERIA))
    chance = random.Random(draw(st.integers(0, 2**32)))
    tally = CriterionTally(criterion)
    baseline = Baseline((criterion,))
    for number in range(draw(st.integers(1, 4))):
        frames = [_frame(criterion, chance, 0.1 * i) for i in range(draw(st.integers(1, 25)))]
        if not number:
            baseline.learn(frames, SIDES)
        segment = PhaseSegment(frames, 0.0, chance.uniform(0, 3))
        parts = []
        for condition in criterion.conditions:
            bounds = baseline.limits(condition)
            if bounds is not None:
                views = exercise.views_of(condition)
                parts.append(judge(condition, segment, SIDES, bounds, (*views, "side")))
        tally.add(combine(parts))
    return tally.total()


def _frame(criterion: Criterion, chance: random.Random, time_s: float) -> MeasuredFrame:
    measures, excess = {}, {}
    asked: list[tuple[str, Condition | Range]]
    asked = [(one.measure, one) for one in criterion.conditions]
    asked += [(one.unless.measure, one.unless) for one in criterion.conditions if one.unless]
    for measure, limits in asked:
        name = SIDES.full_name(measure, {})
        near = limits.at_least if limits.at_least is not None else limits.at_most
        assert near is not None
        spread = max(abs(near), 0.1) * 0.2
        measures[name] = chance.choice([nan, *[near + chance.gauss(0, spread)] * 9])
        excess[name] = chance.choice([0.0, *[abs(chance.gauss(0, spread))] * 3])
    return MeasuredFrame(time_s, 0.0, measures, "side", excess=excess)


@given(repetitions())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_over_random_repetitions_verdict_and_value_say_the_same(total: CriterionTotal) -> None:
    assert fits(total)


def random_set(chance: random.Random) -> SetSummary:
    """Repetitions of one exercise by a body that trembles, leans and hurries."""
    figures_of: list[tuple[str, Callable[[float], StickFigure]]] = [
        ("push-up", push_up),
        ("wall-squat", wall_squat),
        ("partial-sit-up", partial_sit_up),
        ("bird-dog", bird_dog),
    ]
    exercise, figure = chance.choice(figures_of)
    checker = checker_for(library()[exercise])
    figures = []
    for _ in range(3):
        reach = chance.uniform(0.5, 1.2)
        for share in repetition(out_s=chance.uniform(0.4, 1.5), back_s=chance.uniform(0.4, 1.5)):
            body = figure(share * reach)
            lean = chance.gauss(0, 3)
            figures.append(replace(body, trunk=body.trunk + lean, yaw=chance.uniform(0, 30)))
    for pose in film(figures):
        checker.update(pose)
    return checker.finish()


def test_so_they_do_over_random_sets_alone_and_together() -> None:
    chance = random.Random(20261128)
    sets: dict[str, list[SetSummary]] = {}
    for _ in range(8):
        one = random_set(chance)
        sets.setdefault(one.exercise.id, []).append(one)
    judged = [total for some in sets.values() for one in some for total in one.criteria]
    judged += [total for some in sets.values() for total in merged(some).criteria]
    assert {total.verdict for total in judged} == set(Verdict)
    assert all(fits(total) for total in judged)
