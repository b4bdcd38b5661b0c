"""Stick figures with exact angles, as poses: plain data for the tests of measure and form."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.landmarks import INDEX, LANDMARKS, SIDES, Side
from formcheck.pose.pose import Pose

EXACT = replace(FULL, model="stick figure")
"""Its joints are where they are said to be: nothing that is learnt of a pose model holds here."""

LENGTHS: Mapping[str, float] = {
    "trunk": 100.0,
    "thigh": 80.0,
    "shin": 80.0,
    "foot": 25.0,
    "upper_arm": 60.0,
    "forearm": 50.0,
    "neck": 30.0,
}
"""Pixels; about the proportions of an adult."""


Angles = Mapping[Side, float]
"""Of a part of the body, a side each."""


def towards(degrees: float) -> np.ndarray:
    """Unit vector in the picture: 0 is right, 90 is up, 180 is left, 270 is down."""
    angle = np.radians(degrees)
    return np.array([np.cos(angle), -np.sin(angle)])


@dataclass(frozen=True)
class StickFigure:
    """A body seen from the side; every part is given by the direction in which it points.

    trunk, head: from hip to shoulder, from shoulder to ear. thigh, shin, upper_arm, forearm: away
    from the trunk, one for both sides or one a side. near: the side nearer to the camera. yaw: how
    far the body is turned out of the side view, in degrees about the trunk's axis.
    """

    trunk: float
    thigh: float | Angles
    shin: float | Angles
    upper_arm: float | Angles
    forearm: float | Angles
    head: float | None = None
    hip: tuple[float, float] = (320.0, 240.0)
    near: Side = "left"
    yaw: float = 0.0
    hidden: tuple[str, ...] = field(default=())

    def pose(self, time_s: float = 0.0, width: int = 640, height: int = 480) -> Pose:
        """The figure as the pose model would give it."""
        landmarks = np.zeros((len(LANDMARKS), 3), np.float32)
        for side in SIDES:
            for name, point in self._side(side).items():
                landmarks[INDEX[f"{side}_{name}"], :2] = point
        head = landmarks[INDEX["left_ear"]]
        for name in LANDMARKS[:11]:
            if not name.endswith("ear"):
                landmarks[INDEX[name]] = head
        for name in ("pinky", "index", "thumb"):
            for side in SIDES:
                landmarks[INDEX[f"{side}_{name}"]] = landmarks[INDEX[f"{side}_wrist"]]
        visibility = np.full(len(LANDMARKS), 0.95, np.float32)
        for name in self.hidden:
            visibility[INDEX[name]] = 0.0
        return Pose(
            time_s=time_s,
            width=width,
            height=height,
            landmarks=landmarks,
            world=self._world(landmarks),
            visibility=visibility,
            presence=visibility.copy(),
            calibration=EXACT,
        )

    def _side(self, side: Side) -> dict[str, np.ndarray]:
        hip = np.array(self.hip)
        shoulder = hip + LENGTHS["trunk"] * towards(self.trunk)
        knee = hip + LENGTHS["thigh"] * towards(self._of(self.thigh, side))
        ankle = knee + LENGTHS["shin"] * towards(self._of(self.shin, side))
        elbow = shoulder + LENGTHS["upper_arm"] * towards(self._of(self.upper_arm, side))
        wrist = elbow + LENGTHS["forearm"] * towards(self._of(self.forearm, side))
        head = self.trunk if self.head is None else self.head
        return {
            "hip": hip,
            "shoulder": shoulder,
            "knee": knee,
            "ankle": ankle,
            "heel": ankle,
            "foot_index": ankle + LENGTHS["foot"] * towards(self._of(self.shin, side) + 90),
            "elbow": elbow,
            "wrist": wrist,
            "ear": shoulder + LENGTHS["neck"] * towards(head),
        }

    def _world(self, landmarks: np.ndarray) -> np.ndarray:
        """Metres, with the body turned by yaw so that shoulders and hips have their depth."""
        metres = landmarks.copy()
        metres[:, :2] = (landmarks[:, :2] - np.array(self.hip)) * 0.5 / LENGTHS["trunk"]
        trunk = np.array([*towards(self.trunk), 0.0])
        towards_camera = np.array([0.0, 0.0, -1.0])
        near_to_left = 1.0 if self.near == "left" else -1.0
        across = near_to_left * (
            np.cos(np.radians(self.yaw)) * towards_camera
            + np.sin(np.radians(self.yaw)) * np.cross(trunk, towards_camera)
        )
        for side, sign in (("left", 1.0), ("right", -1.0)):
            for name, half in (("shoulder", 0.18), ("hip", 0.10)):
                metres[INDEX[f"{side}_{name}"]] += (sign * half * across).astype(np.float32)
        return metres

    @staticmethod
    def _of(direction: float | Angles, side: Side) -> float:
        return direction[side] if isinstance(direction, Mapping) else direction
