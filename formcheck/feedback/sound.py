"""What live feedback asks of sounds: short signals for who can't see the screen."""

from enum import StrEnum
from typing import Protocol


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


class SilentSounds:
    """Plays nothing: where there is no sound, or none is wanted."""

    def play(self, sound: Sound) -> None:
        """Leave it to the screen."""
