"""What a rendered clip truly shows, frame by frame, in the words of the catalogue of measures.

The truth is of the body in three dimensions; what the camera's plane does to it is part of the
error. Where the studio names the same angle otherwise, or not at all, it is turned into the
catalogue's here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import Side, other

Array = NDArray[np.float64]

BACK_SPAN = 0.84
"""Share of the hip–shoulder line over which the studio looks at the back. It divides an arc's
height over that span by the span; the catalogue tells its height over the whole line. The first
goes with the square of the span, so that one division is left between the two."""

LYING = 0.3
"""Least height of the chest's direction, up or down, of someone who lies or kneels."""

UP = np.array([0.0, 1.0, 0.0])
LEVEL = np.array([1.0, 0.0, 1.0])


@dataclass(frozen=True, eq=False)
class Truth:
    """One clip's truth, a row a frame (T).

    joints: T × 3 metres by name, y up. pixels: T × 2 by name. angles: T degrees by the studio's
    names. rounding: T, in spans. eye: the camera's place, 3 metres.
    """

    time_s: Array
    joints: Mapping[str, Array]
    pixels: Mapping[str, Array]
    angles: Mapping[str, Array]
    rounding: Array
    eye: Array = field(default_factory=lambda: np.zeros(3))

    def __len__(self) -> int:
        return len(self.time_s)

    @cached_property
    def shoulders(self) -> Array:
        """The middle between the shoulders, T × 3."""
        return (self.joints["shoulder_left"] + self.joints["shoulder_right"]) / 2

    @cached_property
    def hips(self) -> Array:
        """The middle between the hips, T × 3."""
        return (self.joints["hip_left"] + self.joints["hip_right"]) / 2

    @cached_property
    def chest(self) -> Array:
        """Where the chest points, T × 3 unit vectors."""
        shoulders = _unit(self.joints["shoulder_left"] - self.joints["shoulder_right"])
        hips = _unit(self.joints["hip_left"] - self.joints["hip_right"])
        return _unit(np.cross(_unit(shoulders + hips), self.shoulders - self.hips))

    @cached_property
    def upwards(self) -> float:
        """1 for someone on the back, −1 face down or on all fours, NaN upright or on the side."""
        height = float(np.median(self.chest[:, 1]))
        return float(np.sign(height)) if abs(height) > LYING else float("nan")

    def joint(self, name: str, side: Side) -> Array:
        """One joint, T × 3."""
        return self.joints[f"{name}_{side}"]

    def angle(self, name: str, side: Side) -> Array:
        """One of the studio's angles, T degrees."""
        return self.angles[f"{name}_{side}"]


def truth_file(clip: Path) -> Path:
    """Where the truth of a clip is; the name says that it is no pose track."""
    return clip.with_suffix(".truth.npz")


def read_truth(path: Path) -> Truth:
    """The truth that the studio wrote beside a clip."""
    with np.load(path) as data:
        joints = data["joints_3d"].astype(np.float64)
        pixels = data["joints_px"].astype(np.float64)
        angles = data["angles"].astype(np.float64)
        names = [str(name) for name in data["joint_names"]]
        return Truth(
            time_s=data["time_s"].astype(np.float64),
            joints={name: joints[:, number] for number, name in enumerate(names)},
            pixels={name: pixels[:, number] for number, name in enumerate(names)},
            angles={
                str(name): angles[:, number] for number, name in enumerate(data["angle_names"])
            },
            rounding=data["back_rounding"].astype(np.float64),
            eye=data["camera_eye"].astype(np.float64),
        )


def true_measure(name: str, truth: Truth, side: Side) -> Array | None:
    """A measure of the catalogue, T; None where the truth doesn't tell it.

    Heights are told as the change from the clip's beginning, as criteria use them.
    """
    define = DEFINITIONS.get(name)
    return None if define is None else define(truth, side)


def _body_line(truth: Truth, side: Side) -> Array:
    """In the upright plane that the body lies along: shoulders are wider than hips."""
    shoulder, hip, ankle = (truth.joint(name, side) for name in ("shoulder", "hip", "ankle"))
    along = _unit((ankle - shoulder) * LEVEL)
    ahead, hip_height = ((hip - shoulder) * along).sum(-1), (hip - shoulder)[:, 1]
    beyond, ankle_height = ((ankle - hip) * along).sum(-1), (ankle - hip)[:, 1]
    slope = np.arctan2(ankle_height, beyond) - np.arctan2(hip_height, ahead)
    # Hips under the straight line: first steeply down, then up again.
    return np.asarray(180 - np.degrees(slope))


def _leg_to_trunk(truth: Truth, side: Side) -> Array:
    return np.asarray(truth.upwards * (180 - truth.angle("hip", side)))


