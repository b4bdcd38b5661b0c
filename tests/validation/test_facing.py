"""Which way somebody faces in the picture, as the labels tell it."""

import numpy as np
import pytest

from samples.studio.filming import facing_in_picture

NAMES = ("head", "hip_left", "hip_right", "ankle_left", "ankle_right", "toe_left", "toe_right")

STANDING = np.array(
    [
        [0.0, 1.7, 0.0],
        [0.1, 0.9, 0.0],
        [-0.1, 0.9, 0.0],
        [0.1, 0.1, 0.0],
        [-0.1, 0.1, 0.0],
        [0.1, 0.0, 0.2],
        [-0.1, 0.0, 0.2],
    ]
)
"""Looks along z, left is x."""

LYING = STANDING[:, [0, 2, 1]]
"""The head along z."""


@pytest.mark.parametrize(("joints", "lying"), [(STANDING, False), (LYING, True)])
@pytest.mark.parametrize(
    ("eye", "facing"),
    [
        ((3.0, 1.0, 0.0), "left"),
        ((-3.0, 1.0, 0.0), "right"),
        ((2.0, 1.0, 2.2), "left"),
        ((0.0, 1.0, 3.0), ""),
        ((0.4, 1.0, -3.0), ""),
    ],
    ids=["from the left", "from the right", "half turned", "from ahead", "from behind"],
)
def test_facing_is_left_or_right_unless_it_is_towards_the_camera_or_away(
    joints: np.ndarray, lying: bool, eye: tuple[float, float, float], facing: str
) -> None:
    assert facing_in_picture(joints[None], NAMES, np.array(eye), lying) == facing
