"""A raised hand: the sign that someone makes who can't reach the keyboard."""

from dataclasses import dataclass

import numpy as np

from formcheck.measure.geometry import elevation
from formcheck.measure.observer import Observer
from formcheck.pose.landmarks import INDEX, SIDES, Side
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import upright

MEASURES = ("arm_elevation", "elbow", "arm_reach")


@dataclass(frozen=True)
class RaisedHandSettings:
    """When an arm is a sign."""

    upright: float = 60.0
    """Elevation of the arm, shoulder to wrist, in degrees over the horizontal, from which it points
    up. An engineering value: reaching forward on all fours, or along the floor, is below 30."""
    straight: float = 130.0
    """Elbow angle, in degrees, from which the arm is stretched: a hand behind the neck or at the
    face is not."""
    least_reach: float = 0.7
    """Shoulder to wrist in trunk lengths; a straight arm is about 1.1. An arm that points to the
    camera looks shorter, and its direction says nothing."""
    drawn: float = 30.0
    """Elevation in the picture below which an arm isn't measured, which takes half as long as all
    of the judging: half of `upright`, more than what is drawn is ever off of an arm that long."""


DEFAULTS = RaisedHandSettings()

_ARMS = [[INDEX[f"{side}_{joint}"] for side in SIDES] for joint in ("shoulder", "wrist")]


def hand_raised(pose: Pose, settings: RaisedHandSettings = DEFAULTS) -> bool:
    """Whether exactly one arm points straight up, standing, sitting or lying.

    Both arms up are part of some exercises, and one that can't be seen is not raised.
    """
    if not pose.found or not _may_be_up(pose, settings.drawn):
        return False
    values = Observer(MEASURES).update(pose).values

    def up(side: Side) -> bool:
        return (
            values[f"arm_elevation.{side}"] >= settings.upright
            and values[f"elbow.{side}"] >= settings.straight
            and values[f"arm_reach.{side}"] >= settings.least_reach
        )

    return sum(map(up, SIDES)) == 1


def _may_be_up(pose: Pose, least: float) -> bool:
    """Whether the model draws any arm so far up."""
    places = upright(pose, pose.landmarks[_ARMS, :2].astype(np.float64))
    return bool((elevation(*places) >= least).any())
