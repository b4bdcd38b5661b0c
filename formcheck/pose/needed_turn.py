"""By how many quarters the pictures of a recording must be turned to stand upright."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from formcheck.pose.pose import Pose
from formcheck.pose.upright_body import QUARTERS, body_scores
from formcheck.pose.upright_picture import picture_scores
from formcheck.video.frame import Image


@dataclass(frozen=True)
class TurnSettings:
    """When a recording is believed to lie on its side or its head.

    To turn a good one does far more harm than to leave one that lies, so in doubt it is left.

    fewest_poses: of one recording; one moment alone misleads.
    margin: natural logarithm by which the best turn must be likelier than every other one. No
        sample clip and no recording of real people comes near to being turned by it
        (`models/README.md`).
    """

    fewest_poses: int = 4
    margin: float = 2.5


DEFAULTS: Final = TurnSettings()


def needed_turn(
    images: Sequence[Image], poses: Sequence[Pose], settings: TurnSettings = DEFAULTS
) -> int:
    """Degrees clockwise, one of QUARTERS; 0 where they stand upright or it is unclear.

    images: some of one recording, from all over it. poses: found in them.
    """
    of_bodies = body_scores(poses)
    if len(of_bodies) < settings.fewest_poses:
        return 0
    scores = of_bodies.mean(axis=0) + picture_scores(images).mean(axis=0)
    *_, second, best = sorted(scores)
    return QUARTERS[int(scores.argmax())] if best - second >= settings.margin else 0
