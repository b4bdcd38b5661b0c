"""Keeps MediaPipe from the computer's loudspeakers and microphones."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_LIBRARY = "sounddevice"


@contextmanager
def without_sound() -> Iterator[None]:
    """Within the block the library for sound can't be loaded, unless it is already.

    MediaPipe loads it beside its pose model, for microphones, and goes on without it. It asks every
    device at once, those that record too, and leaves files of JACK's behind. Who plays sounds loads
    it afterwards.
    """
    if _LIBRARY in sys.modules:
        yield
        return
    # As Python notes what is not to be had.
    sys.modules[_LIBRARY] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[_LIBRARY]
