"""Speaks cues, in a thread and a program of their own, so that no frame ever waits."""

from dataclasses import dataclass
from threading import Condition, Thread

from formcheck.feedback.audio.speech_engine import Engine, NoEngineError, find_engine
from formcheck.feedback.audio.speech_program import SpeechError, SpeechHangsError, SpeechProgram
from formcheck.feedback.audio.voice import SilentVoice
from formcheck.feedback.cues import Cue
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import problem_of


@dataclass(frozen=True)
class SpeechSettings:
    """When the program that speaks is given up."""

    longest_start_s: float = 4.0
    """How long before the first letter of a text it may take: what a loudspeaker needs to wake
    up."""

    longest_letter_s: float = 0.1
    """Half as much again as espeak-ng takes (0.064 s a letter): a program that is still at it then
    hangs."""

    tries: int = 2
    """How often a text is tried: one crash costs no more than a delay."""


DEFAULTS = SpeechSettings()


class SpokenVoice:
    """Speaks through a program that is started anew for each text, always one ahead.

    The newest text replaces one that waits and cuts off one that is being spoken. A program that
    hangs, can't be started, or fails twice running makes the voice silent for good; `problem` says
    why.
    """

    def __init__(self, engine: Engine, *, settings: SpeechSettings = DEFAULTS) -> None:
        self._engine = engine
        self._settings = settings
        self._changed = Condition()
        self._waiting: str | None = None
        self._changes = 0
        self._ready: SpeechProgram | None = None
        self._current: SpeechProgram | None = None
        self._closed = False
        self._problem: Message | str = ""
        self._thread = Thread(target=self._run, name="voice", daemon=True)
        self._thread.start()

    @property
    def problem(self) -> Message | str:
        """Why nothing can be heard any more; empty while all is well."""
        return self._problem

    @property
    def speaking(self) -> bool:
        """Whether a text is being spoken or about to be."""
        with self._changed:
            return not self._closed and (self._waiting is not None or self._current is not None)

    def say(self, cue: Cue) -> None:
        """Begin to speak a cue, in place of one still being spoken."""
        self._replace(cue.text)

    def hush(self) -> None:
        """Stop speaking at once."""
        self._replace(None)

    def close(self) -> None:
        """Stop speaking for good and end the program."""
        with self._changed:
            self._closed = True
        self._replace(None)
        self._thread.join()

    def _replace(self, text: str | None) -> None:
        with self._changed:
            self._waiting = None if self._closed else text
            self._changes += 1
            if self._current is not None:
                self._current.stop()
            self._changed.notify_all()

    def _run(self) -> None:
        try:
            self._ready = SpeechProgram(self._engine)
            while self._wait_for_text():
                self._speak()
        except SpeechError as error:
            self._problem = message(
                "error.voice.broken", engine=self._engine.name, why=error.args[0]
            )
        finally:
            with self._changed:
                self._closed = True
                programs = (self._current, self._ready)
                self._waiting = self._current = self._ready = None
            for program in programs:
                if program is not None:
                    program.close()

    def _wait_for_text(self) -> bool:
        """Wait for something to say; False where there will be nothing more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._waiting is not None)
            return not self._closed

    def _speak(self) -> None:
        """Speak what waits, twice if need be, and have the next program ready."""
        with self._changed:
            text, self._waiting, changes = self._waiting, None, self._changes
            program = self._ready
            if text is None or program is None:
                return
            self._current, self._ready = program, None
        for tried in range(1, self._settings.tries + 1):
            spoken = self._attempt(program, text, last=tried == self._settings.tries)
            program.close()
            program = SpeechProgram(self._engine)
            with self._changed:
                if spoken or self._changes != changes:
                    self._current, self._ready = None, program
                    return
                self._current = program

    def _attempt(self, program: SpeechProgram, text: str, *, last: bool) -> bool:
        """Whether the text was spoken, or stopped.

        Raises SpeechError where there is no use in trying again.
        """
        try:
            longest_s = self._settings.longest_start_s + self._settings.longest_letter_s * len(text)
            program.speak(text, longest_s)
        except SpeechError as error:
            if last or isinstance(error, SpeechHangsError):
                raise
            return False
        return True


def open_voice(language: str) -> SpokenVoice | SilentVoice:
    """A voice that speaks a language, e.g. `en`; a silent one, with its `problem`, where none can.

    Opening takes a moment only: an engine that turns out not to work says so in `problem` later.
    """
    try:
        return SpokenVoice(find_engine(language))
    except NoEngineError as error:
        return SilentVoice(problem=problem_of(error))
