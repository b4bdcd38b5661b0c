"""Poses that are kept while they are read come back the same, from memory and from the file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from formcheck.analysis.poses.found_poses import SavedPoses, facts_of_track
from formcheck.analysis.poses.kept_poses import KeepingSettings, KeptPoses, keep_poses
from formcheck.analysis.poses.replayed_poses import ReplayedPoses
from formcheck.pose.pose import PackedSilhouette, Pose, Silhouette
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import PoseTrack, read_poses
from tests.pose.poses import assert_same
from tests.results import sessions


def outlined(pose: Pose) -> Pose:
    mask = np.zeros((30, 41), np.bool_)
    mask[5:20, 7:30] = True
    return replace(pose, silhouette=Silhouette(mask, 0.05))


def saved(path: Path) -> PoseTrack:
    with PoseTrackWriter(path, model="known", source="clip.mp4") as writer:
        for pose in sessions.push_ups(1):
            writer.write(outlined(pose))
    return read_poses(path)


def source(track: PoseTrack) -> SavedPoses:
    return SavedPoses(track, facts_of_track(track))


def replayed(track: PoseTrack, remembered: list[Pose] | None) -> Iterator[Pose]:
    replay = ReplayedPoses(facts_of_track(track), "known", (), track, remembered, None)
    return (posed.pose for posed in replay)


def test_what_is_remembered_is_what_the_file_says(tmp_path: Path) -> None:
    track = saved(tmp_path / "poses.npz")
    kept = KeptPoses(source(track), None, ())
    assert len(list(kept)) == track.frames
    assert kept.remembered is not None
    pairs = zip(replayed(track, list(kept.remembered)), replayed(track, None), strict=True)
    for from_memory, from_file in pairs:
        assert_same(from_memory, from_file)
        assert from_memory.jumps is not None
        assert from_file.jumps is not None
        assert np.array_equal(from_memory.jumps.doubted, from_file.jumps.doubted)


def test_of_a_long_recording_nothing_is_remembered(tmp_path: Path) -> None:
    track = saved(tmp_path / "poses.npz")
    kept = KeptPoses(source(track), None, (), KeepingSettings(track.frames - 1))
    assert len(list(kept)) == track.frames
    assert kept.remembered is None


def test_outlines_are_remembered_in_an_eighth_of_the_memory() -> None:
    pose = outlined(sessions.push_ups(1)[0])
    assert pose.silhouette is not None
    packed = pose.silhouette.packed
    assert isinstance(packed, PackedSilhouette)
    assert packed.bits.nbytes == -(-30 * 41 // 8)
    assert packed.packed is packed
    assert np.array_equal(packed.mask, pose.silhouette.mask)


def test_a_saved_track_is_kept_as_it_is(tmp_path: Path) -> None:
    track = saved(tmp_path / "poses.npz")
    with keep_poses(source(track), tmp_path / "again.npz", tmp_path / "poses.npz") as kept:
        list(kept)
    assert (tmp_path / "again.npz").read_bytes() == track.path.read_bytes()


def test_of_a_saved_track_that_was_not_read_to_its_end_that_much_is_kept(tmp_path: Path) -> None:
    track = saved(tmp_path / "poses.npz")
    with keep_poses(source(track), tmp_path / "again.npz", tmp_path / "poses.npz") as kept:
        for _, _ in zip(range(10), kept, strict=False):
            pass
    again = read_poses(tmp_path / "again.npz")
    assert (again.frames, again.source) == (kept.frames, "clip.mp4")
    for before, after in zip(track, again, strict=False):
        assert_same(before, after)


def test_a_track_that_is_turned_is_written_anew(tmp_path: Path) -> None:
    track = saved(tmp_path / "poses.npz")
    turned = SavedPoses(track, facts_of_track(track), turned=90)
    with keep_poses(turned, tmp_path / "again.npz", tmp_path / "poses.npz") as kept:
        list(kept)
    again = read_poses(tmp_path / "again.npz")
    assert (again.width, again.height) == (track.height, track.width)
