"""How large is the screen? A window that is larger shows only its left upper part."""

import ctypes
import ctypes.util
import os
import sys


def screen_size() -> tuple[int, int] | None:
    """Width and height of the main screen in pixels; None where it can't be told."""
    try:
        if sys.platform == "win32":
            metrics = ctypes.windll.user32.GetSystemMetrics
            size = (int(metrics(0)), int(metrics(1)))
        elif sys.platform.startswith("linux"):
            size = _x11_size()
        else:
            return None
    except (OSError, AttributeError):
        return None
    return size if min(size) > 0 else None


def _x11_size() -> tuple[int, int]:
    """Raises OSError where there is no X11; (0, 0) where its display doesn't open."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    opened = x11.XOpenDisplay(os.environ.get("DISPLAY", "").encode() or None)
    if not opened:
        return (0, 0)
    display = ctypes.c_void_p(opened)
    try:
        number = x11.XDefaultScreen(display)
        return (x11.XDisplayWidth(display, number), x11.XDisplayHeight(display, number))
    finally:
        x11.XCloseDisplay(display)
