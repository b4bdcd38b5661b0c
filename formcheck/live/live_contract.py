"""What a live session needs of the parts that it joins, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, Protocol

from formcheck.exercises.exercise import Exercise
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Step
from formcheck.texts.message import Message
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame


class CameraFeed(Protocol):
    """A live source: hands over its newest frame and says how it is doing."""

    @property
    def status(self) -> CameraStatus:
        """How it is doing now."""
        ...

    @property
    def waiting(self) -> bool:
        """Whether there is a frame that hasn't been handed out yet."""
        ...

    def newest(self, timeout_s: float) -> Frame | None:
        """The newest frame not handed out yet; None where none comes in time, or ever again."""
        ...

    def stand_still(self) -> None:
        """Nothing that it sees matters now; a film in a camera's place waits."""
        ...

    def go_on(self) -> None:
        """What it sees matters again."""
        ...


class Checker(Protocol):
    """Follows one person through one exercise; see `formcheck.form.checker.FormChecker`."""

    def update(self, pose: Pose) -> FormState:
        """Take the next pose, in rising time, and say how the set stands."""
        ...

    def catch_up(self) -> None:
        """What the last picture didn't wait for; called once it is shown."""
        ...

    def interrupt(self) -> FormState | None:
        """A pause: what was under way is over. The last state, None where nothing was seen."""
        ...

    def finish(self) -> SetSummary:
        """Judge what is still under way and sum the set up."""
        ...


class Recording(Protocol):
    """Keeps what is seen of one set.

    A FormcheckError or OSError from it ends the recording, not the set.
    """

    def write(self, frame: Frame, pose: Pose, state: FormState) -> None:
        """Take one judged frame, at its time in the set, which leaves pauses out."""
        ...

    def finish(self, summary: SetSummary, warnings: Sequence[Message]) -> Path | None:
        """Put everything in its place; returns the folder, None where there was nothing."""
        ...

    def discard(self) -> None:
        """Leave nothing behind."""
        ...


When = Literal["before", "after"]


class SetDiary(Protocol):
    """Remembers one set of one exercise as it happens."""

    def update(self, state: FormState, ago_s: float = 0.0) -> None:
        """Take the state of one frame; a repetition that it finishes is written at once.

        ago_s: how long ago it was, where it is told later.
        """
        ...

    def finish(self, summary: SetSummary) -> None:
        """Write what the whole set came to."""
        ...


class Diary(Protocol):
    """Remembers one session, from its beginning on; nothing in it waits for the end."""

    def note_pain(self, when: When, level: int) -> None:
        """Write down the pain, from 0 (none) to 10 (the worst imaginable)."""
        ...

    def begin_set(self, exercise: Exercise, ago_s: float = 0.0) -> SetDiary:
        """Begin another set; ago_s: how long ago it began."""
        ...

    def close(self) -> None:
        """Write down that the session is over."""
        ...


class Ending(StrEnum):
    """Why a live session ended."""

    QUIT = "quit"
    CLOSED = "window closed"
    DONE = "done"
    CAMERA = "camera ended"
    AWAY = "nobody there"
    INTERRUPTED = "interrupted"
    PAIN = "in pain"  # nobody said that they want to go on
    FAILED = "failed"  # the camera or the pose model; a warning says how


@dataclass(frozen=True)
class Preferences:
    """What the person chose.

    questions: whether they are asked about pain before and after.
    warnings: whether they are told first when not to exercise at all.
    """

    mirrored: bool = True
    muted: bool = False
    questions: bool = True
    warnings: bool = False


@dataclass(frozen=True)
class SetDone:
    """One set that was begun, and what it came to.

    skipped: left before its goal was reached. folder: of its recording, None without one.
    """

    step: Step
    summary: SetSummary
    skipped: bool
    folder: Path | None = None


@dataclass(frozen=True)
class SessionSummary:
    """What a live session came to.

    sets: those that were begun, in order.
    pain_before, pain_after: 0 to 10, None where it was not answered.
    preferences: as the person left them.
    warnings: what went wrong on the way without ending the session.
    not_begun: why no set was begun, in words; empty where one was.
    """

    ending: Ending
    sets: tuple[SetDone, ...]
    pain_before: int | None
    pain_after: int | None
    preferences: Preferences
    warnings: tuple[str, ...]
    not_begun: str = ""
