"""Judging on a Dask cluster, and without one."""

from pathlib import Path

import pytest

from formcheck.analysis import cluster
from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batch import Failure, plan
from formcheck.analysis.cluster import ClusterError, ClusterSettings, run_on_cluster
from tests.analysis.test_batch import KnownTask
from tests.results import sessions


def test_without_dask_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    with pytest.raises(ClusterError, match=r"pip install"):
        list(run_on_cluster([], "tcp://127.0.0.1:8786", lambda: False))


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    pytest.importorskip("distributed", reason="Dask is an optional extra")
    with pytest.raises(ClusterError, match="No Dask scheduler answers"):
        list(run_on_cluster([], "tcp://127.0.0.1:1", lambda: False, ClusterSettings(connect_s=0.5)))


@pytest.mark.parametrize("address", ["", "host", "tcp://", "tcp://host", "nonsense://host:1"])
def test_what_is_no_address_is_told_at_once(address: str) -> None:
    pytest.importorskip("distributed", reason="Dask is an optional extra")
    with pytest.raises(ClusterError, match="No Dask scheduler answers"):
        list(run_on_cluster([], address, lambda: False))


def test_inputs_are_judged_on_the_workers(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is an optional extra")
    clip = sessions.clip(tmp_path / "clip.mp4", sessions.push_ups(1))
    planned = plan([clip, tmp_path / "missing.mp4"], sessions.exercise(), out=tmp_path / "out")
    tasks = [KnownTask(**vars(task)) for task in planned]
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as local:
        outcomes = list(run_on_cluster(tasks, local.scheduler_address, lambda: False))
    [judged] = [one for one in outcomes if isinstance(one, Analysis)]
    [missing] = [one for one in outcomes if isinstance(one, Failure)]
    assert judged.summary.reps == 1
    assert (tmp_path / "out/clip/result.json").exists()
    assert "no such file" in missing.reason