def _arm_to_trunk(truth: Truth, side: Side) -> Array:
    arm = truth.joint("elbow", side) - truth.joint("shoulder", side)
    trunk = _unit(truth.shoulders - truth.hips)
    ahead = np.degrees(np.arctan2((arm * truth.chest).sum(-1), (arm * trunk).sum(-1)))
    return np.asarray(truth.upwards * ahead)


def _wrist_to_trunk(truth: Truth, side: Side) -> Array:
    trunk, wrist = truth.shoulders - truth.hips, truth.joint("wrist", side) - truth.hips
    length = np.linalg.norm(trunk, axis=-1)
    share = np.clip((wrist * trunk).sum(-1) / length**2, 0, 1)
    start = from_start(truth.time_s)
    distance = np.linalg.norm(wrist - share[:, None] * trunk, axis=-1)
    return np.asarray(distance / np.median(length[start]))


def _arm_lead(truth: Truth, side: Side) -> Array:
    raised = _raised("shoulder", "wrist")
    return raised(truth, side) - raised(truth, other(side))


def _raised(low: str, high: str) -> Callable[[Truth, Side], Array]:
    """Elevation of the line from one joint to another over the horizontal."""
    return lambda truth, side: _elevation(truth.joint(high, side) - truth.joint(low, side))


def _leaning(low: str, high: str) -> Callable[[Truth, Side], Array]:
    """Angle of the line from one joint to another from the vertical."""
    return lambda truth, side: 90 - _raised(low, high)(truth, side)


def _height(joint: str) -> Callable[[Truth, Side], Array]:
    def define(truth: Truth, side: Side) -> Array:
        start = from_start(truth.time_s)
        height = truth.joint(joint, side)[:, 1]
        trunk = float(np.median(np.linalg.norm(truth.shoulders - truth.hips, axis=-1)[start]))
        return np.asarray((height - np.median(height[start])) / trunk)

    return define


def from_start(times: Array) -> NDArray[np.bool_]:
    """The frames of the first second, in which everyone is still in the start position."""
    return np.asarray(times <= times[0] + 1.0)


def _angle(name: str) -> Callable[[Truth, Side], Array]:
    return lambda truth, side: truth.angle(name, side)


def _whole(name: str) -> Callable[[Truth, Side], Array]:
    return lambda truth, _: truth.angles[name]


def _elevation(line: Array) -> Array:
    return np.asarray(np.degrees(np.arcsin(np.clip(_unit(line) @ UP, -1, 1))))


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True))


DEFINITIONS: Mapping[str, Callable[[Truth, Side], Array]] = {
    "knee": _angle("knee"),
    "knee_flexion": lambda truth, side: 180 - truth.angle("knee", side),
    "both_knees_flexion": lambda truth, _: (
        180 - np.maximum(truth.angle("knee", "left"), truth.angle("knee", "right"))
    ),
    "hip": lambda truth, side: 180 - np.abs(180 - np.abs(truth.angle("hip", side))),
    "hip_extension": _angle("hip"),
    "elbow": _angle("elbow"),
    "elbow_from_reach": _angle("elbow"),
    "shoulder": _angle("shoulder"),
    "neck": _whole("neck"),
    "body_line": _body_line,
    "thigh_elevation": _raised("hip", "knee"),
    "leg_elevation": _raised("hip", "ankle"),
    "wrist_to_trunk": _wrist_to_trunk,
    "trunk_twist": lambda truth, side: (
        truth.angles["pelvis_twist"] * (1.0 if side == "left" else -1.0)
    ),
    "thigh_inclination": _leaning("knee", "hip"),
    "shin_inclination": _leaning("ankle", "knee"),
    "arm_inclination": _leaning("wrist", "shoulder"),
    "upper_arm_inclination": _leaning("elbow", "shoulder"),
    "arm_elevation": _raised("shoulder", "wrist"),
    "arm_lead": _arm_lead,
    "leg_to_trunk": _leg_to_trunk,
    "arm_to_trunk": _arm_to_trunk,
    "hip_height": _height("hip"),
    "ankle_height": _height("ankle"),
    "shoulder_height": _height("shoulder"),
    "head_elevation": lambda truth, side: _elevation(
        truth.joints["neck"] - truth.joint("hip", side)
    ),
    "trunk_inclination": _whole("trunk_inclination"),
    "trunk_elevation": _whole("trunk_elevation"),
    "chest_elevation": lambda truth, _: _elevation(truth.chest),
    "back_rounding": lambda truth, _: truth.rounding / BACK_SPAN,
}
"""By the catalogue's names. `neck` and `head_elevation` are seen from the ear, the truth's from the
joint under the skull: a constant difference is between the two points."""
