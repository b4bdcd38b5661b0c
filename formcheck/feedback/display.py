"""Is there a screen to open a window on? Found out without risking this process."""

import os
import subprocess
import sys

from formcheck.closeable import Closeable
from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message

PATIENCE_S = 20.0
"""Seconds that the display may take to answer at the far end of a slow connection."""

OPEN_A_WINDOW = (
    "import cv2; cv2.namedWindow('formcheck', cv2.WINDOW_NORMAL); cv2.destroyAllWindows()"
)


class DisplayUnavailableError(FormcheckError):
    """There is no screen to show a window on."""


class DisplayTrial(Closeable):
    """Makes sure that a window can be opened, and sets how.

    OpenCV's window library ends the whole process where it finds no display, so on Linux another
    process tries first; it is begun at once, and this one may load something meanwhile. OpenCV's
    Linux wheels speak X11 alone, also on a Wayland desktop, where QT_QPA_PLATFORM often asks for
    what they don't have; and they complain of missing fonts that nothing here uses.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if sys.platform.startswith("linux") and os.environ.get("DISPLAY"):
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
            self._process = subprocess.Popen(
                [sys.executable, "-c", OPEN_A_WINDOW],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def check(self) -> None:
        """Wait for what was found; raises DisplayUnavailableError, with the remedy."""
        if not sys.platform.startswith("linux"):
            return
        if self._process is None:
            raise DisplayUnavailableError(_why_no_x11())
        try:
            status = self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            raise DisplayUnavailableError(_why("no_answer")) from None
        if status != 0:
            raise DisplayUnavailableError(_why("no_window"))

    def close(self) -> None:
        """End the trial, whatever it has found."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()


def _why(name: str) -> Message:
    return message(f"error.display.{name}", display=os.environ["DISPLAY"])


def _why_no_x11() -> Message:
    if os.environ.get("WAYLAND_DISPLAY"):
        return message("error.display.wayland")
    return message("error.display.none")
