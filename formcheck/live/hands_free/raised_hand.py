"""A raised hand: the sign that someone makes who can't reach the keyboard."""

from dataclasses import dataclass

import numpy as np

from formcheck.measure.body import Body
from formcheck.measure.geometry import distance
from formcheck.measure.limbs import arm_elevation, elbow
from formcheck.measure.scale import scale_of, typical
from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class RaisedHandSettings:
    """Which arm counts as raised."""

    upright: float = 60.0
    """Elevation of the arm, shoulder to wrist, in degrees over the horizontal, from which it points
    up. An engineering value: reaching forward on all fours, or along the floor, is below 30."""

    straight: float = 130.0
    """Elbow angle from which the arm is stretched: a hand behind the neck or at the face is not."""

    least_reach: float = 0.7
    """Shoulder to wrist in trunk lengths; a straight arm is about 1.1. An arm that points to the
    camera looks shorter, and its direction says nothing."""


DEFAULTS = RaisedHandSettings()


def hand_raised(pose: Pose, settings: RaisedHandSettings = DEFAULTS) -> bool:
    """Whether exactly one arm points straight up, standing, sitting or lying.

    Both arms up are part of some exercises, and one that can't be seen is not raised.
    """
    if not pose.found:
        return False
    scale = typical([scale_of(pose, None)])
    body = Body(pose, scale)
    reach = distance(body.both("shoulder"), body.both("wrist"))
    with np.errstate(invalid="ignore"):
        up = (
            (arm_elevation(body) >= settings.upright)
            & (elbow(body) >= settings.straight)
            & (reach >= settings.least_reach * scale.trunk)
        )
    return int(up.sum()) == 1
