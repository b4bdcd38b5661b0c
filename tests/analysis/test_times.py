"""Times that are true or unknown, from the file to the result and to the report."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.closeable import Closeable
from formcheck.exercises.load import library
from formcheck.pose.estimation import Estimation
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.recognition.auto import Auto
from formcheck.results.wording.times_wording import GUESSED, TOO_FEW_PICTURES
from formcheck.video.frame import Frame
from formcheck.video.timing import Times, Timing
from tests.results import sessions
from tests.video.clips import living, picture, remuxed, write_clip

CAPTURE = "com.android.capture.fps"
STEP_MS = 1000 // sessions.RATE


class PosesByNumber(Closeable):
    """Answers with the pose of a frame's number, at the frame's own time."""

    def __init__(self, poses: Sequence[Pose]) -> None:
        self._poses = poses

    def estimate(self, frame: Frame) -> Pose:
        return replace(self._poses[frame.index], time_s=frame.time_s)

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def poses() -> list[Pose]:
    return sessions.push_ups(3)


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory, poses: Sequence[Pose]) -> Path:
    """Three push-ups, ten pictures a second."""
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    times = [STEP_MS * i for i in range(len(poses))]
    return write_clip(path, living(picture(), len(poses)), times, options={"bf": "0"})


def judge(
    path: Path, poses: Sequence[Pose], out: Path | None = None, exercise: str = "push-up"
) -> Analysis:
    return judge_input(
        path,
        Auto.among(library().values()) if exercise == "auto" else library()[exercise],
        prepare=lambda: Estimation("known", lambda: PosesByNumber(poses)),
        place=None if out is None else (out, path.stem),
        video=False,
    )


def raw(path: Path, poses: Sequence[Pose]) -> Path:
    return write_clip(path, living(picture(), len(poses)), rate=sessions.RATE)


@pytest.mark.parametrize("exercise", ["push-up", "auto"])
@pytest.mark.parametrize("kind", ["raw.h264", "zero.mkv", "stuck.mkv"])
def test_without_times_it_counts_and_leaves_seconds_out(
    tmp_path: Path, clip: Path, poses: Sequence[Pose], kind: str, exercise: str
) -> None:
    path = tmp_path / kind
    if kind == "raw.h264":
        raw(path, poses)
    else:
        remuxed(clip, path, lambda i: 0 if kind == "zero.mkv" else min(STEP_MS * i, 3000))
    analysis = judge(path, poses, tmp_path / "out", exercise)
    document = analysis.document
    assert document.input.times == "guessed"
    assert document.input.duration_s is None
    assert document.summary.hold_s is None
    assert (document.summary.reps, document.summary.good_reps) == (3, 3)
    assert [(one.start_s, one.end_s, one.hold_s) for one in document.reps] == 3 * [(None,) * 3]
    assert {one.judged_s for one in document.criteria} == {None}
    assert document.warning_ids == (GUESSED,)
    assert analysis.folder is not None
    assert document.warnings[0] in (analysis.folder / "report.html").read_text("utf-8")
    assert " 0.0 s" not in (analysis.folder / "report.html").read_text("utf-8")
    with (analysis.folder / "reps.csv").open(newline="") as file:
        assert {row["hold_s"] for row in csv.DictReader(file)} == {""}
    written = json.loads((analysis.folder / "result.json").read_text())
    assert written["input"]["times"] == "guessed"
    assert written["reps"][0]["start_s"] is None


@pytest.mark.parametrize(("name", "filmed"), [("slow.mp4", 40), ("slow.mov", 80), ("slow.mkv", 40)])
def test_slow_motion_is_told_in_real_seconds(
    tmp_path: Path, clip: Path, poses: Sequence[Pose], name: str, filmed: int
) -> None:
    factor = filmed / sessions.RATE
    usual = judge(clip, poses).document
    slow = remuxed(clip, tmp_path / name, tags={CAPTURE: f"{filmed}.0"})
    document = judge(slow, poses).document
    assert document.input.times == "slowed"
    assert document.input.slowed_by == pytest.approx(factor, rel=0.01)
    assert usual.input.duration_s is not None
    assert document.input.duration_s == pytest.approx(usual.input.duration_s / factor, rel=0.02)
    assert any("times slower than it was filmed" in text for text in document.warnings)


def test_a_gap_is_told_and_counts_for_nothing(
    tmp_path: Path, clip: Path, poses: Sequence[Pose]
) -> None:
    usual = judge(clip, poses).document
    top = 20 + 15  # in the middle of the first repetition
    gapped = remuxed(
        clip, tmp_path / "gap.mkv", lambda i: STEP_MS * i + (25_000 if i >= top else 0)
    )
    document = judge(gapped, poses).document
    assert document.input.times == "known"
    assert document.summary.reps == 3
    assert document.summary.hold_s == pytest.approx(usual.summary.hold_s or 0, abs=0.1)
    (warning,) = document.warnings
    assert "no new pictures for 25.0 s (from 3.4 s to 28.5 s)" in warning


def test_joined_pieces_are_one_recording(tmp_path: Path, clip: Path, poses: Sequence[Pose]) -> None:
    piece = remuxed(clip, tmp_path / "one.ts").read_bytes()
    joined = tmp_path / "joined.ts"
    joined.write_bytes(piece + piece)
    document = judge(joined, [*poses, *poses]).document
    assert document.input.times == "known"
    assert document.summary.reps == 6
    assert document.warnings == ()


@pytest.mark.parametrize("every", [10, 13])
def test_too_few_pictures_are_told(tmp_path: Path, poses: Sequence[Pose], every: int) -> None:
    few = poses[::every]
    times = [STEP_MS * every * i for i in range(len(few))]
    clip = write_clip(tmp_path / "few.mp4", living(picture(), len(few)), times)
    document = judge(clip, few).document
    assert TOO_FEW_PICTURES in document.warning_ids
    assert document.summary.verdict == "unknown"


@pytest.mark.parametrize("timing", [Timing(Times.GUESSED), Timing(Times.SLOWED, 4.0), Timing()])
def test_a_saved_track_is_judged_like_the_recording(
    tmp_path: Path, poses: Sequence[Pose], timing: Timing
) -> None:
    path = tmp_path / "poses.npz"
    with PoseTrackWriter(path, model="known") as writer:
        writer.timing = timing
        for pose in poses:
            writer.write(pose)
    document = judge(path, poses).document
    assert document.input.timing == timing
    assert (document.summary.hold_s is None) == (timing.times is Times.GUESSED)
    assert bool(document.warnings) == (timing.times is not Times.KNOWN)


def test_what_is_written_beside_a_recording_gives_the_same_again(
    tmp_path: Path, poses: Sequence[Pose]
) -> None:
    first = judge(raw(tmp_path / "raw.h264", poses), poses, tmp_path / "out")
    assert first.folder is not None
    again = judge(first.folder / "poses.npz", poses)
    assert again.document.reps == first.document.reps
    assert again.document.criteria == first.document.criteria
    assert again.document.warnings == first.document.warnings
    assert again.document.input.times == first.document.input.times
