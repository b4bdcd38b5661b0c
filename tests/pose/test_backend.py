"""Another pose model takes the place of the built-in one, and nothing else is touched."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.pose.backend import PoseBackend
from formcheck.pose.backends import find_backend
from formcheck.pose.estimation import open_estimator
from formcheck.pose.landmark_set import BODY, LandmarkSet
from formcheck.pose.landmarks import INDEX, LANDMARKS
from formcheck.pose.plausibility import is_person, visible_landmarks
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import read_poses
from tests.form.performed_sets import push_up, whole_set
from tests.pose.poses import assert_same, standing
from tests.pose.replaying_backend import COCO, ReplayingBackend, frames_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three push-ups."""
    path = tmp_path_factory.mktemp("track") / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        for pose in whole_set(push_up):
            writer.write(pose)
    return path


def found(backend: PoseBackend, track: Path) -> list[Pose]:
    with open_estimator(backend) as estimator:
        return [estimator.estimate(frame) for frame in frames_of(track)]


def test_a_backend_brings_its_landmarks_calibration_and_model() -> None:
    backend = find_backend()
    assert backend.model == "full"
    assert backend.landmark_set.names == LANDMARKS
    assert backend.landmark_set.world


def test_poses_of_another_backend_pass_unchanged(track: Path) -> None:
    backend = ReplayingBackend(track)
    for before, after in zip(read_poses(track), found(backend, track), strict=True):
        assert_same(replace(before, calibration=backend.calibration), after)


@pytest.mark.parametrize("landmark_set", [BODY, COCO], ids=lambda one: one.name)
def test_a_set_is_counted_and_judged_with_another_backend(
    track: Path, landmark_set: LandmarkSet
) -> None:
    checker = FormChecker(library()["push-up"])
    for pose in found(ReplayingBackend(track, landmark_set), track):
        checker.update(pose)
    summary = checker.finish()
    assert summary.good_repetitions == len(summary.repetitions) == 3


def test_its_calibration_is_saved_with_its_poses(track: Path, tmp_path: Path) -> None:
    backend = ReplayingBackend(track, COCO)
    with PoseTrackWriter(tmp_path / "again.npz", model=backend.model) as writer:
        for pose in found(backend, track):
            writer.write(pose)
    again = read_poses(tmp_path / "again.npz")
    assert {pose.calibration for pose in again} == {backend.calibration}


def test_a_model_of_fewer_landmarks_leaves_the_others_missing() -> None:
    values = np.arange(2 * len(COCO.names), dtype=np.float32).reshape(-1, 2)
    rows = COCO.lay_out(values)
    assert rows.shape == (len(LANDMARKS), 2)
    assert rows[INDEX["nose"]].tolist() == [0, 1]
    assert rows[INDEX["right_ankle"]].tolist() == values[-1].tolist()
    assert np.isnan(rows[INDEX["left_heel"]]).all()


def test_what_no_measure_knows_is_left_out() -> None:
    rows = LandmarkSet("more", ("pelvis", "nose"), world=False).lay_out(
        np.array([[1.0], [2.0]], np.float32)
    )
    assert rows[INDEX["nose"]] == 2
    assert np.isfinite(rows).sum() == 1


def test_a_person_without_heels_and_toes_is_a_person() -> None:
    pose = standing()
    rows = [INDEX[name] for name in COCO.names]
    placed: dict[str, Any] = {
        name: COCO.lay_out(getattr(pose, name)[rows])
        for name in ("landmarks", "world", "visibility", "presence")
    }
    fewer = replace(pose, **placed)
    assert is_person(fewer)
    assert np.count_nonzero(visible_landmarks(fewer)) == len(COCO.names)
    assert fewer.pixels_per_metre == pytest.approx(pose.pixels_per_metre, rel=0.1)


def test_a_person_without_metres_is_a_person_of_about_the_same_size() -> None:
    pose = standing()
    flat = replace(pose, world=np.full_like(pose.world, np.nan))
    assert is_person(flat)
    assert flat.pixels_per_metre == pytest.approx(pose.pixels_per_metre, rel=0.3)


def test_only_the_backend_names_its_library() -> None:
    """Beside it, who keeps it from loudspeakers, the address from which other models come, and the
    doctor's list of libraries."""
    naming = {
        str(path.relative_to(ROOT / "formcheck"))
        for path in (ROOT / "formcheck").rglob("*.py")
        if "mediapipe" in path.read_text().lower()
    }
    assert naming == {
        "cli/checks/libraries.py",
        "pose/blazepose/landmarker.py",
        "pose/blazepose/model_download.py",
        "pose/blazepose/without_sound.py",
    }
