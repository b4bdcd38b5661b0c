"""A tiny clip from start to end: picture, truth and label agree."""

from __future__ import annotations

import tomllib
from pathlib import Path

import av
import numpy as np
import pytest

from samples.studio.clips import Clip
from samples.studio.director import film
from samples.studio.errors import BodyFilesError, StudioError
from samples.studio.geometry import Array
from samples.studio.rehearsal import Take, rehearse
from samples.studio.renderer import Renderer

CLIP = Clip(
    name="tiny",
    motion="push-up",
    what="Push-ups for a test.",
    repetitions=1,
    width=160,
    height=120,
    rate=4,
    noise=0.0,
)


@pytest.fixture(scope="module")
def take(body_folder: Path) -> Take:
    return rehearse(CLIP, body_folder)


@pytest.fixture(scope="module")
def clip_folder(take: Take, body_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        Renderer(16, 16).close()
    except StudioError as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("clips")
    assert list(film(take, body_folder, folder))[-1] == len(take.times)
    return folder


def pictures(path: Path) -> list[Array]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def test_pixels_are_the_projection_of_the_joints(take: Take) -> None:
    truth = take.truth
    assert take.camera.pixels(truth.joints_3d) == pytest.approx(truth.joints_px)
    # Seen from the side, what is higher in the room is higher in the picture.
    heights, rows = truth.joints_3d[..., 1], truth.joints_px[..., 1]
    assert np.corrcoef(heights.ravel(), rows.ravel())[0, 1] < -0.9


def test_the_truth_shows_what_the_motion_asks(take: Take) -> None:
    angles = dict(zip(take.truth.angle_names, take.truth.angles.T, strict=True))
    assert angles["elbow_left"].min() < 100
    assert angles["elbow_left"].max() > 155
    assert np.ptp(angles["body_line_left"]) < 12


def test_the_person_stands_where_the_truth_says(take: Take, clip_folder: Path) -> None:
    shown = pictures(clip_folder / "tiny.mp4")
    assert len(shown) == len(take.times)
    with np.load(clip_folder / "tiny.truth.npz") as truth:
        names = [str(name) for name in truth["joint_names"]]
        knee = truth["joints_px"][0, names.index("knee_left")].astype(int)
    floor = shown[0][110:, 70:90].mean(axis=(0, 1))
    leg = shown[0][knee[1] - 2 : knee[1] + 3, knee[0] - 2 : knee[0] + 3].mean(axis=(0, 1))
    assert np.abs(leg - floor).max() > 25


def test_the_label_can_be_read_back(clip_folder: Path) -> None:
    label = tomllib.loads((clip_folder / "tiny.toml").read_text(encoding="utf-8"))
    assert label["exercise"] == "push-up"
    assert label["facing"] == "left"
    assert label["near_side"] == "left"
    assert len(label["repetitions"]) == 1
    assert label["repetitions"][0]["faults"] == []


def test_facing_the_other_way_shows_the_other_side(body_folder: Path) -> None:
    other = rehearse(CLIP.model_copy(update={"facing": "right"}), body_folder)
    toe = other.truth.joints_px[0, :, 0]
    assert toe[-2] > toe[0]  # the head lies to the right of the shoulder
    assert other.camera.eye[0] < 0


def test_a_missing_body_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(BodyFilesError, match="--body"):
        rehearse(CLIP, tmp_path)
