"""Counting repetitions from the person's own range.

The signal rises on the way out, whatever it measures. A repetition is a rise from rest by at least
`least_travel` and a return. How far it must rise is relative to what this person did before, so
that wobbles don't count; whether it went far enough is for the criteria to judge.
"""

from collections import deque
from dataclasses import replace
from math import inf, nan
from statistics import median

from formcheck.form.holds.live_hold import LiveHold
from formcheck.form.repetition_cycle import CyclePhase, RepetitionCycle
from formcheck.form.repetitions.doubtful_movement import Answer, DoubtfulMovement, in_doubt
from formcheck.form.repetitions.repetition_settings import DEFAULTS, RepetitionSettings
from formcheck.form.repetitions.rest_elsewhere import WayOut
from formcheck.form.repetitions.resting import Resting
from formcheck.form.repetitions.turned_behind import TurnedBehind


class RepetitionCounter:
    """Follows one signal and tells when a repetition is done. State over time; feed it in order.

    least_travel: the smallest movement that counts, in the signal's unit. expected_travel: how far
    people usually go, where that is known: a much smaller first movement may be getting ready.
    held_from: what is no lower than this is still held, so that a sway in it is no repetition.
    begins_set: whether the first value begins a set, which people may still be getting ready for.
    """

    def __init__(
        self,
        least_travel: float,
        expected_travel: float = nan,
        settings: RepetitionSettings = DEFAULTS,
        *,
        held_from: float = inf,
        begins_set: bool = False,
    ) -> None:
        self._settings = settings
        self._held_from = held_from
        self._begins_set = begins_set
        self._expected = expected_travel
        self._doubtful: DoubtfulMovement | None = None
        self.least_travel = least_travel
        self.phase = CyclePhase.REST
        self._travels: deque[float] = deque(maxlen=settings.remembered_travels)
        self._resting = Resting(least_travel)
        self._filter: deque[float] = deque(maxlen=settings.median_frames)
        self._low = self._high = float("nan")
        self._left_rest_s = 0.0
        self._since_s = nan
        self._turn: tuple[float, float] | None = None
        self._at_rest_s: float | None = None
        self._hold = LiveHold()
        self._way_out = WayOut()
        self._behind = TurnedBehind()

    @property
    def threshold(self) -> float:
        """How far the signal must rise to be a repetition."""
        own = self._settings.own_range_share * self._usual if self._travels else 0.0
        return max(self.least_travel, own)

    @property
    def hold_s(self) -> float:
        """How long the furthest point has been held; 0 at rest."""
        return self._hold.held_s

    @property
    def doubtful(self) -> RepetitionCycle | None:
        """What waits for the next movement to tell whether it was a repetition, if anything."""
        return None if self._doubtful is None else self._doubtful.cycle

    @property
    def _usual(self) -> float:
        """How far this person usually goes; NaN before their first repetition."""
        return median(self._travels) if self._travels else nan

    def update(
        self, time_s: float, signal: float, *, covered: bool = False
    ) -> RepetitionCycle | None:
        """Take the next value; the movement that it completes, if any.

        NaN is skipped; covered: whether that is because somebody is in front.
        """
        if signal != signal:
            self._behind.miss(covered=covered)
            return None
        self._filter.append(signal)
        value = sorted(self._filter)[len(self._filter) // 2]
        if self._begins_set and self._since_s != self._since_s:
            self._since_s = time_s
        if self.phase is CyclePhase.REST:
            self._rest(time_s, value)
            overdue = self._doubtful is not None and self._doubtful.overdue(time_s)
            return self._believe() if overdue else None
        return self._away(time_s, value)

    def begin_held(self, since_s: float, signal: float, travel: float) -> None:
        """Begin at the furthest point, as the set did.

        since_s: when it did. travel: how far the way there usually is, since nobody saw it.
        """
        self.phase = CyclePhase.PEAK
        self._low, self._high, self._left_rest_s = signal - travel, signal, since_s
        self._turn, self._at_rest_s = None, None
        self._hold = LiveHold()
        self._hold.begin(since_s, signal, self._low)
        self._way_out = WayOut()

    def finish(self, time_s: float) -> RepetitionCycle | None:
        """The movement under way at the end, if the person was clearly on the way back."""
        if self._doubtful is not None:
            return self._believe()
        if self.phase is not CyclePhase.BACK:
            return None
        travel = self._high - self._low
        # Also where it still counts as held: nobody knows whether they would have stayed there.
        if self._filter[-1] > self._low + self._settings.unfinished_share * travel:
            return None
        end_s = self._turn[0] if self._turn else time_s
        done = self._complete(time_s, end_s, complete=self._at_rest_s is not None)
        return self._counted(replace(done, settled=False) if done is not None else None)

    def under_way(self, time_s: float) -> RepetitionCycle | None:
        """The movement under way as far as it has gone, None at rest."""
        return None if self.phase is CyclePhase.REST else self._under_way(time_s)

    def _under_way(self, time_s: float) -> RepetitionCycle:
        return RepetitionCycle(self._low, self._high, time_s, False, self._left_rest_s)

    def _rest(self, time_s: float, value: float) -> None:
        settings = self._settings
        self._low = self._resting.level(time_s, value, self._low)
        if value - self._low < self.threshold or self._low >= self._held_from:
            return
        near_rest = self._low + settings.rest_share * self.threshold
        self._left_rest_s = self._resting.left_s(near_rest, time_s)
        self.phase, self._high = CyclePhase.OUT, value
        self._turn, self._at_rest_s = None, None
        self._hold, self._way_out = LiveHold(self._resting.recent), WayOut()
        self._behind = TurnedBehind()

    def _away(self, time_s: float, value: float) -> RepetitionCycle | None:
        done = self._behind.update(value, self.phase, self._under_way(time_s))
        if done is not None and self._doubtful is None:
            return self._set_out_again(done, value)
        self._high = max(self._high, value)
        usual = self._usual if self._travels else self._expected
        rest = self._way_out.update(time_s, value, self._low, usual)
        if rest is not None:
            self._low, self._left_rest_s = rest.level, rest.left_s
        travel = self._high - self._low
        out = self.phase is CyclePhase.OUT
        arrived_s = self._hold.update(time_s, value, self._low, self._high, out=out)
        if value < self._high - self._settings.leave_share * travel:
            self.phase = CyclePhase.BACK
        elif arrived_s >= self._settings.arrived_s:
            self.phase = CyclePhase.PEAK
        elif self.phase is CyclePhase.BACK:
            self.phase = CyclePhase.OUT
        return self._answered(time_s, value) or self._returned(time_s, value)

    def _set_out_again(self, done: RepetitionCycle, value: float) -> RepetitionCycle | None:
        """Count what ended behind somebody; they are on the way out from there already."""
        self.phase, self._high, self._left_rest_s = CyclePhase.OUT, value, self._behind.end_s
        self._turn, self._hold, self._way_out = None, LiveHold(), WayOut()
        self._at_rest_s, self._behind = None, TurnedBehind()
        return self._counted(done)

    def _answered(self, time_s: float, value: float) -> RepetitionCycle | None:
        """The movement in doubt, if the one under way shows that it was a repetition."""
        if self._doubtful is None:
            return None
        # Who trembles on the way out hasn't turned back yet.
        turned = value < self._high - self._settings.return_share * (self._high - self._low)
        first = self._doubtful.cycle
        away_s = time_s - self._left_rest_s
        match self._doubtful.answer(self._low, self._high, away_s, turned=turned):
            case Answer.REPETITION:
                return self._believe()
            case Answer.BEGUN_AGAIN:
                self._low, self._left_rest_s = first.low, first.left_rest_s
            case Answer.GONE_ON:
                self._low, self._left_rest_s = first.low, first.left_rest_s
                self._high = first.high
            case Answer.NONE_YET:
                return None
        self._doubtful = None
        return None

    def _believe(self) -> RepetitionCycle | None:
        """The movement in doubt, as a repetition."""
        first, self._doubtful = self._doubtful, None
        return None if first is None else self._counted(first.cycle)

    def _returned(self, time_s: float, value: float) -> RepetitionCycle | None:
        """The movement, once the signal has stopped falling at rest or not too far from it."""
        settings, travel = self._settings, self._high - self._low
        if not self._is_back(value, settings.return_share * travel) and self._turn is None:
            return None
        falling = settings.still_falling_share * travel
        if self._turn is None or value < self._turn[1] - falling:
            self._turn = (time_s, value)
        if self._at_rest_s is None and value <= self._low + settings.rest_share * travel:
            self._at_rest_s = time_s
        turned_s, lowest = self._turn
        turned = value > lowest + settings.turn_share * travel
        patience_s = settings.linger_s if self._at_rest_s is None else settings.settled_s
        if not turned and time_s - turned_s <= patience_s:
            return None
        short = self._at_rest_s is None
        done = self._complete(time_s, turned_s)
        doubt = self._doubtful
        if done is not None and doubt is not None and doubt.outweighs(done.travel):
            return None
        if done is not None:
            usual, expected = self._usual, self._expected
            self._doubtful = in_doubt(
                done, lowest, short=short, usual=usual, expected=expected, since_s=self._since_s
            )
        return None if self._doubtful is not None else self._counted(done)

    def _is_back(self, value: float, above: float) -> bool:
        """Whether the signal is within so much of rest, and nothing is held any more."""
        return value <= self._low + above and value < self._held_from

    def _complete(
        self, now_s: float, end_s: float, *, complete: bool = True
    ) -> RepetitionCycle | None:
        """The movement, which is over; None where it was too short for one."""
        done = RepetitionCycle(self._low, self._high, end_s, complete, self._left_rest_s, now_s)
        self.phase, self._hold = CyclePhase.REST, LiveHold()
        self._low = self._turn[1] if self._turn else self._filter[-1]
        self._resting = Resting(self.least_travel)
        return done if end_s - done.left_rest_s >= self._settings.least_s else None

    def _counted(self, done: RepetitionCycle | None) -> RepetitionCycle | None:
        if done is not None:
            self._travels.append(done.travel)
        return done
