"""How many processes work side by side, whatever is asked for."""

from multiprocessing import get_context
from pathlib import Path

from formcheck.analysis.batch import Failure, plan
from formcheck.analysis.crew import Alone
from formcheck.analysis.progress import go_on
from formcheck.analysis.worker_processes import Workers, crew_of, run_side_by_side
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
