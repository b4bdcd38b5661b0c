"""Opens the pose estimator that live coaching and analysis use.

Loading this module loads MediaPipe and OpenCV: import it only where poses are estimated.
"""

from formcheck.pose.mediapipe_landmarker import MediaPipeLandmarker, MediaPipeStillLandmarker
from formcheck.pose.model import PoseModel
from formcheck.pose.retry import RetryingEstimator


def open_estimator(model: PoseModel, *, silhouette: bool = False) -> RetryingEstimator:
    """An estimator for one video or one still picture; close it, or use it in a with statement.

    model: what `find_model` returned.
    silhouette: whether poses carry the body's outline.

    Raises ModelError where the model can't be loaded.
    """
    return RetryingEstimator(
        follow=lambda: MediaPipeLandmarker(model, silhouette=silhouette),
        look=lambda: MediaPipeStillLandmarker(model),
    )
