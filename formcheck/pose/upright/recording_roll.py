"""How far the camera of a whole recording is rolled: from the room's lines and the bodies in it.

Lines alone leave several rolls possible where a room shows few of them, and how a body lies to the
vertical tells the roll to about 4 degrees only. Together they are exact and sure far more often.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.pose.upright.body_networks import BodyNetworks
from formcheck.pose.upright.camera_roll import ROLLS, RollVotes
from formcheck.pose.upright.upright_body import body_points

Array = NDArray[np.float64]

NETWORKS: Final = BodyNetworks(Path(__file__).with_name("leaning_body.npz"))

OTHER_TURNS: Final = np.arange(45.0, 320.0, 15.0)
"""Degrees; with ROLLS they go round the whole circle."""


@dataclass(frozen=True)
class RecordingRollSettings:
    """When a recording's camera is taken for rolled; scores are natural logarithms.

    Chosen on 29 sample clips whose bodies were left out of the learning, rolled by −25 to 25
    degrees, and measured too on 118 level clips and 103 photographs and clips of real people: no
    level clip is taken for rolled, nor called unsure; of the rolled ones 161 of 232 are believed,
    98 in 100 of them within 3 degrees and all within 5, and 39 are called unsure; of the real ones
    rolled by 8 and 15 degrees, mostly single pictures, 295 of 412 and 66, 96 in 100 within 3 (they
    lean by up to 3 themselves). Some of a clip's answers may be off alike: a leg raise of the
    samples is by 3.2 to 3.6 degrees however it is rolled, and sure.

    lines, body: what the logarithm of the lines' votes counts, and of the bodies' mean share.
    level: in favour of a level camera, as by far the most are; within so many degrees: near.
    no_votes: added to votes, in longer sides of the picture, so that none are not impossible.
    least_share: of a roll in one pose.
    apart: degrees from which another roll is another answer.
    margin: of the best roll over every other answer and over a level camera, to be sure of it.
    doubt: over a level camera, to say that it isn't one; 0.4 at most in the level clips.
    least, most: degrees; see `BeliefSettings`, and where the rolls that are tried end.
    """

    lines: float = 8.0
    body: float = 1.5
    level: float = 1.0
    near: float = 2.0
    no_votes: float = 0.02
    least_share: float = 1e-4
    apart: float = 4.0
    margin: float = 1.5
    doubt: float = 1.0
    least: float = 5.0
    most: float = 26.0


DEFAULTS: Final = RecordingRollSettings()


@dataclass(frozen=True)
class RecordingRoll:
    """degrees: clockwise by which upright things lean; 0 where the camera is level or nothing
    speaks against it. sure: False where it is certainly not level, but may as well be rolled by
    some other angle.
    """

    degrees: float = 0.0
    sure: bool = True


def recording_roll(
    votes: Sequence[RollVotes],
    poses: Sequence[Pose],
    settings: RecordingRollSettings = DEFAULTS,
) -> RecordingRoll:
    """The roll in which some pictures from all over a recording agree.

    votes: of the lines in each. poses: found in them; those that are no person don't count.
    """
    scores = _of_lines(votes, settings) + settings.body * _of_bodies(poses, settings)
    level = np.abs(ROLLS) <= settings.near
    scores = scores + settings.level * level
    best = int(scores.argmax())
    off = np.abs(ROLLS - ROLLS[best])
    near = off <= settings.near
    weight = np.exp(scores[near] - scores[best])
    roll = float(ROLLS[near] @ weight / weight.sum())
    over_level = scores[best] - scores[level].max()
    if abs(roll) < settings.least or over_level <= settings.doubt:
        return RecordingRoll()
    over_others = scores[best] - scores[off > settings.apart].max()
    clear = min(over_level, over_others) > settings.margin
    return RecordingRoll(roll, bool(clear and abs(roll) <= settings.most))


def _of_lines(votes: Sequence[RollVotes], settings: RecordingRollSettings) -> Array:
    if not votes:
        return np.zeros(len(ROLLS))
    mean = np.mean([look.votes for look in votes], axis=0) + settings.no_votes
    return np.asarray(settings.lines * np.log(mean / mean.max()))


def _of_bodies(poses: Sequence[Pose], settings: RecordingRollSettings) -> Array:
    points = [body_points(pose.landmarks) for pose in poses if is_person(pose)]
    points = [body for body in points if np.isfinite(body).all()]
    if not points:
        return np.zeros(len(ROLLS))
    shares = NETWORKS.shares(np.stack(points), np.concatenate([-ROLLS, -OTHER_TURNS]))
    return np.asarray(np.log(shares[:, : len(ROLLS)] + settings.least_share).mean(axis=0))
