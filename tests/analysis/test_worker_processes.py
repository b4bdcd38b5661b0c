"""How many processes work side by side, whatever is asked for."""

from multiprocessing import get_context

from formcheck.analysis.worker_processes import Workers, possible_jobs


def test_more_processes_than_any_machine_has_cores_for_are_no_trouble() -> None:
    with Workers(10**20):
        pass


def test_beside_other_processes_others_can_be_started() -> None:
    assert possible_jobs(4) == 4


def test_in_a_pool_s_process_none_can() -> None:
    with get_context("spawn").Pool(1) as pool:
        assert pool.apply(possible_jobs, (4,)) == 1
