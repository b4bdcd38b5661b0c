"""Saved poses come back bit for bit, whatever happened meanwhile."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.calibration import Calibration
from formcheck.pose.landmarks import LANDMARKS
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import (
    PoseTrackError,
    read_poses,
)
from formcheck.texts.message import message, said
from formcheck.video.timing import Times, Timing
from tests.pose.poses import assert_same, random_pose, standing
from tests.pose.saved_tracks import saved, some_poses

MASKS = st.one_of(st.none(), st.tuples(st.integers(1, 30), st.integers(1, 30)))


def rewritten(path: Path, change: Callable[[dict[str, np.ndarray]], None]) -> Path:
    with np.load(path) as arrays:
        changed = dict(arrays)
    change(changed)
    np.savez(path, **changed)
    return path


@settings(deadline=None)
@given(masks=st.lists(MASKS, max_size=8), seed=st.integers(0, 1000))
def test_every_pose_comes_back_bit_for_bit(
    tmp_path_factory: pytest.TempPathFactory,
    masks: list[tuple[int, int] | None],
    seed: int,
) -> None:
    generator = np.random.default_rng(seed)
    poses = [random_pose(generator, number / 25, mask) for number, mask in enumerate(masks)]
    track = read_poses(saved(tmp_path_factory.mktemp("track") / "poses.npz", poses))
    assert len(track) == len(poses)
    for before, after in zip(poses, track, strict=True):
        assert_same(before, after)


def test_a_frame_without_anybody_and_one_without_silhouette_stay_so(tmp_path: Path) -> None:
    path = saved(tmp_path / "poses.npz", [standing(0.0), Pose.missing(0.1, 640, 480)])
    first, second = read_poses(path)
    assert first.found
    assert first.silhouette is None
    assert not second.found


def test_a_track_says_where_it_comes_from(tmp_path: Path) -> None:
    track = read_poses(saved(tmp_path / "poses.npz", [standing(0.0), standing(2.5)]))
    assert (track.source, track.model, track.rotation) == ("clip.mp4", "full", 90)
    assert (track.width, track.height) == (640, 480)
    assert (track.frames, track.duration_s) == (2, 2.5)


def test_an_older_track_knows_nothing_of_the_cameras_roll(tmp_path: Path) -> None:
    poses = some_poses(70)
    path, older = saved(tmp_path / "poses.npz", poses), tmp_path / "older.npz"
    with zipfile.ZipFile(path) as new, zipfile.ZipFile(older, "w") as old:
        for name in new.namelist():
            if name != "roll.npy":
                old.writestr(name, new.read(name))
    assert all(pose.roll != 0 for pose in read_poses(path))
    for before, after in zip(poses, read_poses(older), strict=True):
        assert_same(replace(before, roll=0.0), after)


def test_a_track_knows_where_takes_begin(tmp_path: Path) -> None:
    poses = [replace(standing(number / 10), take=number // 3) for number in range(9)]
    track = read_poses(saved(tmp_path / "poses.npz", poses))
    assert [pose.take for pose in track] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize("without", [{"take.npy"}, {"take.npy", "roll.npy"}, {"roll.npy"}])
def test_an_older_track_is_read_without_what_came_later(tmp_path: Path, without: set[str]) -> None:
    poses = [replace(pose, take=1, roll=3.0) for pose in some_poses(70)]
    path, older = saved(tmp_path / "poses.npz", poses), tmp_path / "older.npz"
    with zipfile.ZipFile(path) as new, zipfile.ZipFile(older, "w") as old:
        for name in set(new.namelist()) - without:
            old.writestr(name, new.read(name))
    take, roll = 1 - ("take.npy" in without), 3.0 * ("roll.npy" not in without)
    for before, after in zip(poses, read_poses(older), strict=True):
        assert_same(replace(before, take=take, roll=roll), after)
        assert (after.take, after.roll) == (take, roll)


def test_what_a_later_version_adds_is_left_aside(tmp_path: Path) -> None:
    poses = some_poses(3)

    def later(arrays: dict[str, np.ndarray]) -> None:
        arrays["of_later"] = np.arange(3)

    path = rewritten(saved(tmp_path / "poses.npz", poses), later)
    for before, after in zip(poses, read_poses(path), strict=True):
        assert_same(before, after)


def test_poses_keep_the_calibration_of_the_model_that_found_them(tmp_path: Path) -> None:
    long_armed = replace(FULL, arm_to_trunk=1.2, trunk_m=(0.3, 0.8))
    poses = [Pose.missing(0.0, 640, 480), replace(standing(0.1), calibration=long_armed)]
    track = read_poses(saved(tmp_path / "poses.npz", poses))
    assert track.calibration == long_armed
    assert [pose.calibration for pose in track] == [long_armed, long_armed]


@pytest.mark.parametrize(
    ("saved_numbers", "expected"),
    [
        (None, FULL),
        ({}, FULL),
        ({"arm_to_trunk": 1.2, "of_later": 3}, replace(FULL, arm_to_trunk=1.2)),
    ],
    ids=["older", "knows none", "knows others"],
)
def test_what_a_track_of_another_version_does_not_know_is_as_usual(
    tmp_path: Path, saved_numbers: dict[str, float] | None, expected: Calibration
) -> None:
    def known(arrays: dict[str, np.ndarray]) -> None:
        metadata = json.loads(str(arrays["metadata"]))
        del metadata["calibration"]
        if saved_numbers is not None:
            metadata["calibration"] = saved_numbers
        arrays["metadata"] = np.array(json.dumps(metadata))

    path = rewritten(saved(tmp_path / "poses.npz", some_poses(3)), known)
    assert read_poses(path).calibration == expected


def test_a_track_can_be_read_again_and_again(tmp_path: Path) -> None:
    track = read_poses(saved(tmp_path / "poses.npz", some_poses(100)))
    assert [pose.time_s for pose in track] == [pose.time_s for pose in track]


def test_a_video_without_frames_is_a_track_without_poses(tmp_path: Path) -> None:
    track = read_poses(saved(tmp_path / "poses.npz", []))
    assert list(track) == []
    assert (track.frames, track.duration_s) == (0, 0.0)


def test_numpy_opens_a_track_by_itself(tmp_path: Path) -> None:
    poses = some_poses(70)
    with np.load(saved(tmp_path / "poses.npz", poses), allow_pickle=False) as arrays:
        assert arrays["time_s"].shape == (70,)
        assert arrays["landmarks"].shape == (70, 33, 3)
        assert arrays["landmarks"].dtype == np.float32
        assert arrays["visibility"].shape == (70, 33)
        metadata = json.loads(str(arrays["metadata"]))
        assert metadata["schema"] == 1
        assert metadata["landmarks"] == list(LANDMARKS)
        rows, columns = arrays["silhouette_shape"][1]
        bits = arrays["silhouette_packed"][: (rows * columns + 7) // 8]
        mask = np.unpackbits(bits, count=rows * columns).reshape(rows, columns)
    assert poses[1].silhouette is not None
    assert np.array_equal(mask, poses[1].silhouette.mask)


def test_a_track_is_compressed(tmp_path: Path) -> None:
    with zipfile.ZipFile(saved(tmp_path / "poses.npz", some_poses(3))) as archive:
        assert all(member.compress_type == zipfile.ZIP_DEFLATED for member in archive.infolist())


@pytest.mark.parametrize(
    "timing",
    [Timing(), Timing(Times.GUESSED), Timing(Times.SLOWED, 4.0), Timing(Times.SLOWED, 0.1)],
)
def test_what_the_times_are_worth_is_kept(tmp_path: Path, timing: Timing) -> None:
    path = tmp_path / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        writer.write(standing(0.0))
        writer.timing = timing
    assert read_poses(path).timing == timing


def test_the_times_of_an_older_track_are_known(tmp_path: Path) -> None:
    path = saved(tmp_path / "poses.npz", [standing(0.0)])
    with np.load(path) as archive:
        columns = dict(archive)
    metadata = json.loads(str(columns["metadata"]))
    del metadata["timing"]
    np.savez(path, **{**columns, "metadata": np.array(json.dumps(metadata))})
    assert read_poses(path).timing == Timing(Times.KNOWN)


@pytest.mark.parametrize("timing", [{"times": "maybe"}, {"slowed_by": 0}, {"slowed_by": "nan"}])
def test_times_that_can_not_be_are_damage(tmp_path: Path, timing: dict[str, object]) -> None:
    path = saved(tmp_path / "poses.npz", [standing(0.0)])
    with np.load(path) as archive:
        columns = dict(archive)
    metadata = {**json.loads(str(columns["metadata"])), "timing": timing}
    np.savez(path, **{**columns, "metadata": np.array(json.dumps(metadata))})
    with pytest.raises(PoseTrackError, match="analyse the video again"):
        read_poses(path)


def test_a_track_says_what_was_missing_and_whether_the_roll_is_known(tmp_path: Path) -> None:
    begin = message("times.seconds", seconds=3.0)
    gap = message("times.gap", missing=1.5, begin=begin, end="1:05")
    path = tmp_path / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        writer.warnings = (gap,)
        writer.roll_sure = False
    track = read_poses(path)
    assert (track.warnings, track.roll_sure) == ((gap,), False)


def test_of_an_older_track_nothing_is_known_to_be_missing(tmp_path: Path) -> None:
    def older(arrays: dict[str, np.ndarray]) -> None:
        metadata = json.loads(str(arrays["metadata"]))
        del metadata["warnings"], metadata["roll_sure"]
        arrays["metadata"] = np.array(json.dumps(metadata))

    track = read_poses(rewritten(saved(tmp_path / "poses.npz", some_poses(1)), older))
    assert (track.warnings, track.roll_sure) == ((), True)


def test_what_older_and_newer_tracks_say_is_told_as_far_as_it_is_known(tmp_path: Path) -> None:
    def other(arrays: dict[str, np.ndarray]) -> None:
        metadata = json.loads(str(arrays["metadata"]))
        metadata["warnings"] = ["It is damaged.", {"key": "of.tomorrow", "values": []}]
        arrays["metadata"] = np.array(json.dumps(metadata))

    track = read_poses(rewritten(saved(tmp_path / "poses.npz", some_poses(1)), other))
    assert track.warnings == (said("It is damaged."), said("of.tomorrow"))
