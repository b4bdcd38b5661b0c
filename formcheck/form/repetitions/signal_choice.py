"""Which of an exercise's measures repetitions are counted on: the one that shows them most clearly.

A small movement, as a pelvic tilt is, shows in one measure on one person and in another on the
next. Several are followed until the first repetition is over; the one that rose most, each in units
of its own least travel, is kept for the set.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, nan

from formcheck.exercises.repetition import RepetitionRule, Wave
from formcheck.form.holds.sure_hold import SureHold
from formcheck.form.repetition_cycle import CyclePhase, RepetitionCycle
from formcheck.form.repetitions.lost_sureness import LostSureness
from formcheck.form.repetitions.outside_reach import OutsideReach
from formcheck.form.repetitions.repetitions import RepetitionCounter
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.repetitions.small_movement import SmallMovement
from formcheck.form.sides import SideChoice
from formcheck.form.state import CountedSignal
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True, eq=False)
class SignalCount:
    """A signal and the counter that follows it.

    measure: what the signal is made of, as the exercise names it. turns_behind: whether somebody
        whom somebody else hides may have come back and set out again: who holds for long sways.
    """

    measure: str
    signal: RepetitionSignal
    counter: RepetitionCounter
    small: SmallMovement
    reach: OutsideReach
    sureness: LostSureness
    turns_behind: bool
    sure: SureHold

    def signal_in(self, frame: MeasuredFrame, sides: SideChoice) -> float:
        """The signal; NaN where it can't be had or the person is out of the posture."""
        made_of = self.signal.names(frame.measures, sides)[:1]
        if not frame.in_posture or any(self.sureness.lost(n, frame.error(n)) for n in made_of):
            return float("nan")
        signal = self.signal.value(frame.measures, sides, frame.beyond, frame.doubted)
        return self.sure.told(signal, frame, sides)

    def out_of_picture(self, frame: MeasuredFrame, sides: SideChoice) -> bool:
        """Whether the signal can't be had because what makes it left the picture."""
        return self.signal.out_of_picture(frame.measures, sides, frame.beyond)

    def update(self, frame: MeasuredFrame, sides: SideChoice) -> RepetitionCycle | None:
        """Take in a frame; the repetition that it completes, if any."""
        outside = self.out_of_picture(frame, sides)
        drawn = self.signal.value(frame.drawn, sides) if outside else nan
        value = self.reach.update(self.signal_in(frame, sides), drawn, outside=outside)
        names = self.signal.names(frame.measures, sides)
        self.sureness.update(frame.time_s, {name: frame.error(name) for name in names})
        self.small.update(frame.time_s, value)
        covered = frame.covered and self.turns_behind
        done = self.counter.update(frame.time_s, value, covered=covered)
        if self.counter.phase is CyclePhase.REST:
            self.sure.end()
        return done

    def risen(self, time_s: float) -> float:
        """How far the movement under way has gone, in least travels; 0 at rest."""
        under_way = self.counter.under_way(time_s)
        return under_way.travel / self.counter.least_travel if under_way else 0.0


class SignalChoice:
    """Counts the repetitions of one set. State over time; feed it in order."""

    def __init__(self, rule: RepetitionRule) -> None:
        # Who moves both ways goes out from the start position first, and from beyond it later.
        expected = nan if rule.both_ways else rule.usual_travel
        turns = not rule.is_long_hold
        first = _count(rule, rule, expected, rule.held_from, turns_behind=turns)
        rest = (_count(rule, wave, nan, turns_behind=turns) for wave in rule.or_by)
        self._counts = [first, *rest]
        self._leading = self._counts[0]

    @property
    def counter(self) -> RepetitionCounter:
        """The counter that leads for now, or was chosen."""
        return self._leading.counter

    @property
    def measure(self) -> str:
        """What that counter counts on, as the exercise names it."""
        return self._leading.measure

    @property
    def moved_too_little(self) -> bool:
        """Whether there was a movement out and back that is too small for a repetition."""
        return any(count.small.seen for count in self._counts)

    def counted(self, measures: Mapping[str, float], sides: SideChoice) -> CountedSignal:
        """What repetitions are counted on, in a frame with these measures."""
        outward = {count.measure: count.signal.value(measures, sides) for count in self._counts}
        return CountedSignal(self.measure, outward)

    def update(self, frame: MeasuredFrame, sides: SideChoice) -> RepetitionCycle | None:
        """Take in a frame; the repetition that it completes, if any."""
        done = {count: count.update(frame, sides) for count in self._counts}
        found = done[self._leading]
        if found is not None:
            self._counts = [self._leading]
        elif len(self._counts) > 1:
            # Of equals the first: the exercise's own measure.
            self._leading = max(self._counts, key=lambda count: count.risen(frame.time_s))
        return found

    def begin_held(self, since_s: float, signal: float, travel: float, *, sure: bool) -> None:
        """Begin at the furthest point, as the set did; see `RepetitionCounter.begin_held`.

        sure: whether nobody rests so.
        """
        self.counter.begin_held(since_s, signal, travel)
        if sure:
            self._leading.sure.begin(signal)

    def retold(self, frames: Sequence[MeasuredFrame], sides: SideChoice) -> list[MeasuredFrame]:
        """The frames with the signal that leads now."""
        leading = self._leading
        return [
            replace(
                frame,
                signal=leading.signal_in(frame, sides),
                out_of_picture=leading.out_of_picture(frame, sides),
            )
            for frame in frames
        ]


def _count(
    rule: RepetitionRule,
    wave: Wave,
    expected_travel: float,
    held_from: float = inf,
    *,
    turns_behind: bool,
) -> SignalCount:
    return SignalCount(
        wave.measure,
        RepetitionSignal(wave),
        RepetitionCounter(wave.least_travel, expected_travel, held_from=held_from, begins_set=True),
        SmallMovement(wave.least_travel),
        OutsideReach(wave.least_travel),
        LostSureness(),
        turns_behind,
        SureHold(rule),
    )
