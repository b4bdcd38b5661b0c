"""A performer: one dressed body that can take any pose and stands on the floor as it should."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import brentq

from samples.studio.back import Back, back_of
from samples.studio.body_files import read_body
from samples.studio.catalogue import Person
from samples.studio.geometry import Array
from samples.studio.kinematics import BodyPose, pose_body
from samples.studio.pose_state import Places, PoseState
from samples.studio.skeleton import SIDES, Skeleton, bone, skeleton_of
from samples.studio.skinning import skin
from samples.studio.wardrobe import DressedBody, dress

SUNK = 0.004
"""Metres that flesh sinks into the mat."""


@dataclass(frozen=True)
class Figure:
    """One posed body: its skin and clothes (V, 3) and its bones; `lift` met the floor."""

    vertices: Array
    pose: BodyPose
    lift: float


class Performer:
    """A body with its skeleton and clothes."""

    def __init__(self, skeleton: Skeleton, body: DressedBody, bones: tuple[str, ...]) -> None:
        self.skeleton = skeleton
        self.body = body
        self._bones = bones

    def take(
        self, state: PoseState, places: Places, anchor: str, lift: float = 0.0, rounds: int = 1
    ) -> Figure:
        """Take a pose.

        `lift` is the previous frame's: the pose is built with it and then set
        down on the floor by what is still missing, `rounds` times over.
        """
        resting = self._resting(state)
        for _ in range(rounds):
            pose = pose_body(
                self.skeleton, state, places, anchor, lift if _on_floor(state) else 0.0
            )
            vertices = self._skinned(pose)
            if not _on_floor(state):
                break
            lift -= self._lowest(vertices[resting]) + SUNK
        return Figure(vertices, pose, lift)

    def settle(self, state: PoseState, places: Places, anchor: str) -> float:
        """The lift in metres with which a pose meets the floor."""
        lift = 0.0
        resting = self._resting(state)
        for _ in range(3 if _on_floor(state) else 0):
            pose = pose_body(self.skeleton, state, places, anchor, lift)
            lift -= self._lowest(self._skinned(pose, resting)) + SUNK
        return lift

    def back(self, figure: Figure) -> Back:
        """The outline of a posed body's back."""
        return back_of(figure.pose, self.skeleton, figure.vertices[self.body.torso])

    def _skinned(self, pose: BodyPose, some: Array | None = None) -> Array:
        """All vertices posed, or some of them."""
        chosen = slice(None) if some is None else some
        return skin(
            self.body.vertices[chosen],
            self.body.weights[chosen],
            self._bones,
            self.skeleton.parents,
            self.skeleton.joints,
            pose.rotations,
            pose.positions,
        )

    def _resting(self, state: PoseState) -> Array:
        """Which vertices may carry the body: not the arms, nor feet planted beforehand."""
        names = [bone(side, name) for side in SIDES for name in ("Arm", "ForeArm", "Hand")]
        for side in SIDES:
            if "floor" in (state.feet[side].origin, state.feet[side].goal):
                names += [bone(side, name) for name in ("Foot", "ToeBase")]
        columns = [self._bones.index(name) for name in names]
        carried = self.body.weights[:, columns].sum(axis=1) < 0.3
        return np.asarray(carried & (self.body.coverage > 0))

    @staticmethod
    def _lowest(vertices: Array) -> float:
        # A few stray vertices of folded cloth must not hold the body up.
        return float(np.quantile(vertices[:, 1], 0.0015))


def _on_floor(state: PoseState) -> bool:
    return state.values["hip_height"] == 0 and state.values["seat"] == 0


def make_performer(folder: Path, person: Person) -> Performer:
    """Read, shape and dress a person from the body's files."""
    shape = read_body(folder, dict(person.targets), person.proportions)
    body = dress(shape, person.look)
    skeleton = skeleton_of(shape)

    def rounding(thoracic: float) -> float:
        bent = replace(skeleton, own_lumbar=2 * thoracic, own_thoracic=thoracic)
        performer = Performer(bent, body, shape.bones)
        figure = performer.take(PoseState(), Places(), "feet")
        return performer.back(figure).rounding

    # The model's women stand with a hollow back, its heavy men with a round one.
    own = float(brentq(rounding, -15, 25, xtol=0.3))
    return Performer(replace(skeleton, own_lumbar=2 * own, own_thoracic=own), body, shape.bones)
