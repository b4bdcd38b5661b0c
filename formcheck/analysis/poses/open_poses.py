"""Opens the poses of an input, whichever it is: a video, a still picture, or a saved pose track."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from formcheck.analysis.parts.cut_recording import CutRecording, cut
from formcheck.analysis.parts.part_poses import PartPoses
from formcheck.analysis.parts.poses_in_parts import PosesInParts
from formcheck.analysis.poses.camera_stance import (
    CameraStance,
    FirstLook,
    stance_of,
    stance_of_picture,
)
from formcheck.analysis.poses.found_poses import (
    EstimatedPoses,
    PoseOfPicture,
    PosesOfParts,
    SavedPoses,
    facts_of_track,
)
from formcheck.analysis.poses.pose_source import (
    OpenedRecording,
    PosedFrame,
    PoseSource,
    SourceFacts,
)
from formcheck.analysis.poses.source_settings import DEFAULTS, SourceSettings
from formcheck.analysis.progress import Progress, Stop, tell_nobody
from formcheck.analysis.workers.crew import Crew
from formcheck.pose.estimation import Estimation
from formcheck.pose.people.census import Followed
from formcheck.pose.saved.tracks import is_pose_track, read_poses
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.video.content import content_of
from formcheck.video.open import open_recording
from formcheck.video.recordings.reading import Reading
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.source import SourceInfo, SourceKind


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
        known = read_poses(path)
        yield SavedPoses(known, facts_of_track(known), settings.turned or 0)
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
        if moves:
            yield EstimatedPoses(recording, facts, estimator, estimation.model)
        else:
            yield _picture(recording, facts, estimator, estimation.model)


def _picture(
    recording: OpenedRecording, facts: SourceFacts, estimator: TakeByTakeEstimator, model: str
) -> PoseOfPicture:
    frame = next(iter(recording))
    pose = estimator.estimate(frame)
    facts = replace(facts, stance=stance_of_picture(frame.image, pose))
    return PoseOfPicture(recording, facts, PosedFrame(frame.index, frame, pose), model)


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
    # Hardly a recording is turned: who is free begins meanwhile as if this one weren't.
    assumed = settings.turned or 0
    with ExitStack() as opened:
        cut_as_assumed = recording.turned(assumed)
        video = opened.enter_context(cut_as_assumed.open())
        poses = _poses_of_parts(cut_as_assumed, video, prepare, settings, wanted)
        opened.callback(poses.close)
        looked = look.result(tell_nobody, wanted.stop)
        recording = recording.turned(looked.stance.turned)
        chosen = looked.followed is not None
        if looked.stance.turned != assumed or chosen:
            poses.abandon()
            video = opened.enter_context(recording.open())
            poses = _poses_of_parts(recording, video, prepare, settings, wanted, chosen=chosen)
            opened.callback(poses.close)
        facts = _facts(info, video, looked.stance, looked.followed, settings)
        facts = replace(facts, frames=len(recording.index), cut=recording)
        yield PosesOfParts(video, facts, poses, looked.model)


def _poses_of_parts(
    recording: CutRecording,
    video: RecordedVideo,
    prepare: Callable[[], Estimation],
    settings: SourceSettings,
    wanted: InParts,
    *,
    chosen: bool = False,
) -> PosesInParts:
    """Hand all parts on.

    video: the recording as it is read. chosen: whether one of several people was, who is told in
    pixels of the larger pictures.
    """
    size = video.info.width, video.info.height
    reading = recording.reading.for_worker
    if not chosen:
        reading = settings.reading_for_poses(reading, max(size))
    works = [
        PartPoses(
            reading,
            size,
            prepare,
            part,
            wanted.folder.absolute() / f"part-{number}",
            settings.between,
        )
        for number, part in enumerate(recording.parts)
    ]
    return PosesInParts(works, wanted.crew, recording.index, wanted.progress, wanted.stop)


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
