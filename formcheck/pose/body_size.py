"""How large a body stands in the picture."""

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, SIDES, Side
from formcheck.pose.proportions import SEGMENTS

Floats = NDArray[np.float32]

USUAL_HEIGHT_M = 1.7
"""For sizes only to be compared with each other, where a model gives no metres."""


def pixels_per_metre(landmarks: Floats, world: Floats) -> float:
    """How large a person stands in the picture, whatever their posture; larger is nearer.

    The spread of the landmarks in the picture over that in metres across and down; without metres,
    from the limb that looks longest.
    """
    placed = np.isfinite(landmarks[:, 0]) & np.isfinite(world[:, 0])
    if not placed.any():
        return _height(landmarks) / USUAL_HEIGHT_M
    pixels, metres = (
        points[placed, :2] - points[placed, :2].mean(axis=0) for points in (landmarks, world)
    )
    spread = float(np.sum(metres**2))
    return float(np.sqrt(np.sum(pixels**2) / spread)) if spread > 0 else 0.0


def _height(landmarks: Floats) -> float:
    """Pixels from sole to crown if they stood upright: what points at the camera looks shorter."""
    return max(
        float(np.linalg.norm(_point(landmarks, side, upper) - _point(landmarks, side, lower)))
        / share
        for side in SIDES
        for (upper, lower), share in SEGMENTS.items()
    )


def _point(landmarks: Floats, side: Side, joint: str) -> Floats:
    return np.nan_to_num(landmarks[INDEX[f"{side}_{joint}"], :2])
