"""Draws an act from its number, who does what and how, and the films of it: where, seen from where.

Working out how a body moves costs as much as filming it, so that each act is filmed several times.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

import numpy as np

from samples.studio.catalogue import Person, Room
from samples.studio.clips import Clip
from samples.studio.motion import MOTIONS, Motion, read_motion
from samples.studio.random_films.casting import draw_person, dressed
from samples.studio.random_films.degrees import draw_degree
from samples.studio.random_films.location import darkened, draw_camera, draw_rate, draw_room
from samples.studio.random_films.manner import draw_manner
from samples.studio.random_films.performance import Told
from samples.studio.random_films.split import Part, part_of, pool_member

WITH_FAULT = 0.6
"""Share of acts with a fault."""

DARK_ON_DARK = 0.1

SHOWN_TO_THE_FRONT = ("seated-twist",)
"""Motions that are filmed from ahead, besides those that show the camera their belly."""

FRAMES = (10, 20)
"""Least and most length of a film that is only measured, not counted in."""

BEGINS_AT_START = 0.3
"""Share of such films that begin where the performance does; the others begin anywhere."""

TWICE = 0.25
"""Share of acts with two repetitions, of each side one where sides alternate."""

CAMERAS = 6
"""Films of each act."""


class Kind(StrEnum):
    """What is done: our exercises, what is none of them, or ours as nobody here showed them."""

    EXERCISES = "exercises"
    OTHERS = "others"
    VARIANTS = "variants"

    @property
    def folder(self) -> Path:
        """Where its motions are."""
        return MOTIONS if self is Kind.EXERCISES else MOTIONS / self.value


REPEATED: Mapping[Kind, int] = MappingProxyType({Kind.OTHERS: 4, Kind.VARIANTS: 2})
"""Repetitions where it isn't left to chance: what is none of ours is quick, and done often."""


@dataclass(frozen=True)
class Filming:
    """One film of an act: the room, and as a clip how it is filmed."""

    room: Room
    clip: Clip


@dataclass(frozen=True)
class Script:
    """All that makes an act and its films; the same number gives the same.

    rate: frames a second. seed: for what is left to chance in performing.
    """

    number: int
    part: Part
    told: Told
    person: Person
    rate: float
    filmings: tuple[Filming, ...]
    seed: int


def draw_script(number: int, kind: Kind = Kind.EXERCISES) -> Script:
    """The act of this number, of one kind of motions."""
    random = np.random.default_rng((number, 71))
    part = part_of(number)
    name, motion = _draw_motion(kind.folder, random)
    told = _draw_told(motion, random)
    if kind in REPEATED:
        told = replace(told, repetitions=REPEATED[kind])
    dark = bool(random.random() < DARK_ON_DARK)
    person = draw_person(np.random.default_rng(pool_member(part, "person", random)))
    person = dressed(person, dark or bool(random.random() < 0.15), random)
    rate = draw_rate(random)
    filmings = tuple(
        _draw_filming(number, name, motion, part, rate, dark, random) for _ in range(CAMERAS)
    )
    return Script(number, part, told, person, rate, filmings, int(random.integers(2**31)))


def _draw_motion(motions: Path, random: np.random.Generator) -> tuple[str, Motion]:
    # Who walks in would need a longer film than these are.
    names = sorted(file.stem for file in motions.glob("*.toml") if file.stem != "walk-in-lift")
    name = str(random.choice(names))
    return name, read_motion(motions / f"{name}.toml")


def _draw_told(motion: Motion, random: np.random.Generator) -> Told:
    faulty = bool(motion.faults) and random.random() < WITH_FAULT
    return Told(
        motion=motion,
        fault=str(random.choice(sorted(motion.faults))) if faulty else "",
        degree=draw_degree(random) if faulty else 0.0,
        manner=draw_manner(random),
        first_side=str(random.choice(["left", "right"])),
        repetitions=2 if random.random() < TWICE else 1,
    )


def _draw_filming(
    number: int,
    name: str,
    motion: Motion,
    part: Part,
    rate: float,
    dark: bool,
    random: np.random.Generator,
) -> Filming:
    room = draw_room(np.random.default_rng(pool_member(part, "room", random)))
    front = motion.camera_faces == "belly" or name in SHOWN_TO_THE_FRONT
    clip = Clip.model_validate(
        {
            "name": f"act-{number}",
            "motion": name,
            "what": "drawn at random",
            "view": "front" if front else "side",
            "facing": str(random.choice(["left", "right"])),
            "seed": int(random.integers(2**31)),
            "rate": rate,
            **draw_camera(random),
        }
    )
    if "wall" in motion.props:
        # Further round than the side the camera would be behind the wall that the back leans on.
        clip = clip.model_copy(update={"yaw": -abs(clip.yaw)})
    return Filming(darkened(room, random) if dark else room, clip)
