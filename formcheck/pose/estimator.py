"""What the rest of the program asks of a pose model, so that tests can replay saved poses."""

from types import TracebackType
from typing import Protocol, Self

from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


class PoseEstimator(Protocol):
    """Finds one person in each frame of one video; frames come in rising time."""

    def estimate(self, frame: Frame) -> Pose:
        """The pose in this frame; a missing one where nobody is found."""

    def close(self) -> None:
        """Free the model; no frame can be estimated afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
