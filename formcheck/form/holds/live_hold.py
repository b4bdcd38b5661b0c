"""How long the furthest point has been held, while nobody knows yet what comes."""

from collections.abc import Iterable
from dataclasses import dataclass

from formcheck.form.holds.hold_clock import DEFAULTS as HOLD_DEFAULTS
from formcheck.form.holds.hold_clock import HoldClock, HoldSettings
from formcheck.form.holds.hold_timing import time_share


@dataclass(frozen=True)
class LiveHoldSettings:
    """When the way out is over. Shares are of the travel, times in seconds."""

    arrived_share: float = 0.1
    """Share of the travel below the furthest point within which the way out is over, once the
    signal has stayed there for a moment: half of what ends it (`RepetitionSettings.leave_share`),
    so that phases don't flicker (engineering)."""

    set_out_share: float = 0.2
    """Share of the travel from which the way out is timed: past rest, where nobody can tell when it
    began (engineering)."""

    longest_rest_of_way_s: float = 1.5
    """The longest that the last bit of the way is taken to last: nobody holds still before
    (engineering)."""

    @property
    def rest_of_way(self) -> float:
        """How long the way goes on after arriving, as a share of the time that most of it took.

        By the profile of least jerk, which unhurried movements follow.
        """
        arrived = time_share(1 - self.arrived_share)
        return (1 - arrived) / (arrived - time_share(self.set_out_share))


DEFAULTS = LiveHoldSettings()


class LiveHold:
    """Times the hold of one movement; state over time.

    way: times and values on the way out so far. held_s: seconds held.
    """

    def __init__(
        self,
        way: Iterable[tuple[float, float]] = (),
        settings: LiveHoldSettings = DEFAULTS,
        holds: HoldSettings = HOLD_DEFAULTS,
    ) -> None:
        self.held_s = 0.0
        self._settings, self._holds = settings, holds
        self._rest_of_way = settings.rest_of_way
        self._way = list(way)
        self._clock, self._arrival = HoldClock(holds), HoldClock(holds)
        self._arrived_at_s = 0.0

    def begin(self, since_s: float, value: float, low: float) -> None:
        """Begin at the furthest point."""
        for clock in (self._clock, self._arrival):
            clock.update(since_s, value, low)
        self._arrived_at_s = since_s

    def update(self, time_s: float, value: float, low: float, high: float, *, out: bool) -> float:
        """Keep the hold's time; for how long the signal has been all the way out.

        low, high: at rest and furthest. out: whether it was on the way out until now.
        """
        settings, travel = self._settings, high - low
        if out:
            self._way.append((time_s, value))
        held_s = self._clock.update(time_s, value, high - self._holds.live_share * travel)
        arrived_s = self._arrival.update(time_s, value, high - settings.arrived_share * travel)
        if out or not held_s:
            self._arrived_at_s = time_s - arrived_s
        set_out = low + settings.set_out_share * travel
        at_rest_s = self._arrived_at_s + self._rest_of_way_s(set_out)
        self.held_s = max(0.0, min(held_s, time_s - at_rest_s))
        return arrived_s

    def _rest_of_way_s(self, set_out: float) -> float:
        """How long after arriving the person still comes to rest."""
        began_s = next((t for t, v in reversed(self._way) if v <= set_out), self._arrived_at_s)
        way_s = self._arrived_at_s - began_s
        return min(self._rest_of_way * way_s, self._settings.longest_rest_of_way_s)
