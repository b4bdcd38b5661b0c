"""How the trunk leans while an arm or the picture's edge hides the hips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from formcheck.desk.glance import Glance
from formcheck.measure.body import Body, Points
from formcheck.measure.scale import BodyScale

TRUNK: Final = "trunk_inclination"


@dataclass(frozen=True)
class HiddenHipsSettings:
    """When the hips are taken to be where they were.

    upright: degrees by which the shoulders may have turned about them. Further, somebody leans or
        the chair has rolled, and nobody knows which (engineering: two thirds of what is a lean).
    """

    upright: float = 10.0


DEFAULTS = HiddenHipsSettings()


class HiddenHips:
    """Remembers how somebody sat who sat as they wanted to.

    Whose shoulders have stayed where they were has not leaned, also where the hips are hidden now.
    That somebody leans is never told by it.
    """

    def __init__(
        self,
        baseline: Sequence[Glance],
        scale: BodyScale,
        settings: HiddenHipsSettings = DEFAULTS,
    ) -> None:
        """Baseline: glances at them, with the camera's roll; NaN is known of what none showed."""
        self._settings = settings
        bodies = [one.measures.body for one in baseline]
        seen = np.array([body.centre("hip") for body in bodies])
        seen = seen[np.isfinite(seen).all(axis=1)]
        self._hips = np.median(seen, axis=0) if len(seen) else np.full(2, np.nan)
        angles = np.array([_angle(self._hips, body) for body in bodies])
        leans = np.array([one.values((TRUNK,), scale)[TRUNK] for one in baseline])
        known = np.isfinite(angles) & np.isfinite(leans)
        self._angle = float(np.median(angles[known])) if known.any() else np.nan
        self._lean = float(np.median(leans[known])) if known.any() else np.nan

    def with_trunk(self, values: Mapping[str, float], glance: Glance) -> Mapping[str, float]:
        """The same values, with the trunk's where it can't be seen but is known all the same."""
        if TRUNK not in values or values[TRUNK] == values[TRUNK]:
            return values
        turned = _angle(self._hips, glance.measures.body) - self._angle
        if not abs(turned) <= self._settings.upright:
            return values
        return {**values, TRUNK: self._lean}


def _angle(hips: Points, body: Body) -> float:
    """Degrees from the vertical of the line from there to the shoulders, to the right."""
    across, down = body.centre("shoulder") - hips
    return float(np.degrees(np.arctan2(across, -down)))
