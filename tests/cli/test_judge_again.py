"""`formcheck judge-again`: saved results after a criterion has changed, as their user meets it."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from formcheck.analysis.again import judging_again
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.recognition.auto import Auto
from formcheck.results.document.saved_results import read_result
from tests.cli.running import Ended, run_here
from tests.results import sessions

OURS = Path(judging_again.__file__).parents[2] / "exercises/library"


def result(out: Path, name: str, exercise: Exercise | Auto | None = None) -> Path:
    """Two push-ups in a video, with everything written."""
    out.mkdir(parents=True, exist_ok=True)
    poses = sessions.push_ups(2)
    judge_input(
        sessions.clip(out / f"{name}.mp4", poses),
        exercise or sessions.exercise(),
        prepare=lambda: sessions.known(poses),
        place=(out, name),
    )
    return out / name


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return result(tmp_path_factory.mktemp("made"), "monday")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A result of its own."""
    return Path(shutil.copytree(made, tmp_path / "out/monday"))


@pytest.fixture
def deeper(tmp_path: Path) -> Path:
    """A push-up that must go to 40 degrees, where 80 were enough."""
    text = (OURS / "push-up/exercise.toml").read_text("utf-8")
    pattern = re.compile(r"(id = \"deep-enough\".*?at_most = )\d+", re.DOTALL)
    changed, count = pattern.subn(r"\g<1>40", text, count=1)
    assert count == 1
    (tmp_path / "push-up.toml").write_text(changed, "utf-8")
    return tmp_path / "push-up.toml"


def again(*arguments: Path | str) -> Ended:
    return run_here("judge-again", *map(str, arguments))


def document(ended: Ended) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ended.out)
    return found


def test_a_changed_criterion_says_what_changed(folder: Path, deeper: Path) -> None:
    ended = again(folder, "-e", deeper, "--json")
    assert ended.status == 0, ended.err
    [one] = document(ended)["results"]
    assert one["changed"]
    assert (one["before"]["good_reps"], one["after"]["good_reps"]) == (2, 0)
    changes = {
        (each["what"], each["name"]): (each["before"], each["after"]) for each in one["changes"]
    }
    assert changes["criterion", "deep-enough"] == ("good", "fault")
    assert changes["repetition", "1"] == ("good", "fault deep-enough")
    assert read_result(folder).document.summary.good_reps == 0


def test_what_was_looked_at_stays_as_it_was_told(folder: Path, deeper: Path) -> None:
    before = read_result(folder).document
    again(folder, "-e", deeper)
    after = read_result(folder).document
    assert after.input == before.input
    assert after.pose == before.pose
    assert after.exercise == before.exercise


def test_without_a_change_all_says_the_same(folder: Path) -> None:
    video = (folder / "annotated.mp4").read_bytes()
    before = read_result(folder).document
    ended = again(folder.parent)
    assert (ended.status, ended.out) == (0, "0 changed, 1 unchanged.\n")
    after = read_result(folder).document
    assert after == before.model_copy(update={"speed": after.speed})
    assert (folder / "annotated.mp4").read_bytes() == video


def test_a_video_of_what_was_told_before_is_kept_under_another_name(
    folder: Path, deeper: Path
) -> None:
    video = (folder / "annotated.mp4").read_bytes()
    again(folder, "-e", deeper)
    assert not (folder / "annotated.mp4").exists()
    assert (folder / "annotated-before.mp4").read_bytes() == video


def test_it_can_be_done_as_often_as_criteria_change(folder: Path, deeper: Path) -> None:
    first = read_result(folder).document
    again(folder, "-e", deeper)
    again(folder)
    third = read_result(folder).document
    assert third == first.model_copy(update={"speed": third.speed})


def test_a_result_stays_in_its_language_unless_one_is_asked_for(folder: Path) -> None:
    assert again(folder, "--language", "de").status == 0
    assert read_result(folder).document.language == "de"
    assert again(folder).status == 0
    assert read_result(folder).document.language == "de"
    assert again(folder, "--language", "en").status == 0
    assert read_result(folder).document.language == "en"


