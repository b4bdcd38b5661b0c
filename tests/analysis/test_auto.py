"""Judging an input whose exercise nobody has named."""

import csv
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

import av
import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.exercises.load import library
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import read_poses
from formcheck.recognition.auto import Auto
from formcheck.results.result_document import ResultDocument
from tests.analysis.judging import EVERYTHING, judge_as
from tests.recognition import movements
from tests.results import sessions
from tests.video.clips import write_picture

judge = partial(judge_as, Auto.among)


@pytest.fixture(scope="module")
def push_ups(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("unnamed")
    poses = movements.repeated(movements.push_up)
    return judge(sessions.clip(folder / "clip.mp4", poses), poses, folder / "out")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("nothing")
    poses = list(movements.walking())
    return judge(sessions.clip(folder / "clip.mp4", poses), poses, folder / "out")


def test_it_is_judged_as_what_was_recognised(push_ups: Analysis) -> None:
    exercise = push_ups.document.exercise
    assert push_ups.exercise is not None
    assert push_ups.exercise.id == "push-up"
    assert (exercise.id, exercise.title, exercise.source) == ("push-up", "Push-up", "recognised")
    assert exercise.score is not None
    assert exercise.score > 0.8
    assert push_ups.summary.reps == 3


def test_the_verdicts_are_those_of_the_named_exercise(push_ups: Analysis, tmp_path: Path) -> None:
    poses = movements.repeated(movements.push_up)
    named = judge_input(
        sessions.clip(tmp_path / "clip.mp4", poses),
        library()["push-up"],
        prepare=lambda: sessions.known(poses),
    )
    assert push_ups.reps == named.reps
    assert push_ups.criteria == named.criteria
    assert push_ups.document.view == named.document.view


def test_the_same_files_are_written(push_ups: Analysis) -> None:
    assert push_ups.folder is not None
    assert {path.name for path in push_ups.folder.iterdir()} == EVERYTHING
    assert [path.name for path in push_ups.folder.parent.iterdir()] == ["clip"]


def test_the_annotated_video_has_every_frame_at_its_time(push_ups: Analysis) -> None:
    assert push_ups.folder is not None
    with av.open(str(push_ups.folder / "annotated.mp4")) as video:
        times = [frame.time for frame in video.decode(video=0)]
    expected = [pose.time_s for pose in movements.repeated(movements.push_up)]
    assert times == pytest.approx(expected, abs=0.002)


def test_the_pose_track_holds_every_frame(push_ups: Analysis) -> None:
    assert push_ups.folder is not None
    track = read_poses(push_ups.folder / "poses.npz")
    assert len(track) == push_ups.document.input.frames
    with (push_ups.folder / "measures.csv").open(newline="") as file:
        assert len(list(csv.DictReader(file))) == len(track)


def test_the_report_says_that_it_was_recognised(push_ups: Analysis) -> None:
    assert push_ups.folder is not None
    page = (push_ups.folder / "report.html").read_text("utf-8")
    assert "Recognised from the movement (score " in page


def test_where_nothing_is_recognised_what_is_known_is_written(nothing: Analysis) -> None:
    assert nothing.folder is not None
    assert nothing.exercise is None
    document = nothing.document
    assert (document.exercise.id, document.exercise.source) == (None, "recognised")
    assert document.summary.verdict == "unknown"
    assert document.view.seen == "side"
    assert document.pose.frames_with_pose == document.input.frames
    assert document.pose.coverage == 1.0
    assert {path.name for path in nothing.folder.iterdir()} == {
        "poses.npz",
        "report.html",
        "result.json",
    }
    written = (nothing.folder / "result.json").read_text("utf-8")
    assert ResultDocument.model_validate_json(written) == document


def test_coverage_is_what_was_in_view_though_nothing_is_recognised(tmp_path: Path) -> None:
    """Half of it there is somebody, and half of it nobody."""
    walking = list(movements.walking())
    half = len(walking) // 2
    poses = [
        pose if index < half else Pose.missing(pose.time_s, pose.width, pose.height)
        for index, pose in enumerate(walking)
    ]
    document = judge(sessions.clip(tmp_path / "clip.mp4", poses), poses).document
    assert document.exercise.id is None
    assert document.pose.frames_with_pose == half
    assert document.pose.coverage == pytest.approx(0.5, abs=0.02)


def test_feet_that_nobody_sees_are_a_reason(tmp_path: Path) -> None:
    poses = list(movements.walking())
    feet = [INDEX[f"{side}_ankle"] for side in SIDES]
    hidden = []
    for pose in poses:
        visibility = pose.visibility.copy()
        visibility[feet] = 0.0
        hidden.append(replace(pose, visibility=visibility))
    told = judge(sessions.clip(tmp_path / "clip.mp4", hidden), hidden).document
    assert "result.feet_unseen" in told.warning_ids
    assert "100 % of the time" in told.warnings[0]


def test_feet_that_are_seen_are_none(nothing: Analysis) -> None:
    assert "result.feet_unseen" not in nothing.document.warning_ids


def test_the_report_then_says_what_can_be_done(nothing: Analysis) -> None:
    assert nothing.folder is not None
    page = (nothing.folder / "report.html").read_text("utf-8")
    assert "I did not recognise an exercise." in page
    assert "--exercise ID" in page


def test_a_movement_to_avoid_is_warned_about_and_never_counted_as_good(tmp_path: Path) -> None:
    poses = movements.repeated(movements.toe_touch)
    analysis = judge(sessions.clip(tmp_path / "clip.mp4", poses), poses)
    assert analysis.document.exercise.id == "toe-touch"
    assert (analysis.summary.verdict, analysis.summary.good_reps) == ("fault", 0)
    assert any("hamstring stretch" in text for text in analysis.document.warnings)


def test_a_movement_to_avoid_is_warned_about_where_nothing_is_recognised(tmp_path: Path) -> None:
    # One toe touch in a minute of walking is no set of anything.
    walk = list(movements.walking(30.0))
    bend = movements.repeated(movements.toe_touch, times=1)
    poses = movements.joined(walk, bend, walk)
    analysis = judge(sessions.clip(tmp_path / "clip.mp4", poses), poses)
    assert analysis.exercise is None
    assert any("toe touch" in text.lower() for text in analysis.document.warnings)


def test_a_saved_track_is_recognised_without_a_model(push_ups: Analysis, tmp_path: Path) -> None:
    assert push_ups.folder is not None

    def no_model() -> NoReturn:
        raise AssertionError("a track needs no pose model")

    again = judge_input(
        push_ups.folder / "poses.npz",
        Auto.among(),
        prepare=no_model,
        place=(tmp_path, "again"),
    )
    assert again.document.exercise == push_ups.document.exercise
    assert again.reps == push_ups.reps
    assert not (tmp_path / "again/annotated.mp4").exists()


def test_interrupted_it_is_judged_as_far_as_it_was_seen(tmp_path: Path) -> None:
    poses = movements.repeated(movements.push_up)
    asked = iter(range(10_000))
    analysis = judge(
        sessions.clip(tmp_path / "clip.mp4", poses),
        poses,
        tmp_path / "out",
        stop=lambda: next(asked) >= 120,
    )
    assert analysis.interrupted
    assert analysis.document.exercise.id == "push-up"
    assert analysis.document.input.frames == 121
    assert sum("Interrupted" in text for text in analysis.document.warnings) == 1
    assert (tmp_path / "out/clip/result.json").exists()


def test_interrupted_while_it_is_judged_it_tells_the_cuts_until_there_once(tmp_path: Path) -> None:
    poses = movements.repeated(movements.push_up)
    early, late = 5, len(poses) - 5
    takes = [replace(pose, take=(k >= early) + (k >= late)) for k, pose in enumerate(poses)]
    with PoseTrackWriter(tmp_path / "cut.npz", model="full") as writer:
        for pose in takes:
            writer.write(pose)
    asked = iter(range(10_000))
    analysis = judge(
        tmp_path / "cut.npz", (), stop=lambda: next(asked) >= len(poses) + late - early
    )
    assert analysis.interrupted
    assert analysis.document.exercise.id == "push-up"
    cuts = [text for text in analysis.document.warnings if "cut" in text]
    told = f"The recording has 1 cut, at {poses[early].time_s:.1f} s; what was under way there "
    assert cuts == [f"{told}is not counted."]


def test_an_input_that_breaks_off_is_judged_until_there(tmp_path: Path) -> None:
    poses = movements.repeated(movements.push_up)
    analysis = judge(
        sessions.clip(tmp_path / "clip.mp4", poses), poses, tmp_path / "out", breaks_at=120
    )
    assert analysis.document.exercise.id == "push-up"
    assert analysis.document.input.frames == 120
    assert sum("ended early" in text for text in analysis.document.warnings) == 1


def test_a_still_picture_of_the_furthest_point_is_named(tmp_path: Path) -> None:
    image = next(sessions.frames(sessions.nobody(1))).image
    picture = write_picture(tmp_path / "photo.png", image)
    analysis = judge(picture, [movements.bird_dog(1.0).pose()], tmp_path / "out")
    assert analysis.document.exercise.id == "bird-dog"
    assert analysis.document.input.kind == "image"
    assert (tmp_path / "out/photo/annotated.jpg").exists()


def test_a_still_picture_of_a_start_position_is_not_named(tmp_path: Path) -> None:
    image = next(sessions.frames(sessions.nobody(1))).image
    picture = write_picture(tmp_path / "photo.png", image)
    analysis = judge(picture, [movements.bird_dog(0.0).pose()], tmp_path / "out")
    assert analysis.exercise is None
    assert analysis.document.input.frames == 1


def test_progress_goes_on_through_both_times(tmp_path: Path) -> None:
    poses = movements.repeated(movements.push_up)
    told: list[tuple[int, int | None]] = []
    judge_input(
        sessions.clip(tmp_path / "clip.mp4", poses),
        Auto.among(),
        prepare=lambda: sessions.known(poses),
        place=(tmp_path / "out", "clip"),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(number, 2 * len(poses)) for number in range(1, 2 * len(poses) + 1)]


def test_the_side_that_was_not_trained_is_named(tmp_path: Path) -> None:
    poses = movements.repeated(movements.bird_dog, hold_s=3.0)
    analysis = judge(sessions.clip(tmp_path / "clip.mp4", poses), poses, tmp_path / "out")
    assert {one.side for one in analysis.reps} == {"right"}
    assert analysis.summary.missing_sides == ("left",)
    page = (tmp_path / "out/clip/report.html").read_text("utf-8")
    assert "Only the right side was done; do the left side too." in page


def test_no_side_is_missing_where_both_work_at_once(push_ups: Analysis) -> None:
    assert push_ups.summary.missing_sides == ()
