"""What an opened pose model does, so that tests can replay saved poses."""

from typing import Protocol

from formcheck.closeable import Closes
from formcheck.errors import FormcheckError
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


class ModelError(FormcheckError):
    """A pose model is missing, damaged or none that can be used."""


class EstimationError(FormcheckError):
    """A pose model failed on a frame."""


class PoseEstimator(Closes, Protocol):
    """Finds one person in each frame of one video; frames come in rising time.

    Closing it frees the model: no frame can be estimated afterwards.
    """

    def estimate(self, frame: Frame) -> Pose:
        """The pose in this frame; a missing one where nobody is found.

        Raises EstimationError where the model fails.
        """


class PeopleDetector(Protocol):
    """Finds everybody in single pictures."""

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        """Everybody in a frame, the surest first; empty for nobody.

        One body may be among them twice. Raises EstimationError where the model fails.
        """

    def close(self) -> None:
        """Free the model."""
