"""Inputs judged side by side, each in a process of its own."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.synchronize import Event
from queue import SimpleQueue
from signal import SIG_IGN, SIGINT, signal

from formcheck.analysis.analysis import Stop
from formcheck.analysis.batch import Failure, Task, TaskOutcome
from formcheck.texts.shown import shown

POLL_S = 0.2
"""How often it is asked whether to end while other processes work: Ctrl-C feels answered at once,
and asking costs nothing beside judging."""


def run_side_by_side(tasks: Sequence[Task], jobs: int, stop: Stop) -> Iterator[TaskOutcome]:
    """Judge up to `jobs` inputs at once, each in a process; outcomes come as they are ready.

    Should a process die, only its own input is lost. Once `stop` says so, no further input is
    begun, and those under way end after their next frame.
    """
    context = multiprocessing.get_context("spawn")
    stopping = context.Event()
    workers: SimpleQueue[_Worker] = SimpleQueue()
    with ThreadPoolExecutor(jobs, thread_name_prefix="analyse") as threads:
        try:
            for _ in range(min(jobs, len(tasks))):
                workers.put(_Worker(context, stopping))
            pending = {threads.submit(_on_a_worker, workers, task, stopping) for task in tasks}
            while pending:
                done, pending = wait(pending, POLL_S, FIRST_COMPLETED)
                yield from (outcome for outcome in map(Future.result, done) if outcome is not None)
                if stop():
                    stopping.set()
        finally:
            stopping.set()
    while not workers.empty():
        workers.get().close()


class _Worker:
    """A process that judges one input after another, replaced when it dies."""

    def __init__(self, context: SpawnContext, stopping: Event) -> None:
        self._context, self._stopping = context, stopping
        self._start()

    def run(self, task: Task) -> TaskOutcome:
        try:
            self._connection.send(task)
            outcome: TaskOutcome = self._connection.recv()
            return outcome
        except (EOFError, OSError):
            self.close()
            self._start()
            return Failure(
                task.path,
                f"{shown(task.path)}: its process died, perhaps for want of memory. "
                "Try it alone, with --jobs 1.",
            )

    def close(self) -> None:
        with suppress(OSError):
            self._connection.send(None)
        self._process.join()
        self._connection.close()

    def _start(self) -> None:
        self._connection, far_end = self._context.Pipe()
        self._process = self._context.Process(
            target=_work, args=(far_end, self._stopping), daemon=True
        )
        self._process.start()
        # Or else the death of the process wouldn't be noticed.
        far_end.close()


def _on_a_worker(
    workers: "SimpleQueue[_Worker]", task: Task, stopping: Event
) -> TaskOutcome | None:
    """Judge an input in a process that is free; None where it was not begun before the end."""
    worker = workers.get()
    try:
        return None if stopping.is_set() else worker.run(task)
    finally:
        workers.put(worker)


def _work(connection: "Connection[TaskOutcome, Task | None]", stopping: Event) -> None:
    """What a process of its own does: judge what comes until None comes."""
    # Ctrl-C reaches every process of a terminal; the parent alone decides what it means.
    signal(SIGINT, SIG_IGN)
    while (task := connection.recv()) is not None:
        connection.send(task.run(stop=stopping.is_set))
