"""What is told about the machine and not about the person: the camera, the recording."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from formcheck.texts.texts import Texts, load_texts
from formcheck.video.cameras.live_source import CameraStatus


@dataclass(frozen=True)
class NoticeSettings:
    """How long something that has passed is shown."""

    shown_s: float = 3.0
    """At the least: long enough to look up (engineering)."""

    letters_a_second: float = 14.0
    """Where there is more to read: about as fast as subtitles run (engineering)."""


DEFAULTS = NoticeSettings()

TROUBLES = {
    CameraStatus.STALLED: "notices.camera_stalled",
    CameraStatus.LOST: "notices.camera_lost",
}
BLACK, EMPTY = "notices.black", "notices.empty"
"""What is shown for as long as it lasts: nothing can be seen; nobody, and nothing else."""


class NoticeBoard:
    """The one notice of the moment.

    clock: seconds, rising; a camera that sends nothing brings no time of its own.
    texts: English where none are given.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        texts: Texts | None = None,
        *,
        settings: NoticeSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._texts = texts or load_texts()
        self._status = CameraStatus.RUNNING
        self._black = self._empty = False
        self._passing = ""
        self._until_s = 0.0

    def update_camera(self, status: CameraStatus) -> str:
        """Note how the camera is doing; returns what is new about it, e.g. that it is back."""
        before, self._status = self._status, status
        if status is before:
            return ""
        if status in TROUBLES:
            return self._texts.text(TROUBLES[status])
        return self._back("camera_back") if before in TROUBLES else ""

    def update_picture(self, *, black: bool, empty: bool = False) -> str:
        """Note whether the picture is black, or empty; returns what is new about it."""
        before, self._black = self._black, black
        was_empty, self._empty = self._empty, empty
        if black is not before:
            return self._texts.text(BLACK) if black else self._back("picture_back")
        return self._texts.text(EMPTY) if empty and not was_empty else ""

    def tell(self, text: str) -> None:
        """Show a notice for a while."""
        shown_s = max(self._settings.shown_s, len(text) / self._settings.letters_a_second)
        self._passing, self._until_s = text, self._clock() + shown_s

    @property
    def text(self) -> str:
        """What to show now; empty for nothing. A camera in trouble comes first."""
        if self._status in TROUBLES:
            return self._texts.text(TROUBLES[self._status])
        if self._black:
            return self._texts.text(BLACK)
        if self._empty:
            return self._texts.text(EMPTY)
        return self._passing if self._clock() < self._until_s else ""

    def _back(self, key: str) -> str:
        text = self._texts.text(f"notices.{key}")
        self.tell(text)
        return text
