"""The measurements of one body that posing needs: bone lengths and how deep joints lie in flesh."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samples.studio.body_files import SKIN_VERTICES, BodyShape
from samples.studio.geometry import Array, unit

SIDES = ("left", "right")


def bone(side: str, name: str) -> str:
    """The rig's name of a bone on a side: `bone("left", "UpLeg")` is `LeftUpLeg`."""
    return side.capitalize() + name


def outward(side: str) -> float:
    """Sign of the x axis that leads away from the body's middle on this side."""
    return 1.0 if side == "left" else -1.0


@dataclass(frozen=True)
class Skeleton:
    """Bones at rest, their lengths in metres, and the flesh between joints and the floor.

    `knee_depth`: knee joint over the floor when kneeling; `wrist_depth`: wrist
    over the floor with the palm flat; `ankle_depth`: ankle over the floor with
    the sole flat; `elbow_depth`: elbow over the floor when propped on it;
    `seat_depth`: hip joints over the floor when lying on the back.
    `own_lumbar`, `own_thoracic`: degrees that this body's spine is bent beyond
    the model's rest to stand with a back that is neither rounded nor arched.
    """

    parents: dict[str, str]
    joints: dict[str, Array]
    palm_normal: dict[str, Array]
    finger_direction: dict[str, Array]
    eyes: Array
    thigh: float
    shank: float
    upper_arm: float
    forearm: float
    trunk: float
    knee_depth: float
    wrist_depth: float
    ankle_depth: float
    elbow_depth: float
    seat_depth: float
    own_lumbar: float = 0.0
    own_thoracic: float = 0.0

    @property
    def leg(self) -> float:
        """Thigh and shank together, in metres."""
        return self.thigh + self.shank

    @property
    def arm(self) -> float:
        """Upper arm and forearm together, in metres."""
        return self.upper_arm + self.forearm


def skeleton_of(shape: BodyShape) -> Skeleton:
    """Measure the skeleton of a body shape."""
    joints = shape.joints

    def length(first: str, second: str) -> float:
        return float(np.linalg.norm(joints[first] - joints[second]))

    shoulders = (joints["LeftArm"] + joints["RightArm"]) / 2
    hips = (joints["LeftUpLeg"] + joints["RightUpLeg"]) / 2
    palm = {side: _palm_normal(shape, side) for side in SIDES}
    skin = shape.vertices[:SKIN_VERTICES]
    hand = skin[shape.weights[:SKIN_VERTICES, shape.bones.index("LeftHand")] > 0.6]
    knee = joints["LeftLeg"]
    around_knee = skin[np.linalg.norm(skin - knee, axis=1) < 0.10]
    behind = skin[(np.abs(skin[:, 1] - hips[1]) < 0.06) & (np.abs(skin[:, 0]) < 0.2)]
    return Skeleton(
        parents=shape.parents,
        joints=joints,
        palm_normal=palm,
        finger_direction={
            side: unit(shape.tails[bone(side, "Hand")] - joints[bone(side, "Hand")])
            for side in SIDES
        },
        eyes=(shape.group_centre("joint-l-eye") + shape.group_centre("joint-r-eye")) / 2,
        thigh=length("LeftUpLeg", "LeftLeg"),
        shank=length("LeftLeg", "LeftFoot"),
        upper_arm=length("LeftArm", "LeftForeArm"),
        forearm=length("LeftForeArm", "LeftHand"),
        trunk=float(np.linalg.norm(shoulders - hips)),
        knee_depth=float(around_knee[:, 2].max() - knee[2]) + 0.008,
        wrist_depth=float(((hand - joints["LeftHand"]) @ palm["left"]).max()) + 0.004,
        ankle_depth=float(joints["LeftFoot"][1]) + 0.004,
        elbow_depth=0.055,
        seat_depth=float(hips[2] - behind[:, 2].min()) - 0.02,
    )


def _palm_normal(shape: BodyShape, side: str) -> Array:
    """Direction (3,) at rest that the palm faces."""
    prefix = f"joint-{side[0]}-"
    wrist = shape.group_centre(prefix + "hand")
    index = shape.group_centre(prefix + "finger-2-1") - wrist
    little = shape.group_centre(prefix + "finger-5-1") - wrist
    return np.asarray(-outward(side) * unit(np.cross(index, little)))
