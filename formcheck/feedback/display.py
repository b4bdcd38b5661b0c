"""Is there a screen to open a window on? Found out without risking this process."""

import os
import subprocess
import sys

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message

PATIENCE_S = 20.0
"""Seconds: for a display at the far end of a slow connection."""

OPEN_A_WINDOW = (
    "import cv2; cv2.namedWindow('formcheck', cv2.WINDOW_NORMAL); cv2.destroyAllWindows()"
)


class DisplayUnavailableError(FormcheckError):
    """There is no screen to show a window on."""


def prepare_display(patience_s: float = PATIENCE_S) -> None:
    """Make sure that a window can be opened, and set how.

    OpenCV's window library ends the whole process where it finds no display, so on Linux another
    process tries first. Its Linux wheels speak X11 alone, also on a Wayland desktop, where
    QT_QPA_PLATFORM often asks for what they don't have; and they complain of missing fonts that
    nothing here uses.

    patience_s: how long the display may take to answer.

    Raises DisplayUnavailableError, with the remedy.
    """
    if not sys.platform.startswith("linux"):
        return
    if not os.environ.get("DISPLAY"):
        raise DisplayUnavailableError(_why_no_x11())
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    try:
        trial = subprocess.run(
            [sys.executable, "-c", OPEN_A_WINDOW],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience_s,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DisplayUnavailableError(
            message("error.display.no_answer", display=os.environ["DISPLAY"])
        ) from error
    if trial.returncode != 0:
        raise DisplayUnavailableError(
            message("error.display.no_window", display=os.environ["DISPLAY"])
        )


def _why_no_x11() -> Message:
    if os.environ.get("WAYLAND_DISPLAY"):
        return message("error.display.wayland")
    return message("error.display.none")
