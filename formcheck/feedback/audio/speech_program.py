"""One run of the program that speaks: started beforehand, given one text, ended by it or by us."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile

from formcheck.feedback.audio.speech_engine import Engine
from formcheck.texts.message import message


class SpeechError(Exception):
    """The program could not be started or failed; the message says why."""


class SpeechHangsError(SpeechError):
    """The program did not end."""


class SpeechProgram:
    """A program that has been started and waits for its text.

    Raises SpeechError where it can't be started.
    """

    def __init__(self, engine: Engine) -> None:
        self._stopped = False
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the program
        try:
            self._process = subprocess.Popen(
                engine.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                # A group of its own: Ctrl-C is not for it, and what it starts ends with it.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._errors.close()
            raise SpeechError(str(error)) from None

    def speak(self, text: str, longest_s: float) -> None:
        """Speak a text and wait until it is spoken or stopped.

        Raises SpeechError where it fails, SpeechHangsError where it takes longer than `longest_s`
        seconds.
        """
        assert self._process.stdin is not None
        try:
            # A program that has ended already is told by its exit status.
            with contextlib.suppress(OSError), self._process.stdin as stdin:
                stdin.write(text.encode("utf-8"))
            status = self._process.wait(longest_s)
        except subprocess.TimeoutExpired:
            self.stop()
            raise SpeechHangsError(message("error.voice.no_end", seconds=longest_s)) from None
        if status != 0 and not self._stopped:
            raise SpeechError(self._last_words() or message("error.voice.ended", status=status))

    def stop(self) -> None:
        """End it at once, with whatever it has started; from any thread."""
        self._stopped = True
        if self._process.poll() is not None:
            return
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End it and let go of what it holds."""
        self.stop()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._errors.close()

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")
