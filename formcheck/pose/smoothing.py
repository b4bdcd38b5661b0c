"""The One Euro filter: steady when still, quick when moving.

Landmarks of a video that is tracked are smoothed already by the model; this is for what is derived
from them, such as measures of the silhouette.
"""

from math import inf, isfinite, nan, tau


class OneEuroFilter:
    """Smooths a number over time.

    A first-order low-pass filter whose cut-off frequency rises with the speed of the signal.
    Source: Casiez, Roussel and Vogel, "1€ Filter: A Simple Speed-based Low-pass Filter for Noisy
    Input in Interactive Systems", CHI 2012.

    min_cutoff_hz: cut-off for a signal at rest; lower removes more jitter.
    speed_coefficient: the paper's beta, Hz of cut-off per unit of speed; higher lags less.
    speed_cutoff_hz: cut-off for the speed itself; 1 Hz in the paper.
    forget_after_s: a number unseen (NaN) for longer begins anew.
    """

    def __init__(
        self,
        min_cutoff_hz: float,
        speed_coefficient: float = 0.0,
        speed_cutoff_hz: float = 1.0,
        forget_after_s: float = 0.5,
    ) -> None:
        if min_cutoff_hz <= 0 or speed_cutoff_hz <= 0 or speed_coefficient < 0:
            raise ValueError("Cut-off frequencies must be above 0 and the coefficient not below.")
        self._min_cutoff = min_cutoff_hz
        self._coefficient = speed_coefficient
        self._speed_cutoff = speed_cutoff_hz
        self._forget_after = forget_after_s
        self._value = self._speed = 0.0
        self._seen_s = self._last_s = -inf

    def __call__(self, value: float, time_s: float) -> float:
        """The smoothed value at a time; NaN where the value is NaN.

        Raises ValueError where time doesn't rise.
        """
        if time_s <= self._last_s:
            raise ValueError("Time must rise from call to call.")
        self._last_s = time_s
        if not isfinite(value):
            return nan
        step, self._seen_s = time_s - self._seen_s, time_s
        if step > self._forget_after:
            self._value, self._speed = value, 0.0
            return value
        change = value - self._value
        self._speed += _weight(self._speed_cutoff, step) * (change / step - self._speed)
        cutoff = self._min_cutoff + self._coefficient * abs(self._speed)
        self._value += _weight(cutoff, step) * change
        return self._value


def _weight(cutoff_hz: float, step_s: float) -> float:
    """What share of a new value a low-pass filter takes in, after a step of time."""
    turn = tau * cutoff_hz * step_s
    return turn / (turn + 1)
