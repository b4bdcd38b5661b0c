"""What is on the screen beside the person and the exercise."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """The parts of the picture that only someone at the keyboard needs.

    keys: what the line at the bottom names: each key and what it does, by the names of their
        texts; without any there is no such line.
    paused: whether nothing is being judged until the person goes on.
    muted: whether the voice is off.
    """

    keys: Sequence[tuple[str, str]] = ()
    paused: bool = False
    muted: bool = False
