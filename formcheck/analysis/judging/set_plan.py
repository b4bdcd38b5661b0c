"""Which part of a recording is judged as which exercise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.answer import Answer
from formcheck.recognition.asked import DEFAULTS as ASKED
from formcheck.recognition.asked import AskedSettings, is_clearly_other
from formcheck.recognition.sets import FoundSet
from formcheck.recognition.unnamed import Span


@dataclass(frozen=True)
class PlanSettings:
    """What was asked for, and what was done."""

    asked: AskedSettings = ASKED
    """When something else than what was asked for was done."""


DEFAULTS = PlanSettings()


@dataclass(frozen=True)
class PlannedSet:
    """A part of a recording and the exercise that it is judged as.

    recognised: how the exercise came to be known; None where it was given. begin_s, end_s: what is
    judged, in seconds.
    """

    exercise: Exercise
    recognised: Answer | None = None
    begin_s: float = -inf
    end_s: float = inf

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the recording."""
        return self.begin_s == -inf and self.end_s == inf

    @property
    def is_nothing(self) -> bool:
        """Whether it is no part of the recording: what was asked for was not done."""
        return self.begin_s > self.end_s


SetPlan = tuple[PlannedSet, ...]
"""In rising time, at least one."""


def one_set(exercise: Exercise) -> SetPlan:
    """All of the recording as a given exercise."""
    return (PlannedSet(exercise),)


def no_set(exercise: Exercise) -> SetPlan:
    """Nothing of the recording as a given exercise, which wasn't done in it."""
    return (PlannedSet(exercise, None, inf, -inf),)


def plan_recognised(found: Sequence[FoundSet]) -> tuple[PlannedSet, ...]:
    """Each set that was found as its own exercise; empty where none was found.

    Each lasts no further than its take and half-way to the next one: what lies between two, getting
    down and up, belongs to none. Of one that was recognised in the recording as a whole, all of it
    is judged.
    """
    if len(found) == 1 and found[0].throughout:
        return (PlannedSet(found[0].exercise, found[0].answer),)
    edges = [(max(one.ready_s, one.take_begin_s), min(one.left_s, one.take_end_s)) for one in found]
    for number, (before, after) in enumerate(pairwise(found)):
        if edges[number][1] < edges[number + 1][0]:
            continue
        half_way_s = (before.end_s + after.begin_s) / 2
        edges[number] = (edges[number][0], half_way_s)
        edges[number + 1] = (half_way_s, edges[number + 1][1])
    return tuple(
        PlannedSet(one.exercise, one.answer, begin_s, end_s)
        for one, (begin_s, end_s) in zip(found, edges, strict=True)
    )


def plan_given(
    exercise: Exercise,
    found: Sequence[FoundSet],
    unnamed: Callable[[Sequence[Span]], Sequence[Span]],
    settings: PlanSettings = DEFAULTS,
) -> tuple[SetPlan, tuple[FoundSet, ...]]:
    """The sets of a given exercise, and what else was seen, which is judged as nothing.

    found: the sets that were recognised, of any exercise. unnamed: where somebody is seen outside
    of some stretches. Between the sets of the given exercise lies whatever is clearly another one,
    or a long pause. Where the given one isn't among those that were found, what is clearly another
    exercise is left out: of the rest, which may be the given one, done badly, nothing is judged
    either if it is the smaller part, such as getting down and up.
    """
    own = [one for one in found if one.exercise.id == exercise.id]
    if not own:
        return _plan_unseen(exercise, found, unnamed, settings)
    others = tuple(
        one
        for one in found
        if one.exercise.id != exercise.id and one.answer.score >= settings.asked.clear_score
    )
    if len(own) == 1 and not others:
        return one_set(exercise), ()
    planned = plan_recognised([one for one in found if one in others or one in own])
    mine = (one for one in planned if one.exercise.id == exercise.id)
    return tuple(PlannedSet(exercise, None, one.begin_s, one.end_s) for one in mine), others


def _plan_unseen(
    exercise: Exercise,
    found: Sequence[FoundSet],
    unnamed: Callable[[Sequence[Span]], Sequence[Span]],
    settings: PlanSettings,
) -> tuple[SetPlan, tuple[FoundSet, ...]]:
    """The same of an exercise that is not among those that were found."""
    others = tuple(one for one in found if is_clearly_other(exercise, one.answer, settings.asked))
    if not others:
        return one_set(exercise), ()
    taken = [(one.begin_s, one.end_s) for one in others]
    rest = unnamed(taken)
    if len(others) == len(found) and _seconds(rest) <= _seconds(taken):
        return no_set(exercise), others
    return tuple(PlannedSet(exercise, None, *one) for one in rest) or no_set(exercise), others


def _seconds(spans: Sequence[Span]) -> float:
    return sum(end_s - begin_s for begin_s, end_s in spans)
