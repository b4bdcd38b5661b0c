"""By how much a pose model is unlike its own mirror image, which is taken off what it says.

Of a picture and its mirror image a model should say the same, left and right changed over. Full
does, within a centimetre. Heavy turns everybody's shoulders to one side and their hips to the other
(world points; 5 centimetres between both hips, the same in photographs of people and in rendered
clips), so that who faces the camera was twisted by 20 degrees. Measured by
models/measure_asymmetry.py, over the pictures that models/README.md names.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tomllib import loads

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.landmarks import INDEX, LANDMARKS, SWAPPED

FILE = Path(__file__).with_name("heavy_asymmetry.toml")

MIRROR = np.array([-1.0, 1.0, 1.0], np.float32)
"""What a mirror does to x, y and z."""


def asymmetry_of(model: str) -> NDArray[np.float32]:
    """33 × 3 metres by which the world points of a model are off: full, lite, heavy or custom."""
    return asymmetry_of_heavy() if model == "heavy" else np.zeros((len(LANDMARKS), 3), np.float32)


@cache
def asymmetry_of_heavy() -> NDArray[np.float32]:
    """33 × 3 metres by which its world points are off."""
    told = loads(FILE.read_text("utf-8"))
    off = np.zeros((len(LANDMARKS), 3), np.float32)
    for name, metres in told.items():
        off[INDEX[name]] = metres
    for row, other in enumerate(SWAPPED):
        if LANDMARKS[row] not in told:
            off[row] = -MIRROR * off[other]
    return off


def mirror_image(points: NDArray[np.floating]) -> NDArray[np.floating]:
    """Points (33 × 3) as a mirror shows them, left and right changed over."""
    return np.asarray(points[SWAPPED] * MIRROR)
