"""Whether the camera is rolled, over the time of one video."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from formcheck.pose.upright.camera_roll import RollVotes, believed_roll, explains


@dataclass(frozen=True)
class RollTrackingSettings:
    """How steady the believed roll is.

    looks: the last ones vote together: somebody who walks past hides a door once (engineering).
    least_change: degrees by which a roll must differ to be another one; measures must not tremble
        with it (engineering: the estimate itself may be so far off).
    """

    looks: int = 3
    least_change: float = 2.0


class RollTracker:
    """The roll that is believed; state over looks at one video.

    roll: degrees clockwise by which upright things lean in the picture; 0 where the camera is level
        or the picture doesn't tell.
    """

    def __init__(self, settings: RollTrackingSettings = RollTrackingSettings()) -> None:
        self.roll = 0.0
        self._settings = settings
        self._votes: deque[RollVotes] = deque(maxlen=settings.looks)

    @property
    def settled(self) -> bool:
        """Whether as many looks as vote together have been taken."""
        return len(self._votes) == self._settings.looks

    def update(self, votes: RollVotes) -> None:
        """Take what the lines of one picture say."""
        settling = not self.settled
        self._votes.append(votes)
        together = np.sum([look.votes for look in self._votes], axis=0)
        trusted = np.mean([look.trusted[together.argmax()] for look in self._votes]) > 0.5
        believed = believed_roll(together) if trusted else None
        if believed is None:
            if not explains(together, self.roll):
                self.roll = 0.0
        elif settling or abs(believed - self.roll) > self._settings.least_change:
            self.roll = believed
