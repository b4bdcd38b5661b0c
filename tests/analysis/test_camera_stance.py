"""A recording that lies on its side or its head is turned first, a roll allowed for; both told."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.analysis.poses import open_poses
from formcheck.analysis.poses.camera_stance import CameraStance, stance_of
from formcheck.exercises.load import library
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.pose.upright.recording_roll import RecordingRoll
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording.recording_wording import turn_told
from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_recording
from tests.form.performed_sets import film, repetition
from tests.form.test_without_seconds import leg_raise
from tests.pose.test_level_cameras import rolled as rolled_picture
from tests.pose.test_needed_turn import turned
from tests.results import sessions
from tests.rolled_camera import rolled
from tests.texts.english import told
from tests.video.clips import write_clip

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
TURNED = ("bird-dog-good", "bridge-good", "side-leg-lift-good", "wall-squat-good")
ROLLED = ("cat-stretch-good", "partial-sit-up-good", "plank-good", "safe-lift-good")


class Lying(sessions.KnownPoses):
    """Sees bodies that lie so, until it is shown pictures of the size of an upright one."""

    def __init__(self, poses: list[Pose], degrees: int) -> None:
        super().__init__(poses)
        self._lying = [turned(pose, degrees) for pose in poses]
        self._size = self._lying[0].width, self._lying[0].height

    def estimate(self, frame: Frame) -> Pose:
        lies = (frame.width, frame.height) == self._size
        return replace((self._lying if lies else self._poses)[frame.index], time_s=frame.time_s)


def judged(folder: Path, degrees: int) -> Analysis:
    poses = sessions.push_ups(1)
    size = (640, 480) if degrees % 180 else (480, 640)
    images = [np.full((*size, 3), 90, np.uint8) for _ in poses]
    clip = write_clip(folder / "clip.mp4", images, [round(1000 * pose.time_s) for pose in poses])

    def look() -> PoseEstimator:
        return Lying(poses, degrees)

    return judge_input(
        clip,
        sessions.exercise(),
        prepare=lambda: Estimation("known", look, look),
        place=(folder / "out", "clip"),
    )


@pytest.mark.parametrize(("lies", "turn"), [(90, 270), (270, 90)])
def test_it_is_judged_as_if_turned_back_and_told(lies: int, turn: int, tmp_path: Path) -> None:
    document = judged(tmp_path, lies).document
    assert document.input.rotation == turn
    assert (document.input.width, document.input.height) == (640, 480)
    assert document.summary.reps == 1
    assert told(turn_told(turn))[0] in document.warnings
    with open_recording(tmp_path / "out" / "clip" / "annotated.mp4") as drawn:
        assert (drawn.info.width, drawn.info.height) == (640, 480)


def test_the_words_say_which_way() -> None:
    assert "lies on its side: it was turned by 90° clockwise" in told(turn_told(90))[0]
    assert "lies on its side: it was turned by 90° anticlockwise" in told(turn_told(270))[0]
    assert "stands on its head: it was turned by 180°" in told(turn_told(180))[0]
    assert turn_told(0) == ()


def test_a_roll_of_the_whole_recording_is_every_poses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = judged_at(RecordingRoll(12.4), tmp_path, monkeypatch)
    assert any("tilted by about 12 degrees" in warning for warning in document.warnings)
    assert {pose.roll for pose in read_poses(tmp_path / "out" / "clip" / "poses.npz")} == {12.4}


def test_where_it_is_unsure_nothing_is_held_against_the_vertical(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sure = judged_at(RecordingRoll(5.5), tmp_path / "sure", monkeypatch)
    unsure = judged_at(RecordingRoll(5.5, sure=False), tmp_path / "unsure", monkeypatch)
    (told,) = [warning for warning in unsure.warnings if "tilted" in warning]
    assert "by how much can't be told" in told
    lost = {
        before.id
        for before, after in zip(sure.criteria, unsure.criteria, strict=True)
        if before.verdict != after.verdict
    }
    assert lost == {"lift-height", "one-leg-only"}
    assert len(unsure.reps) == len(sure.reps)


def judged_at(roll: RecordingRoll, folder: Path, monkeypatch: pytest.MonkeyPatch) -> ResultDocument:
    """Leg raises, where the camera is taken to be rolled so."""
    monkeypatch.setattr(open_poses, "stance_of", lambda *_: CameraStance(0, roll))
    folder.mkdir(exist_ok=True)
    shares = [share for _ in range(2) for share in repetition(back_s=2.0)]
    poses = film([leg_raise(share) for share in shares])
    poses = [rolled(pose, roll.degrees) for pose in poses]
    analysis = judge_input(
        sessions.clip(folder / "clip.mp4", poses),
        library()["leg-raise"],
        prepare=lambda: sessions.known(poses),
        place=(folder / "out", "clip"),
        video=False,
    )
    return analysis.document


@pytest.mark.slow
@pytest.mark.skipif(not CLIPS.exists(), reason="no sample clips here")
@pytest.mark.parametrize("name", TURNED)
def test_no_sample_clip_is_turned_and_turned_ones_are_turned_back(
    name: str, tmp_path: Path
) -> None:
    images = pictures_of(name)
    needed = [
        stance([np.rot90(image, -turn) for image in images], tmp_path / f"{turn}.mp4").turned
        for turn in range(4)
    ]
    assert needed == [0, 270, 180, 90]


@pytest.mark.slow
@pytest.mark.skipif(not CLIPS.exists(), reason="no sample clips here")
def test_rolled_clips_are_known_or_called_unsure_and_level_ones_never(tmp_path: Path) -> None:
    """Of ten clips, rolled three ways each, a few pass for level, in rooms where the floor's boards
    are most of the lines, and one is off by 3.2 to 3.6 degrees however it is rolled; all the others
    that are sure by less than 3. These are four of the ten.
    """
    found = []
    for name in ROLLED:
        images = pictures_of(name)
        assert stance(images, tmp_path / f"{name}.mp4").roll == RecordingRoll()
        for roll in (-20, -10, 15):
            leaning = [rolled_picture(image, roll) for image in images]
            found.append((roll, stance(leaning, tmp_path / f"{name}{roll}.mp4").roll))
    unnoticed = [roll for roll, known in found if not known.degrees]
    off = np.array([abs(known.degrees - roll) for roll, known in found if known.degrees])
    sure = np.array([known.sure for _, known in found if known.degrees])
    assert len(unnoticed) <= 1
    assert sure.sum() > len(found) / 2
    assert off[sure].max() < 4
    assert np.median(off[sure]) < 1
    assert off.max() < 10


def pictures_of(name: str) -> list[Image]:
    with open_recording(CLIPS / f"{name}.mp4", 640) as recording:
        return [frame.image for frame in recording][::30]


def stance(images: list[Image], clip: Path) -> CameraStance:
    even = [image[: len(image) // 2 * 2, : image.shape[1] // 2 * 2] for image in images]
    return stance_of(write_clip(clip, even), prepare_estimation())
