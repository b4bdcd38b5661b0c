"""How far a camera is rolled, from the straight lines of the room.

Doors, walls and shelves are upright, and skirting boards and window sills level. Each direction in
space has its vanishing point: where the camera is rolled, pitched and turned by some angles, every
upright line points to one place and the level lines of a wall to another on the horizon. Each line
votes with its length for the rolls and pitches that it agrees with. A roll is believed only where
upright and level lines agree on it, several upright ones among them, and none other comes near.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ROLLS: Final[Array] = np.arange(-30.0, 31.0)
PITCHES: Final[Array] = np.arange(-24.0, 25.0, 6.0)
WALLS: Final[Array] = np.arange(-54.0, 55.0, 6.0)
"""Degrees that are tried: roll, pitch, and how far a wall is turned from facing the camera."""

FOCAL_LENGTH: Final = 0.85
"""In longer sides of the picture: 61 degrees across, between webcams and phones. It matters little,
as it only sets how fast lines converge."""

STEEPNESS: Final = 40.0
"""Degrees from the picture's vertical within which a line may be upright, and from its horizontal
within which it may be level."""

TOLERANCE: Final = 1.5
"""Degrees by which a line may be off to vote with half its length: all of it votes at half as
much, none at half as much again (engineering)."""

LEVEL_SHARE: Final = 0.6
"""What a level line counts over an upright one: mats and boards lie level but any way round."""

PITCH_COST: Final = 0.006
"""Share of the votes taken off for each degree of pitch: where few lines tell, it is small."""

MOST_LINES: Final = 60
"""Upright and level ones each, the longest."""

LEAST_UPRIGHT: Final = 0.15
LEAST_LEVEL: Final = 0.20
"""Lengths of the agreeing lines, in longer sides of the picture."""

FEWEST_UPRIGHTS: Final = 3
APART: Final = 0.02
"""Longer sides between two upright lines that count as different ones."""

MARGIN: Final = 1.4
RIVAL: Final = 4.0
"""The votes must be so many times those of every roll that is further than so many degrees off."""

LEVEL_MARGIN: Final = 1.6
LEVEL: Final = 2.0
"""So many times those of being level within so many degrees, as by far the most cameras are."""

LEAST_ROLL: Final = 5.0
"""Degrees; less does no harm to a verdict, and the estimate itself may be 2 degrees off."""

MOST_ROLL: Final = 25.0
"""Degrees; near the end of what is tried it may be more, and a phone lies rather than leans."""

STILL: Final = 1.1
"""The votes of another roll over those of the believed one from which it isn't believed any more.
"""


@dataclass(frozen=True, eq=False)
class RollVotes:
    """What the lines of one picture say.

    votes: for each of ROLLS, in longer sides of the picture.
    trusted: for each of ROLLS whether upright and level lines both support it, enough of them.
    """

    votes: Array
    trusted: NDArray[np.bool_]


def roll_votes(lines: Array) -> RollVotes:
    """The votes of some lines; `room_lines` describes them."""
    along = lines[:, 2:] - lines[:, :2]
    length = np.hypot(along[:, 0], along[:, 1])
    slope = np.degrees(np.arctan2(np.abs(along[:, 1]), np.abs(along[:, 0])))
    upright = _longest(lines[slope > 90 - STEEPNESS], length[slope > 90 - STEEPNESS])
    level = _longest(lines[slope < STEEPNESS], length[slope < STEEPNESS])
    zenith, horizon = _directions()
    shape = (len(ROLLS), len(PITCHES))
    agreeing = _agreement(zenith, upright)
    upright_votes = (agreeing @ _lengths(upright)).reshape(shape)
    level_votes = (_agreement(horizon, level) @ _lengths(level)).reshape(-1, *shape).max(axis=0)
    votes = (upright_votes + LEVEL_SHARE * level_votes) * (1 - PITCH_COST * np.abs(PITCHES))
    best = votes.argmax(axis=1)
    every = np.arange(len(ROLLS))
    agreeing = agreeing.reshape(*shape, -1)[every, best] > 0.5
    trusted = [
        upright_votes[roll, pitch] >= LEAST_UPRIGHT
        and level_votes[roll, pitch] >= LEAST_LEVEL
        and _different(upright[agreeing[roll]], ROLLS[roll]) >= FEWEST_UPRIGHTS
        for roll, pitch in enumerate(best)
    ]
    return RollVotes(votes[every, best], np.array(trusted))


def believed_roll(votes: Array) -> float | None:
    """The roll in degrees that the votes leave no doubt of; 0 is level, None is doubt.

    Measured on 119 rendered clips and 105 photographs and clips: no level picture is taken for
    rolled; of real pictures rolled by 8 to 20 degrees four in ten are recognised, within 0.5
    degrees (median) and, but for one in 700, within 4.
    """
    best = int(votes.argmax())
    off = np.abs(ROLLS - ROLLS[best])
    if votes[best] <= MARGIN * votes[off > RIVAL].max():
        return None
    roll = _between_steps(votes, best)
    if abs(roll) < LEAST_ROLL:
        return 0.0
    if abs(roll) > MOST_ROLL:
        return None
    return roll if votes[best] > LEVEL_MARGIN * votes[np.abs(ROLLS) <= LEVEL].max() else None


def explains(votes: Array, roll: float) -> bool:
    """Whether a roll that was believed is still about as good as any other."""
    return bool(votes[np.abs(ROLLS - roll) <= LEVEL].max() * STILL >= votes.max())


def _between_steps(votes: Array, best: int) -> float:
    near = np.abs(ROLLS - ROLLS[best]) <= RIVAL / 2
    weight = np.clip(votes[near] - 0.8 * votes[best], 0, None)
    return float(ROLLS[near] @ weight / weight.sum())


def _longest(lines: Array, length: Array) -> Array:
    return lines[np.argsort(-length, kind="stable")[:MOST_LINES]]


def _lengths(lines: Array) -> Array:
    return np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])


def _different(lines: Array, roll: float) -> int:
    """How many upright lines are not edges of the same thing, across the picture."""
    turn = np.radians(roll)
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    across = np.sort(middles @ np.array([np.cos(turn), np.sin(turn)]))
    count, last = 0, -np.inf
    for place in across:
        if place - last > APART:
            count, last = count + 1, place
    return count


@cache
def _directions() -> tuple[Array, Array]:
    """Unit vectors down, rolls · pitches × 3, and level along walls, walls · rolls · pitches × 3.

    x right, y down, z away from the camera, for each roll and pitch that is tried.
    """
    roll, pitch = (np.radians(part).ravel() for part in np.meshgrid(ROLLS, PITCHES, indexing="ij"))
    down = np.stack(
        [-np.sin(roll) * np.cos(pitch), np.cos(roll) * np.cos(pitch), np.sin(pitch)], axis=1
    )
    right = np.stack([np.cos(roll), np.sin(roll), np.zeros_like(roll)], axis=1)
    away = np.cross(down, right)
    walls = np.radians(WALLS)[:, None, None]
    along = (np.cos(walls) * right + np.sin(walls) * away).reshape(-1, 3)
    return down.astype(np.float32), along.astype(np.float32)


def _agreement(directions: Array, lines: Array) -> Array:
    """How well each line points to the vanishing point of each direction: 1 well, 0 not at all."""
    if not len(lines):
        return np.zeros((len(directions), 0))
    x, y = ((lines[:, :2] + lines[:, 2:]) / 2).T.astype(np.float32)
    along = ((lines[:, 2:] - lines[:, :2]) / _lengths(lines)[:, None]).astype(np.float32)
    # From a point (x, y) the vanishing point of d lies in the direction f · d_xy − d_z · (x, y).
    cross = directions @ np.stack(
        [
            FOCAL_LENGTH * along[:, 1],
            -FOCAL_LENGTH * along[:, 0],
            y * along[:, 0] - x * along[:, 1],
        ]
    )
    d_x, d_y, d_z = directions.T
    squared = np.stack(
        [FOCAL_LENGTH**2 * (d_x**2 + d_y**2), d_z**2, d_x * d_z, d_y * d_z], axis=1
    ) @ np.stack([np.ones_like(x), x**2 + y**2, -2 * FOCAL_LENGTH * x, -2 * FOCAL_LENGTH * y])
    off = np.degrees(np.abs(cross) / np.sqrt(np.maximum(squared, 1e-9)))
    return np.asarray(np.clip(1.5 - off / TOLERANCE, 0.0, 1.0))
