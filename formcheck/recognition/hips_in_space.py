"""How high the hips are over the ankles in the room, from the leans of thighs and shins.

In a picture what is further away also lies higher up, so that of somebody who is seen half turned
the drawn height is mostly that of the camera. On random films for choosing it is off by 0.24 trunk
lengths at 30 to 45 degrees off the plane and by 0.48 at 45 to 60, what is made here by 0.09 and
0.12; on those for learning by 0.27 and 0.37, 0.11 and 0.11. How a limb leans is learnt, and how
long it is people hardly differ in.
"""

from collections.abc import Iterable, Mapping
from math import cos, radians
from statistics import fmean

from formcheck.pose.landmarks import SIDES

HIPS_OVER_ANKLES = "hips_over_ankles"

THIGH, SHIN = 0.79, 0.88
"""Lengths in trunk lengths as the pose model draws them from the side, for which limits are written
(random films for learning, up to 15 degrees off): its hips lie lower than a body's joints, which
are 0.89 and 0.97 apart, and differ by 0.09 and 0.07 from one body to the next."""

LEANS = ("thigh_inclination", "shin_inclination")
"""Measures that it is made of, without side."""


def with_leans(names: Iterable[str]) -> tuple[str, ...]:
    """Names of measures, and what they are made of here."""
    named = tuple(names)
    return (*named, *LEANS) if HIPS_OVER_ANKLES in named else named


def hips_over_ankles(known: Mapping[str, float], drawn: float) -> float:
    """In trunk lengths, by the legs that are seen; as it is drawn where none is seen whole.

    known: by full name, what is known of each measure.
    """
    thighs, shins = ([known[f"{name}.{side}"] for side in SIDES] for name in LEANS)
    heights = [
        THIGH * cos(radians(thigh)) + SHIN * cos(radians(shin))
        for thigh, shin in zip(thighs, shins, strict=True)
        if thigh == thigh and shin == shin
    ]
    return fmean(heights) if heights else drawn
