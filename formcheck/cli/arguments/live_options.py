"""What the user asked of a live session."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Wanted:
    """What is to be exercised.

    exercise: an id, a TOML file or auto; empty for a programme. programme: the user's own, None
    for the program's. reps, hold_s, side: of one exercise. folder: of the user's own exercises.
    """

    exercise: str
    programme: Path | None
    reps: int | None
    hold_s: float | None
    side: Literal["left", "right"] | None
    folder: Path | None


@dataclass(frozen=True)
class Wishes:
    """What the user asked for besides the exercises.

    record: the folder for recordings, None for none. voice, sounds, questions, history: whether
    there are any. mirrored: whether the picture is shown as in a mirror. loop: whether a film in
    the camera's place begins again when it is over.
    """

    camera: str
    loop: bool
    model: str | None
    language: str
    record: Path | None
    voice: bool
    sounds: bool
    mirrored: bool
    questions: bool
    history: bool
