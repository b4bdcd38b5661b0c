"""MediaPipe's pose landmarker behind the interface of a pose estimator.

Loading this module loads MediaPipe and OpenCV: import it only where poses are estimated.
"""

import os
from abc import abstractmethod
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.blazepose.asymmetry import asymmetry_of
from formcheck.pose.blazepose.model_file import PoseModel, read_model
from formcheck.pose.blazepose.model_input import (
    INPUT,
    WIDTH_STEP,
    ModelInput,
    to_model_input,
)
from formcheck.pose.blazepose.native_log import without_native_chatter
from formcheck.pose.blazepose.silhouette import silhouette_of
from formcheck.pose.blazepose.without_sound import without_sound
from formcheck.pose.blazepose_calibration import calibration_of
from formcheck.pose.estimator import EstimationError, ModelError
from formcheck.pose.pose import Floats, Pose
from formcheck.texts.message import message
from formcheck.texts.refusal import is_for_want_of_memory
from formcheck.texts.shown import shown
from formcheck.video.frame import Frame

with without_sound():
    from mediapipe.tasks.python.core.base_options import BaseOptions
    from mediapipe.tasks.python.vision.core.image import Image as MediaPipeImage
    from mediapipe.tasks.python.vision.core.image import ImageFormat
    from mediapipe.tasks.python.vision.core.vision_task_running_mode import VisionTaskRunningMode
    from mediapipe.tasks.python.vision.pose_landmarker import (
        PoseLandmarker,
        PoseLandmarkerOptions,
        PoseLandmarkerResult,
    )


@dataclass(frozen=True)
class TrackerSettings:
    """How a video is tracked.

    far_apart_s: seconds between two pictures from which each is looked at twice. MediaPipe looks
        where the body was before, and a body that has moved out of there is drawn too near to
        where it was: at two pictures a second by 3.5 pixels of 480 on average, and by 2.1 after
        a second look (partial sit-up; 2.6 and 1.6 at three, 1.7 and 1.0 at five).
    """

    far_apart_s: float = 0.19


DEFAULTS = TrackerSettings()


