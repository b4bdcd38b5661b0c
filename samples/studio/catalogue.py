"""Bodies and rooms by name, read from bodies.toml and rooms.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from samples.studio.errors import MotionDataError
from samples.studio.look import Colour, Look
from samples.studio.proportions import AS_MODELLED, Proportions

HERE = Path(__file__).parent


class Person(BaseModel):
    """A body's shape targets (name → weight), how long its limbs are, and its look."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    targets: Mapping[str, float]
    look: Look
    proportions: Proportions = AS_MODELLED


class Room(BaseModel):
    """Colours of a room (linear), where the lamp stands, how bright it is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    wall: Colour
    floor: Colour
    mat: Colour
    lamp_side: int = 1
    brightness: float = 1.0
    decorated: bool = True


_Entry = TypeVar("_Entry", Person, Room)


def people() -> dict[str, Person]:
    """Every body by name."""
    return _read("bodies.toml", Person)


def rooms() -> dict[str, Room]:
    """Every room by name."""
    return _read("rooms.toml", Room)


def _read(name: str, kind: type[_Entry]) -> dict[str, _Entry]:
    try:
        data: dict[str, Any] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
        return {entry: kind.model_validate(values) for entry, values in data.items()}
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise MotionDataError(f"{name}: {' '.join(str(error).split())}") from error
