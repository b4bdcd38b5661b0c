"""Counting repetitions from the person's own range.

The signal rises on the way out, whatever it measures. A repetition is a rise from rest by at least
`least_travel` and a return. How far it must rise is relative to what this person did before, so
that wobbles don't count; whether it went far enough is for the criteria to judge.
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from statistics import median

from formcheck.form.hold_clock import HOLD_SHARE, HoldClock
from formcheck.form.hold_timing import time_share

STILL_S = 1.5
"""A signal that is still for this long is at rest there, wherever that is."""

STILL_SHARE = 0.2
"""Movement, as a share of the least travel, that still counts as being still."""

OWN_RANGE_SHARE = 0.3
"""Share of the person's usual travel below which a movement is a wobble and no repetition."""

REST_SHARE = 0.15
"""Share of the travel within which the signal is at rest."""

RETURN_SHARE = 0.5
"""Share of the travel above rest at which a return is complete enough to count once it ends."""

TURN_SHARE = 0.2
"""Share of the travel by which the signal must turn back before the turn is believed."""

LEAVE_SHARE = 0.2
"""Share of the travel below the furthest point at which the way back has begun."""

ARRIVED_SHARE, ARRIVED_S = 0.1, 0.2
"""Share of the travel below the furthest point, and time within it, after which the way out is
over."""

SET_OUT_SHARE = 0.2
"""Share of the travel from which the way out is timed."""

REST_OF_WAY = (1 - time_share(1 - ARRIVED_SHARE)) / (
    time_share(1 - ARRIVED_SHARE) - time_share(SET_OUT_SHARE)
)
LONGEST_REST_OF_WAY_S = 1.5
"""The last tenth of the way as a share of the time that most of it took, and the longest that it is
taken to be: nobody holds still before."""

UNFINISHED_SHARE = 0.6
"""Share of the travel above rest below which a return that the recording cuts off counts."""

STILL_FALLING_SHARE = 0.02
"""Share of the travel by which the signal must be lower than before to be falling still."""

SETTLED_S = 0.3
"""Time without falling, at rest, after which a repetition is over: its end can be judged too."""

LINGER_S = 0.5
"""A return that stops short of rest for this long is over."""

LEAST_SECONDS = 0.4
"""Nobody does a controlled repetition faster; what is shorter is a tracking error."""


class CyclePhase(Enum):
    """The parts of a repetition, in order."""

    REST = auto()
    OUT = auto()
    PEAK = auto()
    BACK = auto()


@dataclass(frozen=True)
class RepetitionCycle:
    """One finished movement out and back.

    low: the signal at rest before it; high: at its furthest. end_s: when it was back at rest.
    complete: False where the recording ended on the way back. left_rest_s: when it left rest; the
    default puts it before anything that was seen.
    """

    low: float
    high: float
    end_s: float
    complete: bool = True
    left_rest_s: float = float("-inf")

    @property
    def travel(self) -> float:
        """How far the signal rose."""
        return self.high - self.low


