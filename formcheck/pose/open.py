"""Opens the pose estimator that live coaching and analysis use.

Loading this module loads MediaPipe and OpenCV: import it only where poses are estimated.
"""

from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.mediapipe_landmarker import (
    MOST_PEOPLE,
    MediaPipeLandmarker,
    MediaPipeStillLandmarker,
)
from formcheck.pose.model import PoseModel
from formcheck.pose.person_tracking import ChoosingEstimator
from formcheck.pose.redetection import RetryingEstimator
from formcheck.pose.roll_correction import LevellingEstimator
from formcheck.pose.several_people import Beside, InTurn


def open_estimator(
    model: PoseModel, *, silhouette: bool = False, live: bool = False
) -> PoseEstimator:
    """An estimator for one video or one still picture; close it, or use it in a with statement.

    model: what `find_model` returned.
    silhouette: whether poses carry the body's outline.
    live: whether no frame may wait for a look at everybody who is there.

    Raises ModelError where the model can't be loaded.
    """
    follower = RetryingEstimator(
        follow=lambda: MediaPipeLandmarker(model, silhouette=silhouette),
        look=lambda: MediaPipeStillLandmarker(model),
    )

    def open_looker() -> MediaPipeStillLandmarker:
        return MediaPipeStillLandmarker(model, most_people=MOST_PEOPLE)

    onlooker = Beside(open_looker) if live else InTurn(open_looker)
    return LevellingEstimator(ChoosingEstimator(follower, onlooker))
