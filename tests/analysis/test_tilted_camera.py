"""A clip from a tilted camera is judged as what it shows, and it is said that it was tilted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.analyse import analyse
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.analysis.poses.input_reader import InputReader
from formcheck.analysis.poses.open_poses import open_pose_source
from formcheck.analysis.poses.pose_source import PosedFrame, SourceFacts
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import read_poses
from formcheck.results.wording.recording_wording import tilt_told
from formcheck.texts.message import message
from formcheck.video.timing import KNOWN
from tests.results import sessions

TILTED = "The camera is tilted by about 12 degrees. That is allowed for; straighten it if you can."
CLIPS = Path(__file__).parents[2] / "samples" / "clips"


def warnings_at(roll: float, tmp_path: Path) -> tuple[str, ...]:
    poses = [replace(pose, roll=roll) for pose in sessions.push_ups(1)]
    analysis = judge_input(
        sessions.clip(tmp_path / "clip.mp4", poses),
        sessions.exercise(),
        prepare=lambda: sessions.known(poses),
        place=(tmp_path / "out", "clip"),
        video=False,
    )
    saved = read_poses(tmp_path / "out" / "clip" / "poses.npz")
    assert {pose.roll for pose in saved} == {roll}
    return analysis.document.warnings


@pytest.mark.parametrize("roll", [-12.4, 12.4])
def test_a_tilt_is_told_in_degrees_whichever_way_it_goes(roll: float, tmp_path: Path) -> None:
    assert TILTED in warnings_at(roll, tmp_path)


@pytest.mark.parametrize("roll", [0.0, -0.008, 2.4])
def test_of_a_camera_that_is_as_good_as_level_nothing_is_told(roll: float, tmp_path: Path) -> None:
    """Of what a hand sways by some is left where the parts of a recording are joined."""
    assert not any("tilted" in warning for warning in warnings_at(roll, tmp_path))


class Replayed:
    """The poses of a tilted camera for the second time, with what was damaged."""

    facts = SourceFacts("video", 640, 480, 0, None)
    model = "full"
    timing = KNOWN
    warnings = (message("recording.moved"),)
    track = None

    def __iter__(self) -> Iterator[PosedFrame]:
        for index, pose in enumerate(sessions.push_ups(1)):
            yield PosedFrame(index, None, replace(pose, roll=12.4))


def test_what_is_seen_is_told_beside_the_damage_and_handed_on_by_nobody(tmp_path: Path) -> None:
    reading = InputReader(tmp_path / "clip.mp4", Replayed())
    assert [*reading]
    assert reading.damage == Replayed.warnings
    assert reading.warnings == (*Replayed.warnings, *tilt_told(12.4))


def test_a_saved_track_holds_nothing_against_a_vertical_that_nobody_knows(tmp_path: Path) -> None:
    with PoseTrackWriter(tmp_path / "poses.npz", model="full") as writer:
        writer.roll_sure = False
        for pose in sessions.push_ups(1):
            writer.write(replace(pose, roll=12.4))
    with open_pose_source(tmp_path / "poses.npz", lambda: sessions.known([])) as source:
        assert not source.facts.stance.roll.sure


@pytest.mark.slow
def test_a_good_bird_dog_is_good_in_a_tilted_picture() -> None:
    document = analyse(CLIPS / "hard-camera-tilted.mp4", "bird-dog").document
    assert document.warnings == (TILTED,)
    assert document.summary.verdict == "good"
    assert [one.faults for one in document.reps] == [(), ()]
    assert document.set_up.problems == ()


@pytest.mark.slow
@pytest.mark.parametrize("clip", ["bird-dog-good", "hard-camera-high"])
def test_nothing_is_said_of_a_level_camera(clip: str) -> None:
    exercise = "bird-dog" if clip.startswith("bird-dog") else "cat-stretch"
    assert analyse(CLIPS / f"{clip}.mp4", exercise).document.warnings == ()
