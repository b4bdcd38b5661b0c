"""A second person who stands behind the one who exercises."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from samples.studio.camera import Camera
from samples.studio.catalogue import people
from samples.studio.clips import Clip
from samples.studio.geometry import Array, unit
from samples.studio.performer import make_performer
from samples.studio.pose_state import Places, PoseState
from samples.studio.renderer import Renderer
from samples.studio.vocabulary import default_values

BEHIND = 0.85
"""Metres behind the person."""

BESIDE = 1.15
"""Metres to the side that the person faces, where no wall is."""


class Onlooker:
    """Stands, shifts a little, and turns the head."""

    def __init__(self, renderer: Renderer, clip: Clip, camera: Camera, body: Path) -> None:
        name = "woman" if clip.body != "woman" else "older-man"
        self._performer = make_performer(body, people()[name])
        self._number = renderer.add_person(self._performer.body)
        towards = unit((camera.eye - camera.target) * [1, 0, 1])
        across = np.array([towards[2], 0.0, -towards[0]])
        side = -BESIDE if clip.facing == "left" else BESIDE
        self._place = camera.target * [1, 0, 1] - BEHIND * towards + side * across
        self._facing = float(np.degrees(np.arctan2(towards[0], towards[2])))

    def at(self, time_s: float) -> dict[int, tuple[Array, Array]]:
        """Vertices and normals to draw at a time, by the renderer's number."""
        values = default_values()
        values |= {
            "turn": self._facing,
            "head_turn": 25 * np.sin(0.7 * time_s),
            "lean": 1.5 * np.sin(0.9 * time_s),
            "elbow_left": 95.0,
            "arm_turn_left": 60.0,
        }
        figure = self._performer.take(PoseState(values), Places(), "feet", rounds=2)
        vertices = figure.vertices + self._place
        return {self._number: (vertices, self._performer.body.normals(vertices))}
