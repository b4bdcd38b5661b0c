"""Movements that pass the start position both ways, as a cat's back does: rounded, then arched.

One repetition is the way out (rounding) and the way beyond (arching), whichever comes first. The
counter sees the arch as the rest between two rounded backs, so three things need care: where the
person's own start position lies, which arch belongs to which repetition, and cycles that arch but
never round, of which the counter sees only how they end.
"""

from collections import deque
from dataclasses import dataclass, replace
from math import inf, nan
from statistics import median

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.phases import PhaseCut
from formcheck.form.verdicts.measured_frame import PhaseSegment


@dataclass(frozen=True)
class BidirectionalSettings:
    """Where a movement both ways starts from."""

    most_frames: int = 300
    """Frames from which the start position is taken: some seconds."""

    back_share: float = 0.5
    """Share of the least travel within which a signal is back at the start position."""

    end_share: float = 0.25
    """Share of the way from one end to the other within which a start position is that end itself:
    who is filmed from amid a cycle on was never seen level. It must be so by their own way and by
    the usual one, as some backs are rounded by nature (engineering)."""


DEFAULTS = BidirectionalSettings()


class BidirectionalMovement:
    """Keeps, for one set, what a both-way movement needs; does nothing for other movements."""

    def __init__(self, rule: RepetitionRule, settings: BidirectionalSettings = DEFAULTS) -> None:
        self._settings = settings
        self._both_ways = rule.both_ways
        self._usual = rule.usual_ends
        self._measure = rule.measure
        self._lowest, self._highest = inf, -inf
        self._excess = 0.0
        self._least = rule.least_travel
        self._at_start: deque[float] = deque(maxlen=settings.most_frames)
        self._left_start = not rule.both_ways
        self._start = float("nan")
        self._went_out = False
        self._used_after = False

    def leaves_start(self, signal: float) -> bool:
        """Take in the signal; whether the person leaves their start position in this frame."""
        if self._left_start or signal != signal:
            return False
        if self._at_start:
            self._start = median(self._at_start)
            self._left_start = abs(signal - self._start) >= self._least
        self._at_start.append(signal)
        return self._left_start

    @property
    def has_left_start(self) -> bool:
        """Whether what the counter takes for rest from now on is no start position but the arch."""
        return self._both_ways and self._left_start

    def see(self, phases: PhaseCut) -> None:
        """Take in how far somebody went, the one way and the other."""
        frames = [
            frame
            for frame in (*phases.whole.frames, *phases.landing.frames)
            if frame.signal == frame.signal
        ]
        if not self._both_ways or not frames:
            return
        signals = [frame.signal for frame in frames]
        self._lowest = min(self._lowest, *signals)
        self._highest = max(self._highest, *signals)
        self._excess = median(frame.excess.get(self._measure, 0.0) for frame in frames)

    @property
    def began_at_an_end(self) -> bool:
        """Whether the start position was an end of their way so far: nobody knows the level then.

        Half to the camera a level back may be measured as a rounded one.
        """
        if self._lowest >= self._highest:
            return False
        return self._is_end(self._lowest, self._highest) and self._is_end(
            *self._usual, self._excess
        )

    def _is_end(self, low: float, high: float, error: float = 0.0) -> bool:
        edge = self._settings.end_share * (high - low)
        return not low + edge - error <= self._start <= high - edge + error

    @property
    def beyond_before_is_free(self) -> bool:
        """Whether what was reached in the rest before belongs to the repetition that follows."""
        return self._both_ways and not self._used_after

    def used(self, *, after: bool) -> None:
        """Note on which rest a repetition was judged: the one after it, or the one before."""
        self._used_after = after

    def counts(self, cycle: RepetitionCycle) -> bool:
        """Whether a movement came back to the start position at least: else it only trembled."""
        return not self._both_ways or self._came_back(cycle)

    def count(self, cycle: RepetitionCycle) -> None:
        """Take in a finished repetition."""
        self._went_out |= self.goes_out(cycle)

    def goes_out(self, cycle: RepetitionCycle) -> bool:
        """Whether a movement goes further than back to the start position."""
        return not (self._both_ways and cycle.high < self._start + self._least)

    def shape(self, phases: PhaseCut, cycle: RepetitionCycle) -> PhaseCut:
        """The phases as this movement has them.

        Who only came back to the start position held nothing there; where that is as far out as
        people go, they may have been filmed from there on, and nobody knows. And where they do so
        every time, the cycle is the way beyond and back that the counter takes for the rest before:
        what follows at the start position belongs to the next one.
        """
        if self.goes_out(cycle):
            return phases
        furthest = self._is_furthest(cycle.low, cycle.high) and self._is_furthest(*self._usual)
        phases = replace(phases, hold_s=nan if furthest else 0.0)
        return self._beyond_and_back(phases) if self._only_beyond(cycle) else phases

    def _is_furthest(self, low: float, high: float) -> bool:
        """Whether the start position is the far end of a way out."""
        return self._start > high - self._settings.end_share * (high - low)

    def ends(self, cycle: RepetitionCycle) -> bool:
        """Whether what is under way at the end was a whole cycle of someone who never went out.

        They went beyond the start position and came back to it, and do so every time.
        """
        return self._came_back(cycle) and self._only_beyond(cycle)

    def _came_back(self, cycle: RepetitionCycle) -> bool:
        return cycle.high >= self._start - self._settings.back_share * self._least

    def _only_beyond(self, cycle: RepetitionCycle) -> bool:
        if self._went_out or self._used_after:
            return False
        return not self.goes_out(cycle) and cycle.low <= self._start - self._least

    def _beyond_and_back(self, phases: PhaseCut) -> PhaseCut:
        before = phases.rest.frames
        furthest = min(range(len(before)), key=lambda i: _number(before[i].signal))
        level = self._start - self._settings.back_share * self._least
        left = next((i for i in range(furthest, -1, -1) if before[i].signal >= level), 0)
        gone = PhaseSegment(before[left:], before[left].time_s, before[-1].time_s)
        whole = (*before, *phases.out.frames)
        return replace(
            phases,
            out=gone,
            back=phases.out,
            landing=gone,
            whole=PhaseSegment(whole, phases.whole.start_s, phases.out.end_s),
        )


def _number(signal: float) -> float:
    return signal if signal == signal else float("inf")
