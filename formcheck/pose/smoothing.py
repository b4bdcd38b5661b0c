"""The One Euro filter: steady when still, quick when moving.

Landmarks of a video that is tracked are smoothed already by the model; this is for what is derived
from them, such as measures of the silhouette.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray


class OneEuroFilter:
    """Smooths a number or an array over time, each element by itself.

    A first-order low-pass filter whose cut-off frequency rises with the speed of the signal.
    Source: Casiez, Roussel and Vogel, "1€ Filter: A Simple Speed-based Low-pass Filter for Noisy
    Input in Interactive Systems", CHI 2012.

    min_cutoff_hz: cut-off for a signal at rest; lower removes more jitter.
    speed_coefficient: the paper's beta, Hz of cut-off per unit of speed; higher lags less.
    speed_cutoff_hz: cut-off for the speed itself; 1 Hz in the paper.
    forget_after_s: an element unseen (NaN) for longer begins anew.
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
        self._value: NDArray[np.float64] | None = None
        self._speed = np.zeros(())
        self._seen_s = np.zeros(())
        self._last_s = -np.inf

    def __call__(self, value: ArrayLike, time_s: float) -> NDArray[np.float64]:
        """The smoothed value at a time, of the same shape; NaN where the value is NaN.

        Raises ValueError where time doesn't rise or the shape changes.
        """
        new = np.asarray(value, np.float64)
        if self._value is None:
            self._value, self._speed = np.full(new.shape, np.nan), np.zeros(new.shape)
            self._seen_s = np.full(new.shape, -np.inf)
        if new.shape != self._value.shape:
            raise ValueError(f"Expected shape {self._value.shape}, not {new.shape}.")
        if time_s <= self._last_s:
            raise ValueError("Time must rise from call to call.")
        self._last_s = time_s
        step = time_s - self._seen_s
        seen = np.isfinite(new)
        known = seen & np.isfinite(self._value) & (step <= self._forget_after)
        smooth, speed = self._filtered(np.where(known, new, 0.0), np.where(known, step, 1.0))
        self._value = np.where(known, smooth, np.where(seen, new, self._value))
        self._speed = np.where(known, speed, np.where(seen, 0.0, self._speed))
        self._seen_s = np.where(seen, time_s, self._seen_s)
        return np.where(seen, self._value, np.nan)

    def _filtered(
        self, new: NDArray[np.float64], step: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        assert self._value is not None
        old = np.nan_to_num(self._value)
        speed_weight = _weight(np.full_like(step, self._speed_cutoff), step)
        speed = self._speed + speed_weight * ((new - old) / step - self._speed)
        weight = _weight(self._min_cutoff + self._coefficient * np.abs(speed), step)
        return old + weight * (new - old), speed


def _weight(cutoff_hz: NDArray[np.float64], step_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """What share of a new value a low-pass filter takes in, after a step of time."""
    turn = 2 * np.pi * cutoff_hz * step_s
    return turn / (turn + 1)
