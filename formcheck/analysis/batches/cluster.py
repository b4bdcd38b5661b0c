"""Inputs spread over the workers of a Dask cluster; `distributed` is an optional extra."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from socket import gethostname
from typing import Any, Generic, TypeVar, cast

from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome, of_one, run_in_turn
from formcheck.analysis.progress import Progress, Stop, go_on, tell_nobody
from formcheck.analysis.workers.crew import Work
from formcheck.errors import FormcheckError
from formcheck.results.files.folder import RESULT
from formcheck.texts.message import message
from formcheck.texts.refusal import problem_of
from formcheck.texts.shown import shown

Result = TypeVar("Result")


@dataclass(frozen=True)
class ClusterSettings:
    """How long a cluster is waited for, in seconds; engineering values.

    connect_s: until its scheduler has answered: a busy one takes some seconds, and a mistyped
    address should be told before anyone wonders.
    poll_s: between two looks for what is ready: far less than an input takes, and no work for the
    scheduler.
    """

    connect_s: float = 10.0
    poll_s: float = 0.1


class ClusterError(FormcheckError):
    """No cluster can be used."""


def run_on_cluster(
    tasks: Sequence[Task],
    address: str,
    stop: Stop,
    progress: Callable[[Task], Progress] = lambda _: tell_nobody,
    settings: ClusterSettings = ClusterSettings(),
) -> Iterator[TaskOutcome]:
    """Judge the inputs on a cluster; outcomes come as they are ready.

    The workers need formcheck, and must see the inputs and the output folder under the same
    absolute paths. What a worker that dies was about is begun again on another one. Where there
    are fewer inputs than workers, the parts of each are spread instead. After `stop`, what a worker
    has begun is left to it.

    Raises ClusterError, with the remedy.
    """
    with _connect(address, settings.connect_s) as client:
        crew = ClusterCrew(client, settings)
        tasks = [_absolute(task) for task in tasks]
        if len(tasks) < crew.size:
            yield from run_in_turn(tasks, stop, progress, crew)
            return
        for out in {task.place[0] for task in tasks if task.place is not None}:
            out.mkdir(parents=True, exist_ok=True)  # so that workers can tell whether they see it
        pending = {crew.submit(OnAWorker(task, task.path.exists())): task for task in tasks}
        while pending and not stop():
            ready = [promise for promise in pending if promise.done]
            yield from (_outcome(promise, pending.pop(promise)) for promise in ready)
            if not ready:
                time.sleep(settings.poll_s)
        for promise in pending:
            promise.cancel()


class ClusterCrew:
    """The workers of a Dask cluster as those who work on parts.

    size: how many pieces of work are done at once.
    """

    def __init__(self, client: Any, settings: ClusterSettings) -> None:
        self._client, self._settings = client, settings
        threads: dict[str, int] = client.nthreads()
        self.size = sum(threads.values())

    def submit(self, work: Work[Result]) -> "_OnCluster[Result]":
        """Hand work on to the scheduler."""
        # Each piece is done as often as it must be: the results of two are never one.
        future = self._client.submit(work.run, tell_nobody, go_on, pure=False)
        return _OnCluster(future, self._settings.poll_s)


class _OnCluster(Generic[Result]):
    """Work that a cluster does."""

    def __init__(self, future: Any, poll_s: float) -> None:
        self._future, self._poll_s = future, poll_s

    @property
    def done(self) -> bool:
        return bool(self._future.done())

    def cancel(self) -> None:
        self._future.cancel()

    def abandon(self) -> None:
        # What a worker has begun goes on there, cancelled or not.
        while not self.done:
            time.sleep(self._poll_s)
        self._future.release()

    def wait(self, there: Callable[[], bool], progress: Progress, stop: Stop) -> None:
        while not self.done and not there():
            progress(0, None)
            if stop():
                self.cancel()
                raise ClusterError(message("error.cluster.ended"))
            time.sleep(self._poll_s)

    def result(self, progress: Progress, stop: Stop) -> Result:
        self.wait(lambda: False, progress, stop)
        error = self._future.exception()
        found: Result | None = None if error is not None else self._future.result()
        # Or else what is known would be done again, should the worker that did it die.
        self._future.release()
        if isinstance(error, FormcheckError):
            raise error
        if error is not None:
            raise ClusterError(message("error.cluster.failed", error=repr(error)))
        return cast(Result, found)


@dataclass(frozen=True)
class OnAWorker:
    """An input that is judged on a worker, which may see other disks than its client.

    seen: whether the client sees the input: else nobody does.
    """

    task: Task
    seen: bool

    def run(self, progress: Progress, stop: Stop) -> TaskOutcome:
        """Judge it, or say which path isn't seen."""
        place = self.task.place
        inputs = (self.task.path,) if self.seen else ()
        for path in (*inputs, *(() if place is None else (place[0],))):
            if not path.exists():
                return Failure(
                    self.task.path,
                    message("error.cluster.unseen", path=shown(path), worker=gethostname()),
                )
        return self.task.run(progress, stop)


def _connect(address: str, timeout_s: float) -> Any:
    """A client of the scheduler at this address."""
    if find_spec("distributed") is None:
        raise ClusterError(message("error.cluster.no_dask"))
    distributed: Any = import_module("distributed")
    try:
        _check_address(address)
        return distributed.Client(address, timeout=timeout_s, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(message("error.cluster.no_answer", path=shown(address))) from error


def _check_address(address: str) -> None:
    """Raise ValueError for what is no address: a client of it would wait long, and then complain
    with a traceback when it is given up.
    """
    addressing: Any = import_module("distributed.comm.addressing")
    scheme, place = addressing.parse_address(address)
    import_module("distributed.comm.registry").get_backend(scheme)
    if scheme in ("tcp", "tls"):
        addressing.parse_host_port(place)


def _absolute(task: Task) -> Task:
    """The task with paths that a worker, which runs in another folder, finds too."""
    place = None if task.place is None else (task.place[0].absolute(), task.place[1])
    return replace(task, path=task.path.absolute(), place=place)


def _outcome(promise: "_OnCluster[TaskOutcome]", task: Task) -> TaskOutcome:
    try:
        outcome = promise.result(tell_nobody, go_on)
    except FormcheckError as error:
        return Failure(
            task.path,
            of_one(task.path, problem_of(error)),
        )
    folder = None if isinstance(outcome, Failure) else outcome.folder
    if folder is not None and not (folder / RESULT).exists():
        return Failure(
            task.path,
            message("error.cluster.not_seen", path=shown(folder)),
        )
    return outcome