class RepetitionCounter:
    """Follows one signal and tells when a repetition is done. State over time; feed it in order."""

    def __init__(self, least_travel: float) -> None:
        self.least_travel = least_travel
        self.phase = CyclePhase.REST
        self.hold_s = 0.0
        self._travels: deque[float] = deque(maxlen=5)
        self._recent: deque[tuple[float, float]] = deque()
        self._way: list[tuple[float, float]] = []
        self._filter: deque[float] = deque(maxlen=3)
        self._low = self._high = float("nan")
        self._left_rest_s = 0.0
        self._turn: tuple[float, float] | None = None
        self._at_rest_s: float | None = None
        self._clock, self._arrival = HoldClock(), HoldClock()
        self._arrived_at_s = 0.0

    @property
    def threshold(self) -> float:
        """How far the signal must rise to be a repetition."""
        own = OWN_RANGE_SHARE * median(self._travels) if self._travels else 0.0
        return max(self.least_travel, own)

    def update(self, time_s: float, signal: float) -> RepetitionCycle | None:
        """Take the next value; the movement that it completes, if any. NaN is skipped."""
        if signal != signal:
            return None
        self._filter.append(signal)
        value = sorted(self._filter)[len(self._filter) // 2]
        if self.phase is CyclePhase.REST:
            self._rest(time_s, value)
            return None
        return self._away(time_s, value)

    def begin_held(self, since_s: float, signal: float, travel: float) -> None:
        """Begin at the furthest point, as the set did.

        since_s: when it did. travel: how far the way there usually is, since nobody saw it.
        """
        self.phase, self.hold_s = CyclePhase.PEAK, 0.0
        self._low, self._high, self._left_rest_s = signal - travel, signal, since_s
        self._turn, self._at_rest_s = None, None
        self._clock, self._arrival = HoldClock(), HoldClock()
        self._way.clear()
        for clock in (self._clock, self._arrival):
            clock.update(since_s, signal, self._low)
        self._arrived_at_s = since_s

    def finish(self, time_s: float) -> RepetitionCycle | None:
        """The movement under way at the end, if the person was clearly on the way back."""
        if self.phase is not CyclePhase.BACK:
            return None
        travel = self._high - self._low
        if self._filter[-1] > self._low + UNFINISHED_SHARE * travel:
            return None
        end_s = self._turn[0] if self._turn else time_s
        return self._complete(end_s, complete=self._at_rest_s is not None)

    def _rest(self, time_s: float, value: float) -> None:
        self._low = value if self._low != self._low else min(self._low, value)
        self._recent.append((time_s, value))
        while time_s - self._recent[0][0] > STILL_S:
            self._recent.popleft()
        values = [recent for _, recent in self._recent]
        lasted = time_s - self._recent[0][0] > 0.8 * STILL_S
        if lasted and max(values) - min(values) < STILL_SHARE * self.least_travel:
            self._low = median(values)
        if value - self._low < self.threshold:
            return
        near_rest = self._low + REST_SHARE * self.threshold
        self._left_rest_s = next((t for t, v in reversed(self._recent) if v <= near_rest), time_s)
        self.phase, self._high = CyclePhase.OUT, value
        self._turn, self._at_rest_s = None, None
        self._clock, self._arrival = HoldClock(), HoldClock()
        self._way = list(self._recent)

    def _away(self, time_s: float, value: float) -> RepetitionCycle | None:
        self._high = max(self._high, value)
        if self.phase is CyclePhase.OUT:
            self._way.append((time_s, value))
        travel = self._high - self._low
        held_s = self._clock.update(time_s, value, self._high - HOLD_SHARE * travel)
        arrived_s = self._arrival.update(time_s, value, self._high - ARRIVED_SHARE * travel)
        if self.phase is CyclePhase.OUT or not held_s:
            self._arrived_at_s = time_s - arrived_s
        at_rest_s = self._arrived_at_s + self._rest_of_way_s(self._low + SET_OUT_SHARE * travel)
        self.hold_s = max(0.0, min(held_s, time_s - at_rest_s))
        if value < self._high - LEAVE_SHARE * travel:
            self.phase = CyclePhase.BACK
        elif arrived_s >= ARRIVED_S:
            self.phase = CyclePhase.PEAK
        elif self.phase is CyclePhase.BACK:
            self.phase = CyclePhase.OUT
        return self._returned(time_s, value, travel)

    def _rest_of_way_s(self, set_out: float) -> float:
        """How long after arriving the person still comes to rest."""
        began_s = next((t for t, v in reversed(self._way) if v <= set_out), self._arrived_at_s)
        return min(REST_OF_WAY * (self._arrived_at_s - began_s), LONGEST_REST_OF_WAY_S)

    def _returned(self, time_s: float, value: float, travel: float) -> RepetitionCycle | None:
        """The movement, once the signal has stopped falling at rest or not too far from it."""
        if value > self._low + RETURN_SHARE * travel and self._turn is None:
            return None
        if self._turn is None or value < self._turn[1] - STILL_FALLING_SHARE * travel:
            self._turn = (time_s, value)
        if self._at_rest_s is None and value <= self._low + REST_SHARE * travel:
            self._at_rest_s = time_s
        turned = value > self._turn[1] + TURN_SHARE * travel
        patience = LINGER_S if self._at_rest_s is None else SETTLED_S
        return (
            self._complete(self._turn[0]) if turned or time_s - self._turn[0] > patience else None
        )

    def under_way(self, time_s: float) -> RepetitionCycle | None:
        """The movement under way as far as it has gone, None at rest."""
        if self.phase is CyclePhase.REST:
            return None
        return RepetitionCycle(
            self._low, self._high, time_s, complete=False, left_rest_s=self._left_rest_s
        )

    def _complete(self, end_s: float, *, complete: bool = True) -> RepetitionCycle | None:
        done = RepetitionCycle(self._low, self._high, end_s, complete, self._left_rest_s)
        lasted = end_s - self._left_rest_s
        self.phase, self.hold_s = CyclePhase.REST, 0.0
        self._low = self._turn[1] if self._turn else self._filter[-1]
        self._recent.clear()
        if lasted < LEAST_SECONDS:
            return None
        self._travels.append(done.travel)
        return done
