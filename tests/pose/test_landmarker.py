"""The real model: sizes that could end the process, time, scale, silhouettes and silence."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from formcheck.pose.blazepose.landmarker import (
    BlazePoseDetector,
    BlazePoseTracker,
)
from formcheck.pose.blazepose.model_file import MEMBERS, find_model
from formcheck.pose.blazepose.silhouette import SilhouetteSettings
from formcheck.pose.estimator import EstimationError, ModelError
from formcheck.pose.landmarks import INDEX
from formcheck.pose.plausibility import visible_landmarks
from formcheck.video.frame import Frame
from tests.pose.photographs import needs_photographs, photograph, still

SHOULDERS_AND_HIPS = [
    INDEX[f"{side}_{joint}"] for side in ("left", "right") for joint in ("shoulder", "hip")
]


@pytest.fixture(scope="module")
def looker() -> Iterator[BlazePoseDetector]:
    with BlazePoseDetector(find_model(), silhouette=True) as landmarker:
        yield landmarker


@pytest.mark.parametrize(
    ("width", "height"),
    [(1, 1), (3, 2), (2, 3), (1, 4000), (4000, 1), (5, 2000), (2000, 5), (4001, 3), (17, 1)],
)
@pytest.mark.parametrize("silhouette", [False, True])
def test_no_frame_is_too_small_or_too_long(width: int, height: int, silhouette: bool) -> None:
    image = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    with BlazePoseTracker(find_model(), silhouette=silhouette) as landmarker:
        pose = landmarker.estimate(still(image))
    assert not pose.found
    assert (pose.width, pose.height) == (width, height)


@needs_photographs
@pytest.mark.parametrize("width", [554, 641, 642, 643, 850, 1281])
def test_a_silhouette_can_be_read_at_any_width(looker: BlazePoseDetector, width: int) -> None:
    image = resized(photograph("Plank_1"), width)
    pose = looker.estimate(still(image))
    assert pose.silhouette is not None
    mask, scale = pose.silhouette.mask, pose.silhouette.scale
    assert max(mask.shape) <= SilhouetteSettings().longest_side
    assert mask.shape[1] / scale == pytest.approx(width, abs=1.5 / scale)
    assert mask.shape[0] / scale == pytest.approx(image.shape[0], abs=1.5 / scale)


@needs_photographs
def test_the_silhouette_lies_under_the_body(looker: BlazePoseDetector) -> None:
    pose = looker.estimate(still(photograph("Plank_1")))
    assert pose.silhouette is not None
    columns, rows = (pose.landmarks[SHOULDERS_AND_HIPS, :2] * pose.silhouette.scale).astype(int).T
    assert pose.silhouette.mask[rows, columns].all()
    assert 0.03 < pose.silhouette.mask.mean() < 0.4


@needs_photographs
@pytest.mark.parametrize("times", [2, 4])
def test_landmarks_are_pixels_of_the_frame_however_large_it_is(
    looker: BlazePoseDetector, times: int
) -> None:
    image = photograph("Plank_1")
    small = looker.estimate(still(image))
    large = looker.estimate(still(image.repeat(times, axis=0).repeat(times, axis=1)))
    body = np.ptp(small.landmarks[:, 0])
    apart = large.landmarks[:, :2] / times - small.landmarks[:, :2]
    assert np.abs(apart[visible_landmarks(small)]).max() < 0.05 * body
    assert (large.width, large.height) == (times * small.width, times * small.height)


@needs_photographs
def test_padding_moves_nothing(looker: BlazePoseDetector) -> None:
    image = photograph("Plank_1")[:, :849]
    padded = looker.estimate(still(image))
    with BlazePoseDetector(find_model()) as without_silhouette:
        plain = without_silhouette.estimate(still(image))
    assert np.allclose(padded.landmarks, plain.landmarks, atol=0.1)


@needs_photographs
def test_a_pose_carries_all_that_the_model_gives(looker: BlazePoseDetector) -> None:
    pose = looker.estimate(still(photograph("Plank_1"), 3.25))
    assert pose.time_s == 3.25
    for name in ("landmarks", "world", "visibility", "presence"):
        values = getattr(pose, name)
        assert values.dtype == np.float32
        assert np.isfinite(values).all()
    assert np.abs(pose.world[[INDEX["left_hip"], INDEX["right_hip"]]].mean(axis=0)).max() < 0.02
    assert 1.2 < np.ptp(pose.world[:, 0]) < 2.2


@needs_photographs
def test_a_frame_that_is_a_view_of_another_array_is_read_right(
    looker: BlazePoseDetector,
) -> None:
    image = photograph("Plank_1")
    view = np.ascontiguousarray(image[:, ::-1])[:, ::-1]
    assert not view.flags.c_contiguous
    straight, viewed = looker.estimate(still(image)), looker.estimate(still(view))
    assert np.array_equal(straight.landmarks, viewed.landmarks)


@needs_photographs
def test_frames_closer_than_a_millisecond_are_followed_all_the_same() -> None:
    image = photograph("Plank_1")
    with BlazePoseTracker(find_model()) as landmarker:
        poses = [landmarker.estimate(still(image, number / 10_000)) for number in range(5)]
    assert all(pose.found for pose in poses)
    assert [pose.time_s for pose in poses] == [number / 10_000 for number in range(5)]


@needs_photographs
def test_frames_may_change_their_size() -> None:
    image = photograph("Plank_1")
    with BlazePoseTracker(find_model(), silhouette=True) as landmarker:
        for number, width in enumerate((850, 640, 2, 333, 1920)):
            pose = landmarker.estimate(still(resized(image, width), number / 10))
            assert pose.width == width


def test_after_closing_nothing_is_estimated() -> None:
    landmarker = BlazePoseTracker(find_model())
    landmarker.close()
    landmarker.close()
    with pytest.raises(EstimationError, match="closed"):
        landmarker.estimate(still(np.zeros((8, 8, 3), np.uint8)))


def test_a_frame_without_pixels_shows_nobody(looker: BlazePoseDetector) -> None:
    assert not looker.estimate(Frame(np.zeros((0, 5, 3), np.uint8), 0.0, 0)).found


def bundle(path: Path, detector: bytes, landmarks: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(MEMBERS[0], detector)
        archive.writestr(MEMBERS[1], landmarks)
    return path


@pytest.fixture(scope="module")
def networks() -> tuple[bytes, bytes]:
    with zipfile.ZipFile(find_model().path) as archive:
        return archive.read(MEMBERS[0]), archive.read(MEMBERS[1])


def test_networks_in_each_others_place_are_found_out_on_opening(
    tmp_path: Path, networks: tuple[bytes, bytes]
) -> None:
    path = bundle(tmp_path / "swapped.task", networks[1], networks[0])
    with pytest.raises(ModelError, match=r"swapped\.task"):
        BlazePoseTracker(find_model(path))


def test_a_network_cut_short_is_found_out_on_opening(
    tmp_path: Path, networks: tuple[bytes, bytes]
) -> None:
    path = bundle(tmp_path / "short.task", networks[0], networks[1][:5000])
    with pytest.raises(ModelError, match=r"short\.task"):
        BlazePoseTracker(find_model(path))


def test_a_network_of_rubbish_is_found_out_on_opening(
    tmp_path: Path, networks: tuple[bytes, bytes]
) -> None:
    rubbish = networks[0][:8] + np.random.default_rng(0).bytes(50_000)
    with pytest.raises(ModelError, match=r"rubbish\.task"):
        BlazePoseTracker(find_model(bundle(tmp_path / "rubbish.task", rubbish, networks[1])))


@needs_photographs
def test_a_landmark_network_that_fails_on_a_person_says_when(
    tmp_path: Path, networks: tuple[bytes, bytes]
) -> None:
    path = bundle(tmp_path / "twice.task", networks[0], networks[0])
    with (
        BlazePoseTracker(find_model(path)) as landmarker,
        pytest.raises(EstimationError, match=r"2\.50 s"),
    ):
        landmarker.estimate(still(photograph("Plank_1"), 2.5))


@needs_photographs
def test_nothing_is_written_to_the_terminal() -> None:
    code = """
