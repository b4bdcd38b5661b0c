"""Whether the camera is rolled, over the time of one video."""

from collections import deque
from typing import Final

import numpy as np

from formcheck.pose.camera_roll import RollVotes, believed_roll, explains

LOOKS: Final = 3
"""The last ones vote together: somebody who walks past hides a door once (engineering)."""

OTHER: Final = 2.0
"""Degrees by which a roll must differ to be another one; measures must not tremble with it."""


class RollTracker:
    """The roll that is believed; state over looks at one video.

    roll: degrees clockwise by which upright things lean in the picture; 0 where the camera is level
        or the picture doesn't tell.
    """

    def __init__(self) -> None:
        self.roll = 0.0
        self._looks: deque[RollVotes] = deque(maxlen=LOOKS)

    def see(self, votes: RollVotes) -> None:
        """Take what the lines of one picture say."""
        settling = len(self._looks) < LOOKS
        self._looks.append(votes)
        together = np.sum([look.votes for look in self._looks], axis=0)
        trusted = np.mean([look.trusted[together.argmax()] for look in self._looks]) > 0.5
        believed = believed_roll(together) if trusted else None
        if believed is None:
            if not explains(together, self.roll):
                self.roll = 0.0
        elif settling or abs(believed - self.roll) > OTHER:
            self.roll = believed
