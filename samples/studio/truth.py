"""The ground truth of a clip: joints, angles and the back's curve on every frame."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from samples.studio.anatomy import joint_angles
from samples.studio.back import Back
from samples.studio.camera import Camera
from samples.studio.geometry import Array, X
from samples.studio.kinematics import JOINT_BONES
from samples.studio.performer import Figure, Performer
from samples.studio.skeleton import SIDES
from samples.truth import Truth as WrittenTruth

JOINT_NAMES = (*(f"{name}_{side}" for name in JOINT_BONES for side in SIDES), "head", "neck")


@dataclass(frozen=True)
class Truth:
    """Everything known about a clip, one row a frame (T).

    `joints_3d` (T, J, 3) metres, `joints_px` (T, J, 2) pixels, `angles`
    (T, A) degrees, `spine_px` (T, S, 2) pixels, `back_rounding` (T,).
    """

    time_s: Array
    angle_names: tuple[str, ...]
    joints_3d: Array
    joints_px: Array
    angles: Array
    spine_px: Array
    back_rounding: Array
    camera: Camera

    @property
    def told(self) -> WrittenTruth:
        """The same as it is read back from a file."""
        joints, pixels = (np.moveaxis(one, 1, 0) for one in (self.joints_3d, self.joints_px))
        return WrittenTruth(
            time_s=self.time_s,
            joints=dict(zip(JOINT_NAMES, joints, strict=True)),
            pixels=dict(zip(JOINT_NAMES, pixels, strict=True)),
            angles=dict(zip(self.angle_names, self.angles.T, strict=True)),
            rounding=self.back_rounding,
            eye=self.camera.eye,
        )

    def write(self, path: Path) -> None:
        """Write as a small compressed npz."""
        camera = self.camera
        np.savez_compressed(
            path,
            time_s=self.time_s.astype(np.float32),
            joint_names=np.array(JOINT_NAMES),
            joints_3d=self.joints_3d.astype(np.float32).round(4),
            joints_px=self.joints_px.astype(np.float32).round(1),
            angle_names=np.array(self.angle_names),
            angles=self.angles.astype(np.float32).round(1),
            spine_px=self.spine_px.astype(np.float32).round(1),
            back_rounding=self.back_rounding.astype(np.float32).round(4),
            camera_eye=camera.eye.astype(np.float32),
            camera_target=camera.target.astype(np.float32),
            camera_field_of_view=np.float32(camera.field_of_view),
            camera_roll=np.float32(camera.roll),
            camera_projection=camera.projection().astype(np.float32),
            picture_size=np.array([camera.width, camera.height]),
        )


class TruthTaker:
    """Gathers the truth frame by frame."""

    def __init__(self, performer: Performer, camera: Camera) -> None:
        self._performer = performer
        self._camera = camera
        self._times: list[float] = []
        self._joints: list[Array] = []
        self._pelvis: list[Array] = []
        self._backs: list[Back] = []

    def add(self, time_s: float, figure: Figure) -> None:
        """Take down one frame."""
        joints = figure.pose.joints(self._performer.skeleton)
        self._times.append(time_s)
        self._joints.append(np.stack([joints[name] for name in JOINT_NAMES]))
        self._pelvis.append(figure.pose.rotations["Hips"] @ X)
        self._backs.append(self._performer.back(figure))

    def finish(self) -> Truth:
        """Everything taken down, as arrays."""
        joints = np.stack(self._joints)
        named = {name: joints[:, number] for number, name in enumerate(JOINT_NAMES)}
        angles = joint_angles(named, np.stack(self._pelvis))
        return Truth(
            np.array(self._times),
            tuple(angles),
            joints,
            self._camera.pixels(joints),
            np.stack(list(angles.values()), axis=1),
            self._camera.pixels(np.stack([back.curve for back in self._backs])),
            np.array([back.rounding for back in self._backs]),
            self._camera,
        )