from tests.pose.photographs import photograph, still
from formcheck.pose.estimation import prepare_estimation
import numpy as np
with prepare_estimation(silhouette=True).open() as estimator:
    for number in range(3):
        estimator.estimate(still(np.zeros((480, 640, 3), np.uint8), number / 10))
    for number in range(3, 6):
        assert estimator.estimate(still(photograph("Plank_1"), number / 10)).found
"""
    outcome = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout == ""
    assert outcome.stderr == ""


def test_what_needs_no_picture_loads_neither_mediapipe_nor_opencv() -> None:
    code = (
        "import sys, formcheck.pose.saved.tracks, formcheck.pose.backends, "
        "formcheck.pose.blazepose.model_file, formcheck.pose.blazepose.model_download, "
        "formcheck.pose.plausibility, formcheck.pose.smoothing; "
        "print([name for name in ('mediapipe', 'cv2') if name in sys.modules])"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert outcome.stdout == "[]\n"


def resized(image: np.ndarray, width: int) -> np.ndarray:
    """The picture at another width, by the nearest pixels."""
    height = max(1, round(image.shape[0] * width / image.shape[1]))
    rows = (np.arange(height) * image.shape[0] // height).clip(0, image.shape[0] - 1)
    columns = (np.arange(width) * image.shape[1] // width).clip(0, image.shape[1] - 1)
    return np.ascontiguousarray(image[np.ix_(rows, columns)])
