"""Processes that work side by side, for the parts of a recording or for many inputs."""

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.workers.crew import ALONE, Crew, Work, WorkerDiedError
from formcheck.analysis.workers.worker import DEFAULTS as EACH
from formcheck.analysis.workers.worker import Worker, WorkerSettings
from formcheck.analysis.workers.worker_start import worker_context
from formcheck.closeable import Closeable

Result = TypeVar("Result")


@dataclass(frozen=True)
class CrewSettings:
    """How processes are used together."""

    poll_s: float = 0.2
    """How often it is asked whether to end while other processes work: Ctrl-C feels answered at
    once, and asking costs nothing beside judging."""

    most_processes: int = 256
    """However many are asked for. Each needs some 250 MB, and more cores are rare."""


DEFAULTS = CrewSettings()


def usable_cores() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def crew_of(jobs: int, each: WorkerSettings = EACH) -> AbstractContextManager[Crew]:
    """So many processes; this one alone where one is enough, or it can't start any.

    each: how every one of them is used.
    """
    return Workers(jobs, each=each) if jobs > 1 and can_start_others() else nullcontext(ALONE)


def can_start_others() -> bool:
    """A daemonic process, as pools have, may not."""
    return not multiprocessing.current_process().daemon


class Workers(Closeable):
    """Processes that do one piece of work after another; a crew for the parts of a recording.

    jobs: how many there are; at least one, at most `most_processes`. lead_others: whether they may
    have processes of their own.
    """

    def __init__(
        self,
        jobs: int,
        settings: CrewSettings = DEFAULTS,
        each: WorkerSettings = EACH,
        *,
        lead_others: bool = False,
    ) -> None:
        """Each: how every one of them is used."""
        self._each = each
        self._lead_others = lead_others
        self._settings = settings
        self._stopping = worker_context().Event()
        # None stands for a process that nobody has needed yet.
        self._idle: SimpleQueue[Worker | None] = SimpleQueue()
        processes = max(1, min(jobs, settings.most_processes))
        for _ in range(processes):
            self._idle.put(None)
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="analyse")

    def submit(self, work: Work[Result]) -> "_Promised[Result]":
        """Hand work on to the next process that is free."""
        return _Promised(work, self)

    def begin(self, work: Work[Result], progress: Progress) -> "Future[Result | None]":
        """The same, as a future; None comes of what was not begun before `stop`.

        progress: told from another thread. The future raises WorkerDiedError where its process
        died.
        """
        return self._threads.submit(self._run, work, progress)

    def stop(self) -> None:
        """Have all that is under way end soon."""
        self._stopping.set()

    @property
    def settings(self) -> CrewSettings:
        """How the processes are used."""
        return self._settings

    def close(self) -> None:
        """End all processes after what they are about."""
        self.stop()
        self._threads.shutdown()
        while not self._idle.empty():
            worker = self._idle.get()
            if worker is not None:
                worker.close()

    def _run(self, work: Work[Result], progress: Progress) -> Result | None:
        worker = self._idle.get()
        try:
            if self._stopping.is_set():
                return None
            if worker is None:
                worker = Worker(self._stopping, self._each, daemon=not self._lead_others)
            return worker.run(work, progress)
        finally:
            self._idle.put(worker)


class _Promised(Generic[Result]):
    """Work that a process does; a process that dies is forgiven once."""

    def __init__(self, work: Work[Result], workers: Workers) -> None:
        self._work, self._workers = work, workers
        self._done: tuple[int, int | None] = (0, None)
        self._died = False
        self._future = workers.begin(work, self._note)

    def wait(self, there: Callable[[], bool], progress: Progress, stop: Stop) -> None:
        poll_s = self._workers.settings.poll_s
        while not there():
            if wait([self._future], poll_s).done:
                if self._died or not isinstance(self._future.exception(), WorkerDiedError):
                    return
                self._died = True
                self._future = self._workers.begin(self._work, self._note)
            progress(*self._done)
            if stop():
                self._workers.stop()

    def result(self, progress: Progress, stop: Stop) -> Result:
        self.wait(lambda: False, progress, stop)
        found = self._future.result()
        # What was not begun is begun here: it ends at once.
        return self._work.run(progress, stop) if found is None else found

    def abandon(self) -> None:
        if not self._future.cancel():
            wait([self._future])

    def _note(self, done: int, total: int | None) -> None:
        self._done = (done, total)
