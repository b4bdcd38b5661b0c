"""Opening what can be heard."""

from contextlib import ExitStack

from formcheck.feedback.audio.sound import SilentSounds, Sounds
from formcheck.feedback.audio.sound_player import open_sounds


def open_wanted_sounds(opened: ExitStack, *, wanted: bool) -> Sounds:
    """Signals that are closed with `opened`; silent ones where the user wants none."""
    if not wanted:
        return SilentSounds()
    sounds = open_sounds()
    opened.callback(sounds.close)
    return sounds
