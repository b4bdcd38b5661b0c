"""A program that speaks one text with pyttsx3.

`python -m formcheck.feedback.audio.speech_process de 160` loads the engine for a language and a
speed in words a minute, waits for a text on standard input (UTF-8, to the end of the stream),
speaks it, and ends; loading beforehand is what takes time. Exit status 1, and the reason as the
last line on standard error, where it can't.
"""

import sys
from collections.abc import Iterable
from typing import Any


def main() -> int:
    """Speak standard input in the language and at the speed of the arguments."""
    language, words_per_minute = sys.argv[1], int(sys.argv[2])
    try:
        import pyttsx3

        engine = pyttsx3.init()
        name = voice_for(language, engine.getProperty("voices"))
        if name is None:
            return _fail(f"there is no voice for {language!r}")
        engine.setProperty("voice", name)
        engine.setProperty("rate", words_per_minute)
    # Engines fail in ways of their own; whatever it is, the parent is told and stays silent.
    except Exception as error:
        return _fail(f"{type(error).__name__}: {error}")
    text = sys.stdin.buffer.read().decode("utf-8").strip()
    if text:
        engine.say(text)
        engine.runAndWait()
    return 0


def voice_for(language: str, voices: Iterable[Any]) -> str | None:
    """The id of the first voice that speaks a language, None where there is none.

    voices: pyttsx3's, whose languages are given as `de`, `de-DE` or `de_DE`.
    """
    for voice in voices:
        for spoken in voice.languages or ():
            if str(spoken).lower().replace("_", "-").split("-")[0] == language:
                return str(voice.id)
    return None


def _fail(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
