"""BlazePose as a pose backend.

Loading this module loads the landmarker's library and OpenCV: `backends` does so when needed.
"""

from dataclasses import dataclass
from typing import ClassVar

from formcheck.pose.blazepose.landmarker import BlazePoseDetector, BlazePoseTracker
from formcheck.pose.blazepose.model_file import PoseModel
from formcheck.pose.blazepose_calibration import calibration_of
from formcheck.pose.calibration import Calibration
from formcheck.pose.estimator import PeopleDetector, PoseEstimator
from formcheck.pose.landmark_set import BODY, LandmarkSet


@dataclass(frozen=True)
class BlazePoseBackend:
    """Runs a pose landmarker bundle; see `PoseBackend`.

    bundle: what `find_model` returned.
    most_people: how many are looked for where several are; more don't change whom to watch, and
        cost time (engineering).
    """

    bundle: PoseModel
    most_people: int = 3
    landmark_set: ClassVar[LandmarkSet] = BODY

    @property
    def model(self) -> str:
        """The model's name: full, lite, heavy or custom."""
        return self.bundle.name

    @property
    def calibration(self) -> Calibration:
        """How the model places and scores landmarks; lite, and one of one's own, as full does."""
        return calibration_of(self.bundle.name)

    def open_tracker(self, *, silhouette: bool = False) -> PoseEstimator:
        """Opens what tracks one person through one video."""
        return BlazePoseTracker(self.bundle, silhouette=silhouette)

    def open_detector(self, *, silhouette: bool = False) -> PoseEstimator:
        """Opens what looks at each picture by itself."""
        return BlazePoseDetector(self.bundle, silhouette=silhouette)

    def open_people_detector(self) -> PeopleDetector:
        """Opens what finds everybody in a picture."""
        return BlazePoseDetector(self.bundle, most_people=self.most_people)
