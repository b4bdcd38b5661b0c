"""What bears somebody on the floor stays there, and nothing sinks in, however they shift about."""

from __future__ import annotations

from collections.abc import Mapping

from samples.studio.key_poses import Stage
from samples.studio.kinematics import pose_body
from samples.studio.pose_state import Places, PoseState
from samples.studio.skeleton import SIDES
from samples.studio.timeline import between_states

BEARING: Mapping[str, tuple[str, ...]] = {
    "toes": ("wrist", "elbow", "toe"),
    "feet": ("wrist", "elbow", "toe"),
    "knees": ("wrist", "elbow", "knee"),
}
"""Joints that bear the trunk where they lie low, by a motion's anchor. Of somebody who sits or lies
the trunk bears itself: their limbs are free."""

LOW = 0.12
"""Metres over the floor up to which a joint that lies on it is: the wrist of a hand, a knee."""

SHIFTED = 0.06
"""Metres by which what bears the body may seem to rise or sink: soft flesh, and a hand that is
shifted. A push-up whose hands were 70 cm over the floor was drawn before this was looked at."""

SHARES = (1.0, 0.5, 0.25, 0.125)
"""Of a movement, that are tried one after the other."""


def kept_down(stage: Stage, places: Places, stands: PoseState, moved: PoseState) -> PoseState:
    """As much of a movement as leaves on the floor what bears the body, and nothing in the floor.

    None of it if need be.
    """
    bearing = _bearing(stage.anchor, _heights(stage, places, stands))
    for share in SHARES:
        trial = between_states(stands, moved, share)
        heights = _heights(stage, places, trial)
        stays = all(abs(heights[name] - height) <= SHIFTED for name, height in bearing.items())
        if stays and min(heights.values()) >= -SHIFTED:
            return trial
    return stands


def _bearing(anchor: str, heights: Mapping[str, float]) -> dict[str, float]:
    """Of all joints those that bear the body."""
    names = {f"{name}_{side}" for name in BEARING.get(anchor, ()) for side in SIDES}
    return {name: height for name, height in heights.items() if name in names and height <= LOW}


def _heights(stage: Stage, places: Places, state: PoseState) -> dict[str, float]:
    """Metres over the floor of all joints."""
    lift = stage.settle(state, places, stage.anchor)
    joints = pose_body(stage.skeleton, state, places, stage.anchor, lift).joints(stage.skeleton)
    return {name: float(joint[1]) for name, joint in joints.items()}
