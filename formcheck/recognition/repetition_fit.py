"""How well one movement out and back fits an exercise's signature."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from formcheck.exercises.range import Range
from formcheck.exercises.signature import Signature
from formcheck.measure.catalogue import find
from formcheck.recognition.cycles import SampledCycle
from formcheck.recognition.feature_table import FeatureTable, Medians
from formcheck.recognition.fit import Asked, Fit


@dataclass(frozen=True, eq=False)
class Repetition:
    """One movement out and back: what was measured at rest, furthest out and meanwhile."""

    table: FeatureTable
    cycle: SampledCycle
    rest: Mapping[str, float]
    peak: Mapping[str, float]
    ends: tuple[float, float]

    @classmethod
    def of(
        cls, cycle: SampledCycle, table: FeatureTable, ends: tuple[float, float]
    ) -> "Repetition":
        """Ends: the percentiles between which a measure must stay that stays meanwhile."""
        return cls(table, cycle, Medians(table, cycle.rest), Medians(table, cycle.peak), ends)

    def fit(self, fit: Fit, rest_ranges: tuple[Range, ...], signature: Signature) -> float:
        """How well it fits, 0 to 1."""
        softness = fit.settings.softness
        asked = [
            *(Asked(one, fit.side_of(one, self.rest), self.rest, softness) for one in rest_ranges),
            *(
                Asked(one, fit.side_of(one, self.peak), self.peak, softness)
                for one in signature.peak
            ),
            *self._changes(fit, signature.change),
            *self._meanwhile(fit, signature),
        ]
        return fit.of_all(asked)

    def _changes(self, fit: Fit, ranges: Iterable[Range]) -> Iterator[Asked]:
        """How far measures moved from rest to the furthest point."""
        nothing = float("nan")
        for one in ranges:
            name = fit.side_of(one, self.peak)
            at_peak = self.peak.get(name, nothing)
            if find(name).of_picture:
                at_peak *= self._trunk_share
            moved = at_peak - self.rest.get(name, nothing)
            yield Asked(one, name, {name: moved}, fit.settings.softness_of_change)

    @property
    def _trunk_share(self) -> float:
        """The trunk's length furthest out beside that at rest: one that bends looks shorter."""
        lengths = [self.table.trunk[where] for where in (self.cycle.peak, self.cycle.rest)]
        peak, rest = (one[np.isfinite(one)] for one in lengths)
        return float(np.median(peak) / np.median(rest)) if peak.size and rest.size else float("nan")

    def shows(self, fit: Fit, must: Iterable[Range]) -> bool:
        """Whether all of some measures can be seen furthest out."""
        nothing = float("nan")
        values = (self.peak.get(fit.side_of(one, self.peak), nothing) for one in must)
        return all(value == value for value in values)

    def _meanwhile(self, fit: Fit, signature: Signature) -> Iterator[Asked]:
        """What holds all the time, by both of its ends."""
        for one in signature.throughout:
            name = fit.side_of(one, self.peak)
            for end in self._ends(name):
                yield Asked(one, name, {name: end}, fit.settings.softness)

    def _ends(self, name: str) -> tuple[float, float]:
        """The least and the most of a measure meanwhile; NaN where it is never seen."""
        column = self.table.values.get(name)
        known = np.empty(0) if column is None else column[self.cycle.first : self.cycle.last + 1]
        known = known[np.isfinite(known)]
        if not known.size:
            return float("nan"), float("nan")
        low, high = np.percentile(known, self.ends)
        return float(low), float(high)
