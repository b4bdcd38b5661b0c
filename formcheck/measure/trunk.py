"""The trunk as a whole: one number for the body, in degrees, in the picture's plane."""

import numpy as np

from formcheck.measure.body import Body
from formcheck.measure.geometry import elevation, inclination
from formcheck.measure.orientation import Orientation


def trunk_inclination(body: Body) -> float:
    """Angle of the line from hips to shoulders from the vertical; upright is 0, level is 90."""
    return float(inclination(body.centre("hip"), body.centre("shoulder")))


def trunk_elevation(body: Body) -> float:
    """Angle of the line from hips to shoulders over the horizontal; lying is 0, upright is 90."""
    return float(elevation(body.centre("hip"), body.centre("shoulder")))


def chest_elevation(orientation: Orientation) -> float:
    """Where the chest points: 90 to the ceiling, 0 to the side, −90 to the floor."""
    return float(np.degrees(np.arcsin(np.clip(-orientation.chest[1], -1.0, 1.0))))


def hips_across(body: Body) -> float:
    """Where the hips are across the picture, in trunk lengths; who walks doesn't exercise."""
    return float(body.centre("hip")[0] / body.scale.trunk)
