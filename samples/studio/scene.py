"""Furnishes the room round the person: floor, mat, wall behind, chair and desk, box."""

from __future__ import annotations

import numpy as np

from samples.studio.catalogue import Room
from samples.studio.geometry import Array, X, Y, Z
from samples.studio.meshes import FABRIC, PLASTER, WOOD, Mesh, block, board, joined

WALL_BEHIND = 1.25
"""Metres from the person to the wall that the camera looks at."""

SKIRTING = (0.70, 0.70, 0.68)
CHAIR = (0.12, 0.12, 0.13)
DESK = (0.45, 0.34, 0.24)
CARDBOARD = (0.42, 0.29, 0.17)
BOX_SIZE = (0.40, 0.26, 0.30)
SEAT_HEIGHT = 0.46
DESK_HEIGHT = 0.73


def furnish(
    room: Room,
    props: tuple[str, ...],
    middle: Array,
    towards_camera: Array,
    wall_at: float | None,
    random: np.random.Generator,
) -> Mesh:
    """Everything in the room that stands still.

    `middle` (3,) is the floor below the person, `towards_camera` (3,) level;
    `wall_at` is where the person's back meets a wall behind them (z), if any.
    """
    tint = random.uniform(0.92, 1.05) * random.uniform(0.97, 1.03, 3)
    wall = np.array(room.wall) * tint
    parts = [board([-9, 0, -9], 18 * Z, 18 * X, WOOD, room.floor)]
    back = middle - towards_camera * WALL_BEHIND
    seen_frontally = wall_at is not None and towards_camera @ Z > 0.7
    if not seen_frontally:
        parts += _wall(back, towards_camera, wall)
        if room.decorated:
            parts += _decoration(back, towards_camera, random)
    if wall_at is not None:
        parts += _wall(np.array([0.0, 0.0, wall_at]), Z, wall * 0.96)
    if "mat" in props:
        parts.append(block([middle[0], 0.002, middle[2]], (0.78, 0.008, 2.0), FABRIC, room.mat))
    if "chair" in props:
        parts += _chair()
    if "desk" in props:
        parts += _desk()
    return joined(parts)


def lifted_box() -> Mesh:
    """The box to lift, its centre at the origin."""
    tape = block([0, 0.001, 0], (0.06, BOX_SIZE[1], BOX_SIZE[2] + 0.002), FABRIC, (0.6, 0.5, 0.35))
    return joined([block([0, 0, 0], BOX_SIZE, FABRIC, CARDBOARD), tape])


def _wall(at: Array, facing: Array, colour: Array) -> list[Mesh]:
    along = np.cross(Y, facing)
    skirt = at + 0.012 * facing
    return [
        board(at - 7 * along, 14 * along, 2.7 * Y, PLASTER, colour),
        board(skirt - 7 * along, 14 * along, 0.09 * Y, FABRIC, SKIRTING),
    ]


def _decoration(at: Array, facing: Array, random: np.random.Generator) -> list[Mesh]:
    """A picture, a low cupboard and a window frame on the wall."""
    along = np.cross(Y, facing)
    things = (
        (-1.65, 1.30, 0.60, 0.45, (0.25, 0.32, 0.28)),
        (1.35, 0.00, 0.75, 0.82, (0.33, 0.22, 0.13)),
        (1.45, 1.40, 0.35, 0.50, (0.5, 0.42, 0.2)),
    )
    parts = []
    for place, height, wide, tall, colour in things:
        corner = at + along * (place + random.uniform(-0.2, 0.2)) + height * Y + 0.02 * facing
        parts.append(board(corner, wide * along, tall * Y, FABRIC, colour))
        if height > 0:
            inner = corner + 0.03 * along + 0.03 * Y + 0.01 * facing
            light = np.array(colour) * 1.8
            parts.append(board(inner, (wide - 0.06) * along, (tall - 0.06) * Y, PLASTER, light))
    return parts


def _chair() -> list[Mesh]:
    seat = SEAT_HEIGHT
    parts = [
        block((0, seat - 0.025, 0.04), (0.44, 0.05, 0.44), FABRIC, CHAIR),
        block((0, seat + 0.36, -0.25), (0.40, 0.34, 0.04), FABRIC, CHAIR),
        block((0, seat + 0.10, -0.25), (0.06, 0.30, 0.03), FABRIC, CHAIR),
        block((0, seat / 2, 0), (0.06, seat - 0.05, 0.06), FABRIC, (0.1, 0.1, 0.1)),
    ]
    for size in ((0.52, 0.04, 0.06), (0.06, 0.04, 0.52)):
        parts.append(block((0, 0.03, 0), size, FABRIC, (0.1, 0.1, 0.1)))
    return parts


def _desk() -> list[Mesh]:
    parts = [
        block((0, DESK_HEIGHT - 0.015, 0.64), (1.3, 0.03, 0.65), FABRIC, DESK),
        block((0, DESK_HEIGHT + 0.20, 0.84), (0.50, 0.30, 0.02), FABRIC, (0.04, 0.04, 0.05)),
        block((0, DESK_HEIGHT + 0.03, 0.86), (0.06, 0.08, 0.03), FABRIC, (0.04, 0.04, 0.05)),
    ]
    for x in (-0.62, 0.62):
        for z in (0.36, 0.92):
            leg = (DESK_HEIGHT - 0.03) / 2
            parts.append(block((x, leg, z), (0.04, 2 * leg, 0.04), FABRIC, (0.2, 0.2, 0.2)))
    return parts
