"""Cutting a finished repetition into its phases, with hindsight.

While it happens, one can't know how far a person will go. Once they are back, the furthest point is
known, and every frame's phase with it; verdicts are given on these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from formcheck.form.holds.hold_clock import hold_of
from formcheck.form.holds.hold_ends import hold_ends, hold_seconds
from formcheck.form.holds.unseen_hold import ends_seen, is_clear, is_followed
from formcheck.form.repetition_cycle import RETURN_SHARE, RepetitionCycle
from formcheck.form.verdicts.measured_frame import MeasuredFrame, PhaseSegment


@dataclass(frozen=True)
class PhaseSettings:
    """Where one phase ends and the next begins. Shares are of the travel.

    Where nothing else is said they are engineering values, with what they weigh against each other.
    """

    left_rest_share: float = 0.1
    """Share of the travel above rest at which the way out has begun, and the way back ended: above
    what trembles at rest, below what anybody would call moving."""

    turned_share: float = RETURN_SHARE
    """Below it a way back that stopped short of rest has been gone, which is what ends a
    repetition: who sways in a hold that the recording ends in has not left it."""

    peak_share: float = 0.9
    """Share of the travel from which the position counts as the furthest point, where nobody
    stopped there: a lower one judges the way out, a higher one leaves too few frames."""

    still_share_per_s: float = 0.02
    """Share of the travel a second above which the person is still arriving, or already leaving.
    People slow down and start up smoothly: within the last tenth of the way they spend half a
    second."""

    sinking_share: float = 0.1
    """Share of the pace of the way back below which somebody only sinks: who tires in a hold gives
    way slowly and is holding still."""

    slope_s: float = 0.4
    """Seconds over which that speed is taken: six frames at fifteen a second, so that one that
    trembles counts little."""

    shortest_hold_s: float = 0.4
    """Seconds; a stop shorter than this is a turning point, and judged with the moments around it.
    As long as `slope_s`, within which nobody could tell that it is one."""


DEFAULTS = PhaseSettings()


@dataclass(frozen=True)
class PhaseCut:
    """The segments of one repetition and the rest before it.

    peak: at the furthest point; where the person stopped there, only while they were still.
    hold_s: how long they were near it, see hold_clock.py and hold_ends.py; NaN where nobody can
        tell when it began or ended.
    landing: from the furthest point to where the person settled again; whether rest was reached
        fully is judged on it.
    end_seen: whether the furthest point was inside the picture. ends_seen: whether what it was
        counted by showed when the hold began and ended. followed: whether the limb that it
        was counted by was seen most of the time, so that it is known which one it was.
    """

    rest: PhaseSegment
    out: PhaseSegment
    peak: PhaseSegment
    back: PhaseSegment
    landing: PhaseSegment
    whole: PhaseSegment
    hold_s: float
    end_seen: bool = True
    ends_seen: bool = True
    followed: bool = True

    @property
    def timed(self) -> bool:
        """Whether its furthest point was seen well enough to tell how long its parts took."""
        return self.end_seen and self.ends_seen

    @property
    def start_s(self) -> float:
        """When the person left the rest position."""
        return self.out.start_s

    @property
    def end_s(self) -> float:
        """When the person was back in it."""
        return self.back.end_s

    @property
    def rest_after(self) -> Sequence[MeasuredFrame]:
        """The frames since then."""
        return [frame for frame in self.landing.frames if frame.time_s >= self.end_s]


def cut(
    frames: Sequence[MeasuredFrame], cycle: RepetitionCycle, settings: PhaseSettings = DEFAULTS
) -> PhaseCut:
    """Cut frames (from the end of the last repetition until now) into phases.

    frames: at least one, in rising time.
    """
    leave = cycle.low + settings.left_rest_share * cycle.travel
    arrive = cycle.low + settings.peak_share * cycle.travel
    turned = cycle.low + settings.turned_share * cycle.travel
    # What came before it may lie higher: who arches their back begins from a level one.
    away = [i for i, frame in enumerate(frames) if frame.time_s >= cycle.left_rest_s]
    top = max(away, key=lambda i: _number(frames[i].signal))
    slow = settings.still_share_per_s * cycle.travel
    first = _last_below(frames, leave, range(top, -1, -1), default=0)
    reached = _first_at_least(frames, arrive, range(first, top + 1), default=top)
    left = _first_at_least(frames, arrive, range(len(frames) - 1, top - 1, -1), default=top)
    # Who is cut off on the way back stays nowhere.
    stayed_share = settings.left_rest_share if cycle.complete else 0.0
    stopped = _turned(frames, turned, top, stayed_share)
    last = _last_below(frames, leave, range(top, len(frames)), default=stopped)
    pace = _Pace(frames, settings)
    first = pace.until_slow(range(first, -1, -1), slow)
    last = pace.until_slow(range(last, len(frames)), slow)
    left = min(left, last)
    arrived, leaving = pace.still(reached, left, slow)
    still = _segment(frames, arrived, leaving)
    lowered = pace.gone(leaving, left, last)
    furthest = frames[reached].time_s, frames[left].time_s
    hold_s, timed = _hold(frames, slice(first, last + 1), furthest, cycle, settings)
    stopped = still.seconds >= settings.shortest_hold_s
    return PhaseCut(
        rest=_segment(frames, 0, first),
        out=_segment(frames, first, reached),
        peak=still if stopped else _segment(frames, reached, left),
        back=_segment(frames, lowered, last),
        landing=_segment(frames, left, len(frames) - 1),
        whole=_segment(frames, 0, last),
        hold_s=hold_s,
        ends_seen=timed,
    )


def _hold(
    frames: Sequence[MeasuredFrame],
    going: slice,
    furthest: tuple[float, float],
    cycle: RepetitionCycle,
    settings: PhaseSettings,
) -> tuple[float, bool]:
    """How long the furthest point was held, and whether the counted measure showed both ends.

    going: the frames from leaving rest until coming back. furthest: when the furthest point was
    reached and left, whether anybody stopped there or not.
    """
    times, signals = (
        [frame.time_s for frame in frames[going]],
        [frame.signal for frame in frames[going]],
    )
    counted = hold_of(times, signals, cycle.low)
    seen = ends_seen(times, signals, cycle.low, counted)
    stopped = counted[0] < counted[1]
    span = counted if stopped else furthest
    clear = is_clear(times, signals, cycle.low, span)
    believed = (stopped and clear and seen[0], stopped and clear and seen[1])
    ends = hold_ends(frames, cycle, span, believed)
    hold_s = hold_seconds(ends, span, believed)
    if not stopped and (None in ends or hold_s < settings.shortest_hold_s):
        followed = None not in ends or is_followed(signals, cycle.low, cycle.high)
        hold_s = 0.0 if clear and followed and all(seen) else nan
    return hold_s, all(seen)


def _turned(frames: Sequence[MeasuredFrame], turned: float, top: int, stayed_share: float) -> int:
    """Where a return that stopped short of rest ended; the last frame if there was no return.

    stayed_share: of the way back, above its lowest, within which they stayed where it ended: they
    may tremble to their lowest long afterwards.
    """
    after = range(top, len(frames))
    lowest = min(-_number(-frames[i].signal) for i in after)
    level = lowest + stayed_share * (frames[top].signal - lowest)
    last = len(frames) - 1
    return _last_below(frames, level, after, default=last) if lowest < turned else last


@dataclass(frozen=True)
class _Pace:
    """How fast the signal goes, and where in the frames it goes so fast."""

    frames: Sequence[MeasuredFrame]
    settings: PhaseSettings

    def still(self, first: int, last: int, slow: float) -> tuple[int, int]:
        """The first and last frame of a run between arriving and leaving."""
        while first < last and self.slope(first, range(first + 1, last + 1)) > slow:
            first += 1
        while first < last and self.slope(last, range(last - 1, first - 1, -1)) > slow:
            last -= 1
        return first, last

    def gone(self, leaving: int, left: int, last: int) -> int:
        """Where the way back begins: a slow sinking before it is still the hold.

        leaving: where it begins at the earliest. left, last: where the last tenth of the way out is
        left, and the first one reached.
        """
        begin, end = self.frames[left], self.frames[last]
        seconds = end.time_s - begin.time_s
        if seconds <= 0:
            return leaving
        pace = self.settings.sinking_share * (begin.signal - end.signal) / seconds
        while leaving < left and -self.slope(leaving, range(leaving + 1, last + 1)) < pace:
            leaving += 1
        return leaving

    def until_slow(self, order: range, slow: float) -> int:
        """Going from the rest level outwards, the first frame from which it hardly falls."""
        for i in order:
            onwards = range(i + order.step, order.stop, order.step)
            if -self.slope(i, onwards) <= slow:
                return i
        return order.start

    def slope(self, start: int, onwards: range) -> float:
        """Rise a second from one frame over the next moment, in the direction of `onwards`."""
        begin = self.frames[start]
        for i in onwards:
            now = self.frames[i]
            seconds = abs(now.time_s - begin.time_s)
            if seconds >= self.settings.slope_s and now.signal == now.signal:
                return (now.signal - begin.signal) / seconds
        return 0.0


def _number(signal: float) -> float:
    return signal if signal == signal else float("-inf")


def _last_below(frames: Sequence[MeasuredFrame], level: float, order: range, default: int) -> int:
    return next((i for i in order if frames[i].signal <= level), default)


def _first_at_least(
    frames: Sequence[MeasuredFrame], level: float, order: range, default: int
) -> int:
    return next((i for i in order if frames[i].signal >= level), default)


def _segment(frames: Sequence[MeasuredFrame], first: int, last: int) -> PhaseSegment:
    part = frames[first : last + 1]
    return PhaseSegment(part, frames[first].time_s, frames[max(first, last)].time_s)
