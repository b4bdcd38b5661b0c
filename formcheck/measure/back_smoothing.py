"""The back's curve without jitter: the silhouette's edge trembles from frame to frame."""

from dataclasses import dataclass, replace

from formcheck.measure.spine import BackCurve
from formcheck.pose.smoothing import OneEuroFilter


@dataclass(frozen=True)
class BackSmoothingSettings:
    """The One Euro filter of the rounding."""

    cutoff_hz: float = 1.0
    """A back bends over seconds, so that what changes faster than once a second is mostly the
    mask."""
    speed_coefficient: float = 5.0
    """Hz of cut-off per chord length a second: rounding at 0.2 of its length a second raises the
    cut-off to 2 Hz, a tenth of a second late."""


DEFAULTS = BackSmoothingSettings()


class BackSmoothing:
    """Smooths the rounding over time; a frame whose mask is torn stays unseen."""

    def __init__(self, settings: BackSmoothingSettings = DEFAULTS) -> None:
        self._filter = OneEuroFilter(settings.cutoff_hz, settings.speed_coefficient)
        self._last_s = float("-inf")

    def update(self, curve: BackCurve | None, time_s: float) -> BackCurve | None:
        """The curve of this frame with its rounding smoothed; its points stay where they are."""
        if curve is None or time_s <= self._last_s:
            return curve
        self._last_s = time_s
        return replace(curve, rounding=self._filter(curve.rounding, time_s))
