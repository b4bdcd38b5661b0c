"""A track that is being written: whole or not there, whatever happens meanwhile."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import (
    PoseTrackError,
    read_poses,
)
from tests.pose.poses import assert_same, random_pose, standing
from tests.pose.saved_tracks import saved, some_poses


def test_what_was_found_before_an_interruption_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "poses.npz"
    poses = some_poses(30)

    def interrupted() -> None:
        with PoseTrackWriter(path, model="full") as writer:
            for pose in poses:
                writer.write(pose)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    for before, after in zip(poses, read_poses(path), strict=True):
        assert_same(before, after)


def test_nothing_but_the_track_is_left_behind(tmp_path: Path) -> None:
    saved(tmp_path / "poses.npz", some_poses(5))
    assert [path.name for path in tmp_path.iterdir()] == ["poses.npz"]


def test_until_it_is_closed_an_older_track_stays_in_place(tmp_path: Path) -> None:
    path = saved(tmp_path / "poses.npz", some_poses(5))
    writer = PoseTrackWriter(path, model="full")
    writer.write(standing())
    assert len(read_poses(path)) == 5
    writer.close()
    writer.close()
    assert len(read_poses(path)) == 1


def test_a_discarded_track_leaves_nothing(tmp_path: Path) -> None:
    writer = PoseTrackWriter(tmp_path / "poses.npz", model="full")
    writer.write(standing())
    writer.discard()
    writer.close()
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_length(tmp_path: Path) -> None:
    pose = random_pose(np.random.default_rng(0), 0.0, (270, 480))
    size = pose.landmarks.nbytes + 270 * 480 // 8

    def peak(count: int) -> int:
        tracemalloc.start()
        with PoseTrackWriter(tmp_path / f"{count}.npz", model="full") as writer:
            for number in range(count):
                object.__setattr__(pose, "time_s", number / 30)
                writer.write(pose)
        assert sum(1 for _ in read_poses(tmp_path / f"{count}.npz")) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(900) < peak(300) + 100 * size


def test_a_write_that_fails_half_way_leaves_the_rows_in_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "poses.npz"
    poses = some_poses(3)
    with PoseTrackWriter(path, model="full") as writer:
        writer.write(poses[0])
        writer.flush()
        writer.write(poses[1])
        with monkeypatch.context() as patch:
            patch.setattr(np, "ascontiguousarray", FailsOnTheFifthCall(np.ascontiguousarray))
            with pytest.raises(PoseTrackError, match="no space left"):
                writer.flush()
        writer.write(poses[2])
    for before, after in zip(poses, read_poses(path), strict=True):
        assert_same(before, after)


class FailsOnTheFifthCall:
    """Stands for a disk that fills up in the middle of a row."""

    def __init__(self, function: Callable[..., np.ndarray]) -> None:
        self._function, self._calls = function, 0

    def __call__(self, *arguments: object, **named: object) -> np.ndarray:
        self._calls += 1
        if self._calls == 5:
            raise OSError(28, "No space left on device")
        return self._function(*arguments, **named)
