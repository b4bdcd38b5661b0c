"""Work done side by side, each in a process of its own."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.synchronize import Event
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from formcheck.analysis.batch import Failure, Task, TaskOutcome, died, of_one, run_in_turn
from formcheck.analysis.crew import ALONE, Crew, Work, WorkerDiedError
from formcheck.analysis.progress import Progress, Stop, tell_nobody
from formcheck.closeable import Closeable
from formcheck.texts.message import message
from formcheck.texts.refusal import unforeseen_told

Result = TypeVar("Result")


@dataclass(frozen=True)
class WorkerSettings:
    """How processes are used.

    poll_s: how often it is asked whether to end while other processes work: Ctrl-C feels answered
        at once, and asking costs nothing beside judging.
    tell_s: seconds between two words of how much is done.
    most_works: after which a process is renewed: the pose model gives back nothing of the 8 to
        20 MB that each input takes, and a new process takes a second.
    most_processes: however many are asked for. Each needs some 250 MB, and more cores are rare.
    """

    poll_s: float = 0.2
    tell_s: float = 0.3
    most_works: int = 8
    most_processes: int = 256


DEFAULTS = WorkerSettings()


def usable_cores() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def crew_of(jobs: int) -> AbstractContextManager[Crew]:
    """So many processes; this one alone where one is enough, or it can't start any."""
    return Workers(jobs) if jobs > 1 and _can_start_others() else nullcontext(ALONE)


def _can_start_others() -> bool:
    """A daemonic process, as pools have, may not."""
    return not multiprocessing.current_process().daemon


def run_side_by_side(
    tasks: Sequence[Task],
    jobs: int,
    stop: Stop,
    progress: Callable[[Task], Progress] = lambda _: tell_nobody,
) -> Iterator[TaskOutcome]:
    """Judge up to `jobs` inputs at once, each in a process; outcomes come as they are ready.

    Where there are fewer inputs than that, each has some of the others for the parts of a long one.
    An input whose process dies is judged once more when the others are done, by itself: that leaves
    it all the memory. Should it die again, that input alone is lost. Once `stop` says so, no
    further input is begun, and those under way end after their next frame. Where this process can't
    start others, they are judged in it, one after another. progress: of each input, told from other
    threads.
    """
    if not _can_start_others():
        yield from run_in_turn(tasks, stop, progress)
        return
    if not tasks:
        return
    each = min(max(jobs // len(tasks), 1), DEFAULTS.most_processes)
    with Workers(min(jobs, len(tasks)), lead_others=each > 1) as workers:
        lost: list[Task] = []
        yield from _side_by_side(workers, tasks, each, stop, progress, lost)
        for task in lost:
            again: list[Task] = []
            yield from _side_by_side(workers, [task], each, stop, progress, again)
            if again or stop():
                yield died(task)


@dataclass(frozen=True)
class _Led:
    """An input whose process has others for its parts."""

    task: Task
    jobs: int

    def run(self, progress: Progress, stop: Stop) -> TaskOutcome:
        with crew_of(self.jobs) as crew:
            return self.task.run(progress, stop, crew)


def _side_by_side(
    workers: "Workers",
    tasks: Sequence[Task],
    each: int,
    stop: Stop,
    progress: Callable[[Task], Progress],
    lost: list[Task],
) -> Iterator[TaskOutcome]:
    """Outcomes as they are ready. each: processes for an input. lost: takes those whose died."""
    promises = {workers.begin(_Led(task, each), progress(task)): task for task in tasks}
    pending = set(promises)
    while pending:
        done, pending = wait(pending, DEFAULTS.poll_s, FIRST_COMPLETED)
        for future in done:
            try:
                outcome = _outcome(future, promises[future])
            except WorkerDiedError:
                lost.append(promises[future])
                continue
            if outcome is not None:
                yield outcome
        if stop():
            workers.stop()


def _outcome(future: "Future[TaskOutcome | None]", task: Task) -> TaskOutcome | None:
    try:
        return future.result()
    except MemoryError as error:
        return Failure(task.path, of_one(task.path, unforeseen_told(error)))


class Workers(Closeable):
    """Processes that do one piece of work after another; a crew for the parts of a recording.

    jobs: how many there are; at least one, at most `most_processes`. lead_others: whether they may
    have processes of their own.
    """

    def __init__(
        self, jobs: int, settings: WorkerSettings = DEFAULTS, *, lead_others: bool = False
    ) -> None:
        self._lead_others = lead_others
        self._context = multiprocessing.get_context("spawn")
        self._settings = settings
        self._stopping = self._context.Event()
        # None stands for a process that nobody has needed yet.
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
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
    def settings(self) -> WorkerSettings:
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
                worker = _Worker(
                    self._context, self._stopping, self._settings, daemon=not self._lead_others
                )
            return worker.run(work, progress)
        finally:
            self._idle.put(worker)


class _Promised(Generic[Result]):
    """Work that a process does; a process that dies is forgiven once."""

    def __init__(self, work: Work[Result], workers: Workers) -> None:
        self._work, self._workers = work, workers
        self._done: tuple[int, int | None] = (0, None)
        self._future = workers.begin(work, self._note)

    def result(self, progress: Progress, stop: Stop) -> Result:
        try:
            found = self._wait(progress, stop)
        except WorkerDiedError:
            self._future = self._workers.begin(self._work, self._note)
            found = self._wait(progress, stop)
        # What was not begun is begun here: it ends at once.
        return self._work.run(progress, stop) if found is None else found

    def _wait(self, progress: Progress, stop: Stop) -> Result | None:
        while not wait([self._future], self._workers.settings.poll_s).done:
            progress(*self._done)
            if stop():
                self._workers.stop()
        return self._future.result()

    def _note(self, done: int, total: int | None) -> None:
        self._done = (done, total)


@dataclass(frozen=True)
class _Told:
    """What a process says: how much is done, or what came of it, or what went wrong."""

    progress: tuple[int, int | None] | None = None
    result: Any = None
    error: Exception | None = None


class _Worker:
    """A process that does one piece of work after another, replaced when it dies or is worn."""

    def __init__(
        self, context: SpawnContext, stopping: Event, settings: WorkerSettings, *, daemon: bool
    ) -> None:
        """Daemon: it ends with this process, and can't start others."""
        self._context, self._stopping, self._settings = context, stopping, settings
        self._daemon = daemon
        self._works = 0
        self._process: SpawnProcess | None = None

    def run(self, work: Work[Result], progress: Progress) -> Result:
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
        self._works = 0
        if self._process is None:
            return
        with suppress(OSError):
            self._connection.send(None)
        self._process.join()
        self._connection.close()
        self._process = None

    def _start(self) -> None:
        connection, far_end = self._context.Pipe()
        process = self._context.Process(
            target=_work,
            args=(far_end, self._stopping, self._settings.tell_s),
            daemon=self._daemon,
        )
        # Or else the death of the process wouldn't be noticed.
        with far_end, _unheard_ctrl_c():
            process.start()
        self._connection, self._process = connection, process


def _work(connection: "Connection[_Told, Any]", stopping: Event, tell_s: float) -> None:
    """What a process of its own does: one piece of work after another until None comes."""
    # Ctrl-C reaches every process of a terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
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


@contextmanager
def _unheard_ctrl_c() -> Iterator[None]:
    """What a process of the block inherits: until it says itself that it ignores Ctrl-C, it would
    end with a traceback. Here Ctrl-C is heard right after.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