def test_the_table_tells_it_in_words(folder: Path, deeper: Path) -> None:
    ended = again(folder, "-e", deeper)
    assert "2 of 2 repetitions good." in ended.out
    told = " ".join(ended.out.split())
    assert "good → to improve" in told
    assert "1 changed, 0 unchanged." in ended.out


def test_results_of_one_name_are_told_apart_by_their_folders(
    made: Path, tmp_path: Path, deeper: Path
) -> None:
    for week in ("first", "second"):
        shutil.copytree(made, tmp_path / week / "monday")

    ended = again(tmp_path / "first", tmp_path / "second", "-e", deeper)

    assert all(str(Path(week) / "monday") in ended.out for week in ("first", "second"))


def test_the_table_is_in_one_language_with_titles_in_place_of_ids(
    folder: Path, deeper: Path
) -> None:
    told = " ".join(again(folder, "-e", deeper, "--language", "de").out.split())
    assert "2 von 2 Wiederholungen gut." in told
    assert "deep-enough" not in told
    assert "repetitions" not in told
    assert "Kriterium „" in told


def test_one_that_is_left_is_told_as_one(folder: Path) -> None:
    told = " ".join(again(folder, "-e", "bridge", "--language", "de").out.split())
    assert "1 mit einer anderen Übung blieb, wie es ist." in told


def test_results_of_other_exercises_are_left_as_they_are(folder: Path) -> None:
    written = (folder / "result.json").read_bytes()
    ended = again(folder.parent, "-e", "bridge", "--json")
    assert ended.status == 0
    assert document(ended)["left"] == [str(folder)]
    assert (folder / "result.json").read_bytes() == written


def test_what_was_recognised_is_recognised_again(tmp_path: Path, deeper: Path) -> None:
    folder = result(tmp_path / "out", "tuesday", Auto.among(library().values()))
    before = read_result(folder).document
    assert before.exercise.source == "recognised"
    [one] = document(again(folder, "-e", deeper, "--json"))["results"]
    assert one["after"]["good_reps"] == 0
    after = read_result(folder).document
    assert after.exercise.source == "recognised"
    assert after.exercise.score == before.exercise.score


def test_the_older_result_stays_where_judging_fails(
    folder: Path, deeper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def break_off(*_: object) -> None:
        raise FormcheckError("the light went out")

    monkeypatch.setattr(judging_again, "judge_given", break_off)
    ended = again(folder, "-e", deeper)
    assert ended.status == 2
    assert "the light went out" in ended.complaint
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == ["monday"]


def test_an_exercise_that_is_not_known_any_more_is_told(tmp_path: Path, deeper: Path) -> None:
    mine = tmp_path / "slow-push-up.toml"
    mine.write_text(deeper.read_text("utf-8").replace('"push-up"', '"slow-push-up"', 1), "utf-8")
    folder = result(tmp_path / "out", "friday", library().find(str(mine)))
    ended = again(folder)
    assert ended.status == 2
    assert "--exercises" in ended.complaint
    assert again(folder, "-e", mine).status == 0


def test_a_result_without_its_poses_is_told(folder: Path) -> None:
    (folder / "poses.npz").unlink()
    ended = again(folder)
    assert ended.status == 2
    assert "poses.npz" in ended.complaint


@pytest.mark.slow
def test_side_by_side_it_is_the_same(folder: Path, deeper: Path) -> None:
    shutil.copytree(folder, folder.with_name("tuesday"))
    alone = document(again(folder.parent, "-e", deeper, "--json"))
    again(folder.parent)  # as they were
    together = document(again(folder.parent, "-e", deeper, "--jobs", "2", "--json"))
    assert together == alone
    assert [one["changed"] for one in together["results"]] == [True, True]
