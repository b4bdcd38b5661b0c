"""A set that begins at the furthest point: someone who is in the plank when the camera starts.

What looks so may be rest as well: who lies propped on the forearms looks as who sags in a plank.
Where they then rise into what can't be rest, they had been resting.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.holds.rise_from_rest import RiseFromRest
from formcheck.form.holds.sure_hold import MOST_UNSURE, SurePosition
from formcheck.form.holds.unseen_hold import DEFAULTS as UNSEEN
from formcheck.form.repetition_cycle import REST_SHARE
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame


@dataclass(frozen=True)
class InitialHoldSettings:
    """When a position that is there from the start is a hold."""

    held_s: float = 3.0
    """Time in the held position after which it is a hold and no passing through."""

    unsteady_s: float = 6.0
    """The same where the counted measure trembles by more than a steady one moves, as it does from
    ahead of somebody: twice as long, in which others have come to where they stay."""

    judged_s: float = 0.6
    """Time in the held position up to a recording's end from which on it can be judged, though it
    was too short to count: twice what a fault must last. Loops and cuttings of somebody who holds
    are 1 to 3 seconds long."""

    steady_share: float = 0.25
    """Share of the usual way to the position by which such a one may move: who is still on the way
    moves by more within `judged_s`."""

    unseen_s: float = UNSEEN.most_unseen_s
    """Time for which nothing was seen, such as behind somebody, after which they may be elsewhere:
    as long as they may have come into a hold unseen. Who is then further from where they were than
    a steady one moves went there meanwhile."""

    in_position_share: float = 0.5
    """Share of a hold for which the position must have been seen: most of it. Who gets ready for a
    push-up stops with both legs out, which is no bird dog (engineering)."""

    rest_share: float = REST_SHARE
    """Of the least travel, above where somebody may have rested: within it they still do."""


DEFAULTS = InitialHoldSettings()


@dataclass(frozen=True)
class Rest:
    """Where somebody rested, and when they left."""

    level: float
    left_s: float


class InitialHold:
    """Notices, once a set and before its first movement, that the position is held already.

    for_sure: whether what it noticed can be no rest, so that who rises further holds as before: who
    goes from the forearms onto the hands at the end of a plank.
    """

    def __init__(self, rule: RepetitionRule, settings: InitialHoldSettings = DEFAULTS) -> None:
        self._settings = settings
        self._most_moved = settings.steady_share * rule.usual_travel
        self._ranges = rule.held_when
        self._least_travel = rule.least_travel
        self._perhaps_rest: Rest | None = None
        self._left_for_sure = rule.held_from < inf
        self._since_s: float | None = None
        self._steady: deque[tuple[float, float]] = deque()
        self._sure = SurePosition.of(rule)
        self._rise = RiseFromRest(self._sure, rule.least_travel)
        self._never_rested = True
        self.for_sure = False
        self._open = bool(rule.held_when)
        self._seen_s: float | None = None
        self._in_position_s = 0.0

    def update(self, frame: MeasuredFrame, sides: SideChoice, *, resting: bool) -> float | None:
        """Since when the position is held, in the one frame in which that is noticed."""
        in_position = self._sure.seems_held(frame, sides)
        self._time(frame.time_s, in_position=in_position, resting=resting)
        if not self._open:
            return None
        sure = in_position and self._sure.is_no_rest(frame, sides, most_unsure=MOST_UNSURE)
        self._never_rested &= sure or frame.signal != frame.signal
        self._never_rested &= not self._rise.update(frame, sides)
        self._open = resting or self._never_rested
        if not self._open or frame.signal != frame.signal:
            return None
        if not in_position:
            self._since_s = None
            self._steady.clear()
            return None
        if self._since_s is None or self._moved_unseen(frame):
            self._since_s = frame.time_s
            self._steady.clear()
        since_s = self._held_since(frame, self._since_s)
        if since_s is None:
            return None
        self._open = False
        self.for_sure = sure
        if not sure and self._sure.rest:
            self._perhaps_rest = Rest(frame.signal, frame.time_s)
        return since_s

    def is_held_at(self, signal: float, frame: MeasuredFrame, sides: SideChoice) -> bool:
        """Whether a frame before the first one shows the position, and no movement up to it.

        signal: of the first frame.
        """
        moved = abs(frame.signal - signal) >= self._least_travel
        return bool(self._ranges) and not moved and self._sure.seems_held(frame, sides)

    def rested(self, frame: MeasuredFrame, sides: SideChoice) -> Rest | None:
        """What was taken for held and was rest, in the one frame in which that shows."""
        rest = self._perhaps_rest
        if rest is None or frame.signal != frame.signal:
            return None
        if frame.signal <= rest.level + self._settings.rest_share * self._least_travel:
            self._perhaps_rest = Rest(rest.level, frame.time_s)
            return None
        risen = frame.signal >= rest.level + self._least_travel
        if not risen or not self._sure.is_no_rest(frame, sides):
            return None
        self._perhaps_rest = None
        return rest

    def shown(self, frames: Sequence[MeasuredFrame]) -> float | None:
        """Since when the position was held in a recording that ended before it was noticed.

        frames: up to the recording's end. None where it was held too shortly or not steadily.
        """
        since_s = self._since_s
        if not self._open or since_s is None:
            return None
        signals = [
            one.signal for one in frames if one.time_s >= since_s and one.signal == one.signal
        ]
        if not signals or frames[-1].time_s - since_s < self._settings.judged_s:
            return None
        return since_s if max(signals) - min(signals) <= self._most_moved else None

    def counts(self, hold_s: float) -> bool:
        """Whether a hold that the end of the set cuts off is a repetition."""
        settings = self._settings
        if self._left_for_sure:
            # However much they sway, it is held until the counted measure shows that it is left.
            hold_s = max(hold_s, self._in_position_s)
        seen = self._in_position_s >= settings.in_position_share * hold_s
        return bool(self._ranges) and hold_s >= settings.held_s and seen

    def _held_since(self, frame: MeasuredFrame, in_position_s: float) -> float | None:
        """Since when they are about where they are now: what came before was on the way here.

        in_position_s: since when they are in position at all.
        """
        self._steady.append((frame.time_s, frame.signal))
        while abs(self._steady[0][1] - frame.signal) > self._most_moved:
            self._steady.popleft()
        steady_s, settings = self._steady[0][0], self._settings
        if frame.time_s - steady_s >= settings.held_s:
            return steady_s
        return in_position_s if frame.time_s - in_position_s >= settings.unsteady_s else None

    def _moved_unseen(self, frame: MeasuredFrame) -> bool:
        """Whether they are elsewhere than when they were last seen, a while ago."""
        last_s, signal = self._steady[-1]
        away = abs(frame.signal - signal) > self._most_moved
        return away and frame.time_s - last_s > self._settings.unseen_s

    def _time(self, time_s: float, *, in_position: bool, resting: bool) -> None:
        """Add up the time in the position since rest."""
        if in_position and self._seen_s is not None:
            self._in_position_s += time_s - self._seen_s
        elif resting and not in_position:
            self._in_position_s = 0.0
        self._seen_s = time_s
