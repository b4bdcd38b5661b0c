"""Which program speaks here: one that reads a text on standard input, speaks it, and ends.

A program of its own for each text is what makes speech safe to use beside a camera: it is stopped
by ending it, it can't hold up a frame, and what goes wrong in it costs one sentence. Inside the
session's own process pyttsx3 is known to hang (on macOS `runAndWait` may not return from a thread
or a second time) and not to stop when told to; on Linux it takes a missing player for success.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from formcheck.errors import FormcheckError
from formcheck.texts.message import message

PREFERRED = {
    "en": ("Samantha", "Daniel", "Karen", "Moira"),
    "de": ("Anna", "Petra", "Markus"),
}
"""Voices of macOS that sound natural. Its list begins with novelties that croak and whisper."""

Which = Callable[[str], str | None]


@dataclass(frozen=True)
class EngineSettings:
    """How a text is spoken."""

    words_per_minute: int = 160
    """A little slower than the engines' own 175 to 200: heard over one's breath, on the floor."""

    list_patience_s: float = 10.0
    """How long the list of voices may take: a second at most where it was tried, and more on a
    computer that has just been started (engineering)."""


DEFAULTS = EngineSettings()


_SYSTEMS = {"win32": "windows", "darwin": "mac"}


class NoEngineError(FormcheckError):
    """Nothing here can speak the language; the message says what to install."""


@dataclass(frozen=True)
class Engine:
    """A program that speaks.

    name: what people know it as. command: the program and its arguments.
    """

    name: str
    command: tuple[str, ...]


def find_engine(
    language: str,
    *,
    platform: str = sys.platform,
    which: Which = shutil.which,
    settings: EngineSettings = DEFAULTS,
) -> Engine:
    """The engine of this system for a language (ISO 639-1), e.g. `de`.

    Linux: espeak-ng. macOS: say. Windows, and where these are missing: pyttsx3.

    Raises NoEngineError.
    """
    speed = str(settings.words_per_minute)
    if platform == "darwin":
        say = which("say")
        if say is not None:
            voice = _mac_voice(say, language, settings.list_patience_s)
            return Engine("say", (say, "-r", speed, *voice, "-f", "-"))
    elif platform != "win32":
        for name in ("espeak-ng", "espeak"):
            path = which(name)
            if path is not None:
                return Engine(name, (path, "-v", language, "-s", speed, "-b", "1", "--stdin"))
    if find_spec("pyttsx3") is not None and (platform == "win32" or which("aplay") is not None):
        program = "formcheck.feedback.audio.speech_process"
        return Engine("pyttsx3", (sys.executable, "-m", program, language, speed))
    raise NoEngineError(message(f"error.voice.{_SYSTEMS.get(platform, 'linux')}"))


def _mac_voice(say: str, language: str, patience_s: float) -> tuple[str, ...]:
    """The arguments for a voice of the language.

    Raises NoEngineError where none is installed: another language's voice can't be understood.
    """
    try:
        listed = subprocess.run(
            [say, "-v", "?"], capture_output=True, text=True, timeout=patience_s, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise NoEngineError(message("error.voice.silent", error=str(error))) from None
    names = list(mac_voices(listed, language))
    if not names:
        raise NoEngineError(message("error.voice.no_language", language=language))
    preferred = [name for name in PREFERRED.get(language, ()) if name in names]
    return ("-v", (preferred or names)[0])


def mac_voices(listed: str, language: str) -> Iterator[str]:
    """The names of a language's voices in what `say -v ?` prints, e.g. `Anna  de_DE  # Hallo!`."""
    for line in listed.splitlines():
        name, _, locale = line.partition("#")[0].rstrip().rpartition(" ")
        if locale.replace("-", "_").split("_")[0] == language:
            yield name.strip()
