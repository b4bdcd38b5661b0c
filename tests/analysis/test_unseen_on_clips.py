"""Sample clips cropped and covered: what isn't in the picture is not judged, and it is told."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest

from formcheck.analysis.analyse import analyse
from formcheck.results.result_document import ResultDocument
from formcheck.video.frame import Image
from formcheck.video.open import open_recording
from tests.video.clips import write_clip

pytestmark = pytest.mark.slow

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


def judged(
    folder: Path, clip: str, seconds: float, change: Callable[[Image, float], Image]
) -> ResultDocument:
    """The first seconds of a sample clip, every picture of it changed, at its own times."""
    with open_recording(CLIPS / f"{clip}.mp4") as recording:
        frames = list(islice(recording, round(15 * seconds)))
    images = [np.ascontiguousarray(change(one.image, one.time_s)) for one in frames]
    times = [round(1000 * one.time_s) for one in frames]
    path = write_clip(folder / "made.mp4", images, times, options={"crf": "18"})
    exercise = clip.rpartition("-good")[0]
    return analyse(path, exercise, video=False).document


def test_a_foot_that_leaves_the_picture_makes_one_repetition(tmp_path: Path) -> None:
    document = judged(tmp_path, "side-leg-lift-good", 5.6, lambda image, _: image[160:])
    assert [(one.side, one.verdict, one.hold_s) for one in document.reps] == [
        ("left", "unknown", None)
    ]
    assert any("left foot left the picture" in told for told in document.warnings)


def test_a_caption_that_comes_during_a_repetition_ends_none(tmp_path: Path) -> None:
    def captioned(image: Image, time_s: float) -> Image:
        if time_s < 3.0:
            return image
        image = image.copy()
        for colour, thick in (((0, 0, 0), 10), ((255, 255, 255), 3)):
            cv2.putText(image, "FEET FLAT", (102, 299), cv2.FONT_HERSHEY_DUPLEX, 1.3, colour, thick)
        return image

    document = judged(tmp_path, "bridge-good", 6.4, captioned)
    assert [one.verdict for one in document.reps] == ["good"]
    assert document.input.takes[1:] == ()
