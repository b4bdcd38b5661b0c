"""What the poses of an analysis come from, whether a video, a still picture or a saved track."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from formcheck.analysis.parts.cut_recording import CutRecording
from formcheck.analysis.poses.camera_stance import CameraStance
from formcheck.analysis.poses.source_settings import DEFAULTS, SourceSettings
from formcheck.pose.people.census import Followed
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import PoseTrack
from formcheck.texts.message import Message
from formcheck.video.frame import Frame
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.still_picture import StillPicture
from formcheck.video.timing import Timing

OpenedRecording = RecordedVideo | StillPicture


@dataclass(frozen=True)
class SourceFacts:
    """What is known of an input before it is read.

    width, height: pixels of the upright pictures in the file. rotation: degrees clockwise by which
    the stored pictures are turned in all. frames: as the file states it, None where it doesn't; for
    progress bars only. stance: how the camera was held, where that was looked at. cut: how its
    parts are read by themselves; None where it is read in one go. thinned_from: pictures a second
    that the file has, where not all of them are looked at. settings: how it is read.
    """

    kind: Literal["video", "image", "poses"]
    width: int
    height: int
    rotation: int
    frames: int | None
    stance: CameraStance = field(default_factory=CameraStance)
    followed: Followed | None = None
    cut: CutRecording | None = None
    thinned_from: float | None = None
    settings: SourceSettings = DEFAULTS


@dataclass(frozen=True, eq=False)
class PosedFrame:
    """One frame and the pose in it; a saved track has no pictures."""

    index: int
    frame: Frame | None
    pose: Pose


class PoseSource(Protocol):
    """The poses of one input in rising time, each with what jumped (see `Jumps`)."""

    @property
    def facts(self) -> SourceFacts:
        """What is known beforehand."""

    @property
    def model(self) -> str:
        """Name of the pose model that finds, or found, the poses."""

    @property
    def warnings(self) -> tuple[Message, ...]:
        """What was missing or damaged; complete when the last pose has been had."""

    @property
    def track(self) -> PoseTrack | None:
        """That holds these very poses already; None where there is none."""

    @property
    def timing(self) -> Timing:
        """What the times of the poses are worth; for certain when the last one has been had."""

    def __iter__(self) -> Iterator[PosedFrame]: ...
