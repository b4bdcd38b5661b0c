"""Many inputs judged side by side, each in a process of its own."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass

from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome, died, of_one, run_in_turn
from formcheck.analysis.progress import Progress, Stop, tell_nobody
from formcheck.analysis.workers.crew import WorkerDiedError
from formcheck.analysis.workers.worker import OF_PARTS
from formcheck.analysis.workers.workers import DEFAULTS, Workers, can_start_others, crew_of
from formcheck.texts.refusal import unforeseen_told


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
    if not can_start_others():
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
                yield died(task, alone=jobs == 1)


@dataclass(frozen=True)
class _Led:
    """An input whose process has others for its parts."""

    task: Task
    jobs: int

    def run(self, progress: Progress, stop: Stop) -> TaskOutcome:
        with crew_of(self.jobs, OF_PARTS) as crew:
            return self.task.run(progress, stop, crew)


def _side_by_side(
    workers: Workers,
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
