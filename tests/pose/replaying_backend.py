"""A pose backend without a model: it finds what a saved track holds, in landmarks of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.calibration import Calibration
from formcheck.pose.landmark_set import BODY, LandmarkSet
from formcheck.pose.landmarks import INDEX
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.video.frame import Frame

COCO = LandmarkSet(
    "coco-17",
    (
        "nose",
        *(f"{side}_{part}" for part in ("eye", "ear", "shoulder") for side in ("left", "right")),
        *(f"{side}_{part}" for part in ("elbow", "wrist", "hip") for side in ("left", "right")),
        *(f"{side}_{part}" for part in ("knee", "ankle") for side in ("left", "right")),
    ),
    world=True,
)
"""What models learned on the COCO keypoints place: no heels, no toes, no fingers."""

LONG_ARMED = replace(FULL, arm_to_trunk=1.1)


@dataclass(frozen=True)
class ReplayingBackend:
    """Answers each frame with the pose that a saved track has for its time."""

    track: Path
    landmark_set: LandmarkSet = BODY
    calibration: Calibration = LONG_ARMED
    model: str = "replayed"

    def open_tracker(self, *, silhouette: bool = False) -> "Replayed":
        return Replayed(self, silhouette)

    def open_detector(self, *, silhouette: bool = False) -> "Replayed":
        return Replayed(self, silhouette)

    def open_people_detector(self) -> "Replayed":
        return Replayed(self, silhouette=False)


class Replayed(Closeable):
    def __init__(self, backend: ReplayingBackend, silhouette: bool) -> None:
        self._backend = backend
        self._silhouette = silhouette
        self._poses = {pose.time_s: pose for pose in read_poses(backend.track)}

    def estimate(self, frame: Frame) -> Pose:
        missing = Pose.missing(frame.time_s, frame.width, frame.height)
        return next(iter(self.detect(frame)), missing)

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        known = self._poses[frame.time_s]
        return (self._placed(known),) if known.found else ()

    def close(self) -> None:
        self._poses = {}

    def _placed(self, known: Pose) -> Pose:
        """The pose as a model with this backend's landmarks gives it: row by row in its order."""
        names = self._backend.landmark_set
        rows = [INDEX[name] for name in names.names]
        return replace(
            known,
            landmarks=names.lay_out(known.landmarks[rows]),
            world=names.lay_out(known.world[rows] if names.world else unknown(len(rows))),
            visibility=names.lay_out(known.visibility[rows]),
            presence=names.lay_out(known.presence[rows]),
            silhouette=known.silhouette if self._silhouette else None,
            calibration=self._backend.calibration,
        )


def unknown(rows: int) -> np.ndarray:
    return np.full((rows, 3), np.nan, np.float32)


def frames_of(track: Path) -> Iterator[Frame]:
    """Black frames of the sizes and at the times of a saved track."""
    for index, pose in enumerate(read_poses(track)):
        yield Frame(np.zeros((pose.height, pose.width, 3), np.uint8), pose.time_s, index)
