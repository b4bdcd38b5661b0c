"""Pose tracks whose arrays are of other kinds, in another order, or shaped otherwise.

Other programs write .npz files too, and what numpy saves may hold anything, code included.
"""

import os
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from formcheck.exercises.load import find_exercise
from formcheck.form.checker import checker_for
from formcheck.pose.saved.track_format import LATER, METADATA, PER_FRAME, SILHOUETTE_BITS
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import is_pose_track, read_poses
from tests.fuzz.damage import EXAMPLES
from tests.fuzz.refusals import refused_in_words
from tests.learn.films import squats

ARRAYS = (METADATA, *(column.name for column in (*PER_FRAME, *LATER, SILHOUETTE_BITS)))

DTYPES = (
    *("<f2", ">f4", ">f8", "<f16", "<c8", "<c16", "|b1", "|i1", "|u1", "<i8", ">i4", "<u8"),
    *("<M8[ns]", "<m8[s]", "|S1", "|S0", "<U1", "<U0", "|V4", "|V0", "O"),
)


class Bomb:
    """What unpickling it would run."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (66,)


Change = Callable[[NDArray[Any]], NDArray[Any]]

SHAPED: tuple[Change, ...] = (
    lambda array: array.reshape(-1),
    lambda array: array[..., None],
    lambda array: array[:1],
    lambda array: array[:0],
    lambda array: np.concatenate([np.atleast_1d(array), np.atleast_1d(array)]),
    lambda array: np.array(array.reshape(-1)[:1].sum()),
    lambda array: np.asfortranarray(array),
    lambda array: array[::-1],
    lambda array: np.zeros((0, *array.shape[1:]), array.dtype),
    lambda array: np.zeros((len(np.atleast_1d(array)), 0), array.dtype),
    lambda _: np.rec.fromarrays([np.arange(3)] * 2, dtype=[("time_s", int), ("b", int)]),
    lambda _: np.array([Bomb()], dtype=object),
    lambda _: np.array("{" * 100_000),
    lambda _: np.array(""),
)


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tracks") / "poses.npz"
    with PoseTrackWriter(path, model="full", source="clip.mp4") as writer:
        for pose in squats(1):
            writer.write(pose)
    return path


def judged(path: Path) -> None:
    """Whatever is in it, a track is judged, or refused with a clear line."""
    with refused_in_words():
        checker = checker_for(find_exercise("wall-squat"))
        for pose in read_poses(path):
            checker.update(pose)
        checker.finish()


breaking = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@breaking
@given(name=st.sampled_from(ARRAYS), dtype=st.sampled_from(DTYPES))
@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::UserWarning")
@pytest.mark.filterwarnings("ignore:.*:numpy.exceptions.ComplexWarning")
def test_another_kind_of_array(track: Path, tmp_path: Path, name: str, dtype: str) -> None:
    with np.load(track) as arrays:
        changed = dict(arrays)
    try:
        with np.errstate(all="ignore"):
            changed[name] = changed[name].astype(dtype)
    except (ValueError, TypeError):
        changed[name] = np.zeros(changed[name].shape, dtype)
    path = tmp_path / "poses.npz"
    np.savez(path, **changed)
    judged(path)


@breaking
@given(name=st.sampled_from(ARRAYS), shaped=st.sampled_from(SHAPED))
def test_another_shape(track: Path, tmp_path: Path, name: str, shaped: Change) -> None:
    with np.load(track) as arrays:
        changed = dict(arrays)
    with suppress(IndexError, TypeError):  # what is said of the track has no axis
        changed[name] = shaped(changed[name])
    path = tmp_path / "poses.npz"
    np.savez(path, **changed)
    judged(path)


@breaking
@given(
    lost=st.sets(st.sampled_from(ARRAYS), max_size=4),
    twice=st.sampled_from((None, *ARRAYS)),
    named=st.sampled_from(("../up.npy", "/etc/x.npy", "time_s", "x" * 9000, "\udcff", "a\\b.npy")),
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_that_lack_or_are_too_many(
    track: Path, tmp_path: Path, lost: set[str], twice: str | None, named: str
) -> None:
    path = tmp_path / "poses.npz"
    with zipfile.ZipFile(track) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.namelist():
            name = member.removesuffix(".npy")
            for _ in range((name not in lost) * (2 if name == twice else 1)):
                new.writestr(member, old.read(member))
        with suppress(UnicodeEncodeError):
            new.writestr(named, b"what nobody reads")
    is_pose_track(path)
    judged(path)
    assert {one.name for one in tmp_path.iterdir()} == {"poses.npz"}
