"""Several inputs: one that fails, or even kills its process, doesn't lose the others."""

import os
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis, Progress, Stop
from formcheck.analysis.batch import Failure, Task, TaskOutcome, plan, run_in_turn
from formcheck.analysis.judge_input import judge_input
from formcheck.analysis.worker_processes import run_side_by_side
from formcheck.video.video_errors import RecordingMissingError
from tests.results import sessions


class KnownTask(Task):
    """A task that needs no pose model; an input called `dies` ends its process."""

    def run(self, progress: Progress | None = None, stop: Stop = lambda: False) -> TaskOutcome:
        if self.path.stem == "dies":
            os._exit(3)
        try:
            return judge_input(
                self.path,
                self.exercise,
                prepare=lambda: sessions.known(sessions.push_ups(1)),
                place=self.place,
                video=False,
                progress=progress,
                stop=stop,
            )
        except RecordingMissingError as error:
            return Failure(self.path, str(error))


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    """Two clips, and between them a missing one and one that kills its process."""
    poses = sessions.push_ups(1)
    paths = [
        sessions.clip(tmp_path / "first.mp4", poses),
        tmp_path / "missing.mp4",
        tmp_path / "dies.mp4",
        sessions.clip(tmp_path / "last.mp4", poses),
    ]
    planned = plan(paths, sessions.exercise(), out=tmp_path / "out", video=False)
    return [KnownTask(**vars(task)) for task in planned]


def test_in_turn_a_bad_input_is_told_and_the_others_judged(tasks: list[Task]) -> None:
    harmless = [task for task in tasks if task.path.stem != "dies"]
    first, missing, last = run_in_turn(harmless, lambda: False, lambda _: None)
    assert isinstance(first, Analysis)
    assert isinstance(missing, Failure)
    assert "no such file" in missing.reason
    assert isinstance(last, Analysis)


def test_side_by_side_even_a_dead_process_loses_only_its_own_input(tasks: list[Task]) -> None:
    outcomes = list(run_side_by_side(tasks, 2, lambda: False))
    judged = {one.document.input.path for one in outcomes if isinstance(one, Analysis)}
    reasons = {one.path.stem: one.reason for one in outcomes if isinstance(one, Failure)}
    assert {Path(path).stem for path in judged} == {"first", "last"}
    assert "its process died" in reasons["dies"]
    assert "no such file" in reasons["missing"]


def test_nothing_more_is_begun_after_an_interruption(tasks: list[Task]) -> None:
    assert list(run_in_turn(tasks, lambda: True, lambda _: None)) == []


def test_inputs_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    paths = [tmp_path / "a/clip.mp4", tmp_path / "b/clip.mp4", tmp_path / "b/other.mp4"]
    places = [task.place for task in plan(paths, sessions.exercise(), out=tmp_path)]
    assert places == [(tmp_path, "clip"), (tmp_path, "clip-2"), (tmp_path, "other")]
