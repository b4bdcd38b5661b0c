"""Several people in one picture: who is who, and who is the one to watch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Floats, Pose

TRUNK = [INDEX[f"{side}_{joint}"] for joint in ("shoulder", "hip") for side in SIDES]

COMPARED = [
    INDEX[f"{side}_{joint}"] for joint in ("shoulder", "hip", "knee", "ankle") for side in SIDES
]
"""Rows of the landmarks by which two bodies are held against each other."""


@dataclass(frozen=True)
class PeopleSettings:
    """Who is one body, and how much each counts.

    same_within_m: trunks nearer to each other than this are one person seen twice. One body found
        twice in one picture: 0.11 m apart (1 of 190 pictures, most of single people); a body's
        width is about 0.4 m.
    edge_weight: how much someone at the picture's edge counts against someone of the same size in
        its middle (engineering).
    room: share of a body's longer side that is added round its landmarks to hold head, hands,
        clothes.
    """

    same_within_m: float = 0.35
    edge_weight: float = 0.5
    room: float = 0.2


DEFAULTS = PeopleSettings()


def trunk_middle(pose: Pose) -> Floats:
    """The middle between shoulders and hips, in pixels across and down."""
    return np.asarray(pose.landmarks[TRUNK, :2].mean(axis=0), np.float32)


def metres_apart(first: Pose, second: Pose) -> float:
    """How far two trunks are from each other in the picture, by the size of the larger body."""
    apart = float(np.linalg.norm(trunk_middle(first) - trunk_middle(second)))
    return apart / max(first.pixels_per_metre, second.pixels_per_metre, 1e-6)


def same_person(first: Pose, second: Pose, settings: PeopleSettings = DEFAULTS) -> bool:
    """Whether two poses of one moment are one body."""
    return metres_apart(first, second) < settings.same_within_m


def joints_apart_m(first: Pose, second: Pose) -> float:
    """How far the joints of two poses are from each other on average, by the size of the larger."""
    apart = first.landmarks[COMPARED, :2] - second.landmarks[COMPARED, :2]
    size = max(first.pixels_per_metre, second.pixels_per_metre, 1e-6)
    return float(np.linalg.norm(apart, axis=1).mean()) / size


def distinct(poses: Iterable[Pose]) -> tuple[Pose, ...]:
    """The people among the poses of one moment, each once; the first of each is kept."""
    found: list[Pose] = []
    for pose in poses:
        if is_person(pose) and not any(same_person(pose, known) for known in found):
            found.append(pose)
    return tuple(found)


def prominence(pose: Pose, settings: PeopleSettings = DEFAULTS) -> float:
    """How near and how central someone is: pixels per metre, less towards the left or right edge.

    Only across the picture: who exercises on the floor is low in it, and not less meant for that.
    """
    across = abs(float(trunk_middle(pose)[0]) / pose.width - 0.5) * 2
    return pose.pixels_per_metre * (1 - settings.edge_weight * min(across, 1.0))


def most_prominent(people: Sequence[Pose]) -> Pose:
    """The nearest and most central of them."""
    return max(people, key=prominence)


def box_round(pose: Pose, settings: PeopleSettings = DEFAULTS) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the part of the picture that a body takes, in pixels."""
    low, high = pose.box
    room = settings.room * float((high - low).max())
    left, top = np.clip(low - room, 0, [pose.width, pose.height])
    right, bottom = np.clip(high + room, 0, [pose.width, pose.height])
    return int(left), int(top), int(right), int(bottom)
