"""Several inputs, one after another or side by side; a bad one doesn't lose the others."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.synchronize import Event
from pathlib import Path
from queue import SimpleQueue
from signal import SIG_IGN, SIGINT, signal

from formcheck.analysis.analyse import judge_input, prepare_for
from formcheck.analysis.analysis import Analysis, Progress, Stop
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import Auto
from formcheck.results.folder import folder_name

_LOOK_UP_S = 0.2
"""How often it is asked whether to end while other processes work."""


@dataclass(frozen=True)
class Task:
    """One input, and all that a process of its own needs to judge it.

    exercise: what it is judged as, or those of which each input's own is recognised.

    place: the output folder and the name of the folder in it, None to write nothing.
    """

    path: Path
    exercise: Exercise | Auto
    model: str | None
    place: tuple[Path, str] | None
    video: bool

    def run(self, progress: Progress | None = None, stop: Stop = lambda: False) -> "Outcome":
        """Judge it; an error that the user can mend is an outcome, not an exception."""
        try:
            return judge_input(
                self.path,
                self.exercise,
                prepare=partial(prepare_for, self.exercise, self.model),
                place=self.place,
                video=self.video,
                progress=progress,
                stop=stop,
            )
        except FormcheckError as error:
            return Failure(self.path, str(error))


@dataclass(frozen=True)
class Failure:
    """An input that couldn't be judged, and why."""

    path: Path
    reason: str


Outcome = Analysis | Failure


def plan(
    paths: Sequence[Path],
    exercise: Exercise | Auto,
    *,
    model: str | None = None,
    out: Path | None = None,
    video: bool = True,
) -> list[Task]:
    """A task for each input, each with a folder of its own."""
    taken: set[str] = set()
    tasks = []
    for path in paths:
        place = None
        if out is not None:
            name = folder_name(out, path, taken)
            taken.add(name)
            place = (out, name)
        tasks.append(Task(path, exercise, model, place, video))
    return tasks


def run_in_turn(
    tasks: Sequence[Task], stop: Stop, progress: Callable[[Task], Progress | None]
) -> Iterator[Outcome]:
    """Judge one input after another in this process, in order."""
    for task in tasks:
        if stop():
            return
        yield task.run(progress(task), stop)


def run_side_by_side(tasks: Sequence[Task], jobs: int, stop: Stop) -> Iterator[Outcome]:
    """Judge up to `jobs` inputs at once, each in a process; outcomes come as they are ready.

    Should a process die, only its own input is lost. Once `stop` says so, no further input is
    begun, and those under way end after their next frame.
    """
    context = multiprocessing.get_context("spawn")
    stopping = context.Event()
    lanes: SimpleQueue[_Lane] = SimpleQueue()
    with ThreadPoolExecutor(jobs, thread_name_prefix="analyse") as threads:
        try:
            for _ in range(min(jobs, len(tasks))):
                lanes.put(_Lane(context, stopping))
            pending = {threads.submit(_in_a_lane, lanes, task, stopping) for task in tasks}
            while pending:
                done, pending = wait(pending, _LOOK_UP_S, FIRST_COMPLETED)
                yield from (outcome for outcome in map(Future.result, done) if outcome is not None)
                if stop():
                    stopping.set()
        finally:
            stopping.set()
    while not lanes.empty():
        lanes.get().close()


class _Lane:
    """A process that judges one input after another, replaced when it dies."""

    def __init__(self, context: SpawnContext, stopping: Event) -> None:
        self._context, self._stopping = context, stopping
        self._start()

    def run(self, task: Task) -> Outcome:
        try:
            self._connection.send(task)
            outcome: Outcome = self._connection.recv()
            return outcome
        except (EOFError, OSError):
            self.close()
            self._start()
            return Failure(
                task.path,
                f"{task.path}: its process died, perhaps for want of memory. "
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


def _in_a_lane(lanes: "SimpleQueue[_Lane]", task: Task, stopping: Event) -> Outcome | None:
    """Judge an input in a process that is free; None where it was not begun before the end."""
    lane = lanes.get()
    try:
        return None if stopping.is_set() else lane.run(task)
    finally:
        lanes.put(lane)


def _work(connection: "Connection[Outcome, Task | None]", stopping: Event) -> None:
    """What a process of its own does: judge what comes until None comes."""
    # Ctrl-C reaches every process of a terminal; the parent alone decides what it means.
    signal(SIGINT, SIG_IGN)
    while (task := connection.recv()) is not None:
        connection.send(task.run(stop=stopping.is_set))
