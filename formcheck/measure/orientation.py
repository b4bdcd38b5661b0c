"""Which plane of the body the camera sees, which side is near, and which way the chest points.

From the world landmarks: their depth is too coarse for joint angles, but it tells how the trunk
as a whole is turned to within some ten degrees, however the person lies.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, Side
from formcheck.pose.pose import Pose
from formcheck.pose.upright.upright import upright_directions


class View(StrEnum):
    """The plane of the body that the camera sees."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"
    THREE_QUARTER = "three-quarter"
    END_ON = "end-on"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ViewSettings:
    """Which depth shares of the body's axes make which view; a share is of a unit vector."""

    side_view_limit: float = 0.80
    """Least depth share of the left–right axis in a side view: the camera is within 37° of square.
    Within it a 2D angle in the sagittal plane is foreshortened by a fifth at most; at 45° the mean
    error of the knee grows from 2.4° to 15° (rendered clips with truth)."""

    front_view_limit: float = 0.40
    """Most depth share of the left–right axis in a front or back view."""

    lengthwise_limit: float = 0.50
    """Most depth share of the hip–shoulder axis in a side view: the body lies within 30° of the
    picture's plane."""

    end_on_limit: float = 0.80
    """Depth share of the hip–shoulder axis from which the camera looks along the body."""


DEFAULTS = ViewSettings()


@dataclass(frozen=True, eq=False)
class Orientation:
    """How the trunk is turned towards the camera; unit vectors, x right, y down, z away from it.

    Down is the room's where the camera is known to be rolled.

    lateral: from the right to the left side. trunk: from the hips to the shoulders.
    chest: out of the chest, at right angles to both.
    """

    lateral: NDArray[np.float64]
    trunk: NDArray[np.float64]
    chest: NDArray[np.float64]

    @property
    def view(self) -> View:
        """The named view; UNKNOWN where nobody was found."""
        return self.seen_from(DEFAULTS)

    def seen_from(self, settings: ViewSettings) -> View:
        """The named view by other limits."""
        across, along = abs(self.lateral[2]), abs(self.trunk[2])
        if np.isnan(across) or np.isnan(along):
            return View.UNKNOWN
        if along > settings.end_on_limit:
            return View.END_ON
        if across >= settings.side_view_limit and along <= settings.lengthwise_limit:
            return View.SIDE
        if across <= settings.front_view_limit and along <= settings.end_on_limit:
            return View.FRONT if self.chest[2] < 0 else View.BACK
        return View.THREE_QUARTER

    @property
    def near_side(self) -> Side | None:
        """The side nearer to the camera; None where nobody was found."""
        if np.isnan(self.lateral[2]):
            return None
        return "left" if self.lateral[2] < 0 else "right"


def orientation(pose: Pose) -> Orientation:
    """How the trunk of a pose is turned; NaN vectors where nobody was found."""
    world = upright_directions(pose, pose.world.astype(np.float64))
    left_shoulder, right_shoulder = world[INDEX["left_shoulder"]], world[INDEX["right_shoulder"]]
    left_hip, right_hip = world[INDEX["left_hip"]], world[INDEX["right_hip"]]
    # Shoulders and hips weigh the same, though the shoulders are wider apart.
    lateral = _unit(_unit(left_shoulder - right_shoulder) + _unit(left_hip - right_hip))
    trunk = _unit(left_shoulder + right_shoulder - left_hip - right_hip)
    return Orientation(lateral, trunk, _unit(cross(lateral, trunk)))


def cross(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """At right angles to both; np.cross costs ten times as much for a single pair of vectors."""
    return np.array(
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    )


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.sqrt(vector @ vector))
    return vector / length if length > 0 else np.full(3, np.nan)
