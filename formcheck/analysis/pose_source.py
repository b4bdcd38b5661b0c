"""Where the poses of an analysis come from: a video, a still picture, or a saved pose track."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, Protocol

from formcheck.analysis.camera_stance import CameraStance, FirstLook, stance_of
from formcheck.analysis.crew import Crew
from formcheck.analysis.cut_recording import CutRecording, cut
from formcheck.analysis.part_poses import PartPoses
from formcheck.analysis.poses_in_parts import PosesInParts
from formcheck.analysis.progress import Progress, Stop, tell_nobody
from formcheck.analysis.source_settings import DEFAULTS, SourceSettings
from formcheck.enough_memory import check_memory
from formcheck.measure.learned.ahead import asked_ahead
from formcheck.pose.census import Followed
from formcheck.pose.estimation import Estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.impossible import JumpWatch
from formcheck.pose.pose import Pose
from formcheck.pose.poses_between import poses_of
from formcheck.pose.recording_roll import RecordingRoll
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.pose.tracks import PoseTrack, is_pose_track, read_poses
from formcheck.results.recording_wording import turn_told
from formcheck.texts.message import Message
from formcheck.video.content import content_of
from formcheck.video.frame import Frame
from formcheck.video.open import open_recording
from formcheck.video.reading import Reading
from formcheck.video.recorded import RecordedVideo
from formcheck.video.source import SourceInfo, SourceKind
from formcheck.video.still_picture import StillPicture
from formcheck.video.takes import in_takes
from formcheck.video.timing import Times, Timing

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


@dataclass(frozen=True)
class InParts:
    """How a recording that is long enough is looked at in parts.

    crew: who looks at them. folder: for what is found in the meantime. progress, stop: see
    `Promise`.
    """

    crew: Crew
    folder: Path
    progress: Progress
    stop: Stop


@dataclass(frozen=True, eq=False)
class PosedFrame:
    """One frame and the pose in it; a saved track, or a recording in parts, has no pictures."""

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
    def timing(self) -> Timing:
        """What the times of the poses are worth; for certain when the last one has been had."""

    def __iter__(self) -> Iterator[PosedFrame]: ...


@contextmanager
def open_pose_source(
    path: Path,
    prepare: Callable[[], Estimation],
    settings: SourceSettings = DEFAULTS,
    in_parts: InParts | None = None,
) -> Iterator[PoseSource]:
    """Open an input, whichever the content is.

    prepare: finds the pose model; not called for a saved track, which needs none.
    in_parts: how a long recording is cut; None to read it in one go.

    Raises RecordingError, PoseTrackError or ModelError, each with the remedy, before any pose is
    asked for.
    """
    content_of(path)  # says what is wrong with the path itself
    # An archive that is something else is told so, and not that it is no video.
    if path.suffix == ".npz" or is_pose_track(path):
        yield _SavedPoses(read_poses(path))
        return
    with open_recording(path) as whole:  # a file that can't be read is told before the model loads
        moves, info = isinstance(whole, RecordedVideo), whole.info
    reading = settings.reading(path, info)
    if moves and in_parts is not None:
        in_pieces = cut(reading)
        if in_pieces is not None:
            with _open_parts(in_pieces, info, prepare, settings, in_parts) as source:
                yield source
            return
    estimation = prepare()
    stance = stance_of(path, estimation, settings.turned) if moves else CameraStance()
    recording, info = _open(path, stance.turned, settings)
    with recording, TakeByTakeEstimator(estimation.open) as estimator:
        facts = _facts(info, recording, stance, estimation.followed, settings)
        yield _EstimatedPoses(recording, facts, estimator, estimation.model)


@contextmanager
def open_frames(
    path: Path, turned: int = 0, settings: SourceSettings = DEFAULTS
) -> Iterator[OpenedRecording]:
    """The pictures of a recording or a still, those and of the size of `open_pose_source`.

    turned: degrees clockwise beyond what the file says; see `CameraStance`.

    Raises RecordingError where it can't be read.
    """
    recording, _ = _open(path, turned, settings)
    with recording:
        yield recording


def _open(path: Path, turned: int, settings: SourceSettings) -> tuple[OpenedRecording, SourceInfo]:
    """A recording as it is read, and what is known of the file itself."""
    recording = open_recording(path, turned=turned)
    info = recording.info
    reading = settings.reading(path, info, turned)
    if reading == Reading(path, turned=turned):
        return recording, info
    recording.close()
    if isinstance(recording, RecordedVideo):
        return reading.open(), info
    return open_recording(path, reading.longest_side), info


@contextmanager
def _open_parts(
    recording: CutRecording,
    info: SourceInfo,
    prepare: Callable[[], Estimation],
    settings: SourceSettings,
    wanted: InParts,
) -> Iterator[PoseSource]:
    first = FirstLook(recording.reading.for_worker.path, prepare, settings.turned)
    look = wanted.crew.submit(first)
    looked = look.result(tell_nobody, wanted.stop)
    recording = recording.turned(looked.stance.turned)
    with recording.open() as video:
        size = video.info.width, video.info.height
        reading = recording.reading.for_worker
        if looked.followed is None:  # who was chosen is told in pixels of the larger pictures
            reading = settings.reading_for_poses(reading, max(size))
        works = [
            PartPoses(
                reading,
                size,
                prepare,
                part,
                wanted.folder.absolute() / f"part-{number}.npz",
                settings.between,
            )
            for number, part in enumerate(recording.parts)
        ]
        poses = PosesInParts(works, wanted.crew, recording.index, wanted.progress, wanted.stop)
        facts = _facts(info, video, looked.stance, looked.followed, settings)
        facts = replace(facts, frames=len(recording.index), cut=recording)
        with poses:
            yield _PosesOfParts(video, facts, poses, looked.model)


class _OfRecording:
    """What both ways of finding poses in a recording say of it."""

    def __init__(self, recording: OpenedRecording, facts: SourceFacts) -> None:
        self._recording = recording
        self.facts = facts

    @property
    def warnings(self) -> tuple[Message, ...]:
        return (*turn_told(self.facts.stance.turned), *self._recording.warnings)

    @property
    def timing(self) -> Timing:
        return self._recording.timing


class _EstimatedPoses(_OfRecording):
    """Poses that are estimated as frames come."""

    def __init__(
        self,
        recording: OpenedRecording,
        facts: SourceFacts,
        estimator: PoseEstimator,
        model: str,
    ) -> None:
        super().__init__(recording, facts)
        self._estimator = estimator
        self.model = model

    def __iter__(self) -> Iterator[PosedFrame]:
        jumps, anybody = JumpWatch(), False
        # How fast somebody moves is only known where the times are.
        known = self._recording.timing.times is not Times.GUESSED
        between = self.facts.settings.between if known else None
        for frame, found in poses_of(in_takes(self._recording), self._estimator, between):
            pose = _upright(found, self.facts.stance)
            anybody = anybody or pose.found
            yield PosedFrame(frame.index, frame, jumps.update(pose))
        if not anybody:
            # A model without memory finds nobody either.
            check_memory()


class _PosesOfParts(_OfRecording):
    """Poses that are estimated part by part."""

    def __init__(
        self,
        video: RecordedVideo,
        facts: SourceFacts,
        poses: PosesInParts,
        model: str,
    ) -> None:
        super().__init__(video, facts)
        self._video = video
        self._poses = poses
        self.model = model

    def __iter__(self) -> Iterator[PosedFrame]:
        number = -1
        jumps = JumpWatch()
        for number, pose in enumerate(self._poses):
            yield PosedFrame(number, None, jumps.update(_upright(pose, self.facts.stance)))
        cut = self.facts.cut
        if cut is not None and number + 1 == len(cut.index):
            self._video.read_in_stretches(cut.index)


def _facts(
    info: SourceInfo,
    recording: OpenedRecording,
    stance: CameraStance,
    followed: Followed | None,
    settings: SourceSettings,
) -> SourceFacts:
    """Info: what is known of the file itself. recording: as it is read."""
    return SourceFacts(
        kind="image" if info.kind is SourceKind.IMAGE else "video",
        width=info.width,
        height=info.height,
        rotation=info.rotation,
        frames=recording.info.frame_count,
        stance=stance,
        followed=followed,
        thinned_from=recording.thinned_from,
        settings=settings,
    )


def _upright(pose: Pose, stance: CameraStance) -> Pose:
    """What is known of the whole of it is surer than what its pictures say one by one."""
    return replace(pose, roll=stance.roll.degrees) if stance.roll.degrees else pose


class _SavedPoses:
    """Poses that were found before."""

    def __init__(self, track: PoseTrack) -> None:
        self._track = track
        self.warnings = track.warnings
        self.model = track.model
        self.timing = track.timing
        self.facts = SourceFacts(
            kind="poses",
            width=track.width,
            height=track.height,
            rotation=track.rotation,
            frames=track.frames,
            stance=CameraStance(roll=RecordingRoll(sure=track.roll_sure)),
        )

    def __iter__(self) -> Iterator[PosedFrame]:
        poses = asked_ahead(map(JumpWatch().update, self._track))
        for index, pose in enumerate(poses):
            yield PosedFrame(index, None, pose)
