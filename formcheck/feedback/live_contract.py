"""What a live session needs of the parts that it joins, and what it gives back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from formcheck.form.state import FormState, Repetition
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image
from formcheck.video.live import CameraStatus


class Camera(Protocol):
    """A live source: hands over its newest frame and says how it is doing."""

    @property
    def status(self) -> CameraStatus:
        """How it is doing now."""
        ...

    def newest(self, timeout_s: float) -> Frame | None:
        """The newest frame not handed out yet; None where none comes in time, or ever again."""
        ...


class Checker(Protocol):
    """Follows one person through one exercise; see `formcheck.form.checker.FormChecker`."""

    def update(self, pose: Pose) -> FormState:
        """Take the next pose, in rising time, and say how the set stands."""
        ...


class LiveSink(Protocol):
    """Keeps what a live session shows, e.g. a recording or the history."""

    def write(self, frame: Frame, pose: Pose, state: FormState, shown_image: Image) -> None:
        """Take one judged frame, at its time in the session, which leaves pauses out.

        A FormcheckError or OSError ends the recording, not the session.
        """
        ...


class Ending(StrEnum):
    """Why a live session ended."""

    QUIT = "quit"
    NEXT = "next exercise"
    CLOSED = "window closed"
    DONE = "goal reached"
    CAMERA = "camera ended"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Preferences:
    """What the person chose.

    goal_repetitions: how many end the session by themselves; None goes on until a key is pressed.
    """

    mirrored: bool = True
    muted: bool = False
    goal_repetitions: int | None = None


@dataclass(frozen=True)
class LiveSummary:
    """What a live session came to.

    frames, seconds: how many were judged, and from the first to the last of them; no pauses.
    repetitions: finished ones, in order.
    last: the last state, None where nothing was judged.
    preferences: as the person left them, for the next exercise.
    warnings: what went wrong on the way without ending the session.
    """

    exercise_id: str
    ending: Ending
    frames: int
    seconds: float
    repetitions: tuple[Repetition, ...]
    last: FormState | None
    preferences: Preferences
    warnings: tuple[str, ...]
