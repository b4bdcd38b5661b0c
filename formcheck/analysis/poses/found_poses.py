"""Poses as they are found: in one go, part by part, or before, in a saved track."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from formcheck.analysis.parts.poses_in_parts import PosesInParts
from formcheck.analysis.poses.camera_stance import CameraStance
from formcheck.analysis.poses.pose_source import OpenedRecording, PosedFrame, SourceFacts
from formcheck.enough_memory import check_memory
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.impossible import JumpWatch
from formcheck.pose.pose import Pose
from formcheck.pose.poses_between import poses_of
from formcheck.pose.saved.tracks import PoseTrack
from formcheck.pose.together import in_company
from formcheck.pose.upright.quarter_turn import turned_with_camera
from formcheck.pose.upright.recording_roll import RecordingRoll
from formcheck.results.wording.recording_wording import turn_told
from formcheck.texts.message import Message
from formcheck.video.cuts.takes import in_takes
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.timing import Times, Timing


class _OfRecording:
    """What both ways of finding poses in a recording say of it."""

    def __init__(self, recording: OpenedRecording, facts: SourceFacts) -> None:
        self._recording = recording
        self.facts = facts
        self.track: PoseTrack | None = None

    @property
    def warnings(self) -> tuple[Message, ...]:
        return (*turn_told(self.facts.stance.turned), *self._recording.warnings)

    @property
    def timing(self) -> Timing:
        return self._recording.timing


class EstimatedPoses(_OfRecording):
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


class PoseOfPicture(_OfRecording):
    """The pose in a still picture, which was found when that was opened."""

    def __init__(
        self, recording: OpenedRecording, facts: SourceFacts, posed: PosedFrame, model: str
    ) -> None:
        super().__init__(recording, facts)
        self._posed = posed
        self.model = model

    def __iter__(self) -> Iterator[PosedFrame]:
        posed = self._posed
        yield replace(posed, pose=JumpWatch().update(posed.pose))
        if not posed.pose.found:
            check_memory()


class PosesOfParts(_OfRecording):
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
        upright = (_upright(pose, self.facts.stance) for pose in self._poses)
        cut = self.facts.cut
        for number, pose in enumerate(in_company(upright)):
            frame = None if cut is None else cut.frame(number, pose)
            yield PosedFrame(number, frame, jumps.update(pose))
        if cut is not None and number + 1 == len(cut.index):
            self._video.read_in_stretches(cut.index)


def _upright(pose: Pose, stance: CameraStance) -> Pose:
    """What is known of the whole of it is surer than what its pictures say one by one."""
    return replace(pose, roll=stance.roll.degrees) if stance.roll.degrees else pose


class SavedPoses:
    """Poses that were found before.

    facts: what is known of what they were found in. turned: degrees clockwise by which they are
    turned, where its pictures turn out to need it.
    """

    def __init__(self, track: PoseTrack, facts: SourceFacts, turned: int = 0) -> None:
        self._track = track
        self._turned = turned
        self.facts = _turned_facts(facts, turned) if turned else facts
        self.track = None if turned else track
        self.warnings = (*turn_told(turned), *track.warnings)
        self.model = track.model
        self.timing = track.timing

    def __iter__(self) -> Iterator[PosedFrame]:
        poses: Iterable[Pose] = self._track
        if self._turned:
            poses = (turned_with_camera(pose, self._turned) for pose in poses)
        jumps = JumpWatch()
        for index, pose in enumerate(in_company(poses)):
            yield PosedFrame(index, None, jumps.update(pose))


def facts_of_track(track: PoseTrack) -> SourceFacts:
    """What a saved track says of itself."""
    return SourceFacts(
        kind="poses",
        width=track.width,
        height=track.height,
        rotation=track.rotation,
        frames=track.frames,
        stance=CameraStance(roll=RecordingRoll(sure=track.roll_sure), possible=track.possible_turn),
    )


def _turned_facts(facts: SourceFacts, turned: int) -> SourceFacts:
    sideways = turned % 180 != 0
    return replace(
        facts,
        width=facts.height if sideways else facts.width,
        height=facts.width if sideways else facts.height,
        rotation=(facts.rotation + turned) % 360,
        stance=CameraStance(turned, facts.stance.roll),
    )
