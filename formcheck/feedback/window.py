"""The window in which live feedback is seen, and the keys that it takes."""

from enum import Enum
from typing import Protocol

import cv2
import numpy as np

from formcheck.closeable import Closeable
from formcheck.feedback.display import DisplayTrial
from formcheck.feedback.drawing.palette import INK
from formcheck.feedback.screen_size import screen_size
from formcheck.video.frame import Image

TITLE = "formcheck"
OPENING_SIZE = (1280, 720)
"""Pixels that the window takes when it opens, which the smallest laptops have."""

LARGEST_SIZE = (1600, 900)
"""Pixels that it takes at most, on a large screen, to be read from three metres: where a screen of
3840 x 2160 counts each of a desktop's pixels as four it still fits (engineering)."""

SCREEN_SHARE = 0.84
"""Of a large screen's width and height that it takes, with room for its title and the task bar."""

ESCAPE = 27


class Key(Enum):
    """What a key asks for."""

    QUIT = "q"
    PAUSE = " "
    NEXT = "n"
    MUTE = "m"
    HELP = "h"
    FULL_SCREEN = "f"
    MIRROR = "r"
    AGAIN = "b"
    ENTER = "\r"
    DIGIT_0 = "0"
    DIGIT_1 = "1"
    DIGIT_2 = "2"
    DIGIT_3 = "3"
    DIGIT_4 = "4"
    DIGIT_5 = "5"
    DIGIT_6 = "6"
    DIGIT_7 = "7"
    DIGIT_8 = "8"
    DIGIT_9 = "9"


class Window(Protocol):
    """Somewhere to show pictures, with a keyboard."""

    @property
    def closed(self) -> bool:
        """Whether the person has closed it."""
        ...

    def show(self, image: Image) -> None:
        """Show an RGB picture in place of the last."""
        ...

    def pressed(self) -> tuple[Key, ...]:
        """The keys pressed since the last call; also lets the window take part in the desktop."""
        ...

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        ...


class DesktopWindow(Closeable):
    """A window on this computer's screen; a context manager that closes it.

    Raises DisplayUnavailableError, with the remedy, where there is no screen.
    """

    def __init__(self, display: DisplayTrial | None = None) -> None:
        """Display: what was found out of it, where that was begun before."""
        with display or DisplayTrial() as tried:
            tried.check()
        self._flags = cv2.WINDOW_NORMAL | cv2.WINDOW_FREERATIO | cv2.WINDOW_GUI_NORMAL
        self._opened = False
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether the person has closed it, e.g. by its button."""
        if self._opened and not self._closed:
            try:
                self._closed = cv2.getWindowProperty(TITLE, cv2.WND_PROP_VISIBLE) < 1
            except cv2.error:
                self._closed = True
        return self._closed

    def show(self, image: Image) -> None:
        """Show an RGB picture; nothing happens once the window is closed."""
        if self.closed:
            return
        if not self._opened:
            self._open()
        _, _, width, height = cv2.getWindowImageRect(TITLE)
        shown = letterboxed(image, width, height)
        cv2.imshow(TITLE, cv2.cvtColor(shown, cv2.COLOR_RGB2BGR))

    def pressed(self) -> tuple[Key, ...]:
        """The keys pressed since the last call, in order; keys without a meaning are left out."""
        keys: list[Key] = []
        while self._opened and (code := cv2.waitKeyEx(1)) != -1:
            key = key_of(code)
            if key is not None:
                keys.append(key)
        return tuple(keys)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        if self._opened and not self.closed:
            full = cv2.getWindowProperty(TITLE, cv2.WND_PROP_FULLSCREEN) == cv2.WINDOW_FULLSCREEN
            cv2.setWindowProperty(
                TITLE,
                cv2.WND_PROP_FULLSCREEN,
                cv2.WINDOW_NORMAL if full else cv2.WINDOW_FULLSCREEN,
            )

    def close(self) -> None:
        """Take the window off the screen."""
        if self._opened and not self.closed:
            cv2.destroyWindow(TITLE)
            cv2.waitKeyEx(1)
        self._closed = True

    def _open(self) -> None:
        cv2.namedWindow(TITLE, self._flags)
        cv2.resizeWindow(TITLE, *opening_size(screen_size() or OPENING_SIZE))
        self._opened = True


def opening_size(screen: tuple[int, int]) -> tuple[int, int]:
    """Width and height of a new window: `OPENING_SIZE`, or of the same proportions what the screen
    has room for.

    screen: width and height of this one.
    """
    width, height = OPENING_SIZE
    room = min(screen[0] / width, screen[1] / height)
    scale = min(max(1.0, SCREEN_SHARE * room), room, LARGEST_SIZE[0] / width)
    return round(width * scale), round(height * scale)


def letterboxed(image: Image, width: int, height: int) -> Image:
    """The picture with dark borders that give it the proportions of a window.

    The window stretches what it is given; keeping the proportions itself, it would show glaring
    white borders and not tell its size.
    """
    if width <= 0 or height <= 0:
        return image
    rows, columns = image.shape[:2]
    across = max(round(rows * width / height) - columns, 0)
    down = max(round(columns * height / width) - rows, 0)
    if across <= 2 and down <= 2:
        return image
    left, top = across // 2, down // 2
    bordered = cv2.copyMakeBorder(
        image, top, down - top, left, across - left, cv2.BORDER_CONSTANT, value=INK
    )
    return np.asarray(bordered, np.uint8)


def key_of(code: int) -> Key | None:
    """What a key code of `cv2.waitKeyEx` asks for; None for any other key."""
    if code == ESCAPE:
        return Key.QUIT
    if not 0 <= code < 128:  # Arrows and the like, whose last byte is a letter's.
        return None
    letter = chr(code).lower()
    return next((key for key in Key if key.value == letter), None)
