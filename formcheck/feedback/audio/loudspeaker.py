"""The computer's sound output, through PortAudio."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from formcheck.feedback.audio.sound import NoSoundError
from formcheck.feedback.audio.tones import Samples
from formcheck.texts.message import Message, message

if TYPE_CHECKING:
    import sounddevice

NO_DEVICE = "querying device -1"
"""So PortAudio's library says that the system has no output to prefer."""


class Loudspeaker:
    """The output that the system prefers.

    stream: of one channel, opened and not yet started. library: the module sounddevice.
    """

    def __init__(self, stream: sounddevice.OutputStream, library: Any) -> None:
        self._stream = stream
        self._library = library

    @property
    def rate(self) -> int:
        """Samples a second, as the device prefers them."""
        return int(self._stream.samplerate)

    def play(self, samples: Samples) -> None:
        """Play and return when it has been heard.

        Raises NoSoundError, also where the device has been unplugged.
        """
        try:
            # Started for each signal: a stream that is kept running without samples stutters.
            self._stream.start()
            self._stream.write(samples[:, None])
            self._stream.stop()
        except self._library.PortAudioError as error:
            raise NoSoundError(message("error.sounds.gone", reason=_reason(error))) from None

    def close(self) -> None:
        """Let go of the device."""
        self._stream.close(ignore_errors=True)


def load_sound_library() -> None:
    """Load PortAudio, where there is one, before other threads begin.

    While it asks the computer for its devices the library sends the whole process's standard error
    to nowhere: what another thread says meanwhile would be lost, and if that thread turns standard
    error elsewhere itself (see `without_native_chatter`), all that follows.
    """
    with suppress(ImportError, OSError):
        import sounddevice  # noqa: F401


def open_loudspeaker() -> Loudspeaker:
    """Open the output that the system prefers.

    Raises NoSoundError where PortAudio or an output is missing.
    """
    try:
        import sounddevice
    except (ImportError, OSError):
        raise NoSoundError(message("error.sounds.none")) from None
    try:
        return Loudspeaker(sounddevice.OutputStream(channels=1, dtype="float32"), sounddevice)
    except (sounddevice.PortAudioError, ValueError) as error:
        raise NoSoundError(_no_output(_reason(error))) from None


def _no_output(reason: str) -> Message:
    """In PortAudio's words only where they say more than that there is none."""
    if NO_DEVICE in reason:
        return message("error.sounds.no_device")
    return message("error.sounds.no_output", reason=reason)


def _reason(error: Exception) -> str:
    """What PortAudio says, without its numbers."""
    return str(error.args[0]) if error.args else type(error).__name__
