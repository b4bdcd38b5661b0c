"""Pose tracks that are broken in any way, or made to fill the memory."""

import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import formcheck
from formcheck.exercises.load import find_exercise
from formcheck.form.checker import checker_for
from formcheck.learn.learn_exercise import learn_exercise
from formcheck.pose.saved.track_format import TrackInfo
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import (
    LATEST_S,
    PoseTrackError,
    is_pose_track,
    read_poses,
)
from tests.fuzz.damage import EXAMPLES, ODD_VALUES, Damage, damage
from tests.fuzz.refusals import refused_in_words
from tests.learn.films import squats
from tests.results import sessions

breaking = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
COLUMNS = ("time_s", "frame_size", "landmarks", "world", "visibility", "presence", "roll", "take")
ODD_NUMBERS = (float("nan"), float("inf"), -float("inf"), 1e30, -1e30, 1e-30, 0.0, -1.0)
MOST_BYTES = 100_000_000

ODD_MESSAGES = st.recursive(
    ODD_VALUES,
    lambda inner: st.builds(
        lambda key, values: {"key": key, "values": values},
        st.sampled_from(["recording.cuts", "recording.lost", "times.gap", "list.lines", "no.such"]),
        st.lists(
            st.tuples(
                st.sampled_from(["count", "times", "first", "above", "below", "begin"]),
                st.one_of(inner, st.lists(inner, max_size=3)),
            ),
            max_size=3,
        ),
    ),
    max_leaves=6,
)
"""What a file may say in place of a warning: a message, its values, or something else."""


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tracks") / "poses.npz"
    with PoseTrackWriter(path, model="full", source="clip.mp4") as writer:
        for pose in squats(1):
            writer.write(pose)
    return path


@contextmanager
def little_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_BYTES


def test_months_without_a_picture_take_no_time(tmp_path: Path) -> None:
    """A file may claim anything; what is between its pictures is neither filled nor looked at."""
    path = tmp_path / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        for pose in sessions.push_ups(2):
            late = pose.time_s if pose.time_s < 3 else pose.time_s + LATEST_S / 2
            writer.write(replace(pose, time_s=late))
    analysis = formcheck.analyse(path, exercise="push-up")
    assert analysis.summary.hold_s is not None
    assert analysis.summary.hold_s < 10


def judged(path: Path) -> None:
    """Whatever is in it, a track is judged, or refused with a clear line."""
    with refused_in_words():
        poses = read_poses(path)
        checker = checker_for(find_exercise("wall-squat"))
        for pose in poses:
            checker.update(pose)
        checker.finish()


@breaking
@given(broken=damage())
def test_bytes_of_a_track(track: Path, tmp_path: Path, broken: Damage) -> None:
    path = tmp_path / "poses.npz"
    path.write_bytes(broken(track.read_bytes()))
    is_pose_track(path)
    judged(path)


@settings(breaking, max_examples=max(8, EXAMPLES // 4))
@given(
    column=st.sampled_from(COLUMNS),
    value=st.sampled_from(ODD_NUMBERS),
    share=st.floats(0, 1),
    seed=st.integers(0, 99),
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_numbers_of_a_track(
    track: Path, tmp_path: Path, column: str, value: float, share: float, seed: int
) -> None:
    with np.load(track) as arrays:
        changed = dict(arrays)
    hit = np.random.default_rng(seed).random(changed[column].shape) < share
    with np.errstate(all="ignore"):
        changed[column][hit] = np.array(value).astype(changed[column].dtype)
    path = tmp_path / "poses.npz"
    np.savez(path, **changed)
    judged(path)


@breaking
@given(
    key=st.sampled_from([one.name for one in fields(TrackInfo)] + ["schema", "landmarks"]),
    value=st.one_of(ODD_VALUES, st.lists(ODD_MESSAGES, min_size=1, max_size=2)),
)
def test_what_a_track_says_of_itself(track: Path, tmp_path: Path, key: str, value: Any) -> None:
    with np.load(track) as arrays:
        changed = dict(arrays)
    said = json.loads(str(changed["metadata"]))
    changed["metadata"] = np.array(json.dumps({**said, key: value}, default=str))
    path = tmp_path / "poses.npz"
    np.savez(path, **changed)
    judged(path)


def rewritten(track: Path, path: Path, name: str, data: bytes, **options: Any) -> Path:
    """The track with one of its arrays replaced by these bytes."""
    with zipfile.ZipFile(track) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            replaced = member == f"{name}.npy"
            kind = options.get("packed", zipfile.ZIP_DEFLATED)
            new.writestr(
                member,
                data if replaced else old.read(member),
                compress_type=kind if replaced else None,
            )
    return path


def header(dtype: str, shape: tuple[int, ...]) -> bytes:
    told = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        told, {"descr": dtype, "fortran_order": False, "shape": shape}
    )
    return told.getvalue()


CLAIMS = {
    "time_s": header("<f8", (10**9,)),
    "metadata": header("<U1000000000", ()),
    "landmarks": header("<f4", (10**9, 33, 3)),
}


@pytest.mark.parametrize("name", CLAIMS)
@pytest.mark.parametrize("filled", [0, 150_000_000], ids=["empty", "bomb"])
def test_what_claims_more_than_there_is_is_refused_in_little_memory(
    track: Path, tmp_path: Path, name: str, filled: int
) -> None:
    path = rewritten(track, tmp_path / "poses.npz", name, CLAIMS[name] + bytes(filled))
    with little_memory(), pytest.raises(PoseTrackError, match="damaged"):
        list(read_poses(path))


def test_a_header_as_large_as_the_memory_is_refused(track: Path, tmp_path: Path) -> None:
    huge = b"\x93NUMPY\x02\x00" + (2**31).to_bytes(4, "little") + b" " * 150_000_000
    path = rewritten(track, tmp_path / "poses.npz", "time_s", huge)
    with little_memory(), pytest.raises(PoseTrackError, match="damaged"):
        list(read_poses(path))


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_array_packed_in_another_way_is_refused(
    track: Path, tmp_path: Path, packed: int
) -> None:
    data = zipfile.ZipFile(track).read("time_s.npy")
    path = rewritten(track, tmp_path / "poses.npz", "time_s", data, packed=packed)
    with pytest.raises(PoseTrackError, match="damaged"):
        read_poses(path)


@breaking
@given(broken=damage())
def test_nothing_is_learnt_from_a_broken_track_but_a_clear_line(
    track: Path, tmp_path: Path, broken: Damage
) -> None:
    path = tmp_path / "poses.npz"
    path.write_bytes(broken(track.read_bytes()))
    with refused_in_words():
        learn_exercise(read_poses(path), "new-one")
