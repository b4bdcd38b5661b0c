"""`formcheck samples` on a small set of saved poses, whose labels are right or wrong."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from formcheck.cli.main import run
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.results.sessions import nobody, push_ups

REPETITION = '\n[[repetitions]]\nside = "both"\nstart_s = 1\nend_s = 3\nhold_s = 0\nfaults = {}\n'


def add(
    folder: Path,
    name: str,
    poses: Sequence[Pose],
    repetitions: int = 3,
    faults: str = "[]",
    **changes: str | bool,
) -> None:
    """A clip that is a pose track, with a label that says so many repetitions."""
    with PoseTrackWriter(folder / f"{name}.poses.npz", model="known") as writer:
        for pose in poses:
            writer.write(pose)
    values = {"clip": f"{name}.poses.npz", "exercise": "push-up", "view": "side", **changes}
    label = "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
    (folder / f"{name}.toml").write_text(label + REPETITION.format(faults) * repetitions)


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """Three clips with right labels: push-ups done well, done badly, and nobody."""
    add(tmp_path, "good", push_ups())
    add(tmp_path, "shallow", push_ups(bottom=130.0), faults='["deep-enough"]')
    add(tmp_path, "nobody", nobody(), repetitions=0, exercise="", refused=True)
    return tmp_path


def samples(clips: Path, *arguments: str) -> int:
    return run(["samples", *arguments, "--clips", str(clips)])


def test_clips_that_are_found_as_they_are_end_with_status_0(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert samples(clips) == 0
    out = capsys.readouterr().out
    assert "3 of 3 clips agree, 0 differ." in out
    assert "push-up: 3 repetitions, broken deep-enough" in " ".join(out.split())


def test_a_difference_is_told_and_ends_with_status_1(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(clips, "wrong", push_ups(), repetitions=2)
    assert samples(clips) == 1
    out = capsys.readouterr().out
    assert "3 repetitions counted of 2" in out
    assert "3 of 4 clips agree, 1 differ." in out


def test_a_difference_on_a_hard_clip_is_told_and_is_no_failure(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(clips, "wrong", push_ups(), repetitions=2, hard=True)
    assert samples(clips) == 0
    out = capsys.readouterr().out
    assert "3 repetitions counted of 2" in out
    assert "1 marked hard differ" in out


def test_what_is_broken_may_not_be_called_good_on_a_hard_clip_either(clips: Path) -> None:
    add(clips, "wrong", push_ups(), faults='["deep-enough"]', hard=True)
    assert samples(clips) == 1


def test_an_exercise_that_is_not_in_the_library_is_a_difference(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(clips, "new", push_ups(), exercise="handstand")
    assert samples(clips) == 1
    assert "no exercise handstand" in " ".join(capsys.readouterr().out.split())


def test_a_clip_that_is_missing_or_damaged_is_a_difference_and_loses_no_other(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (clips / "good.poses.npz").write_bytes(b"PK\x03\x04 and then nothing")
    (clips / "shallow.poses.npz").unlink()
    assert samples(clips) == 1
    assert "1 of 3 clips agree, 2 differ." in capsys.readouterr().out


def test_only_the_named_clips_are_run(clips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert samples(clips, "good", "sh*") == 0
    assert "2 of 2 clips agree" in capsys.readouterr().out


def test_the_json_document_has_expected_beside_found_and_nothing_else_is_printed(
    clips: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(clips, "wrong", push_ups(), repetitions=2)
    assert samples(clips, "--json") == 1
    document = json.loads(capsys.readouterr().out)
    assert document["summary"] == {"clips": 4, "agree": 3, "differ": 1, "hard_differ": 0}
    assert [one["name"] for one in document["clips"]] == ["good", "nobody", "shallow", "wrong"]
    shallow, wrong = document["clips"][2:]
    assert shallow["expected"]["faults"] == shallow["found"]["faults"] == ["deep-enough"]
    assert shallow["differences"] == []
    assert len(wrong["expected"]["reps"]) == 2
    assert len(wrong["found"]["reps"]) == 3
    assert [one["kind"] for one in wrong["differences"]] == ["repetitions"]


def test_several_jobs_find_the_same(clips: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert samples(clips, "--json") == 0
    alone = json.loads(capsys.readouterr().out)
    assert samples(clips, "--json", "--jobs", "2") == 0
    assert json.loads(capsys.readouterr().out) == alone


@pytest.mark.parametrize("arguments", [["no-such"], ["good", "--jobs", "0"]])
def test_a_wrong_name_or_option_is_status_2(
    clips: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert samples(clips, *arguments) == 2
    assert capsys.readouterr().err.startswith("formcheck: ")


def test_a_folder_without_clips_is_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert samples(tmp_path) == 2
    assert "--clips" in capsys.readouterr().err
