"""What a list of files and folders stands for."""

from pathlib import Path
from shutil import copy

from formcheck.analysis.batches.inputs import find_inputs, left_out
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.pose.poses import standing

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


def test_a_folder_of_sample_clips_is_its_clips_without_their_truth(tmp_path: Path) -> None:
    for clip in ("bird-dog-good", "plank-good"):
        for ending in ("mp4", "toml", "truth.npz"):
            copy(CLIPS / f"{clip}.{ending}", tmp_path)
    found, failures = find_inputs([tmp_path])
    assert [path.name for path in found] == ["bird-dog-good.mp4", "plank-good.mp4"]
    assert failures == []


def test_a_folder_of_saved_tracks_is_those_that_say_so(tmp_path: Path) -> None:
    copy(CLIPS / "bird-dog-good.truth.npz", tmp_path / "poses-too.npz")
    with PoseTrackWriter(tmp_path / "poses.npz", model="full") as track:
        track.write(standing(0.0))
    found, failures = find_inputs([tmp_path])
    assert [path.name for path in found] == ["poses.npz"]
    assert failures == []


def test_what_is_named_twice_is_judged_once_and_an_empty_folder_is_told(tmp_path: Path) -> None:
    clip, empty = tmp_path / "clip.mp4", tmp_path / "empty"
    clip.touch()
    empty.mkdir()
    (tmp_path / "notes.txt").write_text("none of ours")
    found, (failure,) = find_inputs([clip, empty, tmp_path])
    assert found == [clip]
    assert failure.path == empty
    assert "no video and no picture" in str(failure.reason)


def test_what_lies_deeper_is_left_out_and_named(tmp_path: Path) -> None:
    march, result = tmp_path / "march", tmp_path / "result"
    for folder in (march, result):
        folder.mkdir()
    for path in (tmp_path / "clip.mp4", march / "clip.mp4", result / "annotated.mp4"):
        path.touch()
    (result / "result.json").touch()

    assert left_out([tmp_path]) == [march]
    assert left_out([tmp_path, march]) == []
    (tmp_path / "clip.mp4").unlink()
    assert left_out([tmp_path]) == []  # it is refused, and tells it itself


def test_who_gives_a_folder_of_results_is_told_how_to_judge_them_again(tmp_path: Path) -> None:
    result = tmp_path / "out" / "clip"
    result.mkdir(parents=True)
    for name in ("result.json", "annotated.mp4"):
        (result / name).touch()

    found, (failure,) = find_inputs([tmp_path / "out"])

    assert found == []
    assert "formcheck judge-again " in str(failure.reason)
