"""A body while it is posed: what it is asked to do, and its bones as far as they are placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from samples.studio.geometry import Array, unit
from samples.studio.limbs import LimbAim, bone_rotations
from samples.studio.pose_state import Places, PoseState
from samples.studio.skeleton import Skeleton
from samples.studio.torso import attach, torso


@dataclass(frozen=True)
class Mannequin:
    """Its torso stands from the beginning; limbs are added to it.

    `rotations` and `positions` hold the world rotation (3, 3) from rest and the
    joint position (3,) of every bone that is placed.
    """

    skeleton: Skeleton
    state: PoseState
    places: Places
    rotations: dict[str, Array]
    positions: dict[str, Array]

    @staticmethod
    def without_limbs(skeleton: Skeleton, state: PoseState, places: Places) -> Mannequin:
        """The torso alone, mid-hip at the origin."""
        return Mannequin(skeleton, state, places, *torso(skeleton, state))

    def shifted(self, shift: Array) -> Mannequin:
        """The same body somewhere else: by `shift` (3,) metres."""
        positions = {name: place + shift for name, place in self.positions.items()}
        return replace(self, positions=positions)

    @cached_property
    def trunk_line(self) -> Array:
        """Unit vector (3,) from mid-hip to mid-shoulder, the shoulders at rest."""
        joints = self.skeleton.joints
        shoulders = (joints["LeftArm"] + joints["RightArm"]) / 2
        offset = shoulders - joints["Spine2"]
        hips = (self.positions["LeftUpLeg"] + self.positions["RightUpLeg"]) / 2
        return unit(self.positions["Spine2"] + self.rotations["Spine2"] @ offset - hips)

    def attach(self, name: str) -> None:
        """Put a bone's joint where its parent has it."""
        self.positions[name] = attach(self.skeleton, self.rotations, self.positions, name)

    def place_limb(self, bones: Sequence[str], aim: LimbAim, rest_pole: Array) -> None:
        """Lay a limb along its aim; `bones` are its upper, lower and end bone.

        `rest_pole` is where the middle joint points at rest.
        """
        upper, lower, end = bones
        joints = self.skeleton.joints
        self.rotations[upper], self.rotations[lower] = bone_rotations(
            aim, joints[lower] - joints[upper], joints[end] - joints[lower], rest_pole
        )
        self.attach(lower)
        self.attach(end)
        self.rotations[end] = self.rotations[lower] if aim.end is None else aim.end
