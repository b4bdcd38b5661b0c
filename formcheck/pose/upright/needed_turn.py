"""By how many quarters the pictures of a recording must be turned to stand upright."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.pose.upright.possible_turn import PossibleTurn
from formcheck.pose.upright.support import support_scores
from formcheck.pose.upright.upright_body import QUARTERS, body_scores
from formcheck.pose.upright.upright_picture import picture_scores
from formcheck.video.frame import Image


@dataclass(frozen=True)
class TurnSettings:
    """When a recording is believed to lie on its side or its head; natural logarithms.

    To turn a good one does far more harm than to leave one that lies, so in doubt it is left.

    fewest_poses: of one recording; one moment alone misleads.
    margin: by which the best turn must be likelier than every other one. No sample clip, no
        recording of real people and no random film comes near to being turned by it
        (`models/README.md`).
    of_picture: by which light, colours and edges may speak for one turn against another: by
        themselves they lay six pictures in ten the right way up. Without a limit who is high in a
        picture that is mostly floor is turned on the head by them.
    possible: by which another turn may be behind the usual one and still be the right one. Of 67
        random films that nothing was learned from one in six is in such doubt, turned or not.
    """

    fewest_poses: int = 4
    margin: float = 2.0
    of_picture: float = 2.0
    possible: float = 1.2


DEFAULTS: Final = TurnSettings()

_ANKLES: Final = [INDEX[f"{side}_ankle"] for side in SIDES]


@dataclass(frozen=True)
class NeededTurn:
    """degrees: clockwise, one of QUARTERS; 0 where the pictures stand upright or it is unclear.

    possible: what may be needed instead, where it is unclear.
    """

    degrees: int = 0
    possible: PossibleTurn | None = None


UPRIGHT: Final = NeededTurn()


def needed_turn(
    images: Sequence[Image], poses: Sequence[Pose], settings: TurnSettings = DEFAULTS
) -> NeededTurn:
    """Which turn some pictures of one recording need.

    images: some of one recording, from all over it. poses: found in them.
    """
    scores = _scores(images, poses, settings.fewest_poses, settings.of_picture)
    if not scores:
        return UPRIGHT
    *_, second, best = sorted(scores)
    usual = best == scores[0]
    if best - second >= settings.margin and (usual or _legs_are_seen(poses, settings)):
        return NeededTurn(QUARTERS[scores.index(best)])
    possible = _likeliest_other(scores)
    return UPRIGHT if possible.ahead < -settings.possible else NeededTurn(possible=possible)


def turn_of_picture(image: Image, pose: Pose) -> PossibleTurn | None:
    """The turn that a still picture may need; None where it is likelier upright than turned.

    One moment alone is never enough to turn it by.
    """
    scores = _scores([image], [pose], fewest_poses=1)
    possible = _likeliest_other(scores) if scores else None
    return possible if possible is not None and possible.ahead > 0 else None


def _scores(
    images: Sequence[Image], poses: Sequence[Pose], fewest_poses: int, of_picture: float = inf
) -> list[float]:
    """How likely each of QUARTERS is; nothing where too few show a person."""
    of_bodies = body_scores(poses)
    if len(of_bodies) < fewest_poses:
        return []
    of_pictures = picture_scores(images).mean(axis=0)
    of_pictures = of_pictures.clip(min=of_pictures.max() - of_picture)
    scores = of_bodies.mean(axis=0) + support_scores(poses) + of_pictures
    return [float(score) for score in scores]


def _legs_are_seen(poses: Sequence[Pose], settings: TurnSettings) -> bool:
    """Whether enough of the bodies have legs that are seen: the model makes hidden ones up, as of
    somebody who lies."""
    seen = [pose for pose in poses if is_person(pose)]
    legs = [pose.visibility[_ANKLES].max() >= pose.calibration.leg_visibility for pose in seen]
    return bool(sum(legs) >= settings.fewest_poses)


def _likeliest_other(scores: Sequence[float]) -> PossibleTurn:
    usual, *others = scores
    return PossibleTurn(QUARTERS[1 + others.index(max(others))], max(others) - usual)
