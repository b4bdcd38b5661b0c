"""Several sets of one exercise, told of together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from formcheck.form.sets.set_summary import (
    CriterionTotal,
    SetSummary,
    good_only_if_enough,
    verdict_of,
)
from formcheck.form.state import SetUp, Verdict
from formcheck.form.verdicts.judgement import deciding


def merged(sets: Sequence[SetSummary]) -> SetSummary:
    """The sets as if they were one, their repetitions numbered on.

    sets: in the order in which they were done, all of one exercise, and at least one.
    """
    if len(sets) == 1:
        return sets[0]
    exercise = sets[0].exercise
    repetitions = chain.from_iterable(one.repetitions for one in sets)
    criteria = tuple(map(_total, zip(*(one.criteria for one in sets), strict=True)))
    views: Counter[str] = Counter()
    for one in sets:
        views[one.view] += one.frames
    together = SetSummary(
        exercise=exercise,
        repetitions=tuple(replace(one, number=n) for n, one in enumerate(repetitions, 1)),
        criteria=criteria,
        hold_s=sum(one.hold_s for one in sets),
        verdict=_verdict(sets, criteria),
        view=views.most_common(1)[0][0],
        set_up=_set_up(sets),
        frames=sum(one.frames for one in sets),
        frames_with_pose=sum(one.frames_with_pose for one in sets),
        frames_judged=sum(one.frames_judged for one in sets),
        avoid=tuple(dict.fromkeys(chain.from_iterable(one.avoid for one in sets))),
        moved_too_little=any(one.moved_too_little for one in sets),
        left_picture=tuple(chain.from_iterable(one.left_picture for one in sets)),
        too_few_pictures=any(one.too_few_pictures for one in sets),
    )
    return good_only_if_enough(together)


def _total(totals: Sequence[CriterionTotal]) -> CriterionTotal:
    """One criterion over all the sets, decided as over the repetitions of one."""
    return CriterionTotal(
        totals[0].criterion,
        deciding(one.judgement for one in totals),
        judged_s=sum(one.judged_s for one in totals),
        fault_s=sum(one.fault_s for one in totals),
    )


def _verdict(sets: Sequence[SetSummary], criteria: Sequence[CriterionTotal]) -> Verdict:
    exercise = sets[0].exercise
    if any(one.verdict is Verdict.FAULT for one in sets):
        return Verdict.FAULT
    if exercise.kind == "avoid":
        return Verdict.UNKNOWN
    return verdict_of({one.criterion.id: one.verdict for one in criteria}, exercise.criteria)


def _set_up(sets: Sequence[SetSummary]) -> SetUp:
    """The first that allowed a verdict, as the first one of a single set is kept."""
    good = (one.set_up for one in sets if one.set_up.verdict is Verdict.GOOD)
    return next(good, sets[0].set_up)