class _Landmarker(Closeable):
    """What tracking through a video and looking at single pictures have in common."""

    def __init__(
        self,
        model: PoseModel,
        mode: VisionTaskRunningMode,
        *,
        silhouette: bool = False,
        most_people: int = 1,
    ) -> None:
        options = PoseLandmarkerOptions(
            base_options=_options_of(model),
            running_mode=mode,
            num_poses=most_people,
            output_segmentation_masks=silhouette,
        )
        self._calibration = calibration_of(model.name)
        self._asymmetry = asymmetry_of(model.name)
        self._longest_side = INPUT.longest_side(silhouette=silhouette)
        self._has_spoken = False
        self._closed = False
        with without_native_chatter():
            self._landmarker = _load(options, model)
            self._warm_up(model)

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is in a frame; a missing pose where nobody is found.

        Raises EstimationError where the model fails.
        """
        return next(iter(self._all(frame)), Pose.missing(frame.time_s, frame.width, frame.height))

    def _all(self, frame: Frame) -> tuple[Pose, ...]:
        """Everybody who is found, as the model orders them."""
        if self._closed:
            raise EstimationError(message("error.model.closed"))
        if frame.image.size == 0:
            return ()
        picture = to_model_input(frame.image, self._longest_side)
        image = MediaPipeImage(image_format=ImageFormat.SRGB, data=picture.image)
        try:
            with nullcontext() if self._has_spoken else without_native_chatter():
                result = self._detect(image, frame.time_s)
        except (ValueError, RuntimeError) as error:
            raise EstimationError(
                message("error.model.failed", time_s=float(frame.time_s))
            ) from error
        self._has_spoken = self._has_spoken or bool(result.pose_landmarks)
        found = range(len(result.pose_landmarks))
        return tuple(self._to_pose(result, number, picture, frame) for number in found)

    def _to_pose(
        self, result: PoseLandmarkerResult, number: int, picture: ModelInput, frame: Frame
    ) -> Pose:
        rows, columns = picture.image.shape[:2]
        found = result.pose_landmarks[number]
        unit = np.array([columns, rows, columns], np.float32) * picture.factor
        silhouette = None
        if result.segmentation_masks:
            mask = result.segmentation_masks[number].numpy_view().reshape(rows, columns)
            silhouette = silhouette_of(mask[:, : picture.width], picture.factor)
        return Pose(
            time_s=frame.time_s,
            width=frame.width,
            height=frame.height,
            landmarks=_points(found) * unit,
            world=_points(result.pose_world_landmarks[number]) - self._asymmetry,
            visibility=np.array([point.visibility for point in found], np.float32),
            presence=np.array([point.presence for point in found], np.float32),
            silhouette=silhouette,
            calibration=self._calibration,
        )

    def _warm_up(self, model: PoseModel) -> None:
        """Look at nothing once: the graph starts in threads of its own, and says so late."""
        nothing = np.zeros((WIDTH_STEP, WIDTH_STEP, 3), np.uint8)
        try:
            self._detect(MediaPipeImage(image_format=ImageFormat.SRGB, data=nothing), 0.0)
        except (ValueError, RuntimeError) as error:
            self.close()
            raise _unusable(model) from error

    @abstractmethod
    def _detect(self, image: MediaPipeImage, time_s: float) -> PoseLandmarkerResult:
        """What MediaPipe finds, in its own words."""

    def close(self) -> None:
        """Free the model; may be called twice."""
        if self._closed:
            return
        self._closed = True
        try:
            self._landmarker.close()
        except (ValueError, RuntimeError):
            # A graph that failed reports it again on closing; MediaPipe would close it a second
            # time when the object goes, and that may never return.
            self._landmarker._handle = None


class BlazePoseTracker(_Landmarker):
    """Tracks one person through one video.

    Frames must come in rising time; those closer than the millisecond that MediaPipe counts in
    are pushed apart. Landmarks are smoothed over time by MediaPipe. Frames may be of any size.

    model: what `find_model` returned.
    silhouette: whether poses carry the body's outline, which costs 2 to 4 ms a frame.

    Raises ModelError where the model can't be loaded.
    """

    def __init__(
        self,
        model: PoseModel,
        *,
        silhouette: bool = False,
        settings: TrackerSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._last_ms = -1
        super().__init__(model, VisionTaskRunningMode.VIDEO, silhouette=silhouette)

    def _detect(self, image: MediaPipeImage, time_s: float) -> PoseLandmarkerResult:
        before_ms, now_ms = self._last_ms, round(time_s * 1000)
        if before_ms >= 0 and now_ms - before_ms > 1000 * self._settings.far_apart_s:
            self._landmarker.detect_for_video(image, now_ms - 1)
        self._last_ms = max(now_ms, before_ms + 1)
        return self._landmarker.detect_for_video(image, self._last_ms)


class BlazePoseDetector(_Landmarker):
    """Looks at every picture by itself: slower than tracking, and without memory or smoothing.

    most_people: how many `detect` finds.
    """

    def __init__(self, model: PoseModel, *, silhouette: bool = False, most_people: int = 1) -> None:
        super().__init__(
            model, VisionTaskRunningMode.IMAGE, silhouette=silhouette, most_people=most_people
        )

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        """Everybody in a frame, the one of whom the model is surest first; empty for nobody.

        One body may be among them twice. Raises EstimationError where the model fails.
        """
        return self._all(frame)

    def _detect(self, image: MediaPipeImage, time_s: float) -> PoseLandmarkerResult:
        del time_s
        return self._landmarker.detect(image)


def _options_of(model: PoseModel) -> BaseOptions:
    """By its path the file is mapped, and every process has the same pages: 9 MB less for each
    landmarker. Other letters than these don't reach MediaPipe everywhere.
    """
    path = str(model.path.absolute())
    if os.name == "posix" and path.isascii() and model.path.is_file():
        return BaseOptions(model_asset_path=path)
    return BaseOptions(model_asset_buffer=read_model(model.path))


def _load(options: PoseLandmarkerOptions, model: PoseModel) -> PoseLandmarker:
    try:
        return PoseLandmarker.create_from_options(options)
    except (ValueError, RuntimeError) as error:
        raise _unusable(model) from error
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise _unusable(model) from error
        if is_for_want_of_memory(error):
            raise ModelError(message("error.model.not_started")) from error
        raise ModelError(message("error.model.no_mediapipe", error=str(error))) from error


def _unusable(model: PoseModel) -> ModelError:
    if model.origin != "given":
        # Its bytes are those that were published.
        return ModelError(message("error.model.not_started"))
    return ModelError(message("error.model.unusable", path=shown(model.path)))


def _points(landmarks: list[Any]) -> Floats:
    return np.array([(point.x, point.y, point.z) for point in landmarks], np.float32)
