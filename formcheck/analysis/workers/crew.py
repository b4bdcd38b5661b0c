"""Who does the work on the parts of a recording: this process, others beside it, or a cluster."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from formcheck.analysis.progress import Progress, Stop
from formcheck.errors import FormcheckError

Result_co = TypeVar("Result_co", covariant=True)


class WorkerDiedError(FormcheckError):
    """A process came to its end while it worked."""


class Work(Protocol[Result_co]):
    """A piece of work that can be sent to another process."""

    def run(self, progress: Progress, stop: Stop) -> Result_co:
        """Do it, or as much as is done when `stop` says so."""


class Promise(Protocol[Result_co]):
    """Work that was handed on."""

    def wait(self, there: Callable[[], bool], progress: Progress, stop: Stop) -> None:
        """Wait until what is wanted of it is there, or it is done.

        progress: told now and then how much of it is. stop: asked now and then; True ends all that
        is under way.
        """

    def result(self, progress: Progress, stop: Stop) -> Result_co:
        """Wait until it is done; see `wait`.

        Raises what the work raised, WorkerDiedError where its process died.
        """

    def abandon(self) -> None:
        """Its result is wanted by nobody: it isn't begun any more, or waited for where it was."""


class Crew(Protocol):
    """Does work, some at a time."""

    def submit(self, work: Work[Result_co]) -> Promise[Result_co]:
        """Hand work on."""


class _Later(Generic[Result_co]):
    def __init__(self, work: Work[Result_co]) -> None:
        self._work = work
        self._results: list[Result_co] = []

    def wait(self, there: Callable[[], bool], progress: Progress, stop: Stop) -> None:
        if not there() and not self._results:
            self._results.append(self._work.run(progress, stop))

    def result(self, progress: Progress, stop: Stop) -> Result_co:
        self.wait(lambda: False, progress, stop)
        return self._results[0]

    def abandon(self) -> None:
        pass


class Alone:
    """Does it all in this process, when it is asked for."""

    def submit(self, work: Work[Result_co]) -> Promise[Result_co]:
        """Keep it until its result is wanted."""
        return _Later(work)


ALONE = Alone()
