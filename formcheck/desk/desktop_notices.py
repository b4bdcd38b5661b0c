"""Notices on the desktop, which are seen while another program fills the screen."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

from formcheck.errors import FormcheckError
from formcheck.texts.message import Message, message


@dataclass(frozen=True)
class DesktopSettings:
    """How long the desktop is waited for; engineering values, in seconds."""

    answer_s: float = 5.0
    """To show a notice: a service answers in tenths of a second, and one that is started for it in
    a few."""

    close_s: float = 2.0
    """To show what still waits at the end: nobody waits longer for a program that was ended."""


DEFAULTS = DesktopSettings()


class NoticesUnavailableError(FormcheckError):
    """Nothing can be shown on this desktop."""


class Notices(Protocol):
    """Somewhere to show notices without holding up the watch."""

    @property
    def problem(self) -> Message | str:
        """Why the last one could not be shown; empty where it could."""
        ...

    def show(self, title: str, text: str) -> None:
        """Show a notice in place of the one before."""
        ...

    def close(self) -> None:
        """Show what still waits, and end."""
        ...


class NoNotices:
    """Shows nothing: for `--no-notifications`."""

    problem: Message | str = ""

    def show(self, title: str, text: str) -> None:
        """Leave it to the terminal."""

    def close(self) -> None:
        """Nothing to end."""


class DesktopNotices:
    """Notices through the service of the desktop: D-Bus, Notification Center or WinRT.

    They are sent from a thread of its own: a service that hangs must not stop the watch.

    Raises NoticesUnavailableError where the library is not installed.
    """

    def __init__(self, *, settings: DesktopSettings = DEFAULTS) -> None:
        try:
            import desktop_notifier
        except ImportError as error:
            raise NoticesUnavailableError(message("error.desk.no_library")) from error
        self._settings = settings
        self._complaints = _Complaints()
        logger = logging.getLogger("desktop_notifier")
        logger.addHandler(self._complaints)
        logger.propagate = False
        self._notifier = desktop_notifier.DesktopNotifier(app_name="formcheck", app_icon=None)
        self._shown = ""
        self._waiting: SimpleQueue[tuple[str, str] | None] = SimpleQueue()
        self._thread = Thread(target=self._send_all, name="desktop notices", daemon=True)
        self._thread.start()

    @property
    def problem(self) -> Message | str:
        """Why the last one could not be shown; empty where it could."""
        return self._complaints.last

    def show(self, title: str, text: str) -> None:
        """Show a notice in place of the one before."""
        self._waiting.put((title, text))

    def close(self) -> None:
        """Send what still waits, though not for long; what is shown stays."""
        self._waiting.put(None)
        self._thread.join(self._settings.close_s)

    def _send_all(self) -> None:
        loop = asyncio.new_event_loop()
        while (notice := self._waiting.get()) is not None:
            try:
                sent = asyncio.wait_for(self._send(*notice), self._settings.answer_s)
                loop.run_until_complete(sent)
            except TimeoutError:
                self._complaints.last = message("desk.no_answer")
        loop.close()

    async def _send(self, title: str, text: str) -> None:
        self._complaints.last = ""
        if self._shown:
            # What the desktop says of a notice that is gone already differs from one to the next.
            with suppress(Exception):
                await self._notifier.clear(self._shown)
        self._shown = await self._notifier.send(title, text)


class _Complaints(logging.Handler):
    """Keeps what the library has to complain about, which it never raises."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.last: Message | str = ""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self.last = " ".join(str(error or record.getMessage()).split())
