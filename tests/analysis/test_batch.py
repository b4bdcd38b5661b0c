"""Several inputs: one that fails, or even kills its process, doesn't lose the others."""

import errno
import os
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batches import batch
from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome, plan, run_in_turn
from formcheck.analysis.batches.side_by_side import run_side_by_side
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.workers.crew import ALONE, Crew
from formcheck.texts.refusal import problem_of
from formcheck.video.video_errors import RecordingMissingError
from tests.results import sessions


class KnownTask(Task):
    """A task that needs no pose model; an input called `dies` ends its process, and one called
    `once` does so the first time.
    """

    def run(
        self, progress: Progress | None = None, stop: Stop = lambda: False, crew: Crew = ALONE
    ) -> TaskOutcome:
        if self.path.stem == "dies":
            os._exit(3)
        first_time = self.path.with_suffix(".begun")
        if self.path.stem == "once" and not first_time.exists():
            first_time.touch()
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
                crew=crew,
            )
        except RecordingMissingError as error:
            return Failure(self.path, problem_of(error))


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
    assert "no such file" in str(missing.reason)
    assert isinstance(last, Analysis)


def test_side_by_side_even_a_dead_process_loses_only_its_own_input(tasks: list[Task]) -> None:
    outcomes = list(run_side_by_side(tasks, 2, lambda: False))
    judged = {one.document.input.path for one in outcomes if isinstance(one, Analysis)}
    reasons = {one.path.stem: one.reason for one in outcomes if isinstance(one, Failure)}
    assert {Path(path).stem for path in judged} == {"first", "last"}
    assert "its process died" in str(reasons["dies"])
    assert "no such file" in str(reasons["missing"])


def test_an_input_whose_process_was_killed_is_judged_again(tmp_path: Path) -> None:
    poses = sessions.push_ups(1)
    paths = [sessions.clip(tmp_path / f"{name}.mp4", poses) for name in ("once", "other")]
    planned = plan(paths, sessions.exercise(), out=tmp_path / "out", video=False)
    outcomes = list(
        run_side_by_side([KnownTask(**vars(task)) for task in planned], 2, lambda: False)
    )
    judged = [one.document.input.path for one in outcomes if isinstance(one, Analysis)]
    assert sorted(Path(path).stem for path in judged) == ["once", "other"]
    assert len(outcomes) == 2


def test_nothing_more_is_begun_after_an_interruption(tasks: list[Task]) -> None:
    assert list(run_in_turn(tasks, lambda: True, lambda _: None)) == []


def test_inputs_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    paths = [tmp_path / "a/clip.mp4", tmp_path / "b/clip.mp4", tmp_path / "b/other.mp4"]
    places = [task.place for task in plan(paths, sessions.exercise(), out=tmp_path)]
    assert places == [(tmp_path, "clip"), (tmp_path, "clip-2"), (tmp_path, "other")]


class TestAMistakeOfOurOwn:
    """Costs the input that it was met on, and no other."""

    @pytest.fixture
    def met(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Task:
        def mistaken(*_: object, **__: object) -> None:
            raise ZeroDivisionError("division\nby zero")

        monkeypatch.setattr(batch, "judge_input", mistaken)
        monkeypatch.delenv("FORMCHECK_DEBUG", raising=False)
        [task] = plan([tmp_path / "clip.mp4"], sessions.exercise(), video=False)
        return task

    def test_it_is_a_failure_that_asks_for_a_report(self, met: Task) -> None:
        outcome = met.run()
        assert isinstance(outcome, Failure)
        assert "clip.mp4: A mistake in formcheck itself: ZeroDivisionError" in str(outcome.reason)
        assert "report" in str(outcome.reason)
        assert "\n" not in str(outcome.reason)

    def test_developers_get_the_traceback(self, met: Task, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORMCHECK_DEBUG", "1")
        with pytest.raises(ZeroDivisionError):
            met.run()

    def test_want_of_memory_is_no_mistake(self, met: Task, monkeypatch: pytest.MonkeyPatch) -> None:
        def too_large(*_: object, **__: object) -> None:
            raise MemoryError

        monkeypatch.setattr(batch, "judge_input", too_large)
        outcome = met.run()
        assert isinstance(outcome, Failure)
        assert "not enough memory" in str(outcome.reason)

    def test_what_the_system_refuses_is_told_with_the_remedy(
        self, met: Task, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: object, **__: object) -> None:
            raise OSError(errno.EIO, "Input/output error", "clip.mp4")

        monkeypatch.setattr(batch, "judge_input", refused)
        outcome = met.run()
        assert isinstance(outcome, Failure)
        assert str(outcome.reason).startswith("clip.mp4: input/output error. Check")
