"""What is on the screen beside the person and the exercise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """The parts of the picture that only someone at the keyboard needs.

    keys_shown: the line that says which key does what.
    help_shown: the panel that explains keys and colours.
    paused: whether nothing is being judged until the person goes on.
    muted: whether the voice is off.
    notice: something that is not about the person, e.g. that the camera is lost; else empty.
    """

    keys_shown: bool = False
    help_shown: bool = False
    paused: bool = False
    muted: bool = False
    notice: str = ""
