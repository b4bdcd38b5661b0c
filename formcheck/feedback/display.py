"""Is there a screen to open a window on? Found out without risking this process."""

import os
import subprocess
import sys

from formcheck.errors import FormcheckError

PATIENCE_S = 20.0
"""Seconds: for a display at the far end of a slow connection."""

OPEN_A_WINDOW = (
    "import cv2; cv2.namedWindow('formcheck', cv2.WINDOW_NORMAL); cv2.destroyAllWindows()"
)

REMEDY = (
    "Run formcheck in a desktop session, or analyse a recorded video instead: "
    "formcheck analyse VIDEO."
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
        raise DisplayUnavailableError(f"{_why_no_x11()} {REMEDY}")
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
            f"The display {os.environ['DISPLAY']} doesn't answer. {REMEDY}"
        ) from error
    if trial.returncode != 0:
        raise DisplayUnavailableError(
            f"No window can be opened on the display {os.environ['DISPLAY']}. {REMEDY}"
        )


def _why_no_x11() -> str:
    if os.environ.get("WAYLAND_DISPLAY"):
        return "This Wayland desktop has no X11 (XWayland), which the window needs."
    return "There is no display here."
