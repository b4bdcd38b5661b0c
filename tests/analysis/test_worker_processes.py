"""How many processes work side by side, whatever is asked for."""

import os
import signal
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome, plan
from formcheck.analysis.batches.side_by_side import run_side_by_side
from formcheck.analysis.progress import Progress, Stop, go_on, tell_nobody
from formcheck.analysis.workers.crew import ALONE, Alone, Crew, WorkerDiedError
from formcheck.analysis.workers.workers import Workers, crew_of
from formcheck.texts.message import said
from tests.results import sessions


def test_more_processes_than_any_machine_has_cores_for_are_no_trouble() -> None:
    with Workers(10**20):
        pass


def works_alone(jobs: int) -> bool:
    with crew_of(jobs) as crew:
        return isinstance(crew, Alone)


def test_beside_other_processes_others_can_be_started() -> None:
    assert not works_alone(4)
    assert works_alone(1)


def failures(folder: Path) -> int:
    """How many of two inputs that aren't there are told as such."""
    paths = [folder / "one.mp4", folder / "two.mp4"]
    tasks = plan(paths, sessions.exercise(), out=folder / "out")
    return sum(isinstance(one, Failure) for one in run_side_by_side(tasks, 2, go_on))


def test_in_a_pool_s_process_none_can_and_all_is_judged_in_it(tmp_path: Path) -> None:
    with get_context("spawn").Pool(1) as pool:
        assert pool.apply(works_alone, (4,))
        assert pool.apply(failures, (tmp_path,)) == 2


@dataclass(frozen=True)
class Last:
    """Work after which the process is no more, as the system ends one for want of memory."""

    last: bool

    def run(self, progress: Progress, stop: Stop) -> int:
        del progress, stop
        if self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise on Windows")
def test_a_process_that_dies_costs_its_own_work_alone() -> None:
    with Workers(1) as workers:
        first = workers.begin(Last(last=False), tell_nobody).result()
        with pytest.raises(WorkerDiedError, match="memory"):
            workers.begin(Last(last=True), tell_nobody).result()
        after = workers.begin(Last(last=False), tell_nobody).result()
    assert after != first


@dataclass(frozen=True)
class Aborting(Task):
    """An input on which native code ends the process, as it does in the middle of its work."""

    def run(
        self, progress: Progress | None = None, stop: Stop = go_on, crew: Crew = ALONE
    ) -> TaskOutcome:
        if self.path.stem == "abort":
            os.abort()
        outcome = super().run(progress, stop, crew)
        parts = "alone" if isinstance(crew, Alone) else "in parts"
        return Failure(self.path, said(parts)) if isinstance(outcome, Failure) else outcome


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise on Windows")
@pytest.mark.slow
@pytest.mark.parametrize(("jobs", "worked"), [(1, "alone"), (4, "in parts")])
def test_an_abort_costs_one_input_however_many_processes_there_are(
    tmp_path: Path, jobs: int, worked: str
) -> None:
    given = plan([tmp_path / "abort.mp4", tmp_path / "other.mp4"], sessions.exercise())
    tasks = [Aborting(**vars(task)) for task in given]
    outcomes = run_side_by_side(tasks, jobs, go_on)
    reasons = {one.path.stem: str(one.reason) for one in outcomes if isinstance(one, Failure)}
    assert reasons.keys() == {"abort", "other"}
    assert "memory" in reasons["abort"]
    assert reasons["other"] == worked


def test_where_no_process_can_be_started_each_input_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: BaseProcess) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(BaseProcess, "start", refuse)
    tasks = plan([tmp_path / "one.mp4", tmp_path / "two.mp4"], sessions.exercise())
    outcomes = list(run_side_by_side(tasks, 2, go_on))
    assert all(isinstance(one, Failure) and "memory" in str(one.reason) for one in outcomes)
    assert {one.path for one in outcomes if isinstance(one, Failure)} == {one.path for one in tasks}
