"""Judging an input from its first byte to the files that stay."""

import csv
import json
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import NoReturn

import av
import numpy as np
import pytest

from formcheck.analysis.analyse import analyse
from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.pose.estimation import Estimation
from formcheck.pose.pose import Pose
from formcheck.results.files.folder import OutputError
from formcheck.results.result_document import ResultDocument
from formcheck.video.frame import Frame
from formcheck.video.video_errors import RecordingError
from tests.analysis.judging import EVERYTHING, judge_as
from tests.results import sessions
from tests.video.clips import write_picture

judge = partial(judge_as, sessions.exercise)


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """Three push-ups in a video, with everything written."""
    folder = tmp_path_factory.mktemp("three")
    poses = sessions.push_ups(3)
    return judge(sessions.clip(folder / "clip.mp4", poses), poses, folder / "out")


def test_counts_and_judges_the_repetitions(analysed: Analysis) -> None:
    assert analysed.summary.reps == 3
    assert analysed.summary.good_reps == 3
    assert analysed.summary.verdict == "good"
    assert [one.number for one in analysed.reps] == [1, 2, 3]
    assert analysed.document.view.seen == "side"
    assert analysed.document.pose.model == "known"
    assert analysed.document.input.frames == len(sessions.push_ups(3))
    assert analysed.document.input.duration_s == pytest.approx(14.0, abs=0.05)


def test_everything_is_written_and_nothing_half_written(analysed: Analysis) -> None:
    assert analysed.folder is not None
    assert {path.name for path in analysed.folder.iterdir()} == EVERYTHING
    assert [path.name for path in analysed.folder.parent.iterdir()] == ["clip"]


def test_the_written_result_is_the_returned_one(analysed: Analysis) -> None:
    assert analysed.folder is not None
    written = (analysed.folder / "result.json").read_text("utf-8")
    assert ResultDocument.model_validate_json(written) == analysed.document


def test_tables_have_a_row_for_each_frame_and_each_repetition(analysed: Analysis) -> None:
    assert analysed.folder is not None
    with (analysed.folder / "measures.csv").open(newline="") as file:
        frames = list(csv.DictReader(file))
    with (analysed.folder / "reps.csv").open(newline="") as file:
        repetitions = list(csv.DictReader(file))
    assert len(frames) == analysed.document.input.frames
    assert {row["repetition"] for row in frames} == {"", "1", "2", "3"}
    deepest = min(float(row["elbow.right"]) for row in frames)
    assert deepest == pytest.approx(80, abs=2)
    assert [row["verdict"] for row in repetitions] == ["good"] * 3


def test_the_annotated_video_has_the_times_of_the_source(analysed: Analysis) -> None:
    assert analysed.folder is not None
    with av.open(str(analysed.folder / "annotated.mp4")) as video:
        times = [frame.time for frame in video.decode(video=0)]
    assert times == pytest.approx([pose.time_s for pose in sessions.push_ups(3)], abs=0.002)


def test_a_saved_track_gives_the_same_verdicts_without_pictures(
    analysed: Analysis, tmp_path: Path
) -> None:
    assert analysed.folder is not None

    def no_model() -> NoReturn:
        raise AssertionError("a track needs no pose model")

    again = judge_input(
        analysed.folder / "poses.npz",
        sessions.exercise(),
        prepare=no_model,
        place=(tmp_path / "out", "again"),
    )
    assert again.document.input.kind == "poses"
    assert again.document.reps == analysed.document.reps
    assert again.document.criteria == analysed.document.criteria
    assert again.document.pose.model == "known"
    assert not (tmp_path / "out/again/annotated.mp4").exists()


def test_without_an_output_folder_nothing_is_written(tmp_path: Path) -> None:
    poses = sessions.push_ups(1)
    clip = sessions.clip(tmp_path / "clip.mp4", poses)
    analysis = judge(clip, poses)
    assert analysis.folder is None
    assert list(tmp_path.iterdir()) == [clip]


def test_no_video_where_none_is_wanted(tmp_path: Path) -> None:
    poses = sessions.push_ups(1)
    judge(sessions.clip(tmp_path / "clip.mp4", poses), poses, tmp_path / "out", video=False)
    assert not (tmp_path / "out/clip/annotated.mp4").exists()
    assert (tmp_path / "out/clip/report.html").exists()


def test_an_interruption_keeps_what_was_found(tmp_path: Path) -> None:
    poses = sessions.push_ups(3)
    calls = count(1)
    analysis = judge(
        sessions.clip(tmp_path / "clip.mp4", poses),
        poses,
        tmp_path / "out",
        stop=lambda: next(calls) == 75,
    )
    assert analysis.interrupted
    assert analysis.document.input.frames == 75
    assert analysis.summary.reps == 1
    assert "nterrupted" in analysis.document.warnings[-1]
    assert {path.name for path in (tmp_path / "out/clip").iterdir()} == EVERYTHING


