"""Inputs spread over the workers of a Dask cluster; `distributed` is an optional extra."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from formcheck.analysis.analysis import Stop
from formcheck.analysis.batch import Failure, Task, TaskOutcome
from formcheck.errors import FormcheckError
from formcheck.texts.shown import shown


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
    settings: ClusterSettings = ClusterSettings(),
) -> Iterator[TaskOutcome]:
    """Judge the inputs on a cluster; outcomes come as they are ready.

    The workers need formcheck, and must see the inputs and the output folder under the same
    absolute paths. After `stop`, what a worker has begun is left to it.

    Raises ClusterError, with the remedy.
    """
    with _connect(address, settings.connect_s) as client:
        futures = {client.submit(_absolute(task).run, pure=False): task for task in tasks}
        pending = list(futures)
        while pending and not stop():
            ready = [future for future in pending if future.done()]
            pending = [future for future in pending if future not in ready]
            yield from (_outcome(future, futures[future]) for future in ready)
            if not ready:
                time.sleep(settings.poll_s)
        client.cancel(pending)


def _connect(address: str, timeout_s: float) -> Any:
    """A client of the scheduler at this address."""
    if find_spec("distributed") is None:
        raise ClusterError(
            '--scheduler needs Dask, which isn\'t installed: pip install "formcheck[cluster]".'
        )
    distributed: Any = import_module("distributed")
    try:
        _check_address(address)
        return distributed.Client(address, timeout=timeout_s, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(
            f"No Dask scheduler answers at {shown(address)}: check the address, for example "
            "tcp://192.168.1.10:8786, and that `dask scheduler` runs there."
        ) from error


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


def _outcome(future: Any, task: Task) -> TaskOutcome:
    error = future.exception()
    if error is None:
        outcome: TaskOutcome = future.result()
        return outcome
    return Failure(task.path, f"{shown(task.path)}: the cluster could not judge it: {error!r}.")
