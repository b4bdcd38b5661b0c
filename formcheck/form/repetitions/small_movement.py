"""Somebody who moves as the exercise asks, but too little for a repetition."""

from dataclasses import dataclass

from formcheck.form.repetition_cycle import LEAST_S, RETURN_SHARE


@dataclass(frozen=True)
class SmallMovementSettings:
    """What is more than a sway, and over."""

    least_share: float = 0.4
    """Share of a repetition's least travel from which going out and back is more than a sway."""
    return_share: float = RETURN_SHARE
    least_s: float = LEAST_S


class SmallMovement:
    """Notices a movement out and back that falls short of the least travel. State over time.

    seen: whether there has been one.
    """

    def __init__(self, least_travel: float, settings: SmallMovementSettings | None = None) -> None:
        self.seen = False
        self._least_travel = least_travel
        self._settings = settings or SmallMovementSettings()
        self._low = self._high = float("nan")
        self._low_s = 0.0

    def update(self, time_s: float, signal: float) -> None:
        """Take the next value, which rises on the way out; NaN is skipped."""
        if signal != signal:
            return
        if not signal > self._low:
            self._turn(time_s, signal)
        self._high = max(self._high, signal)
        travel = self._high - self._low
        out = travel >= self._settings.least_share * self._least_travel
        if not out or signal > self._high - self._settings.return_share * travel:
            return
        slow_enough = time_s - self._low_s >= self._settings.least_s
        self.seen |= travel < self._least_travel and slow_enough
        self._turn(time_s, signal)

    def _turn(self, time_s: float, signal: float) -> None:
        self._low = self._high = signal
        self._low_s = time_s
