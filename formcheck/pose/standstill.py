"""Whether the body stands still with the film: who is seen to move was seen."""

from dataclasses import dataclass

import numpy as np

from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class StandstillSettings:
    """When a body moves.

    most_moved: share of the picture's longer side by which any joint may be found elsewhere while
        the film stands still: the model comes to rest on a picture within a few frames, by less
        than a hundredth of it. In a film that is too dark to show anything new people move by more.
    """

    most_moved: float = 0.03


DEFAULTS = StandstillSettings()


class Standstill:
    """Follows the poses of a film that may stand still; state over time."""

    def __init__(self, settings: StandstillSettings = DEFAULTS) -> None:
        self._settings = settings
        self._first: Pose | None = None
        self._seen_to_move = False

    def update(self, pose: Pose, *, frozen: bool) -> bool:
        """Take the next pose; whether nothing new was seen. frozen: of its frame."""
        if not (frozen and pose.found):
            self._first, self._seen_to_move = None, False
            return False
        self._first = self._first or pose
        self._seen_to_move = self._seen_to_move or self._moved(self._first, pose)
        return not self._seen_to_move

    def _moved(self, before: Pose, pose: Pose) -> bool:
        way = np.abs(pose.landmarks[:, :2] - before.landmarks[:, :2])
        return bool(np.nanmax(way) > self._settings.most_moved * max(pose.width, pose.height))
