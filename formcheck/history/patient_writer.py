"""Writes into the history that wait for another program to let go of it."""

import time
from collections.abc import Callable, Hashable
from sqlite3 import Connection
from typing import Final

from formcheck.history.database_errors import HistoryInUseError
from formcheck.history.store import Store

Rows = dict[Hashable, int]
"""Ids of rows, by what they are of."""

Write = Callable[[Connection, Rows], None]
"""Writes something; what rows it makes it adds to the ids, and may look others up."""

AGAIN_S: Final = 2.0
"""Between two attempts while the file is held: what a kill may lose meanwhile (engineering)."""


class PatientWriter:
    """Writes at once, or, while another program holds the file, later and in order.

    A look into a database with another program may hold it for minutes, and a set goes on. Only the
    first attempt waits: the picture would stand still at each.

    wait_s: how long that is.
    """

    def __init__(
        self, store: Store, wait_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._store, self._wait_s, self._clock = store, wait_s, clock
        self._rows: Rows = {}
        self._waiting: list[Write] = []
        self._again = float("-inf")

    def write(self, write: Write) -> None:
        """Have it written, now or later.

        Raises HistoryError where it can't be, but for another program that holds the file. It is
        tried again with what comes next: a full disk may have room then.
        """
        self._waiting.append(write)
        if self._clock() < self._again:
            return
        try:
            self.finish()
        except HistoryInUseError:
            self._store.wait_for_others(0)
            self._again = self._clock() + AGAIN_S

    def finish(self) -> None:
        """Write what waits; raises HistoryError, and goes on waiting then."""
        if not self._waiting:
            return
        rows = dict(self._rows)
        with self._store.writing() as database:
            for write in self._waiting:
                write(database, rows)
        self._waiting.clear()
        self._rows = rows
        self._store.wait_for_others(self._wait_s)

    def close(self) -> None:
        """Write what waits, waiting once more, and let go of the file; raises HistoryError."""
        try:
            self._store.wait_for_others(self._wait_s)
            self.finish()
        finally:
            self._store.close()
