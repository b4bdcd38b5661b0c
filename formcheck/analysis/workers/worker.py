"""A process that does one piece of work after another."""

import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from typing import Any, TypeVar

from formcheck.analysis.progress import Progress
from formcheck.analysis.workers.crew import Work, WorkerDiedError
from formcheck.analysis.workers.ended_first import be_ended_first
from formcheck.analysis.workers.returned_memory import return_memory_early, return_memory_now
from formcheck.analysis.workers.worker_start import unheard_wishes, worker_context
from formcheck.texts.message import message

Result = TypeVar("Result")


@dataclass(frozen=True)
class WorkerSettings:
    """How a process is used."""

    tell_s: float = 0.3
    """Seconds between two words of how much is done."""

    most_works: int = 8
    """After which it is renewed: the pose model gives back nothing of the 8 to 20 MB that each
    input takes, and a new process takes a second."""


DEFAULTS = WorkerSettings()

OF_PARTS = WorkerSettings(most_works=3)
"""Where it works on the parts of one recording, each of which takes as much as an input: so a long
one takes no more memory than a short one."""


@dataclass(frozen=True)
class _Told:
    """What a process says: how much is done, or what came of it, or what went wrong."""

    progress: tuple[int, int | None] | None = None
    result: Any = None
    error: Exception | None = None


class Worker:
    """A process that does one piece of work after another, replaced when it dies or is worn."""

    def __init__(
        self, stopping: Event, settings: WorkerSettings = DEFAULTS, *, daemon: bool = True
    ) -> None:
        """Stopping: of the context of `worker_context`; set when all work is to end. daemon: it
        ends with this process, and can't start others.
        """
        self._stopping, self._settings = stopping, settings
        self._daemon = daemon
        self._works = 0
        self._process: BaseProcess | None = None

    def run(self, work: Work[Result], progress: Progress) -> Result:
        """Have it done; progress is told from this thread.

        Raises what the work raised, WorkerDiedError where the process died.
        """
        if self._works >= self._settings.most_works:
            self.close()
        self._works += 1
        try:
            if self._process is None:
                self._start()
            self._connection.send(work)
            while (told := self._connection.recv()).progress is not None:
                progress(*told.progress)
        except (EOFError, OSError) as error:
            self.close()
            raise WorkerDiedError(message("error.worker.died")) from error
        if told.error is not None:
            raise told.error
        result: Result = told.result
        return result

    def close(self) -> None:
        """End the process after what it is about; `run` begins another one."""
        self._works = 0
        if self._process is None:
            return
        with suppress(OSError):
            self._connection.send(None)
        self._process.join()
        self._connection.close()
        self._process = None

    def _start(self) -> None:
        context = worker_context()
        connection, far_end = context.Pipe()
        process: BaseProcess = context.Process(
            target=_work,
            args=(far_end, self._stopping, self._settings.tell_s),
            daemon=self._daemon,
        )
        # Or else the death of the process wouldn't be noticed.
        with far_end, unheard_wishes():
            process.start()
        self._connection, self._process = connection, process


def _work(connection: "Connection[_Told, Any]", stopping: Event, tell_s: float) -> None:
    """What a process of its own does: one piece of work after another until None comes."""
    # It may have begun before Ctrl-C was left unheard for it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return_memory_early()
    be_ended_first()
    import cv2

    # Each process has a core to itself at best; threads that share out tenths of a millisecond of
    # work spend as much on waiting for each other.
    cv2.setNumThreads(1)
    told_s = 0.0

    def tell(done: int, total: int | None) -> None:
        nonlocal told_s
        if time.monotonic() - told_s >= tell_s:
            told_s = time.monotonic()
            connection.send(_Told(progress=(done, total)))

    # Where whoever hands out the work was killed, nobody is left to be told anything.
    with suppress(EOFError, OSError):
        while (work := connection.recv()) is not None:
            try:
                connection.send(_Told(result=work.run(tell, stopping.is_set)))
            except Exception as error:
                connection.send(_Told(error=error))
            return_memory_now()
