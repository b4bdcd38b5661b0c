"""The 33 landmarks of the body by which every pose is laid out, as data.

Names and order are those of the BlazePose GHUM model card. A model that places others lays them out
likewise; what it doesn't place is missing, as what can't be seen.
"""

from typing import Final, Literal

Side = Literal["left", "right"]

LANDMARKS: Final = (
    "nose",
    "left_eye_inner",
    "left_eye",
    "left_eye_outer",
    "right_eye_inner",
    "right_eye",
    "right_eye_outer",
    "left_ear",
    "right_ear",
    "mouth_left",
    "mouth_right",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
    "right_elbow",
    "left_wrist",
    "right_wrist",
    "left_pinky",
    "right_pinky",
    "left_index",
    "right_index",
    "left_thumb",
    "right_thumb",
    "left_hip",
    "right_hip",
    "left_knee",
    "right_knee",
    "left_ankle",
    "right_ankle",
    "left_heel",
    "right_heel",
    "left_foot_index",
    "right_foot_index",
)

INDEX: Final = {name: number for number, name in enumerate(LANDMARKS)}

_OTHER = {"left": "right", "right": "left"}

SWAPPED: Final = [
    INDEX["_".join(_OTHER.get(word, word) for word in name.split("_"))] for name in LANDMARKS
]
"""For each landmark the row of that of the other side, which a mirror shows in its place."""

SIDES: Final[tuple[Side, Side]] = ("left", "right")

PAIRED: Final = (
    "ear",
    "shoulder",
    "elbow",
    "wrist",
    "hip",
    "knee",
    "ankle",
    "heel",
    "foot_index",
)
"""Landmarks that exist on both sides, by the name they share."""

BONES: Final = (
    ("left_shoulder", "right_shoulder"),
    ("left_shoulder", "left_elbow"),
    ("left_elbow", "left_wrist"),
    ("right_shoulder", "right_elbow"),
    ("right_elbow", "right_wrist"),
    ("left_shoulder", "left_hip"),
    ("right_shoulder", "right_hip"),
    ("left_hip", "right_hip"),
    ("left_hip", "left_knee"),
    ("left_knee", "left_ankle"),
    ("left_ankle", "left_heel"),
    ("left_heel", "left_foot_index"),
    ("right_hip", "right_knee"),
    ("right_knee", "right_ankle"),
    ("right_ankle", "right_heel"),
    ("right_heel", "right_foot_index"),
    ("left_ear", "left_shoulder"),
    ("right_ear", "right_shoulder"),
)
"""Pairs of landmarks that a skeleton joins with a line."""


def other(side: Side) -> Side:
    """The opposite side of the body."""
    return "right" if side == "left" else "left"
