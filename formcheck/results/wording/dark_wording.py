"""What is said of a recording in which it was too dark to see anybody."""

from collections.abc import Iterator

from formcheck.pose.pose import Pose
from formcheck.results.wording.times_wording import clock
from formcheck.texts.message import Message, message

ALL_DARK, DARK_PICTURE = "recording.dark", "recording.dark_picture"
"""The messages about an input in which all is dark."""


class DarkSeen:
    """How long it was too dark; state over the poses of a recording.

    pictures, dark_pictures: so many there were. dark_s: seconds in the dark. first_s: when it
    began, None where it never was.
    """

    def __init__(self) -> None:
        self.pictures = self.dark_pictures = 0
        self.dark_s = 0.0
        self.first_s: float | None = None
        self._last_s = 0.0

    def update(self, pose: Pose) -> None:
        """Take the next pose."""
        if pose.dark:
            self.dark_pictures += 1
            self.dark_s += pose.time_s - self._last_s if self.pictures else 0.0
            self.first_s = pose.time_s if self.first_s is None else self.first_s
        self.pictures += 1
        self._last_s = pose.time_s


def dark_told(seen: DarkSeen, least_s: float = 0.3) -> Iterator[Message]:
    """What is said of the dark; nothing where it was light all along.

    least_s: seconds that are worth a word: a film that fades to black for less lost nothing
    (engineering).
    """
    if not seen.dark_pictures:
        return
    if seen.dark_pictures == seen.pictures:
        yield message(DARK_PICTURE if seen.pictures == 1 else ALL_DARK)
    elif seen.dark_s >= least_s and seen.first_s is not None:
        begin = clock(round(seen.first_s, 1))
        yield message("recording.dark_for", seconds=float(seen.dark_s), begin=begin)
