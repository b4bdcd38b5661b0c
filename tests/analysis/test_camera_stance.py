"""A recording that lies on its side or its head is turned first, and it is told."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judge_input import judge_input
from formcheck.analysis.camera_stance import stance_of
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.results.result_wording import turn_told
from formcheck.video.frame import Frame
from formcheck.video.open import open_recording
from tests.pose.test_needed_turn import turned
from tests.results import sessions
from tests.video.clips import write_clip

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
MOVEMENTS = (
    "bird-dog-good",
    "bridge-good",
    "cat-stretch-good",
    "leg-raise-good",
    "partial-sit-up-good",
    "plank-good",
    "push-up-good",
    "safe-lift-good",
    "side-leg-lift-good",
    "wall-squat-good",
)


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
    assert turn_told(turn)[0] in document.warnings
    with open_recording(tmp_path / "out" / "clip" / "annotated.mp4") as drawn:
        assert (drawn.info.width, drawn.info.height) == (640, 480)


def test_the_words_say_which_way() -> None:
    assert "lies on its side: it was turned by 90° clockwise" in turn_told(90)[0]
    assert "lies on its side: it was turned by 90° anticlockwise" in turn_told(270)[0]
    assert "stands on its head: it was turned by 180°" in turn_told(180)[0]
    assert turn_told(0) == ()


@pytest.mark.slow
@pytest.mark.skipif(not CLIPS.exists(), reason="no sample clips here")
@pytest.mark.parametrize("name", MOVEMENTS)
def test_no_sample_clip_is_turned_and_turned_ones_are_turned_back(
    name: str, tmp_path: Path
) -> None:
    with open_recording(CLIPS / f"{name}.mp4", 640) as recording:
        images = [frame.image for frame in recording][::30]
    estimation = prepare_estimation()
    needed = [
        stance_of(
            write_clip(tmp_path / f"{turn}.mp4", [np.rot90(one, -turn) for one in images]),
            estimation,
        )
        for turn in range(4)
    ]
    assert needed[0] == 0
    # A wall squat on its side may as well be somebody who sits: nothing else is left in doubt.
    if name != "wall-squat-good":
        assert needed == [0, 270, 180, 90]
    assert all(turn in (0, right) for turn, right in zip(needed, [0, 270, 180, 90], strict=True))
