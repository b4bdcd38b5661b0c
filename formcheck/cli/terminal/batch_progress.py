"""How far all inputs are, in one bar."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from rich.progress import Progress as ProgressBar
from rich.progress import TaskProgressColumn

from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome
from formcheck.analysis.progress import Progress
from formcheck.cli.terminal.console import progress_bar
from formcheck.texts.shown import shown


class BatchProgress:
    """Turns the progress of each input into one of all, with the time left.

    inputs: how many there are. Told from any thread.
    """

    def __init__(self, bar: ProgressBar, inputs: int) -> None:
        self._bar = bar
        self._inputs = inputs
        self._lock = Lock()
        self._shares: dict[int, float] = {}
        self._done = self._failed = 0
        self._line = bar.add_task(self._described(""), total=max(inputs, 1))

    def of(self, task: Task) -> Progress:
        """The progress of one input."""
        name = shown(task.path.name)

        def told(done: int, total: int | None) -> None:
            with self._lock:
                self._shares[id(task)] = min(done / total, 1.0) if total else 0.0
                self._tell(name)

        return told

    def count(self, outcome: TaskOutcome) -> None:
        """One more input is done, whatever came of it."""
        with self._lock:
            self._done += 1
            self._failed += isinstance(outcome, Failure)
            self._tell("")

    def _tell(self, name: str) -> None:
        completed = min(max(sum(self._shares.values()) + self._failed, self._done), self._inputs)
        self._bar.update(self._line, completed=completed, description=self._described(name))

    def _described(self, name: str) -> str:
        if self._inputs == 1:
            return name
        return f"{self._done} of {self._inputs} inputs" + (f", {name}" if name else "")


@contextmanager
def batch_progress(inputs: int) -> Iterator[BatchProgress]:
    """On standard error, invisible where that is no terminal."""
    with progress_bar(TaskProgressColumn()) as bar:
        yield BatchProgress(bar, inputs)
