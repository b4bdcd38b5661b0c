"""Stretches of a session in the light of what is done at once before and after each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.feature_table import Array, FeatureTable
from formcheck.recognition.segmentation import Segment
from formcheck.recognition.similarity import Comparison
from formcheck.recognition.similarity_settings import SimilaritySettings


@dataclass(frozen=True)
class NeighbourSettings:
    """When two exercises at once are one, or one of them is none."""

    at_once_s: float = 3.0
    """Nobody goes over to another exercise in less time than this..."""

    passing_s: float = 3.0
    """... so a single movement of less than this, before or after which another exercise is done at
    once, is getting there or leaving: who shifted about on all fours for 2.4 s before a child's
    pose had done a cat stretch, badly."""

    alike_share: float = 0.6
    """And what follows at once is the same one, if it speaks for that by this share of what it
    speaks for another: a bridge in which the hips stay low looks much like a pelvic tilt. Not so
    where one is a position that is kept and the other a movement, which may well follow at once."""

    resting_s: float = 10.0
    """Unless it is kept for less than this where the other one rests: who waits on straight arms
    before a push-up, or after the last one, is in no plank. As long as a plank is to be held."""

    rest_fits: float = 0.5
    """How well such a rest must fit, 0 to 1 (engineering value; on figures 0.9 and more on the
    hands, and nothing on the forearms)."""


class Neighbours:
    """Looks at stretches beside those next to them.

    exercises, table: of which, and in which, the stretches are.
    """

    def __init__(
        self,
        exercises: Sequence[Exercise],
        table: FeatureTable,
        similarity: SimilaritySettings,
        settings: NeighbourSettings,
    ) -> None:
        self._exercises = exercises
        self._table = table
        self._similarity = similarity
        self._settings = settings

    def joined(self, found: Sequence[Segment], evidence: Sequence[Array]) -> list[Segment]:
        """The stretches, those put together that follow at once and are alike.

        evidence: for each exercise, what each sample speaks for it.
        """
        kept: list[Segment] = []
        for one in found:
            together = self._together(kept[-1], one, evidence) if kept else None
            if together is None:
                kept.append(one)
            else:
                kept[-1] = together
        return kept

    def passed_through(self, found: Sequence[Segment], number: int) -> bool:
        """Whether a stretch is short, and another is done at once before or after it."""
        short = self._lasts_s(found[number]) < self._settings.passing_s
        return short and any(self._at_once(found, number))

    def only_rests(self, found: Sequence[Segment], number: int) -> bool:
        """Whether in a stretch somebody is only where they rest in what is done at once besides."""
        which, begin, end = found[number]
        short = self._lasts_s(found[number]) < self._settings.resting_s
        if not short or not is_kept(self._exercises[which]):
            return False
        others = (self._exercises[other] for other, _, _ in self._at_once(found, number))
        part = self._table.part(begin, end)
        return any(not is_kept(other) and self._rests(other, part) for other in others)

    def _rests(self, exercise: Exercise, part: FeatureTable) -> bool:
        fit = Comparison(exercise, part, self._similarity).fit_at_rest(part.found)
        return fit >= self._settings.rest_fits

    def _at_once(self, found: Sequence[Segment], number: int) -> Iterator[Segment]:
        """Those before and after a stretch that nothing parts from it."""
        around = found[max(number - 1, 0) : number + 2]
        for before, after in pairwise(around):
            if self._follows_at_once(before, after):
                yield before if after is found[number] else after

    def _together(
        self, before: Segment, after: Segment, evidence: Sequence[Array]
    ) -> Segment | None:
        """Two stretches as one of the likelier exercise; None where they are two."""
        (was, first, last), (which, begin, end) = before, after
        kinds = {is_kept(self._exercises[one]) for one in (was, which)}
        if len(kinds) > 1 or not self._follows_at_once(before, after):
            return None
        own, of_other = evidence[which][begin:end].sum(), evidence[was][begin:end].sum()
        old, of_new = evidence[was][first:last].sum(), evidence[which][first:last].sum()
        share = self._settings.alike_share
        if of_other < share * own and of_new < share * old:
            return None
        return (was if old + of_other >= own + of_new else which, first, end)

    def _follows_at_once(self, before: Segment, after: Segment) -> bool:
        last, begin = before[2] - 1, after[1]
        times, takes = self._table.times, self._table.takes
        same_take = takes[last] == takes[begin]
        return bool(same_take and times[begin] - times[last] < self._settings.at_once_s)

    def _lasts_s(self, stretch: Segment) -> float:
        _, begin, end = stretch
        return float(self._table.times[end - 1] - self._table.times[begin])


def is_kept(exercise: Exercise) -> bool:
    """Whether it is a position that is kept, and no movement."""
    return exercise.repetition.is_long_hold or exercise.signature.still == "rest"
