"""Judging on a Dask cluster, and without one."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batches import cluster
from formcheck.analysis.batches.batch import Failure, TaskOutcome, plan
from formcheck.analysis.batches.cluster import (
    ClusterError,
    ClusterSettings,
    OnAWorker,
    run_on_cluster,
)
from formcheck.analysis.batches.many_inputs import Batch
from formcheck.analysis.progress import Progress, Stop, go_on, tell_nobody
from formcheck.analysis.workers.crew import ALONE, Crew
from tests.analysis.test_batch import KnownTask
from tests.cli.running import environment, push_up_track
from tests.patience import PATIENCE_S
from tests.results import sessions

OWN_DASHBOARD = "127.0.0.1:0"
"""Without one, Dask's pages are shown to the whole network."""

OWN = "127.0.0.1"
BIN = Path(sys.executable).parent
README = Path(__file__).parents[2] / "README.md"


def test_without_dask_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    with pytest.raises(ClusterError, match=r"pip install"):
        list(run_on_cluster([], "tcp://127.0.0.1:8786", lambda: False))


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    pytest.importorskip("distributed", reason="Dask is an optional extra")
    with pytest.raises(ClusterError, match="No Dask scheduler answers"):
        list(
            run_on_cluster(
                [], "tcp://127.0.0.1:1", lambda: False, settings=ClusterSettings(connect_s=0.5)
            )
        )


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
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=OWN_DASHBOARD
    ) as local:
        outcomes = list(run_on_cluster(tasks, local.scheduler_address, lambda: False))
    [judged] = [one for one in outcomes if isinstance(one, Analysis)]
    [missing] = [one for one in outcomes if isinstance(one, Failure)]
    assert judged.summary.reps == 1
    assert (tmp_path / "out/clip/result.json").exists()
    assert "no such file" in str(missing.reason)


class SlowTask(KnownTask):
    """Takes so long that its worker can be killed in the middle."""

    def run(
        self, progress: Progress | None = None, stop: Stop = go_on, crew: Crew = ALONE
    ) -> TaskOutcome:
        time.sleep(1.0)
        return super().run(progress, stop, crew)


@pytest.mark.slow
def test_workers_that_are_killed_lose_nothing_and_do_nothing_twice(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is an optional extra")
    names = [f"clip-{number}" for number in range(5)]
    clips = [sessions.clip(tmp_path / f"{name}.mp4", sessions.push_ups(1)) for name in names]
    out = tmp_path / "out"
    tasks = [SlowTask(**vars(task)) for task in plan(clips, sessions.exercise(), out=out)]
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=OWN_DASHBOARD
    ) as local:
        with distributed.Client(local, set_as_default=False) as client:
            workers = list(client.run(os.getpid).values())
        batch = Batch(out, tasks)
        outcomes = []
        for outcome in batch.noted(run_on_cluster(tasks, local.scheduler_address, go_on)):
            outcomes.append(outcome)
            if len(outcomes) == 1:
                for worker in workers:
                    os.kill(worker, signal.SIGKILL)
    judged = [one.folder.name for one in outcomes if isinstance(one, Analysis) and one.folder]
    assert sorted(judged) == names
    assert len(outcomes) == len(names)
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == names
    assert not Batch(out, tasks).to_do


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def heard_from_outside(process: Any) -> list[str]:
    """Where processes listen that another computer could reach."""
    found = process.net_connections("inet")
    return [str(one.laddr) for one in found if one.status == "LISTEN" and one.laddr.ip != OWN]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a shell's `&`")
def test_the_cluster_of_the_readme_is_this_computers_alone(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is an optional extra")
    psutil = pytest.importorskip("psutil", reason="Dask brings it")
    [lines] = re.findall(r"```sh\n(dask scheduler.*?)```", README.read_text("utf-8"), re.DOTALL)
    for port in ("8786", "8787"):
        lines = lines.replace(port, free_port())
    begin, analyse = lines.replace("formcheck", f"{sys.executable} -m formcheck").rsplit("&\n", 1)
    (tmp_path / "recordings").mkdir()
    push_up_track(tmp_path / "recordings" / "one.npz")
    folder: dict[str, Any] = {
        "cwd": tmp_path,
        "env": environment(PATH=f"{BIN}:{os.environ['PATH']}"),
    }
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    cluster_of_two = subprocess.Popen(["sh", "-c", f"{begin}& wait"], **folder, **quiet)
    try:
        subprocess.run(["sh", "-c", analyse], check=True, timeout=PATIENCE_S, **folder, **quiet)
        listening = psutil.Process(cluster_of_two.pid).children(recursive=True)
        outside = [place for one in listening for place in heard_from_outside(one)]
    finally:
        for one in psutil.Process(cluster_of_two.pid).children(recursive=True):
            one.terminate()
        cluster_of_two.wait()
    assert (tmp_path / "formcheck-out" / "one" / "result.json").exists()
    assert len(listening) > 2
    assert outside == []


def test_a_path_that_a_worker_does_not_see_is_told(tmp_path: Path) -> None:
    [task] = plan([tmp_path / "clip.mp4"], sessions.exercise(), out=tmp_path / "out")
    outcome = OnAWorker(task, seen=True).run(tell_nobody, go_on)
    assert isinstance(outcome, Failure)
    assert "isn't seen by the worker on" in str(outcome.reason)
    assert "shared disk" in str(outcome.reason)
