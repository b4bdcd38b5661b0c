"""A run over many inputs goes on where an earlier one was, and takes all of them together."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome, plan, run_in_turn
from formcheck.analysis.batches.done_before import DONE
from formcheck.analysis.batches.many_inputs import Batch, write_collection
from formcheck.exercises.exercise import Exercise
from formcheck.results.tables.csv_format import PLAIN
from formcheck.texts.message import said
from tests.analysis.test_batch import KnownTask
from tests.results import sessions


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    poses = sessions.push_ups(1)
    return [sessions.clip(tmp_path / f"{name}.mp4", poses) for name in ("one", "two", "three")]


def planned(clips: Sequence[Path], exercise: Exercise | None = None) -> list[Task]:
    out = clips[0].parent / "out"
    tasks = plan(clips, exercise or sessions.exercise(), out=out, video=False)
    return [KnownTask(**vars(task)) for task in tasks]


def run(tasks: Sequence[Task], *, until: int | None = None, anew: bool = False) -> Batch:
    """Judge what is to be done, or be killed after so many."""
    assert tasks[0].place is not None
    batch = Batch(tasks[0].place[0], tasks, anew=anew)
    for number, _ in enumerate(batch.noted(run_in_turn(batch.to_do, never, told_nothing)), 1):
        if number == until:
            break
    return batch


def never() -> bool:
    return False


def told_nothing(_: Task) -> None:
    return None


def names(tasks: Sequence[Task]) -> list[str]:
    return [task.path.stem for task in tasks]


def test_what_was_done_is_skipped_and_the_rest_goes_on(clips: list[Path]) -> None:
    run(planned(clips), until=2)
    batch = run(planned(clips))
    assert names(batch.to_do) == ["three"]
    assert [one.summary.reps for one in batch.done_before] == [1, 1]
    assert names(run(planned(clips)).to_do) == []


def test_a_line_that_was_cut_off_costs_its_own_input_alone(clips: list[Path]) -> None:
    run(planned(clips))
    ledger = clips[0].parent / "out" / DONE
    ledger.write_text(ledger.read_text("utf-8")[:-20], "utf-8")
    assert names(run(planned(clips)).to_do) == ["three"]


def test_another_input_is_judged_again(clips: list[Path]) -> None:
    run(planned(clips))
    os.utime(clips[1], ns=(0, 0))
    assert names(run(planned(clips)).to_do) == ["two"]


def test_a_result_that_was_changed_or_taken_away_is_made_again(clips: list[Path]) -> None:
    run(planned(clips))
    (clips[0].parent / "out/one/result.json").write_text("{}", "utf-8")
    (clips[0].parent / "out/two/result.json").unlink()
    # A folder that holds no result of this input any more is left to whoever changed it.
    assert names(run(planned(clips)).to_do) == ["one", "two"]


def test_other_settings_judge_all_again(clips: list[Path]) -> None:
    run(planned(clips))
    exercise = sessions.exercise()
    stricter = exercise.model_copy(update={"criteria": exercise.criteria[:-1]})
    assert len(run(planned(clips, stricter)).to_do) == 3


def test_another_version_judges_all_again(
    clips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(planned(clips))
    monkeypatch.setattr("formcheck.analysis.batches.done_before.__version__", "9.9")
    assert len(run(planned(clips)).to_do) == 3


def test_all_is_done_again_where_that_is_wanted(clips: list[Path]) -> None:
    run(planned(clips))
    assert len(run(planned(clips), anew=True).to_do) == 3


def test_tables_and_a_page_take_all_together(clips: list[Path]) -> None:
    out = clips[0].parent / "out"
    outcomes: list[TaskOutcome] = list(run_in_turn(planned(clips), never, told_nothing))
    outcomes.append(Failure(Path("lost.mp4"), said("lost.mp4: there is no such file.")))
    page = write_collection(out, outcomes, PLAIN, "en").read_text("utf-8")
    with (out / "summary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["reps"] for row in rows] == ["1", "1", "1", ""]
    assert rows[-1]["failure"] == "lost.mp4: there is no such file."
    with (out / "summary_criteria.csv").open(encoding="utf-8", newline="") as file:
        criteria = list(csv.DictReader(file))
    assert len(criteria) == 3 * len(sessions.exercise().criteria)
    assert 'href="one/report.html"' in page
    assert "there is no such file" in page
    assert page.count("<figure>") == len(sessions.exercise().criteria)
    assert isinstance(outcomes[0], Analysis)


def test_the_page_speaks_german(clips: list[Path]) -> None:
    outcomes = list(run_in_turn(planned(clips), never, told_nothing))
    page = write_collection(clips[0].parent / "out", outcomes, PLAIN, "de").read_text("utf-8")
    assert "Viele Aufnahmen auf einmal" in page
