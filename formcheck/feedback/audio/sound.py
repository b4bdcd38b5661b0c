"""What live feedback asks of sounds: short signals for who can't see the screen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message


class NoSoundError(FormcheckError):
    """There is no sound output, or it is gone; the message says what to do."""


class Sound(StrEnum):
    """A signal, each to be told from the others by ear."""

    REPETITION = "repetition"
    HOLD_REACHED = "hold reached"
    PUT_RIGHT = "fault put right"
    STARTED = "started"
    PAUSED = "paused"


class Sounds(Protocol):
    """Plays signals without holding up the picture."""

    def play(self, sound: Sound) -> None:
        """Begin to play a signal; a signal still playing is not cut off."""
        ...

    @property
    def problem(self) -> Message | str:
        """Why nothing can be heard, in one line with the remedy; empty while all is well."""
        ...


@dataclass(frozen=True)
class SilentSounds:
    """Plays nothing: where there is no sound, or none is wanted.

    problem: why; empty where silence is what was asked for.
    """

    problem: Message | str = ""

    def play(self, sound: Sound) -> None:
        """Leave it to the screen."""
