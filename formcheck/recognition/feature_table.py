"""What is remembered of a session as columns: a row a sample."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import Side
from formcheck.recognition.feature_sampler import FeatureRow

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

NEAR_AROUND_S = 15.0
"""Seconds before and after a sample in which the near side is the one that prevails: far longer
than the model mistakes one side for the other, shorter than a set and the pause after it, in which
people turn round."""

RESEMBLANCE_AROUND_S = 1.0
"""Seconds before and after a sample over which it is looked at what poses resemble: people come by
many postures, and stay in few."""


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """The samples of one person as columns, T each.

    values: by full measure name, NaN where not seen. takes: number of the take, rising.
    near: the side nearer to the camera for most of the time around. trunk: its length in pixels.
    learned: of the measures of which more is known than what is drawn. resembles: exercises by id,
    logarithms of shares (see `resemblances`), NaN where they aren't known.
    """

    times: Array
    takes: NDArray[np.int_]
    found: Mask
    views: NDArray[np.str_]
    near: NDArray[np.str_]
    trunk: Array
    values: dict[str, Array]
    learned: dict[str, Array] = field(default_factory=dict)
    resembles: dict[str, Array] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.times)

    @property
    def step_s(self) -> float:
        """Time between two samples; 0 for a single one."""
        return float(np.median(np.diff(self.times))) if len(self) > 1 else 0.0

    def part(self, begin: int, end: int) -> "FeatureTable":
        """The samples from one place to before another, as a table of their own."""
        where = slice(begin, end)
        return FeatureTable(
            times=self.times[where],
            takes=self.takes[where],
            found=self.found[where],
            views=self.views[where],
            near=self.near[where],
            trunk=self.trunk[where],
            values={name: column[where] for name, column in self.values.items()},
            learned={name: column[where] for name, column in self.learned.items()},
            resembles={name: column[where] for name, column in self.resembles.items()},
        )

    @property
    def half_turned(self) -> "FeatureTable":
        """The same with what is known of a body that isn't seen from the side or the front, where
        what is drawn of a joint is not how far it is bent.
        """
        return replace(self, values={**self.values, **self.learned})

    @property
    def stretches(self) -> Iterator[slice]:
        """The takes in turn, as places in the table."""
        begins = np.flatnonzero(np.diff(self.takes, prepend=-1))
        for begin, end in pairwise((*begins, len(self))):
            yield slice(int(begin), int(end))

    def behind(self, exercise: str, where: Mask) -> float:
        """By how much some samples resemble an exercise less than the one that they resemble most,
        in mean logarithms of shares; NaN where it isn't known.
        """
        if exercise not in self.resembles:
            return float("nan")
        known = where & np.isfinite(self.resembles[exercise])
        if not known.any():
            return float("nan")
        mean = self._all_resembled[:, known].mean(axis=1)
        return float(mean.max() - mean[list(self.resembles).index(exercise)])

    def behind_around(self, exercise: str) -> Array:
        """The same around each sample, (T,): a single pose may resemble anything."""
        if exercise not in self.resembles:
            return np.full(len(self), np.nan)
        around = self._resembled_around
        return np.asarray(around.max(axis=0) - around[list(self.resembles).index(exercise)])

    @cached_property
    def _all_resembled(self) -> Array:
        """A row an exercise."""
        return np.stack(list(self.resembles.values()))

    @cached_property
    def _resembled_around(self) -> Array:
        """The same in the mean of what is known around each sample, NaN where nothing is."""
        known = np.isfinite(self._all_resembled)
        nothing = np.zeros((len(known), 1))
        sums = np.hstack([nothing, np.where(known, self._all_resembled, 0.0).cumsum(axis=1)])
        counts = np.hstack([nothing, known.cumsum(axis=1)])
        first = np.searchsorted(self.times, self.times - RESEMBLANCE_AROUND_S)
        last = np.searchsorted(self.times, self.times + RESEMBLANCE_AROUND_S, side="right")
        seen = counts[:, last] - counts[:, first]
        mean = (sums[:, last] - sums[:, first]) / np.maximum(seen, 1)
        return np.where(seen > 0, mean, np.nan)

    def near_in(self, where: Mask) -> Side:
        """The side that was nearer in most of some samples."""
        near = self.near[where]
        return "left" if 2 * int((near == "left").sum()) >= near.size else "right"


def table_of(measured: Iterable[FeatureRow]) -> FeatureTable:
    """The rows as columns."""
    rows = tuple(measured)
    times = np.array([row.time_s for row in rows])
    takes = np.array([row.take for row in rows], int)
    left = np.array([(1 if row.near_side == "left" else -1) * bool(row.values) for row in rows])
    return FeatureTable(
        takes=takes,
        times=times,
        found=np.array([bool(row.values) for row in rows]),
        views=np.array([str(row.view) for row in rows]),
        near=np.where(_sum_around(left, times, takes) >= 0, "left", "right"),
        trunk=np.array([row.trunk for row in rows]),
        values=_columns([row.values for row in rows]),
        learned=_columns([row.learned for row in rows]),
        resembles=_columns([row.resembles for row in rows]),
    )


def _columns(rows: Sequence[Mapping[str, float]]) -> dict[str, Array]:
    nothing = float("nan")
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: np.array([row.get(name, nothing) for row in rows]) for name in names}


def _sum_around(values: NDArray[np.int_], times: Array, takes: NDArray[np.int_]) -> Array:
    """For each sample the sum of those around it in its take."""
    sums = np.concatenate([[0], np.cumsum(values)])
    first = np.maximum(np.searchsorted(times, times - NEAR_AROUND_S), np.searchsorted(takes, takes))
    last = np.minimum(
        np.searchsorted(times, times + NEAR_AROUND_S, side="right"),
        np.searchsorted(takes, takes, side="right"),
    )
    return np.asarray(sums[last] - sums[first], float)


class Medians(Mapping[str, float]):
    """The median of every measure over some of the samples; NaN where it was never seen.

    Each is computed when it is asked for: of a hundred measures an exercise asks for ten.
    """

    def __init__(self, table: FeatureTable, where: Mask) -> None:
        self._columns = table.values
        self._where = where
        self._found: dict[str, float] = {}

    def __getitem__(self, name: str) -> float:
        """The median of one measure, by its full name."""
        found = self._found.get(name)
        if found is None:
            known = self._columns[name][self._where]
            known = known[known == known]
            found = float(np.median(known)) if known.size else float("nan")
            self._found[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        """The names of the measures."""
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)
