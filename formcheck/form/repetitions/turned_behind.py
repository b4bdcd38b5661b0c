"""Who came back and set out again while somebody stood in front of them.

The turn itself was not seen. But who was on their way back before, and is further out afterwards
and going on, has turned twice; so has who comes out from behind on the way out from far down. There
one repetition ended, of which nobody saw how.
"""

from dataclasses import dataclass, replace
from math import nan

from formcheck.form.holds.hold_clock import DEFAULTS as HOLDS
from formcheck.form.repetition_cycle import CyclePhase, RepetitionCycle


@dataclass(frozen=True)
class BehindSettings:
    """When a turn that wasn't seen is one. Shares are of the travel."""

    least_s: float = 1.0
    """Seconds behind somebody in which people come back and set out again; in less they sway."""

    back_share: float = 0.2
    """How far they must have come down from the furthest point where they were on their way back
    before, and how far they must have risen since: more than they sway by
    (`RepetitionSettings.turn_share`)."""

    held_share: float = HOLDS.sway_share
    """How far down they must be seen afterwards where they were at the furthest point before: as
    far as nobody sways in a hold."""

    whole_share: float = 0.6
    """How far they must have gone before, of how far they are now: whole movements reach 0.6 of
    each other (`DoubtSettings.whole_share`)."""

    wild_s: float = 0.3
    """Seconds after they come out from behind in which they may be lower still: half covered, a
    body is drawn anyhow."""

    over_s: float = 2.0
    """Seconds after that in which the way out shows, if it is one."""


DEFAULTS = BehindSettings()


@dataclass(frozen=True)
class _Behind:
    """From when to when nothing was seen, how far they had been before, and the lowest value at
    either end; least: how far below the furthest point that must be.
    """

    begin_s: float
    end_s: float
    high: float
    lowest: float
    least: float


class TurnedBehind:
    """Watches one movement for a turn behind somebody; state over time, from leaving rest on."""

    def __init__(self, settings: BehindSettings = DEFAULTS) -> None:
        self._settings = settings
        self._seen: tuple[float, float] | None = None
        self._covered = False
        self._behind: _Behind | None = None

    def miss(self, *, covered: bool) -> None:
        """Take a picture in which nothing was seen; covered: because of somebody in front."""
        self._covered |= covered

    def update(
        self, value: float, phase: CyclePhase, way: RepetitionCycle
    ) -> RepetitionCycle | None:
        """Take the next value; the movement that ended behind somebody, once that shows.

        phase: before this value. way: what is under way until now, as far as it had gone before.
        """
        settings, behind, time_s = self._settings, self._behind, way.end_s
        if self._covered and self._seen is not None:
            last_s, last = self._seen
            if time_s - last_s >= settings.least_s:
                share = settings.back_share if phase is CyclePhase.BACK else settings.held_share
                lowest, least = min(last, value), share * way.travel
                behind = _Behind(last_s, time_s, way.high, lowest, least)
        elif behind is not None and time_s - behind.end_s <= settings.wild_s:
            behind = replace(behind, lowest=min(behind.lowest, value))
        elif behind is not None and time_s - behind.end_s > settings.over_s:
            behind = None
        self._seen, self._covered, self._behind = (time_s, value), False, behind
        if behind is None or not self._has_turned(behind, value, way.low):
            return None
        return replace(
            way,
            high=behind.high,
            end_s=behind.begin_s,
            over_s=behind.begin_s,
            settled=False,
        )

    @property
    def end_s(self) -> float:
        """When they came out from behind somebody last; NaN where nobody was in front."""
        return nan if self._behind is None else self._behind.end_s

    def _has_turned(self, behind: _Behind, value: float, low: float) -> bool:
        settings, travel = self._settings, behind.high - low
        whole = travel >= settings.whole_share * (value - low)
        down = behind.high - behind.lowest >= behind.least
        return whole and down and value - behind.lowest >= settings.back_share * travel
