"""Finds out that a recording lies on its side or its head though nothing in the file says so."""

from pathlib import Path

from formcheck.pose.estimation import Estimation
from formcheck.pose.needed_turn import needed_turn
from formcheck.video.frame import Frame
from formcheck.video.glances import glances


def turn_of(path: Path, estimation: Estimation) -> int:
    """Degrees clockwise by which a video must be turned; 0 where it is upright or unclear.

    The pose model finds a body however it is turned, so each glance is looked at once.

    Raises RecordingError where it can't be read, EstimationError where the model fails.
    """
    if estimation.open_detector is None:
        return 0
    images = glances(path)
    with estimation.open_detector() as detector:
        poses = [
            detector.estimate(Frame(image, float(number), number))
            for number, image in enumerate(images)
        ]
    return needed_turn(images, poses)
