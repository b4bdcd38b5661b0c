"""Finds out how a recording's camera was held: on its side or its head, or rolled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from formcheck.analysis.progress import Progress, Stop
from formcheck.pose.estimation import Estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.people.census import Followed
from formcheck.pose.pose import Pose
from formcheck.pose.upright.camera_roll import roll_votes
from formcheck.pose.upright.needed_turn import NeededTurn, needed_turn, turn_of_picture
from formcheck.pose.upright.possible_turn import PossibleTurn
from formcheck.pose.upright.recording_roll import RecordingRoll, recording_roll
from formcheck.pose.upright.room_lines import room_lines
from formcheck.video.frame import Frame, Image
from formcheck.video.recordings.glances import glances
from formcheck.video.too_dark import is_too_dark


@dataclass(frozen=True)
class CameraStance:
    """How a camera was held.

    turned: degrees clockwise, a multiple of 90, by which the pictures must be turned beyond what
    the file says. roll: by which they lean then. possible: a turn that they may need, where that is
    unclear.
    """

    turned: int = 0
    roll: RecordingRoll = field(default_factory=RecordingRoll)
    possible: PossibleTurn | None = None


@dataclass(frozen=True)
class FirstLook:
    """What is known of a recording's poses before any is found; see `Work`.

    It loads the pose model, so that whoever has it done by others needn't.

    path: of the recording. prepare: finds the pose model. turned: see `stance_of`.
    """

    path: Path
    prepare: Callable[[], Estimation]
    turned: int | None = None

    def run(self, progress: Progress, stop: Stop) -> "Looked":
        """Returns what was seen; it is soon done."""
        del progress, stop
        estimation = self.prepare()
        stance = stance_of(self.path, estimation, self.turned)
        return Looked(stance, estimation.model, estimation.followed)


@dataclass(frozen=True)
class Looked:
    """How the camera was held, the pose model's name, and who is followed, where that was asked."""

    stance: CameraStance
    model: str
    followed: Followed | None


def stance_of(path: Path, estimation: Estimation, turned: int | None = None) -> CameraStance:
    """Look at some pictures from all over a video; what stays unclear is taken for usual.

    The pose model finds a body however it is turned, so each picture is looked at once.

    turned: degrees clockwise by which they must be turned, where that is known.

    Raises RecordingError where it can't be read, EstimationError where the model fails.
    """
    if estimation.open_detector is None:
        return CameraStance(turned or 0)
    # In the dark bodies are guessed, and so are the lines of a room.
    images = [image for image in glances(path) if not is_too_dark(image)]
    if not images:
        return CameraStance(turned or 0)
    with estimation.open_detector() as detector:
        poses = _poses(detector, images)
        turn = needed_turn(images, poses) if turned is None else NeededTurn(turned)
        if turn.degrees:
            quarters = turn.degrees // 90
            images = [np.ascontiguousarray(np.rot90(image, -quarters)) for image in images]
            poses = _poses(detector, images)
    looks = zip(images, poses, strict=True)
    votes = [roll_votes(room_lines(image, pose)) for image, pose in looks]
    return CameraStance(turn.degrees, recording_roll(votes, poses), turn.possible)


def stance_of_picture(image: Image, pose: Pose) -> CameraStance:
    """How a still picture's camera was held, as far as one moment tells. pose: found in it."""
    return CameraStance(possible=turn_of_picture(image, pose))


def _poses(detector: PoseEstimator, images: Sequence[Image]) -> list[Pose]:
    return [
        detector.estimate(Frame(image, float(number), number))
        for number, image in enumerate(images)
    ]
