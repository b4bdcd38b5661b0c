"""Draws where it is filmed and how: the room, the camera, the light."""

from __future__ import annotations

from typing import Any

import numpy as np

from samples.studio.catalogue import Room
from samples.studio.random_films.casting import any_colour

SIZES = ((480, 360), (480, 270), (360, 480))
"""Pictures are small: the pose model looks at 256 pixels across the body anyway, and a far one has
fewer than that."""

RATES = {2.0: 0.4, 5.5: 0.35, 10.0: 0.1, 15.0: 0.08, 30.0: 0.07}
"""Frames a second, and how often. Most films have few: what is drawn is then most unlike what was
drawn before. At frames more than 0.19 s apart the tracker looks twice, so that it draws the body
almost as well as in a film that flows."""

FARTHEST_YAW = 70.0
FIELD_OF_VIEW = (48.0, 72.0)


def draw_room(random: np.random.Generator) -> Room:
    """A room in daylight colours."""
    return Room(
        wall=any_colour(False, random),
        floor=any_colour(False, random),
        mat=any_colour(bool(random.random() < 0.3), random),
        lamp_side=int(random.choice([-1, 1])),
        brightness=float(random.uniform(0.7, 1.15)),
        decorated=bool(random.random() < 0.7),
    )


def darkened(room: Room, random: np.random.Generator) -> Room:
    """The same room with dark walls, floor and mat."""
    names = ("wall", "floor", "mat")
    return room.model_copy(update={name: any_colour(True, random) for name in names})


def draw_rate(random: np.random.Generator) -> float:
    """Frames a second."""
    return float(random.choice(list(RATES), p=list(RATES.values())))


def draw_camera(random: np.random.Generator) -> dict[str, Any]:
    """How it is filmed, as fields of a `Clip`; yaw is from where the exercise is best seen."""
    width, height = SIZES[int(random.choice(len(SIZES), p=[0.55, 0.3, 0.15]))]
    level = random.random() < 0.6
    return {
        "yaw": float(random.uniform(-FARTHEST_YAW, FARTHEST_YAW)),
        "camera_height": float(random.uniform(0.2, 1.6)),
        "distance": float(random.uniform(2.0, 5.0)),
        "field_of_view": float(random.uniform(*FIELD_OF_VIEW)),
        "roll": float(random.normal(0, 0.7) if level else random.normal(0, 4)),
        "width": width,
        "height": height,
        "brightness": float(random.uniform(0.5, 1.15)),
        "blur": float(random.uniform(0.4, 1.3)),
        "noise": float(random.uniform(1.0, 4.0)),
    }
