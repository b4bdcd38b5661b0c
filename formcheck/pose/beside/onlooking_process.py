"""Looks taken in a process of their own, which takes no core from the picture that is shown.

Two looks of 40 ms in a thread beside the model made the next four or five pictures late: whatever
its weight, the system gives a thread its turns amid theirs. A process may be made to work only
where a core is idle: it holds no lock that the session waits for.
"""

import os
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLateError
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Lock, Timer
from typing import Any, BinaryIO, Final, cast

from formcheck.closeable import Closeable
from formcheck.give_way import give_way
from formcheck.pose.beside.look import Found, Look, LookLostError, OpenDetector
from formcheck.pose.beside.messages import receive, send


@dataclass(frozen=True)
class OnlookingProcessSettings:
    """How a process takes looks.

    niceness: as for a thread; while it loads, and where it can't wait for an idle core.
    starved_s: for a look that waits for an idle core; where none comes, the process is begun
        anew as one that waits for none. A look takes 0.1 s where the other core is half busy.
    hung_s: for the beginning, and for any other look (engineering: a busy computer needs 5 to
        load the model).
    most_processes: as many are begun; whoever dies so often is left alone, and nobody else is
        looked for any more.
    close_patience_s: for the process to go once it was ended.
    """

    niceness: int = 5
    starved_s: float = 2.0
    hung_s: float = 60.0
    most_processes: int = 4
    close_patience_s: float = 2.0


BEGIN: Final = """
import sys
niceness, *sys.path[:] = sys.argv[1:]
from formcheck.give_way import give_way_altogether
give_way_altogether(int(niceness))
from formcheck.pose.beside.eyes import take_looks
take_looks()
"""
"""What the process runs: it finds modules where this one does, and runs nobody's main module."""

PIPE_BYTES: Final = 1 << 20
"""What a pipe of Linux holds at most for everybody: a picture goes through in three pieces."""


def can_begin_processes() -> bool:
    """Not where the program is no script that an interpreter runs."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class OnlookingProcess(Closeable):
    """Takes looks in a process of its own, which begins with the first look.

    It has two pipes, nothing else of this process, and ends with it however that ends.

    open_detector: called there; it can be sent to another process.
    """

    def __init__(
        self,
        open_detector: OpenDetector,
        settings: OnlookingProcessSettings = OnlookingProcessSettings(),
    ) -> None:
        self._open = open_detector
        self._settings = settings
        self._begun = 0
        self._waits_for_idle = True
        self._closed = False
        self._changing = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1, "onlooker", partial(give_way, settings.niceness))

    def begin(self, look: Look[Found]) -> "Future[Found]":
        """Have a look taken; see `Onlooker`."""
        return self._thread.submit(self._take, look)

    def close(self) -> None:
        """End the process; may be called twice."""
        with self._changing:
            if self._closed:
                return
            self._closed = True
            process = self._process
        if process is not None:
            # The look that is under way ends with it.
            process.kill()
        ended = self._thread.submit(self._end)
        self._thread.shutdown(wait=False)
        with suppress(TooLateError):
            ended.result(self._settings.close_patience_s)

    def _take(self, look: Look[Found]) -> Found:
        try:
            process = self._process or self._begin()
            patience_s = self._settings.starved_s if self._waits_for_idle else None
            found = self._ask(process, look, patience_s or self._settings.hung_s)
        except (EOFError, OSError) as error:
            self._end()
            raise LookLostError from error
        if isinstance(found, Exception):
            raise found
        return cast(Found, found)

    def _begin(self) -> "subprocess.Popen[bytes]":
        with self._changing:
            if self._closed or self._begun >= self._settings.most_processes:
                raise EOFError
            self._begun += 1
            self._process = process = _begin_process(self._settings.niceness)
        # It says when it has loaded what it needs.
        waits = self._ask(process, (self._open, self._waits_for_idle), self._settings.hung_s)
        self._waits_for_idle = self._waits_for_idle and bool(waits)
        return process

    def _ask(self, process: "subprocess.Popen[bytes]", what: object, patience_s: float) -> Any:
        patience = Timer(patience_s, self._lose_patience, (process,))
        patience.daemon = True
        patience.start()
        try:
            send(cast(BinaryIO, process.stdin), what)
            return receive(cast(BinaryIO, process.stdout))
        finally:
            patience.cancel()

    def _lose_patience(self, process: "subprocess.Popen[bytes]") -> None:
        self._waits_for_idle = False
        process.kill()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                cast(BinaryIO, pipe).close()
        process.wait()


def _begin_process(niceness: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-P", "-c", BEGIN, str(niceness), *sys.path]
    # Ctrl-C in a terminal is none of its business. A session of its own would be one that Linux
    # shares the cores out to as if it weren't nice.
    apart: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        apart = {
            "creationflags": subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        }
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # NumPy's products are small there too.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        **apart,
    )
    if sys.platform == "linux":
        from fcntl import F_SETPIPE_SZ, fcntl

        with suppress(OSError):
            fcntl(cast(BinaryIO, process.stdin), F_SETPIPE_SZ, PIPE_BYTES)
    return process
