"""What a pose model must bring so that the rest of the program can use it.

To add one: a module that implements `PoseBackend`, and a line in `backends`. Its poses are laid out
like all others, by `LandmarkSet.lay_out`.
"""

from typing import Protocol

from formcheck.pose.calibration import Calibration
from formcheck.pose.estimator import PeopleDetector, PoseEstimator
from formcheck.pose.landmark_set import LandmarkSet


class PoseBackend(Protocol):
    """A pose model that is there, and can be opened as often as needed, in any thread.

    Give one of your own wherever a model is asked for: `open_estimator(backend)`.
    """

    @property
    def model(self) -> str:
        """The model's name, as results and saved tracks tell it."""

    @property
    def landmark_set(self) -> LandmarkSet:
        """The landmarks that it places, and whether it places them in metres too."""

    @property
    def calibration(self) -> Calibration:
        """How it places and scores them; every pose carries it."""

    def open_tracker(self, *, silhouette: bool = False) -> PoseEstimator:
        """Opens what tracks one person through one video.

        silhouette: whether poses carry the body's outline. Raises ModelError where the model can't
        be loaded; so do the other two.
        """

    def open_detector(self, *, silhouette: bool = False) -> PoseEstimator:
        """Opens what looks at each picture by itself, without memory or smoothing."""

    def open_people_detector(self) -> PeopleDetector:
        """Opens what finds everybody in a picture, each looked at by itself."""
