"""What a body is asked to do at one moment: angles by name, and where hands and feet are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samples.studio.geometry import Array
from samples.studio.skeleton import SIDES
from samples.studio.vocabulary import default_values


@dataclass(frozen=True)
class Hold:
    """A hand or foot on its way from one place to another; `share` of the way is done."""

    origin: str
    goal: str
    share: float = 0.0

    @staticmethod
    def at(place: str) -> Hold:
        """A limb that stays at a place."""
        return Hold(place, place)


@dataclass(frozen=True)
class PoseState:
    """Concrete terms (see vocabulary) and the place of each hand and foot by side."""

    values: Mapping[str, float] = field(default_factory=default_values)
    hands: Mapping[str, Hold] = field(default_factory=lambda: dict.fromkeys(SIDES, Hold.at("free")))
    feet: Mapping[str, Hold] = field(default_factory=lambda: dict.fromkeys(SIDES, Hold.at("flat")))

    def sided(self, name: str, side: str) -> float:
        """A term's value on one side."""
        return self.values[f"{name}_{side}"]


@dataclass(frozen=True)
class Attached:
    """A place that moves with a bone: `offset` (3,) out, up, ahead of its joint at rest."""

    bone: str
    offset: Array


@dataclass(frozen=True)
class Places:
    """Where limbs can be put: points in the world by (place, side), points on the body by place.

    A point in the world is the wrist or ankle joint's place; on those named in
    `floor` a hand lies flat.
    """

    world: Mapping[tuple[str, str], Array] = field(default_factory=dict)
    attached: Mapping[str, Attached] = field(default_factory=dict)
    floor: frozenset[str] = frozenset()
