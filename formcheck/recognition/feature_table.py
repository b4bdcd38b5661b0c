"""What a recogniser remembers of a session: every measure, some times a second, and nothing else.

Its memory is bounded: what is longer than that is remembered more coarsely.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.measures import OWN_NETWORKS, is_learned
from formcheck.measure.measures import Measures
from formcheck.measure.observer import Observer
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.recognition.hips_in_space import HIPS_OVER_ANKLES, hips_over_ankles, with_leans
from formcheck.recognition.packed_values import PackedValues

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class SamplingSettings:
    """How finely a session is remembered."""

    every_s: float = 0.1
    """Seconds between two samples: the quickest repetition lasts 0.4 s, and measuring costs some
    milliseconds."""
    most_rows: int = 3000
    """Five minutes at ten a second; then every second one is dropped, and so on."""


WHOLE_RECORDING = SamplingSettings(most_rows=72_000)
"""Two hours at ten a second, 40 MB: where a recording is cut into its sets, each of them must be
remembered as finely as a short one."""


SETTLED_SAMPLES = 10
"""Samples of somebody after which their near side is kept: a second's, over which it is voted on.
Of whom the model sees a glimpse now and then before it has them, that first one tells nothing."""


NEAR_AROUND_S = 15.0
"""Seconds before and after a sample in which the near side is the one that prevails: far longer
than the model mistakes one side for the other, shorter than a set and the pause after it, in which
people turn round."""


@dataclass(frozen=True)
class FeatureRow:
    """One moment. values: all that were asked for, by full name; empty without a person.

    take: number of the take that it is in. trunk: the trunk's length in pixels in this frame, for
    lengths that are compared over time. learned: of the measures of which more is known than what
    is drawn.
    """

    time_s: float
    view: View
    near_side: Side | None
    trunk: float
    values: Mapping[str, float]
    take: int = 0
    learned: Mapping[str, float] = field(default_factory=dict)


class FeatureSampler:
    """Measures a pose now and then; state over time.

    names: of the measures, without side. watched: of those that are wanted as they are told, too,
    whatever tells exercises apart. recent_s: how long samples are remembered; None for the
    whole session, more and more coarsely.
    """

    def __init__(
        self,
        names: Iterable[str],
        recent_s: float | None = None,
        settings: SamplingSettings | None = None,
        *,
        watched: Collection[str] = (),
    ) -> None:
        self._settings = settings or SamplingSettings()
        self._recent_s = recent_s
        self._observer = Observer(
            with_leans((*names, *watched)), as_drawn=set(OWN_NETWORKS).difference(watched)
        )
        self._every_s = self._settings.every_s
        self._next_s = float("-inf")
        self._take = 0
        self._seen = 0
        self._rows: deque[FeatureRow] = deque()
        self._places: dict[str, int] = {}
        self._learned: dict[str, int] = {}

    @property
    def rows(self) -> tuple[FeatureRow, ...]:
        """What is remembered, in rising time."""
        return tuple(self._rows)

    def update(self, pose: Pose) -> Measures | None:
        """Take the next pose; its measures, unless some were taken a moment ago."""
        if pose.time_s < self._next_s and pose.take == self._take:
            return None
        self._seen = self._seen if pose.take == self._take else 0
        self._take = pose.take
        # A quarter early: frames that come ten times a second come a little before and after.
        self._next_s = pose.time_s + self._every_s - self._settings.every_s / 4
        # What jumps from one picture to the next is often a quick kick, by which exercises are told
        # apart: here only what jumps from sample to sample isn't believed.
        settled = self._seen >= SETTLED_SAMPLES
        measures = self._observer.update(replace(pose, jumps=None), settled=settled)
        self._seen = min(self._seen + measures.found, SETTLED_SAMPLES)
        self._rows.append(self._row(measures))
        self._forget(pose.time_s)
        return measures

    def _forget(self, now_s: float) -> None:
        while self._recent_s is not None and now_s - self._rows[0].time_s > self._recent_s:
            self._rows.popleft()
        if len(self._rows) >= self._settings.most_rows:
            self._rows = deque(list(self._rows)[::2])
            self._every_s *= 2

    def _row(self, measures: Measures) -> FeatureRow:
        found = measures.found
        if not self._places:
            self._places = {name: place for place, name in enumerate(measures.drawn)}
            learned = filter(_is_known_in_space, measures.drawn)
            self._learned = {name: place for place, name in enumerate(learned)}
        return FeatureRow(
            time_s=measures.time_s,
            view=measures.view,
            near_side=measures.near_side,
            trunk=measures.body.scale.trunk if found else float("nan"),
            values=PackedValues(self._places, measures.drawn) if found else {},
            take=measures.pose.take,
            learned=PackedValues(self._learned, _in_space(measures)) if found else {},
        )


RECOGNISED_DRAWN = ("neck", "leg_to_trunk", "wrist_to_trunk")
"""Measures that something is learnt of as well, but whose ranges tell exercises apart as they are
drawn: with what is learnt a figure four of somebody real was surely taken for another exercise."""


MOST_UNSURE = 30.0
"""Standard error in degrees beyond which what is learnt tells no exercise from another, and what is
drawn does: of limbs as they were never seen it may be anything (a knee in a figure four, drawn as
50 degrees, was 127 ± 66)."""


def _is_known_in_space(name: str) -> bool:
    if name.partition(".")[0] in RECOGNISED_DRAWN:
        return False
    return is_learned(name) or name == HIPS_OVER_ANKLES


def _in_space(measures: Measures) -> Mapping[str, float]:
    """What is known of each measure, by full name, with what is made of several."""
    unsure = [name for name in measures.learned if measures.errors[name] > MOST_UNSURE]
    known = {**measures.values, **{name: measures.drawn[name] for name in unsure}}
    drawn = measures.drawn.get(HIPS_OVER_ANKLES)
    if drawn is None:
        return known
    return {**known, HIPS_OVER_ANKLES: hips_over_ankles(measures.values, drawn)}


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """The samples of one person as columns, T each.

    values: by full measure name, NaN where not seen. takes: number of the take, rising.
    near: the side nearer to the camera for most of the time around. trunk: its length in pixels.
    learned: of the measures of which more is known than what is drawn.
    """

    times: Array
    takes: NDArray[np.int_]
    found: Mask
    views: NDArray[np.str_]
    near: NDArray[np.str_]
    trunk: Array
    values: dict[str, Array]
    learned: dict[str, Array] = field(default_factory=dict)

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
