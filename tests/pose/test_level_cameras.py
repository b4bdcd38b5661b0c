"""Photographs and sample clips that were taken level, and the same ones rolled."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from formcheck.pose.blazepose.landmarker import BlazePoseDetector
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.upright.camera_roll import roll_votes
from formcheck.pose.upright.roll_tracker import RollTracker
from formcheck.pose.upright.room_lines import room_lines
from formcheck.video.frame import Image
from formcheck.video.open import open_recording
from tests.pose.photographs import needs_photographs, photographs, read_picture, still

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


def rolled(image: Image, degrees: float) -> Image:
    """What a camera sees whose picture leans clockwise; as much of it as has no black corners."""
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    sine, cosine = abs(np.sin(np.radians(degrees))), abs(np.cos(np.radians(degrees)))
    share = min(width / (width * cosine + height * sine), height / (width * sine + height * cosine))
    size = round(width * share), round(height * share)
    turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return np.asarray(cv2.warpAffine(image, turn, size), np.uint8)


def believed(image: Image, looker: BlazePoseDetector) -> float:
    watch = RollTracker()
    watch.update(roll_votes(room_lines(image, looker.estimate(still(image)))))
    return watch.roll


@pytest.mark.slow
@pytest.mark.skipif(not (CLIPS / "bird-dog-good.mp4").exists(), reason="no sample clips here")
def test_of_all_sample_clips_only_the_tilted_one_is_taken_for_tilted() -> None:
    told = {}
    with BlazePoseDetector(find_model()) as looker:
        for clip in sorted(CLIPS.glob("*.mp4")):
            with open_recording(clip) as recording:
                told[clip.stem] = believed(next(iter(recording)).image, looker)
    assert told.pop("hard-camera-tilted") == pytest.approx(-12, abs=1)
    assert not any(told.values())


@pytest.mark.slow
@needs_photographs
def test_no_photograph_is_taken_for_tilted_and_many_that_are_tilted_are() -> None:
    """The photographs themselves lean by up to 3 degrees."""
    level, found = [], []
    with BlazePoseDetector(find_model()) as looker:
        for path in photographs():
            image = read_picture(path)
            level.append(believed(image, looker))
            found += [(angle, believed(rolled(image, angle), looker)) for angle in (-12, 12)]
    assert not any(level)
    off = np.array([abs(roll - angle) for angle, roll in found if roll])
    assert len(off) > 0.35 * len(found)
    assert np.median(off) < 1
    assert (off > 4).sum() <= 2
