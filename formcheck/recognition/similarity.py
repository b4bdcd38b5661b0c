"""How similar a session is to one exercise.

Each repetition that the exercise's own measure shows is held against the exercise's signature: at
rest, at the furthest point, and in the change from one to the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.range import Range
from formcheck.exercises.signature import Signature
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import SIDES, Side
from formcheck.recognition.cycles import (
    SampledCycle,
    column,
    in_posture,
    longest_stay_s,
    sampled_cycles,
    signal_of,
)
from formcheck.recognition.feature_table import Array, FeatureTable, Mask, Medians
from formcheck.recognition.fit import Fit
from formcheck.recognition.repetition_fit import Repetition
from formcheck.recognition.similarity_settings import DEFAULTS, Counts, SimilaritySettings
from formcheck.recognition.usual_signature import signature_of


@dataclass(frozen=True, eq=False)
class Comparison:
    """A session, or a still picture, beside one exercise. Every answer is 0 to 1.

    also: views that are taken for right, besides the exercise's own. resembling: logarithm of the
    share from which a pose that resembles the exercise is taken for one in its posture.
    """

    exercise: Exercise
    table: FeatureTable
    settings: SimilaritySettings = DEFAULTS
    also: tuple[str, ...] = ()
    resembling: float = float("inf")

    @property
    def of_session(self) -> float:
        """How similar the session is to the exercise; less surely where it is seen half turned."""
        return self._best[1]

    @property
    def better_seen(self) -> "Comparison":
        """This one, or that with other views taken for right, whichever says more."""
        return self._best[0]

    @cached_property
    def _best(self) -> tuple["Comparison", float]:
        scored = [(one, counts.of(one._behind) * one._seen_rightly) for one, counts in self.ways]
        return max(scored, key=lambda one: one[1])

    @cached_property
    def ways(self) -> "tuple[tuple[Comparison, Counts], ...]":
        """This one, and those with other views taken for right; each with what it counts."""
        settings, half_turned = self.settings, self._half_turned
        ways = [(self, settings.rightly_counts)]
        is_posture = self.exercise.kind == "posture"
        if not is_posture or half_turned.inside.sum() > self.inside.sum():
            ways.append((half_turned, settings.half_turned_counts))
        alike = replace(half_turned, also=tuple(View), resembling=settings.least_resemblance)
        # From where sitting on a chair can't be told from sitting against a wall, it is neither.
        if not is_posture and alike.inside.sum() > half_turned.inside.sum():
            ways.append((alike, settings.resembled_counts))
        return tuple(ways)

    @property
    def _behind(self) -> float:
        """By how much the poses in the posture resemble the exercise less than the likeliest."""
        return self.table.behind(self.exercise.id, self.inside)

    @property
    def _half_turned(self) -> "Comparison":
        """The same with half turned views, and those from which it can be told, by what is known of
        a body that is seen so.
        """
        views = (View.THREE_QUARTER, *self.exercise.signature.also_seen)
        return replace(self, table=self.table.half_turned, also=views)

    @property
    def by_keeping(self) -> float:
        """How similar it is by a position that is kept, whatever was done besides."""
        return self._seen_so[0]

    @property
    def _seen_rightly(self) -> float:
        """How similar it is in the views that are taken for right."""
        return max(self._seen_so)

    @cached_property
    def _seen_so(self) -> tuple[float, float]:
        """How similar it is by the position that is kept, and by the movements."""
        seen = int(self.table.found.sum())
        if not seen:
            return 0.0, 0.0
        share = float(self.inside.sum() / seen)
        if share < self.settings.least_share:
            return 0.0, 0.0
        still = share * self.settings.still_counts * self._kept()
        return still, float(np.sqrt(share)) * self._moved(seen)

    @property
    def of_picture(self) -> float:
        """How similar a still picture is to the exercise's furthest point, or the posture it is."""
        if not self._right_moment():
            return 0.0
        if self.signature.still == "rest":
            return self.at_rest
        return self._fit_at_peak(self.table.found)

    @property
    def at_rest(self) -> float:
        """How similar a still picture is to where the exercise rests."""
        if not self._right_moment():
            return 0.0
        return self.fit_at_rest(self.table.found)

    @cached_property
    def inside(self) -> Mask:
        """The samples in a right view and in the exercise's posture."""
        inside = in_posture(self.exercise, self.table, self.also)
        logs = self.table.resembles.get(self.exercise.id)
        if logs is None:
            return inside
        # Comparisons with NaN are False.
        return np.asarray(inside | (self.table.found & (logs >= self.resembling)), bool)

    @property
    def posture_share(self) -> float:
        """The share of the time in which somebody keeps the posture, from wherever it is seen."""
        seen = int(self.table.found.sum())
        kept = in_posture(self.exercise, self.table, tuple(View))
        return float(kept.sum() / seen) if seen else 0.0

    @cached_property
    def signature(self) -> Signature:
        """How the exercise is told from others."""
        return signature_of(self.exercise, self.settings.usual)

    @property
    def rest_ranges(self) -> tuple[Range, ...]:
        """What is asked of the position between two repetitions: by the start position, but for
        what the signature says otherwise, and by that.
        """
        own = {limit.measure for limit in self.signature.rest}
        position = (one for one in self.exercise.start.position.ranges if one.measure not in own)
        return (*position, *self.signature.rest)

    @property
    def _working(self) -> tuple[Side | None, ...]:
        """The sides that may be the working one."""
        return (None,) if self.exercise.sides.pattern == "none" else SIDES

    def _fits(self, where: Mask) -> Iterator[Fit]:
        """For each side that may be the working one."""
        near = self.table.near_in(where)
        return (Fit(near, side, self.settings.fit) for side in self._working)

    def fit_at_rest(self, where: Mask) -> float:
        """How well some samples fit the position between two repetitions."""
        fit = Fit(self.table.near_in(where), None, self.settings.fit)
        return fit.of_values(self.rest_ranges, Medians(self.table, where))

    def _fit_at_peak(self, where: Mask) -> float:
        values = Medians(self.table, where)
        return max(fit.of_values(self.signature.peak, values) for fit in self._fits(where))

    def _right_moment(self) -> bool:
        """Whether a picture is taken from the exercise's first view, the surest, in its posture."""
        from_there = bool(np.isin(self.table.views, [self.exercise.camera.view]).any())
        return from_there and bool(self.inside.any())

    @property
    def matches(self) -> Iterator[tuple[SampledCycle, float]]:
        """Every movement out and back, and how well it fits."""
        if self.signature.still == "rest":
            return
        signal = signal_of(self.exercise, self.table, self.inside)
        cycles = sampled_cycles(self.exercise, self.table, signal, self.settings.cycles)
        ends = self.settings.still_ends
        repetitions = [(cycle, Repetition.of(cycle, self.table, ends)) for cycle in cycles]
        shown = any(self._shows(one) for _, one in repetitions)
        sure = 1.0 if shown else self.settings.never_shown
        for cycle, one in repetitions:
            yield cycle, sure * self._match(one) * self._held(cycle) * self._turned(cycle, signal)

    def _moved(self, seen: int) -> float:
        """How well the repetitions fit, and how much of the time they take."""
        settings, alike = self.settings, self.alike
        if not alike:
            return 0.0
        frames = [cycle.last - cycle.first + 1 for cycle, _ in alike]
        quality = float(np.average([match for _, match in alike], weights=frames))
        of_time = sum(frames) / seen / settings.enough_share
        held = self.exercise.repetition.is_long_hold
        enough_s = settings.enough_of_holds_s if held else settings.enough_s
        return quality * min(1.0, of_time, sum(frames) * self.table.step_s / enough_s)

    @cached_property
    def alike(self) -> list[tuple[SampledCycle, float]]:
        """The movements that fit best, and those that fit about as well."""
        matches = list(self.matches)
        least = self.settings.alike_share * max((match for _, match in matches), default=0.0)
        return [one for one in matches if one[1] >= least]

    def _match(self, one: Repetition) -> float:
        """How well one repetition fits."""
        # Either side may be the working one: left and right swap, and a bent leg may be higher.
        fits = self._fits(one.cycle.peak)
        return max(one.fit(fit, self.rest_ranges, self.signature) for fit in fits)

    def _shows(self, one: Repetition) -> bool:
        """Whether a repetition shows what must be seen of the exercise."""
        must = [limit for limit in self.signature.peak if limit.must_be_seen]
        return any(one.shows(fit, must) for fit in self._fits(one.cycle.peak))

    def _held(self, cycle: SampledCycle) -> float:
        """Whether an exercise that is held for long is held."""
        if not self.exercise.repetition.is_long_hold:
            return 1.0
        held_s = float(cycle.peak.sum()) * self.table.step_s
        return min(1.0, held_s / self.settings.held_s)

    def _turned(self, cycle: SampledCycle, signal: Array) -> float:
        """Whether somebody turns round in time where nobody stays away from rest."""
        within_s = self.signature.turns_within_s
        if within_s is None:
            return 1.0
        stayed_s = longest_stay_s(cycle, self.table.times, signal, self.settings.cycles)
        return float(stillness_of(np.array(stayed_s), within_s))

    def _kept(self) -> float:
        """How well a position that is enough by itself is kept; 0 where there is none."""
        if self.signature.still is None:
            return 0.0
        return self._stillness() * self.fit_of_kept(self.inside)

    def fit_of_kept(self, where: Mask) -> float:
        """How well some samples fit the position that is enough by itself."""
        at_rest = self.signature.still == "rest"
        fit = self.fit_at_rest(where) if at_rest else self._fit_at_peak(where)
        near = Fit(self.table.near_in(where), None, self.settings.fit)
        return fit * near.of_values(self.signature.kept, Medians(self.table, where))

    def _stillness(self) -> float:
        """How still, and how long, somebody stays in the posture."""
        settings, inside = self.settings, self.inside
        throughout = float(inside.mean()) >= settings.throughout_share
        enough_s = settings.kept_throughout_s if throughout else settings.enough_kept_s
        stillness = min(1.0, float(inside.sum()) * self.table.step_s / enough_s)
        for name, most in self.signature.still_within.items():
            values = column(name, self.table)[inside]
            values = values[values == values]
            if values.size:
                low, high = np.percentile(values, self.settings.still_ends)
                stillness *= float(stillness_of(np.asarray(high - low), most))
        return stillness


def stillness_of(spread: Array, most: float) -> Array:
    """1 where a measure spreads by no more than it may, falling to 0 with what is beyond."""
    return np.asarray(np.exp(-((np.maximum(0.0, spread - most) / most) ** 2)))
