"""A screen without a monitor, and the keyboard and eyes to use it."""

import ctypes
import os
import shutil
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np

from formcheck.video.frame import Image
from tests.patience import PATIENCE_S

NEEDED = ("Xvfb", "xdotool", "import")
missing = [tool for tool in NEEDED if shutil.which(tool) is None]


class VirtualScreen:
    """An Xvfb of its own; close it when done.

    memory: a folder in which it keeps its screen in a file, `Xvfb_screen0`.
    """

    def __init__(self, memory: Path | None = None) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                "1366x768x24",
                "-nolisten",
                "tcp",
                "-noreset",
                *(() if memory is None else ("-fbdir", str(memory))),
            ],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"
        self.environment = {**os.environ, "DISPLAY": self.display}

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()

    def window(self, title: str) -> str:
        """The number of the window with this title, once it shows a picture and has the keys."""
        for attempt in range(1, 100):
            found = self._do("xdotool", "search", "--name", f"^{title}$").split()
            if found and self.picture().any():
                self._do("xdotool", "windowfocus", "--sync", found[0])
                time.sleep(0.5)
                return found[0]
            if attempt % 10 == 0:
                self.show_anew(title)
            time.sleep(0.2)
        raise AssertionError(f"no window called {title}")

    def show_anew(self, title: str) -> None:
        """Without a window manager Qt at times misses that its window can be seen."""
        for window in self._do("xdotool", "search", "--name", f"^{title}$").split()[:1]:
            self._do("xdotool", "windowunmap", window, "windowmap", window)

    def press(self, key: str) -> None:
        """Press a key, and leave the window time for it."""
        self._do("xdotool", "key", key)
        time.sleep(0.5)

    def picture(self) -> Image:
        """What is on the screen."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "screen.png"
            self._do("import", "-window", "root", str(path))
            image = cv2.imread(str(path))
        assert image is not None
        return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), np.uint8)

    def press_close_button(self, window: str) -> None:
        """Ask a window to close, as a window manager does when its button is pressed."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.display.encode()))
        # An XClientMessageEvent: five fields of a long's size, then format and data.
        message = (ctypes.c_long * 24)()
        message[0] = 33
        message[4] = int(window)
        message[5] = x11.XInternAtom(display, b"WM_PROTOCOLS", 0)
        message[6] = 32
        message[7] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        x11.XSendEvent(display, ctypes.c_ulong(int(window)), 0, ctypes.c_long(0), message)
        x11.XCloseDisplay(display)

    def _do(self, *command: str) -> str:
        done = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout
