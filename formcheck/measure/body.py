"""The joints of one pose as measures need them: by name, both sides at once, NaN where unseen."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.geometry import middle
from formcheck.measure.scale import BodyScale
from formcheck.pose.landmarks import INDEX, PAIRED, SIDES, Side
from formcheck.pose.plausibility import sure_landmarks, visible_landmarks
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import upright

Points = NDArray[np.floating]

ROWS = {name: np.array([INDEX[f"{side}_{name}"] for side in SIDES]) for name in PAIRED}


@dataclass(frozen=True, eq=False)
class Body:
    """A pose with the scale in which its lengths are told, stood upright if the camera is rolled,
    and as the take's first picture would show it if the camera has moved.

    pose: where the landmarks are.
    scale: the person's own lengths, taken in the start position, since a trunk that bends and an
        arm that points to the camera look shorter.
    """

    pose: Pose
    scale: BodyScale
    _pairs: dict[str, Points] = field(default_factory=dict, init=False)
    _centres: dict[str, Points] = field(default_factory=dict, init=False)

    @cached_property
    def visible(self) -> NDArray[np.bool_]:
        """For each landmark whether its position can be believed."""
        return visible_landmarks(self.pose)

    @cached_property
    def points(self) -> Points:
        """33 × 2 upright pixels, NaN where a landmark can't be seen."""
        points = upright(self.pose, self.pose.landmarks[:, :2].astype(np.float64))
        points[~self.visible] = np.nan
        return points

    def both(self, joint: str) -> Points:
        """The left and the right joint of this name, 2 × 2 upright pixels (side, x and y)."""
        if joint not in self._pairs:
            self._pairs[joint] = np.asarray(self.points[ROWS[joint]])
        return self._pairs[joint]

    def one(self, joint: str, side: Side) -> Points:
        """One joint, 2 upright pixels."""
        return np.asarray(self.points[INDEX[f"{side}_{joint}"]])

    def centre(self, joint: str) -> Points:
        """The point between the left and the right joint; the visible one where one is hidden."""
        if joint not in self._centres:
            left, right = self.both(joint)
            if left[0] != left[0]:
                self._centres[joint] = right
            elif right[0] != right[0]:
                self._centres[joint] = left
            else:
                self._centres[joint] = middle(left, right)
        return self._centres[joint]

    def height(self, joint: str) -> Points:
        """Height of the left and the right joint over the picture's middle, in trunk lengths; NaN
        where it can't be told how the camera has moved.

        The farther from where it is counted, the more a trunk that seems longer moves it.
        """
        return self.lengths(self._still(self.pose.height / 2 - self.both(joint)[:, 1]))

    def above(self, joint: str) -> float:
        """How far over the picture's middle that of both joints is, likewise."""
        return float(self.lengths(self._still(self.pose.height / 2 - self.centre(joint)[1])))

    def across(self, joint: str) -> float:
        """How far right of the picture's middle that of both joints is, likewise."""
        return float(self.lengths(self._still(self.centre(joint)[0] - self.pose.width / 2)))

    def sure_of(self, joint: str) -> NDArray[np.bool_]:
        """For left and right whether the model is quite sure of the joint."""
        return np.asarray(
            self.pose.visibility[ROWS[joint]] >= self.pose.calibration.sure_visibility
        )

    def lengths(self, values: Points) -> Points:
        """Pixels as trunk lengths."""
        return values / self.scale.trunk

    def _still(self, places: Points) -> Points:
        """Places in the room, where it is known that they are."""
        return places if self.pose.camera.known else np.full_like(places, np.nan)


class DrawnBody(Body):
    """A body with what the model draws at the picture's edge and beyond it, where nobody sees."""

    @cached_property
    def visible(self) -> NDArray[np.bool_]:
        """For each landmark whether the model is sure of it, wherever it is."""
        return sure_landmarks(self.pose)
