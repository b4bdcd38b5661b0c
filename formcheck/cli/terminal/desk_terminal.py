"""The terminal of `formcheck desk`: lines that stay, and under them one that says how it stands."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.text import Text

from formcheck.desk.watch_session import WatchDisplay
from formcheck.desk.watch_words import BETWEEN


class PlainPage:
    """Lines on standard error with the time of day, and no status: a log."""

    def show(self, status: str) -> None:
        """Nobody watches."""

    def tell(self, text: str) -> None:
        """Write a line."""
        print(f"{time.strftime('%H:%M')}  {text}", file=sys.stderr, flush=True)  # noqa: T201


class TerminalPage:
    """Lines that stay, and a status line under them, which is drawn only when it changes."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._status = ""

    def show(self, status: str) -> None:
        """Put a line in the place of the last status."""
        if status != self._status:
            self._status = status
            shown = fitting(status, self._live.console.width)
            self._live.update(Text(shown, no_wrap=True, overflow="ellipsis"), refresh=True)

    def tell(self, text: str) -> None:
        """Add a line that stays."""
        self._live.console.print(Text(f"{time.strftime('%H:%M')}  {text}"))


def fitting(status: str, columns: int) -> str:
    """As many parts of a status as have room in a line, the first in any case: none is cut."""
    parts = status.split(BETWEEN)
    while len(parts) > 1 and len(BETWEEN.join(parts)) > columns:
        parts.pop()
    return BETWEEN.join(parts)


@contextmanager
def open_page() -> Iterator[WatchDisplay]:
    """The page that suits standard error."""
    if not sys.stderr.isatty():
        yield PlainPage()
        return
    console = Console(stderr=True, highlight=False)
    # Without its own refreshing: a thread that draws four times a second is most of the cost.
    with Live(console=console, auto_refresh=False, transient=True) as live:
        yield TerminalPage(live)