def test_a_library_call_is_ended_by_its_caller_and_leaves_signals_alone(
    analysed: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    def set_handler(*_: object) -> None:
        raise AssertionError("signals are the caller's")

    monkeypatch.setattr("signal.signal", set_handler)
    assert analysed.folder is not None
    asked = count()
    analysis = analyse(
        analysed.folder / "poses.npz", sessions.exercise(), stop=lambda: next(asked) >= 60
    )
    assert analysis.interrupted
    assert analysis.document.input.frames == 61


def test_an_input_that_breaks_off_keeps_what_was_found(tmp_path: Path) -> None:
    poses = sessions.push_ups(2)
    clip = sessions.clip(tmp_path / "clip.mp4", poses)
    analysis = judge(clip, poses, tmp_path / "out", breaks_at=70)
    assert analysis.summary.reps == 1
    assert "the cable came loose" in analysis.document.warnings[0]
    assert json.loads((tmp_path / "out/clip/result.json").read_text())["warnings"]


def test_an_input_without_a_single_frame_leaves_nothing_behind(tmp_path: Path) -> None:
    poses = sessions.push_ups(1)
    clip = sessions.clip(tmp_path / "clip.mp4", poses)
    with pytest.raises(RecordingError):
        judge(clip, poses, tmp_path / "out", breaks_at=0)
    assert list(tmp_path.iterdir()) == [clip]


def test_bad_input_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordingError):
        judge(tmp_path / "missing.mp4", [], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="not a folder"):
        judge(tmp_path / "missing.mp4", [], tmp_path / "out")


def test_nobody_in_the_picture_is_unknown_and_never_good(tmp_path: Path) -> None:
    poses = sessions.nobody()
    analysis = judge(sessions.clip(tmp_path / "clip.mp4", poses), poses, tmp_path / "out")
    assert analysis.summary.verdict == "unknown"
    assert analysis.document.pose.frames_with_pose == 0
    assert analysis.document.pose.coverage == 0
    assert all(one.verdict == "unknown" for one in analysis.criteria)
    assert "no person could be found" in (tmp_path / "out/clip/report.html").read_text("utf-8")


def test_shallow_push_ups_are_a_fault_with_its_cue(tmp_path: Path) -> None:
    poses = sessions.push_ups(2, bottom=125)
    analysis = judge(sessions.clip(tmp_path / "clip.mp4", poses), poses)
    depth = next(one for one in analysis.criteria if one.id == "deep-enough")
    assert (depth.verdict, depth.cue) == ("fault", "Go down a little more")
    assert depth.worst == pytest.approx(125, abs=4)
    assert all("deep-enough" in one.faults for one in analysis.reps)


def test_a_still_picture_answers_what_one_moment_can(tmp_path: Path) -> None:
    image = next(sessions.frames(sessions.nobody(1))).image
    picture = write_picture(tmp_path / "photo.png", image)
    analysis = judge(picture, [sessions.push_up(1.0).pose()], tmp_path / "out")
    verdicts = {one.id: one.verdict for one in analysis.criteria}
    assert analysis.document.input.kind == "image"
    assert (analysis.summary.reps, analysis.document.input.duration_s) == (0, 0)
    assert verdicts["body-straight"] == "good"
    assert verdicts["full-lockout"] == "unknown"
    assert (tmp_path / "out/photo/annotated.jpg").exists()
    assert not (tmp_path / "out/photo/annotated.mp4").exists()


def test_progress_is_told_after_every_frame(tmp_path: Path) -> None:
    poses = sessions.nobody(1)
    told: list[tuple[int, int | None]] = []
    judge_input(
        sessions.clip(tmp_path / "clip.mp4", poses),
        sessions.exercise(),
        prepare=lambda: sessions.known(poses),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(number, len(poses)) for number in range(1, len(poses) + 1)]


def test_large_pictures_are_scaled_down_but_reported_as_they_are(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    class Watching(sessions.KnownPoses):
        def estimate(self, frame: Frame) -> Pose:
            seen.append((frame.width, frame.height))
            return super().estimate(frame)

    picture = write_picture(tmp_path / "large.png", np.zeros((1280, 2560, 3), np.uint8))
    analysis = judge_input(
        picture,
        sessions.exercise(),
        prepare=lambda: Estimation("known", lambda: Watching(sessions.nobody(1))),
    )
    assert seen == [(1920, 960)]
    assert (analysis.document.input.width, analysis.document.input.height) == (2560, 1280)


def test_a_caller_says_which_exercises_there_are(analysed: Analysis) -> None:
    assert analysed.folder is not None
    track, built_in = analysed.folder / "poses.npz", ExerciseLibrary.built_in()
    without = {id: one for id, one in built_in.exercises.items() if id != "push-up"}
    library = replace(built_in, exercises=without)
    assert analyse(track).document.exercise.id == "push-up"
    assert analyse(track, library=library).document.exercise.id != "push-up"
    with pytest.raises(ExerciseError, match="no exercise 'push-up'"):
        analyse(track, "push-up", library=library)


def test_what_was_measured_on_every_frame_comes_as_arrays(analysed: Analysis) -> None:
    assert analysed.folder is not None
    analysis = analyse(analysed.folder / "poses.npz", sessions.exercise())
    frames = analysis.frames
    assert frames.time_s.shape == frames.phase.shape == (analysis.document.input.frames,)
    assert len(frames) == analysis.document.input.frames
    elbow = frames.values["elbow.right"]
    assert elbow.shape == frames.time_s.shape
    assert np.nanmax(elbow) == pytest.approx(175, abs=3)
    assert np.nanmin(elbow) == pytest.approx(80, abs=3)
    assert frames.phase[int(np.nanargmin(elbow))] == sessions.exercise().phases.peak


def test_frames_are_not_kept_where_many_inputs_are_judged(analysed: Analysis) -> None:
    assert len(analysed.frames) == 0
