"""What live feedback asks of a voice; someone lying on the floor can't read the screen."""

from dataclasses import dataclass
from typing import Protocol

from formcheck.feedback.cues import Cue
from formcheck.texts.message import Message


class Voice(Protocol):
    """Speaks cues without holding up the picture."""

    def say(self, cue: Cue) -> None:
        """Begin to speak a cue, in place of one still being spoken."""
        ...

    def hush(self) -> None:
        """Stop speaking at once."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether a cue is being spoken now."""
        ...

    @property
    def problem(self) -> Message | str:
        """Why nothing can be heard, in one line with the remedy; empty while all is well."""
        ...


@dataclass(frozen=True)
class SilentVoice:
    """Says nothing: for `--no-voice` and where there is no voice.

    problem: why; empty where silence is what was asked for.
    """

    problem: Message | str = ""

    def say(self, cue: Cue) -> None:
        """Leave the cue to the screen."""

    def hush(self) -> None:
        """Nothing to stop."""

    @property
    def speaking(self) -> bool:
        """Never."""
        return False
