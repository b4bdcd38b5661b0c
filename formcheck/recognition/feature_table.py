"""What a recogniser remembers of a session: every measure, some times a second, and nothing else.

Its memory is bounded: a long recording is remembered more coarsely.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.catalogue import CATALOGUE, Seen, compute
from formcheck.measure.orientation import View, orientation
from formcheck.measure.scale import scale_of, typical
from formcheck.measure.spine import back_curve
from formcheck.measure.steady import Lasting, Majority
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

SAMPLED_S = 0.1
"""Time between two samples: the quickest repetition lasts 0.4 s, and measuring costs some
milliseconds."""

MOST_SAMPLES = 3000
"""Five minutes at ten a second; then every second one is dropped, and so on."""

STEADY_S = 1.0
"""Time over which the view and the near side are voted on."""

NEAR_CHANGE_S = 3.0
"""The near side changes only when the other one has been nearer for this long."""


@dataclass(frozen=True)
class Sample:
    """One moment. measures: all that were asked for, by full name; empty without a person.

    trunk: the trunk's length in pixels in this frame, for lengths that are compared over time.
    """

    time_s: float
    view: View
    near: Side | None
    trunk: float
    measures: dict[str, float]


class Sampler:
    """Measures a pose now and then; state over time."""

    def __init__(self, names: Iterable[str], recent_s: float | None = None) -> None:
        """Names: of the measures, without side.

        recent_s: how long samples are remembered; None for the whole session, more and more
        coarsely.
        """
        self._recent_s = recent_s
        self._names = tuple(dict.fromkeys(names))
        self._needs_back = any(CATALOGUE[name].needs_silhouette for name in self._names)
        self._every_s = SAMPLED_S
        self._next_s = float("-inf")
        self._view: Majority[View] = Majority(STEADY_S)
        self._side_vote: Majority[Side | None] = Majority(STEADY_S)
        self._side: Lasting[Side | None] = Lasting(None)
        self._samples: deque[Sample] = deque()

    @property
    def samples(self) -> tuple[Sample, ...]:
        """What is remembered, in rising time."""
        return tuple(self._samples)

    def update(self, pose: Pose) -> Sample | None:
        """Take the next pose; the sample, unless one was taken a moment ago."""
        if pose.time_s < self._next_s:
            return None
        self._next_s = pose.time_s + self._every_s - SAMPLED_S / 4
        sample = self._measure(pose)
        self._samples.append(sample)
        self._forget(pose.time_s)
        return sample

    def _forget(self, now_s: float) -> None:
        while self._recent_s is not None and now_s - self._samples[0].time_s > self._recent_s:
            self._samples.popleft()
        if len(self._samples) >= MOST_SAMPLES:
            self._samples = deque(list(self._samples)[::2])
            self._every_s *= 2

    def _measure(self, pose: Pose) -> Sample:
        if not pose.found:
            return Sample(pose.time_s, View.UNKNOWN, self._side.value, float("nan"), {})
        turned = orientation(pose)
        view = self._view.update(pose.time_s, turned.view)
        prevailing = self._side_vote.update(pose.time_s, turned.near_side)
        needed_s = NEAR_CHANGE_S if self._side.value else 0.0
        near = self._side.update(pose.time_s, prevailing, needed_s)
        scale = typical([scale_of(pose, near)])
        body = Body(pose, scale)
        back = back_curve(body, turned) if self._needs_back else None
        measures = compute(self._names, Seen(body, turned, back))
        return Sample(pose.time_s, view, near, scale.trunk, measures)


@dataclass(frozen=True, eq=False)
class Table:
    """The samples of one person as columns, T each.

    values: by full measure name, NaN where not seen.
    near: the side nearer to the camera for most of the time. trunk: its length in pixels.
    """

    times: Array
    found: Mask
    views: NDArray[np.str_]
    near: Side
    trunk: Array
    values: dict[str, Array]

    def __len__(self) -> int:
        return len(self.times)


def table_of(samples: Iterable[Sample]) -> Table:
    """The samples as columns."""
    rows = tuple(samples)
    names = dict.fromkeys(name for row in rows for name in row.measures)
    nothing = float("nan")
    left = sum(1 if row.near == "left" else -1 for row in rows if row.measures)
    return Table(
        times=np.array([row.time_s for row in rows]),
        found=np.array([bool(row.measures) for row in rows]),
        views=np.array([str(row.view) for row in rows]),
        near="left" if left >= 0 else "right",
        trunk=np.array([row.trunk for row in rows]),
        values={
            name: np.array([row.measures.get(name, nothing) for row in rows]) for name in names
        },
    )


def medians(table: Table, where: Mask) -> dict[str, float]:
    """The median of every measure over some of the samples; NaN where it was never seen."""
    nothing = float("nan")
    found = {}
    for name, column in table.values.items():
        known = column[where]
        known = known[known == known]
        found[name] = float(np.median(known)) if known.size else nothing
    return found
