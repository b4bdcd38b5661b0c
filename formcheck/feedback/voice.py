"""What live feedback asks of a voice; someone lying on the floor can't read the screen."""

from typing import Protocol

from formcheck.feedback.cues import Cue


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


class SilentVoice:
    """Says nothing: for `--no-voice` and where there is no sound."""

    def say(self, cue: Cue) -> None:
        """Leave the cue to the screen."""

    def hush(self) -> None:
        """Nothing to stop."""

    @property
    def speaking(self) -> bool:
        """Never."""
        return False
