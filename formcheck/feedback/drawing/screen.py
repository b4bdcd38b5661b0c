"""What is on the screen beside the person and the exercise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """The parts of the picture that only someone at the keyboard needs.

    keys_shown: the line that says which key does what.
    paused: whether nothing is being judged until the person goes on.
    muted: whether the voice is off.
    """

    keys_shown: bool = False
    paused: bool = False
    muted: bool = False
