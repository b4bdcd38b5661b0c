"""The joints of many poses as measures need them: by name, both sides at once, NaN where unseen.

Of a single pose they are had in the same way.
"""

from collections.abc import Callable, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.geometry import middle
from formcheck.pose.landmarks import INDEX, PAIRED, SIDES
from formcheck.pose.plausibility import sure_of, visible_of
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import upright

Array = NDArray[np.floating]

ROWS = {name: np.array([INDEX[f"{side}_{name}"] for side in SIDES]) for name in PAIRED}


class Joints:
    """The joints of N poses, stood upright where the camera is rolled, and as the take's first
    picture would show them where the camera has moved. Lengths are in pixels.

    visible: N × 33, whether a landmark's position can be believed. points: N × 33 × 2 upright
    pixels, NaN where it can't. visibility: N × 33, as the model gives it. world: N × 33 × 3 metres,
    not stood upright.
    """

    def __init__(self, poses: Sequence[Pose], visible: NDArray[np.bool_]) -> None:
        self.visible = visible
        self.points = upright_points(poses)
        self.points[~visible] = np.nan
        self.visibility = np.array([pose.visibility for pose in poses])
        self.world = np.array([pose.world for pose in poses], np.float64)
        sure = [pose.calibration.sure_visibility for pose in poses]
        self._sure = np.array(sure, np.float32)[:, None]
        # Where it can't be told how the camera has moved, no place in the room is known.
        middles = [
            (pose.width / 2, pose.height / 2) if pose.camera.known else (np.nan, np.nan)
            for pose in poses
        ]
        self._middle = np.array(middles)
        self._both: dict[str, Array] = {}
        self._centres: dict[str, Array] = {}
        self._measured: dict[Callable[[Self], Array], list[Any]] = {}

    @classmethod
    def seen(cls, poses: Sequence[Pose]) -> Self:
        """What can be believed of them."""
        return cls(poses, visible_of(poses))

    @classmethod
    def drawn(cls, poses: Sequence[Pose]) -> Self:
        """Also what the model draws at the picture's edge and beyond it, where nobody sees."""
        return cls(poses, sure_of(poses))

    def both(self, joint: str) -> Array:
        """The left and the right joint of this name, N × 2 × 2 (side, x and y)."""
        if joint not in self._both:
            self._both[joint] = self.points[:, ROWS[joint]]
        return self._both[joint]

    def centre(self, joint: str) -> Array:
        """The point between the left and the right joint, N × 2; the visible one where one is
        hidden.
        """
        if joint not in self._centres:
            both = self.both(joint)
            left, right = both[:, 0], both[:, 1]
            one = np.where(np.isnan(left), right, left)
            between = middle(left, right)
            self._centres[joint] = np.where(np.isnan(between), one, between)
        return self._centres[joint]

    def height(self, joint: str) -> Array:
        """Height of the left and the right joint over the picture's middle, N × 2; NaN where it
        can't be told how the camera has moved.

        The farther from where it is counted, the more a trunk that seems longer moves it.
        """
        return np.asarray(self._middle[:, 1:] - self.both(joint)[..., 1])

    def above(self, joint: str) -> Array:
        """How far over the picture's middle that of both joints is, N, likewise."""
        return np.asarray(self._middle[:, 1] - self.centre(joint)[:, 1])

    def across(self, joint: str) -> Array:
        """How far right of the picture's middle that of both joints is, N, likewise."""
        return np.asarray(self.centre(joint)[:, 0] - self._middle[:, 0])

    def sure_of(self, joint: str) -> NDArray[np.bool_]:
        """Whether the model is quite sure of the left and the right joint, N × 2."""
        return np.asarray(self.visibility[:, ROWS[joint]] >= self._sure)

    def measured(self, measure: Callable[[Self], Array]) -> list[Any]:
        """What a measure is of each pose: a number, or those of left and right."""
        if measure not in self._measured:
            self._measured[measure] = measure(self).tolist()
        return self._measured[measure]


def upright_points(poses: Sequence[Pose]) -> Array:
    """N × 33 × 2 upright pixels, whether they are seen or not."""
    return np.array([upright(pose, pose.landmarks[:, :2].astype(np.float64)) for pose in poses])
