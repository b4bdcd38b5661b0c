"""Result folders: complete or not there at all, and never someone else's."""

import json
import tempfile
from pathlib import Path

import pytest

from formcheck.results.files.folder import (
    RESULT,
    OutputError,
    ResultFolder,
    check_writable,
    folder_name,
)


def publish(out: Path, name: str, path: str) -> Path:
    folder = ResultFolder(out, name)
    (folder.staging / RESULT).write_text(json.dumps({"input": {"path": path}}))
    folder.publish()
    return folder.path


def test_files_appear_together_and_only_when_published(tmp_path: Path) -> None:
    folder = ResultFolder(tmp_path / "out", "clip")
    (folder.staging / "reps.csv").write_text("number\n")
    assert not folder.path.exists()
    folder.publish()
    assert [path.name for path in folder.path.iterdir()] == ["reps.csv"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["clip"]


def test_a_discarded_folder_leaves_nothing_not_even_its_parents(tmp_path: Path) -> None:
    folder = ResultFolder(tmp_path / "a/b/out", "clip")
    (folder.staging / "reps.csv").write_text("number\n")
    folder.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_bad_input_beside_it_takes_no_folder_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other process gives up when this one has seen `out`, and has nothing in it yet."""
    bad = ResultFolder(tmp_path / "out", "bad")
    make, gave_up = tempfile.mkdtemp, False

    def make_late(*, prefix: str, suffix: str, dir: Path) -> str:
        nonlocal gave_up
        if not gave_up:
            gave_up = True
            bad.discard()
        return make(prefix=prefix, suffix=suffix, dir=dir)

    monkeypatch.setattr(tempfile, "mkdtemp", make_late)
    assert publish(tmp_path / "out", "good", "good.mp4").is_dir()


def test_discarding_leaves_what_was_there_before(tmp_path: Path) -> None:
    earlier = publish(tmp_path, "clip", "clip.mp4")
    ResultFolder(tmp_path, "clip").discard()
    assert (earlier / RESULT).exists()


def test_a_second_run_replaces_the_first_and_leaves_other_files_alone(tmp_path: Path) -> None:
    earlier = publish(tmp_path, "clip", "clip.mp4")
    (earlier / "annotated.mp4").write_text("of the first run")
    (earlier / "my notes.txt").write_text("keep me")
    publish(tmp_path, "clip", "clip.mp4")
    assert {path.name for path in earlier.iterdir()} == {RESULT, "my notes.txt"}


def test_two_inputs_of_one_name_get_two_folders(tmp_path: Path) -> None:
    first = folder_name(tmp_path, "a/clip.mp4")
    assert first == "clip"
    assert folder_name(tmp_path, "b/clip.mov", {first}) == "clip-2"


def test_what_a_cluster_has_judged_gets_the_same_folder_again(tmp_path: Path) -> None:
    """There an input is named by its absolute path; each run put yet another result beside it."""
    publish(tmp_path, "clip", str(Path("a/clip.mp4").absolute()))
    assert folder_name(tmp_path, "a/clip.mp4") == "clip"
    assert folder_name(tmp_path, "b/clip.mp4") == "clip-2"


def test_another_input_of_the_same_name_does_not_overwrite_an_earlier_run(tmp_path: Path) -> None:
    publish(tmp_path, "clip", "a/clip.mp4")
    assert folder_name(tmp_path, "a/clip.mp4") == "clip"
    assert folder_name(tmp_path, "b/clip.mp4") == "clip-2"


@pytest.mark.parametrize("begun", [False, True])
def test_what_was_analysed_stays_where_it_is_though_a_folder_before_it_is_free(
    tmp_path: Path, begun: bool
) -> None:
    publish(tmp_path, "clip", "a/clip.mp4")
    publish(tmp_path, "clip-3", "b/clip.mp4")
    if begun:
        (tmp_path / "clip-2").mkdir()
    assert folder_name(tmp_path, "b/clip.mp4") == "clip-3"
    assert folder_name(tmp_path, "c/clip.mp4") == "clip-2"


def test_a_result_that_is_none_of_ours_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "clip").mkdir()
    (tmp_path / "clip" / RESULT).write_text("not json")
    assert folder_name(tmp_path, "clip.mp4") == "clip-2"


@pytest.mark.parametrize(("path", "name"), [("...", "input"), ("a b.c.mp4", "a b.c")])
def test_a_folder_always_has_a_name_that_can_be_seen(tmp_path: Path, path: str, name: str) -> None:
    assert folder_name(tmp_path, path) == name


def test_a_file_in_the_way_is_told_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        check_writable(tmp_path / "file" / "out")


def test_looking_whether_it_can_be_written_makes_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "a/b/c")
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_result_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "clip").write_text("")
    with pytest.raises(OutputError, match="Move it away"):
        ResultFolder(tmp_path, "clip")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("not utf-8 \udcff\udcfe", "not utf-8 __"),
        ("half \ud800", "half _"),
        ("two\nlines", "two_lines"),
        ("con", "con_"),
        ("LPT1.backup", "LPT1.backup_"),
        ("x" * 250, "x" * 200),
        ("ü" * 120, "ü" * 100),
        ("console", "console"),
    ],
)
def test_the_folder_has_a_name_that_every_file_system_can_hold(
    tmp_path: Path, stem: str, name: str
) -> None:
    assert folder_name(tmp_path, f"{stem}.mp4") == name
