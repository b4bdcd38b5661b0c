"""Which films are learnt from, which are chosen by, and which only ever test.

An act's number decides, and with it which people and rooms can be in it: no person and no room is
in two parts. Nothing may be changed because of what the test part shows.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np


class Part(StrEnum):
    """A part of all random films."""

    LEARNING = "learning"
    CHOOSING = "choosing"
    TESTING = "testing"


_PARTS = (*[Part.LEARNING] * 7, Part.CHOOSING, *[Part.TESTING] * 2)

_POOLS = {Part.LEARNING: 400, Part.CHOOSING: 60, Part.TESTING: 100}
"""How many people there are in each part, and as many rooms."""


def part_of(number: int) -> Part:
    """The part that an act belongs to, with all films of it."""
    return _PARTS[number % len(_PARTS)]


def pool_member(part: Part, what: str, random: np.random.Generator) -> tuple[int, ...]:
    """The seed of somebody or something in a part's pool, which no other part has."""
    kind = ("person", "room").index(what)
    return (kind, list(Part).index(part), int(random.integers(_POOLS[part])))
