"""The joints of one pose, by name, NaN where unseen, and the person's own lengths."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.joints import Array, Joints
from formcheck.measure.scale import BodyScale
from formcheck.pose.landmarks import INDEX, Side
from formcheck.pose.pose import Pose
from formcheck.pose.together import among

Points = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Body:
    """A pose with the scale in which its lengths are told; see `Joints`.

    pose: where the landmarks are.
    scale: the person's own lengths, taken in the start position, since a trunk that bends and an
        arm that points to the camera look shorter.
    """

    pose: Pose
    scale: BodyScale

    @cached_property
    def _among(self) -> tuple[Joints, int]:
        """The joints of those that the pose came with, and its row."""
        return among(self.pose, Joints.seen)

    @property
    def visible(self) -> NDArray[np.bool_]:
        """For each landmark whether its position can be believed."""
        joints, row = self._among
        return np.asarray(joints.visible[row])

    @property
    def points(self) -> Points:
        """33 × 2 upright pixels, NaN where a landmark can't be seen."""
        joints, row = self._among
        return np.asarray(joints.points[row])

    def both(self, joint: str) -> Points:
        """The left and the right joint of this name, 2 × 2 upright pixels (side, x and y)."""
        joints, row = self._among
        return np.asarray(joints.both(joint)[row])

    def one(self, joint: str, side: Side) -> Points:
        """One joint, 2 upright pixels."""
        return np.asarray(self.points[INDEX[f"{side}_{joint}"]])

    def centre(self, joint: str) -> Points:
        """The point between the left and the right joint; the visible one where one is hidden."""
        joints, row = self._among
        return np.asarray(joints.centre(joint)[row])

    def measured(self, measure: Callable[[Joints], Array]) -> Any:
        """What a measure is of it, in the picture: a number, or those of left and right."""
        joints, row = self._among
        return joints.measured(measure)[row]


class DrawnBody(Body):
    """A body with what the model draws at the picture's edge and beyond it, where nobody sees."""

    @cached_property
    def _among(self) -> tuple[Joints, int]:
        return among(self.pose, Joints.drawn)
