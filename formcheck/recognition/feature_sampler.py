"""What a recogniser remembers of a session: every measure, some times a second, and nothing else.

Its memory is bounded: what is longer than that is remembered more coarsely.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from formcheck.measure.learned.measures import ALSO_DRAWN, OWN_NETWORKS, is_learned
from formcheck.measure.measure_name import plain_name
from formcheck.measure.measures import Measures
from formcheck.measure.observer import Observer
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.pose.together import beside_itself
from formcheck.recognition.hips_in_space import HIPS_OVER_ANKLES, hips_over_ankles, with_leans
from formcheck.recognition.packed_values import PackedValues
from formcheck.recognition.resemblance import resemblances


@dataclass(frozen=True)
class SamplingSettings:
    """How finely a session is remembered."""

    every_s: float = 0.1
    """Seconds between two samples: the quickest repetition lasts 0.4 s, and measuring costs some
    milliseconds."""
    most_rows: int = 3000
    """Five minutes at ten a second; then every second one is dropped, and so on."""


WHOLE_RECORDING = SamplingSettings(most_rows=72_000)
"""Two hours at ten a second, 50 MB: where a recording is cut into its sets, each of them must be
remembered as finely as a short one."""


SETTLED_SAMPLES = 10
"""Samples of somebody after which their near side is kept: a second's, over which it is voted on.
Of whom the model sees a glimpse now and then before it has them, that first one tells nothing."""


@dataclass(frozen=True)
class FeatureRow:
    """One moment. values: all that were asked for, by full name; empty without a person.

    take: number of the take that it is in. trunk: the trunk's length in pixels in this frame, for
    lengths that are compared over time. learned: of the measures of which more is known than what
    is drawn. resembles: exercises by id, see `resemblances`.
    """

    time_s: float
    view: View
    near_side: Side | None
    trunk: float
    values: Mapping[str, float]
    take: int = 0
    learned: Mapping[str, float] = field(default_factory=dict)
    resembles: Mapping[str, float] = field(default_factory=dict)


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
        self._resembled: dict[str, int] = {}

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
        pose = beside_itself(replace(pose, jumps=None))
        measures = self._observer.update(pose, settled=settled)
        self._seen = min(self._seen + measures.found, SETTLED_SAMPLES)
        self._rows.append(self._row(measures, resemblances(pose)))
        self._forget(pose.time_s)
        return measures

    def _forget(self, now_s: float) -> None:
        while self._recent_s is not None and now_s - self._rows[0].time_s > self._recent_s:
            self._rows.popleft()
        if len(self._rows) >= self._settings.most_rows:
            self._rows = deque(list(self._rows)[::2])
            self._every_s *= 2

    def _row(self, measures: Measures, resembles: Mapping[str, float]) -> FeatureRow:
        found = measures.found
        if not self._places:
            self._places = {name: place for place, name in enumerate(measures.drawn)}
            learned = filter(_is_known_in_space, measures.drawn)
            self._learned = {name: place for place, name in enumerate(learned)}
        if not self._resembled:
            self._resembled = {name: place for place, name in enumerate(resembles)}
        return FeatureRow(
            time_s=measures.time_s,
            view=measures.view,
            near_side=measures.near_side,
            trunk=measures.body.scale.trunk if found else float("nan"),
            values=PackedValues(self._places, measures.drawn) if found else {},
            take=measures.pose.take,
            learned=PackedValues(self._learned, _in_space(measures)) if found else {},
            resembles=PackedValues(self._resembled, resembles) if resembles else {},
        )


RECOGNISED_DRAWN = ("neck", "leg_to_trunk", "wrist_to_trunk")
"""Measures that something is learnt of as well, but whose ranges tell exercises apart as they are
drawn: with what is learnt a figure four of somebody real was surely taken for another exercise."""


MOST_UNSURE = 30.0
"""Standard error in degrees beyond which what is learnt tells no exercise from another, and what is
drawn does: of limbs as they were never seen it may be anything (a knee in a figure four, drawn as
50 degrees, was 127 ± 66)."""


def _is_known_in_space(name: str) -> bool:
    if plain_name(name) in RECOGNISED_DRAWN:
        return False
    measure = plain_name(name)
    return is_learned(name) or measure in ALSO_DRAWN or name == HIPS_OVER_ANKLES


def _in_space(measures: Measures) -> Mapping[str, float]:
    """What is known of each measure, by full name, with what is made of several."""
    unsure = [name for name in measures.learned if measures.errors[name] > MOST_UNSURE]
    known = {**measures.values, **{name: measures.drawn[name] for name in unsure}}
    drawn = measures.drawn.get(HIPS_OVER_ANKLES)
    if drawn is None:
        return known
    return {**known, HIPS_OVER_ANKLES: hips_over_ankles(measures.values, drawn)}
