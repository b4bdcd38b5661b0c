"""What is no whole track of poses is refused, in words."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import (
    PoseTrackError,
    is_pose_track,
    read_poses,
)
from tests.pose.poses import assert_same
from tests.pose.saved_tracks import saved, some_poses
from tests.pose.test_tracks import rewritten


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(PoseTrackError, match="Can't write"):
        PoseTrackWriter(tmp_path / "none" / "poses.npz", model="full")


def test_a_missing_track_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(PoseTrackError, match="Can't read"):
        read_poses(tmp_path / "none.npz")


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.7, 0.999])
def test_a_track_cut_short_is_refused(tmp_path: Path, kept: float) -> None:
    path = saved(tmp_path / "poses.npz", some_poses())
    data = path.read_bytes()
    path.write_bytes(data[: int(kept * len(data))])
    with pytest.raises(PoseTrackError, match="damaged"):
        read_poses(path)


@settings(deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), value=st.integers(1, 255))
def test_a_damaged_track_never_raises_anything_else(
    tmp_path_factory: pytest.TempPathFactory, place: float, value: int
) -> None:
    path = saved(tmp_path_factory.mktemp("track") / "poses.npz", some_poses(20))
    data = bytearray(path.read_bytes())
    data[int(place * len(data))] ^= value
    path.write_bytes(data)
    with suppress(PoseTrackError):
        assert len(list(read_poses(path))) == 20


def unchanged(arrays: dict[str, np.ndarray]) -> None:
    assert "landmarks" in arrays


def test_a_track_that_numpy_wrote_anew_is_read_the_same(tmp_path: Path) -> None:
    poses = some_poses(80)
    path = rewritten(saved(tmp_path / "poses.npz", poses), unchanged)
    for before, after in zip(poses, read_poses(path), strict=True):
        assert_same(before, after)


def shorter(arrays: dict[str, np.ndarray]) -> None:
    arrays["world"] = arrays["world"][:-1]


def doubles(arrays: dict[str, np.ndarray]) -> None:
    arrays["landmarks"] = arrays["landmarks"].astype(np.float64)


def other_shape(arrays: dict[str, np.ndarray]) -> None:
    arrays["presence"] = arrays["presence"][:, :-1]


def before_the_beginning(arrays: dict[str, np.ndarray]) -> None:
    arrays["time_s"] = arrays["time_s"] - 100


def beyond_all_films(arrays: dict[str, np.ndarray]) -> None:
    arrays["time_s"] = arrays["time_s"] * 1e300


def backwards(arrays: dict[str, np.ndarray]) -> None:
    arrays["time_s"] = arrays["time_s"][::-1]


def without_world(arrays: dict[str, np.ndarray]) -> None:
    del arrays["world"]


def no_json(arrays: dict[str, np.ndarray]) -> None:
    arrays["metadata"] = np.array("{")


def a_list(arrays: dict[str, np.ndarray]) -> None:
    arrays["metadata"] = np.array("[]")


def other_landmarks(arrays: dict[str, np.ndarray]) -> None:
    metadata = json.loads(str(arrays["metadata"]))
    arrays["metadata"] = np.array(json.dumps({**metadata, "landmarks": ["nose"]}))


def schema_that_is_a_list(arrays: dict[str, np.ndarray]) -> None:
    metadata = json.loads(str(arrays["metadata"]))
    arrays["metadata"] = np.array(json.dumps({**metadata, "schema": [1]}))


def huge_silhouettes(arrays: dict[str, np.ndarray]) -> None:
    arrays["silhouette_shape"] = np.full_like(arrays["silhouette_shape"], 2_000_000_000)


def no_pixels(arrays: dict[str, np.ndarray]) -> None:
    arrays["frame_size"][5] = 0


def missing_silhouettes(arrays: dict[str, np.ndarray]) -> None:
    arrays["silhouette_packed"] = arrays["silhouette_packed"][:4]


@pytest.mark.parametrize(
    "change",
    [
        shorter,
        doubles,
        other_shape,
        backwards,
        before_the_beginning,
        beyond_all_films,
        without_world,
        no_json,
        a_list,
        other_landmarks,
        schema_that_is_a_list,
        huge_silhouettes,
        missing_silhouettes,
        no_pixels,
    ],
)
def test_arrays_that_do_not_fit_together_are_refused(
    tmp_path: Path, change: Callable[[dict[str, np.ndarray]], None]
) -> None:
    path = rewritten(saved(tmp_path / "poses.npz", some_poses(20)), change)
    with pytest.raises(PoseTrackError, match="damaged"):
        list(read_poses(path))


def test_a_later_schema_is_named(tmp_path: Path) -> None:
    def later(arrays: dict[str, np.ndarray]) -> None:
        metadata = json.loads(str(arrays["metadata"]))
        arrays["metadata"] = np.array(json.dumps({**metadata, "schema": 2}))

    path = rewritten(saved(tmp_path / "poses.npz", some_poses(3)), later)
    with pytest.raises(PoseTrackError, match="schema 2"):
        read_poses(path)


def test_pickled_objects_are_never_loaded(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[Callable[..., None], tuple[Path]]:
            return (Path.touch, (tmp_path / "sprung",))

    def trapped(arrays: dict[str, np.ndarray]) -> None:
        arrays["metadata"] = np.array([Trap()], dtype=object)

    path = rewritten(saved(tmp_path / "poses.npz", some_poses(3)), trapped)
    with pytest.raises(PoseTrackError):
        read_poses(path)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04" + bytes(100)])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "poses.npz"
    path.write_bytes(content)
    with pytest.raises(PoseTrackError, match="no pose track"):
        read_poses(path)


def test_an_npz_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "poses.npz"
    np.savez(path, weights=np.zeros(3))
    with pytest.raises(PoseTrackError, match="no pose track"):
        read_poses(path)


def test_a_track_says_itself_that_it_is_one(tmp_path: Path) -> None:
    track = saved(tmp_path / "poses.npz", some_poses(3))
    renamed = track.rename(tmp_path / "poses")
    others = tmp_path / "weights.npz"
    np.savez(others, weights=np.zeros(3))
    video = tmp_path / "clip.mp4"
    video.write_bytes(b"\x00\x00\x00\x18ftypmp42")
    assert is_pose_track(renamed)
    assert not is_pose_track(others)
    assert not is_pose_track(video)
    assert not is_pose_track(tmp_path / "none.mp4")
    assert not is_pose_track(tmp_path)


def test_a_damaged_archive_is_taken_for_a_track_so_that_reading_it_tells(tmp_path: Path) -> None:
    text, cut = tmp_path / "damaged.NPZ", tmp_path / "cut"
    text.write_bytes(b"text")
    cut.write_bytes(saved(tmp_path / "poses.npz", some_poses(3)).read_bytes()[:500])
    assert is_pose_track(text)
    assert is_pose_track(cut)
