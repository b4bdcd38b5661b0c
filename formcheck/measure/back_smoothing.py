"""The back's curve without jitter: the silhouette's edge trembles from frame to frame."""

from dataclasses import replace

from formcheck.measure.spine import BackCurve
from formcheck.pose.smoothing import OneEuroFilter

CUTOFF_HZ, SPEED_COEFFICIENT = 1.0, 5.0
"""A back bends over seconds, so that what changes faster than once a second is mostly the mask.
Rounding at 0.2 of its length a second raises the cut-off to 2 Hz: a tenth of a second late."""


class BackSmoothing:
    """Smooths the rounding over time; a frame whose mask is torn stays unseen."""

    def __init__(self) -> None:
        self._filter = OneEuroFilter(CUTOFF_HZ, SPEED_COEFFICIENT)
        self._last_s = float("-inf")

    def update(self, curve: BackCurve | None, time_s: float) -> BackCurve | None:
        """The curve of this frame with its rounding smoothed; its points stay where they are."""
        if curve is None or time_s <= self._last_s:
            return curve
        self._last_s = time_s
        return replace(curve, rounding=float(self._filter(curve.rounding, time_s)))
