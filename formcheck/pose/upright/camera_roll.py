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


@dataclass(frozen=True)
class VotingSettings:
    """How lines vote; lengths are in longer sides of the picture.

    steepness: degrees from the picture's vertical within which a line may be upright, and from its
        horizontal within which it may be level (engineering: beyond what rolls and pitches are
        tried).
    tolerance: degrees by which a line may be off to vote with half its length: all of it votes at
        half as much, none at half as much again (engineering).
    level_share: what a level line counts over an upright one: mats and boards lie level but any way
        round.
    pitch_cost: share of the votes taken off for each degree of pitch: where few lines tell, it is
        small.
    most_lines: upright and level ones each, the longest; bounds the time (engineering).
    least_upright, least_level: of the agreeing lines together, for a roll to be trusted.
    fewest_uprights: of the agreeing lines, for a roll to be trusted.
    apart: between two upright lines that count as different ones, not edges of one thing.
    """

    steepness: float = 40.0
    tolerance: float = 1.5
    level_share: float = 0.6
    pitch_cost: float = 0.006
    most_lines: int = 60
    least_upright: float = 0.15
    least_level: float = 0.20
    fewest_uprights: int = 3
    apart: float = 0.02


@dataclass(frozen=True)
class BeliefSettings:
    """When a roll is believed; degrees.

    Chosen together on rooms and photographs so that no level picture is taken for rolled, which
    would do harm, at the price of rolled ones that are not recognised; `believed_roll` gives the
    numbers.

    margin, rival: the votes must be so many times those of every roll that is further than so many
        degrees off.
    level_margin, level: so many times those of being level within so many degrees, as by far the
        most cameras are.
    least_roll: less does no harm to a verdict, and the estimate itself may be 2 degrees off.
    most_roll: near the end of what is tried it may be more, and a phone lies rather than leans.
    lasting: the votes of another roll over those of the believed one from which it isn't believed
        any more.
    """

    margin: float = 1.4
    rival: float = 4.0
    level_margin: float = 1.6
    level: float = 2.0
    least_roll: float = 5.0
    most_roll: float = 25.0
    lasting: float = 1.1


VOTING: Final = VotingSettings()
BELIEF: Final = BeliefSettings()


@dataclass(frozen=True, eq=False)
class RollVotes:
    """What the lines of one picture say.

    votes: for each of ROLLS, in longer sides of the picture.
    trusted: for each of ROLLS whether upright and level lines both support it, enough of them.
    """

    votes: Array
    trusted: NDArray[np.bool_]


def roll_votes(lines: Array, settings: VotingSettings = VOTING) -> RollVotes:
    """The votes of some lines; `room_lines` describes them."""
    along = lines[:, 2:] - lines[:, :2]
    slope = np.degrees(np.arctan2(np.abs(along[:, 1]), np.abs(along[:, 0])))
    upright = _longest(lines[slope > 90 - settings.steepness], settings.most_lines)
    level = _longest(lines[slope < settings.steepness], settings.most_lines)
    zenith, horizon = _directions()
    shape = (len(ROLLS), len(PITCHES))
    agreeing = _agreement(zenith, upright, settings.tolerance)
    upright_votes = (agreeing @ _lengths(upright)).reshape(shape)
    level_agreeing = _agreement(horizon, level, settings.tolerance)
    level_votes = (level_agreeing @ _lengths(level)).reshape(-1, *shape).max(axis=0)
    weight = 1 - settings.pitch_cost * np.abs(PITCHES)
    votes = (upright_votes + settings.level_share * level_votes) * weight
    best = votes.argmax(axis=1)
    every = np.arange(len(ROLLS))
    agreeing = agreeing.reshape(*shape, -1)[every, best] > 0.5
    trusted = [
        upright_votes[roll, pitch] >= settings.least_upright
        and level_votes[roll, pitch] >= settings.least_level
        and _different(upright[agreeing[roll]], ROLLS[roll], settings.apart)
        >= settings.fewest_uprights
        for roll, pitch in enumerate(best)
    ]
    return RollVotes(votes[every, best], np.array(trusted))


def believed_roll(votes: Array, settings: BeliefSettings = BELIEF) -> float | None:
    """The roll in degrees that the votes leave no doubt of; 0 is level, None is doubt.

    Measured on 119 rendered clips and 105 photographs and clips: no level picture is taken for
    rolled; of real pictures rolled by 8 to 20 degrees four in ten are recognised, within 0.5
    degrees (median) and, but for one in 700, within 4.
    """
    best = int(votes.argmax())
    off = np.abs(ROLLS - ROLLS[best])
    if votes[best] <= settings.margin * votes[off > settings.rival].max():
        return None
    roll = _between_steps(votes, best, settings.rival / 2)
    if abs(roll) < settings.least_roll:
        return 0.0
    if abs(roll) > settings.most_roll:
        return None
    level = votes[np.abs(ROLLS) <= settings.level].max()
    return roll if votes[best] > settings.level_margin * level else None


def explains(votes: Array, roll: float, settings: BeliefSettings = BELIEF) -> bool:
    """Whether a roll that was believed is still about as good as any other."""
    its_own = votes[np.abs(ROLLS - roll) <= settings.level].max()
    return bool(its_own * settings.lasting >= votes.max())


def _between_steps(votes: Array, best: int, within: float) -> float:
    """The mean of the best roll and those about as good, within some degrees of it."""
    near = np.abs(ROLLS - ROLLS[best]) <= within
    weight = np.clip(votes[near] - 0.8 * votes[best], 0, None)
    return float(ROLLS[near] @ weight / weight.sum())


def _longest(lines: Array, most: int) -> Array:
    return lines[np.argsort(-_lengths(lines), kind="stable")[:most]]


def _lengths(lines: Array) -> Array:
    return np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])


def _different(lines: Array, roll: float, apart: float) -> int:
    """How many upright lines are not edges of the same thing, across the picture."""
    turn = np.radians(roll)
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    across = np.sort(middles @ np.array([np.cos(turn), np.sin(turn)]))
    count, last = 0, -np.inf
    for place in across:
        if place - last > apart:
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


def _agreement(directions: Array, lines: Array, tolerance: float) -> Array:
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
    return np.asarray(np.clip(1.5 - off / tolerance, 0.0, 1.0))
