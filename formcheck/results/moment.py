"""One frame of a session and all that was found in it: what everything here is written from."""

from dataclasses import dataclass
from typing import Protocol

from formcheck.exercises.exercise import Exercise
from formcheck.form.state import FormState
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True, eq=False)
class Moment:
    """What is known of one frame.

    index: number of the frame within its source, from 0.
    exercise: that it is judged as; between two sets the one of the nearest. set_number: of the set
    that it is in, from 1; None between two.
    frame: the picture; None where a saved pose track is judged again.
    """

    index: int
    frame: Frame | None
    pose: Pose
    state: FormState
    exercise: Exercise
    set_number: int | None = 1


class Keeper(Protocol):
    """Keeps something of every moment, with memory that doesn't grow with the session."""

    def update(self, moment: Moment) -> None:
        """Take in the next moment."""

    def close(self) -> None:
        """Finish what was written; nothing comes after it."""

    def discard(self) -> None:
        """Give up what was written, which nobody wants; nothing comes after it."""
