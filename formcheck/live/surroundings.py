"""What every scene of a live session may use."""

from collections.abc import Callable
from dataclasses import dataclass

from formcheck.feedback.audio.announcer import Announcer
from formcheck.feedback.audio.sound import Sounds
from formcheck.live.live_contract import Preferences
from formcheck.texts.texts import Texts


@dataclass
class Surroundings:
    """What every scene may use, and what the keys change under way.

    clock: seconds, rising, also while the camera sends nothing.
    """

    texts: Texts
    announcer: Announcer
    sounds: Sounds
    clock: Callable[[], float]
    preferences: Preferences

    def announce(self, *keys: str) -> None:
        """Say some of the texts, one after the other."""
        said = [self.texts.text(key) for key in keys]
        # Without a stop a title and what follows it are heard as one sentence.
        ended = [text if text[-1:] in ".:!?" else f"{text}." for text in said[:-1]]
        self.announcer.announce(" ".join([*ended, *said[-1:]]), self.clock())
