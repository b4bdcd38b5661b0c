"""Small recordings are drawn on an enlarged picture, so that the letters can be read."""

from pathlib import Path

import av
import numpy as np
import pytest

from formcheck.results.annotated import AnnotatedVideo, AnnotationSettings, readable
from formcheck.results.moment import Moment
from tests.feedback.builders import criterion, exercise, frame, pose, state


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((320, 240), (640, 480)),
        ((152, 272), (480, 859)),
        ((1280, 720), (1280, 720)),
        ((4000, 40), (4000, 40)),
        ((2000, 100), (2000, 100)),
        ((960, 60), (1920, 120)),
    ],
)
def test_a_small_picture_is_enlarged_and_a_large_one_left(
    size: tuple[int, int], shown: tuple[int, int]
) -> None:
    image = np.zeros((size[1], size[0], 3), np.uint8)

    rows, columns = readable(image).shape[:2]

    assert (columns, rows) == shown


def test_the_annotated_video_of_a_small_clip_is_large_enough_to_read(tmp_path: Path) -> None:
    path = tmp_path / "annotated.mp4"
    video = AnnotatedVideo(path)
    for index in range(3):
        time_s = index / 10
        small = frame(time_s, index, 320, 240)
        video.update(
            Moment(index, small, pose(320, 240, time_s), state(time_s, criterion()), exercise())
        )
    video.close()

    with av.open(str(path)) as written:
        stream = written.streams.video[0]
        assert (stream.width, stream.height, stream.frames) == (640, 480, 3)


def test_between_two_sets_no_exercise_is_named(tmp_path: Path) -> None:
    pictures = {}
    for name, number in (("within", 1), ("between", None)):
        video = AnnotatedVideo(tmp_path / f"{name}.mp4")
        small = frame(0.0, 0, 640, 480)
        one = Moment(0, small, pose(640, 480, 0.0), state(0.0, criterion()), exercise(), number)
        video.update(one)
        video.close()
        with av.open(str(tmp_path / f"{name}.mp4")) as written:
            pictures[name] = next(written.decode(video=0)).to_ndarray(format="rgb24").astype(int)
    corner = (slice(0, 60), slice(0, 200))
    assert np.ptp(pictures["within"][corner]) > 100
    assert np.ptp(pictures["between"][corner]) < 20


def test_a_video_is_made_smaller_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "annotated.mp4"
    video = AnnotatedVideo(path, AnnotationSettings(longest_side=854))
    video.update(
        Moment(
            0, frame(0.0, 0, 1280, 720), pose(1280, 720, 0.0), state(0.0, criterion()), exercise()
        )
    )
    video.close()

    with av.open(str(path)) as written:
        stream = written.streams.video[0]
        assert (stream.width, stream.height) == (854, 480)
