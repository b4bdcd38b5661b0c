"""Plays the signals through the computer's loudspeaker, in a thread of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, Full, Queue
from threading import Thread
from typing import Protocol

from formcheck.feedback.audio.loudspeaker import load_sound_library, open_loudspeaker
from formcheck.feedback.audio.sound import NoSoundError, Sound
from formcheck.feedback.audio.tones import Samples, signal
from formcheck.texts.message import Message
from formcheck.texts.refusal import problem_of


@dataclass(frozen=True)
class SoundPlayerSettings:
    """What becomes of signals that come too fast or too late."""

    most_waiting: int = 2
    """A signal that would come later than after two others tells nothing any more and is left
    out."""

    patience_s: float = 2.0
    """How long to wait for a signal to end when all is over: the longest takes half a second."""


DEFAULTS = SoundPlayerSettings()


class Output(Protocol):
    """Something to play through."""

    @property
    def rate(self) -> int:
        """Samples a second."""
        ...

    def play(self, samples: Samples) -> None:
        """Play and return when it has been heard. Raises NoSoundError."""
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


class PlayedSounds:
    """Plays signals one after the other; silent from the first failure on, for the reason that
    `problem` gives.

    open_output: opens the device; it may take its time, and raises NoSoundError where there is
    none.
    """

    def __init__(
        self, open_output: Callable[[], Output], *, settings: SoundPlayerSettings = DEFAULTS
    ) -> None:
        self._settings = settings
        self._open_output = open_output
        self._waiting: Queue[Sound | None] = Queue(settings.most_waiting)
        self._problem: Message | str = ""
        self._thread = Thread(target=self._run, name="sounds", daemon=True)
        self._thread.start()

    @property
    def problem(self) -> Message | str:
        """Why nothing can be heard any more; empty while all is well."""
        return self._problem

    def play(self, sound: Sound) -> None:
        """Begin to play a signal, after those still playing."""
        if not self._problem:
            self._offer(sound)

    def close(self) -> None:
        """Play no more."""
        while self._thread.is_alive() and not self._offer(None):
            try:
                self._waiting.get_nowait()
            except Empty:
                continue
        self._thread.join(self._settings.patience_s)

    def _offer(self, sound: Sound | None) -> bool:
        try:
            self._waiting.put_nowait(sound)
        except Full:
            return False
        return True

    def _run(self) -> None:
        try:
            output = self._open_output()
            try:
                signals = {sound: signal(sound, output.rate) for sound in Sound}
                while (sound := self._waiting.get()) is not None:
                    output.play(signals[sound])
            finally:
                output.close()
        except NoSoundError as error:
            self._problem = problem_of(error)


def open_sounds() -> PlayedSounds:
    """Signals through the computer's own sound output.

    Opening never fails: where there is no output, `problem` says so later.
    """
    load_sound_library()
    return PlayedSounds(open_loudspeaker)
