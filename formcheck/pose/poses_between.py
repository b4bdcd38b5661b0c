"""Poses of a recording of which not every picture is looked at; the rest are put in between.

Finding a pose is most of the work, and between two pictures of thirty a second a body that moves
slowly goes nowhere. So while it does, the model is shown every second picture, and every third
while it hardly moves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from formcheck.pose.drawn_beside import BesideWatch
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.landmarks import INDEX
from formcheck.pose.people.person_cover import seen_under
from formcheck.pose.pose import Floats, Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class BetweenSettings:
    """When a picture isn't looked at."""

    apart_s: float = 0.085
    """Seconds at most between the two that are looked at, before it and after it: those of films
    of 24 pictures a second and more, half of which are as many as formcheck was made with."""

    still_apart_s: float = 0.126
    """The same while somebody hardly moves: two of three pictures at 24 to 30 a second."""

    still_m_s: float = 0.3
    """Metres a second below which somebody hardly moves."""

    slow_m_s: float = 1.0
    """Metres a second, of the quickest joint from one picture that was looked at to the next; who
    moves faster is looked at in every picture. So 45 % of the pictures are looked at. Of 93
    recordings of real people at 24 to 30 a second, each begun at its first three pictures, 2 of 279
    counts, 3 of 795 criteria and 5 holds by more than 0.15 s are told otherwise than from all
    pictures (poses found in all of them, with those left out that wouldn't be looked at), no
    recognised exercise is; beginning one or two pictures later changes 3, 8, 8 and 2 itself."""

    fast_m_s: float = 4.0
    """From which on nothing is put in between: a jump must stay one (see `ImpossibleSettings`)."""


DEFAULTS = BetweenSettings()

LIMBS = slice(INDEX["left_shoulder"], None)
"""Rows of all landmarks but those of the head."""


def poses_of(
    frames: Iterable[Frame], estimator: PoseEstimator, settings: BetweenSettings | None = DEFAULTS
) -> Iterator[tuple[Frame, Pose]]:
    """Every frame with its pose, in order, one frame late.

    settings: None to look at every picture. The first and the last frame are looked at, and those
    at either side of a cut.
    """
    looking = _Looking(estimator)
    if settings is None:
        for frame in frames:
            yield frame, looking.estimate(frame)
        return
    sparing = _Sparing(looking, settings)
    for frame in frames:
        yield from sparing.update(frame)
    yield from sparing.finish()


class _Looking:
    """Finds the pose in a frame, as far as nothing hides it; state over frames."""

    def __init__(self, estimator: PoseEstimator) -> None:
        self._estimator = estimator
        self._beside = BesideWatch()
        self._covered = False

    def estimate(self, frame: Frame) -> Pose:
        """The pose in the next frame; who is lost while something hides them is still there."""
        pose = self._beside.seen_of(self._estimator.estimate(frame), frame.take)
        pose = seen_under(pose, frame.laid_over)
        if not pose.found and frame.laid_over is not None and self._covered:
            pose = replace(pose, covered=True)
        self._covered = pose.covered
        return pose


class _Sparing:
    """Looks at pictures or leaves them out; state over time."""

    def __init__(self, looking: "_Looking", settings: BetweenSettings) -> None:
        self._looking = looking
        self._settings = settings
        self._before: Pose | None = None
        self._take = 0
        self._apart_s = 0.0
        self._waiting: list[Frame] = []

    def update(self, frame: Frame) -> Iterator[tuple[Frame, Pose]]:
        """Take the next frame; those of which the pose is known now."""
        if self._waiting and not self._goes_on(frame):
            yield from self._look(self._waiting.pop())
        if self._may_wait(frame):
            self._waiting.append(frame)
        else:
            yield from self._look(frame)

    def finish(self) -> Iterator[tuple[Frame, Pose]]:
        """The last ones, when no more frames come."""
        if self._waiting:
            yield from self._look(self._waiting.pop())

    def _goes_on(self, frame: Frame) -> bool:
        """Whether poses may be put in between the one that was found last and this frame."""
        assert self._before is not None
        near = frame.time_s - self._before.time_s <= self._apart_s
        shown = not frame.frozen and frame.laid_over is None
        return near and frame.take == self._take and shown

    def _may_wait(self, frame: Frame) -> bool:
        """Whether the frame after this one comes soon enough, as far as those before it tell."""
        if self._before is None or self._apart_s == 0:
            return False
        last_s = self._waiting[-1].time_s if self._waiting else self._before.time_s
        next_s = frame.time_s + (frame.time_s - last_s)
        return not self._waiting or next_s - self._before.time_s <= self._apart_s

    def _look(self, frame: Frame) -> Iterator[tuple[Frame, Pose]]:
        """Look at a frame; those that waited for it come first."""
        before, pose = self._before, self._looking.estimate(frame)
        waited, self._waiting = self._waiting, []
        self._apart_s = 0.0
        if before is not None:
            for each in waited:
                yield each, between(before, pose, each.time_s, self._settings)
            self._apart_s = self._may_be_apart_s(before, pose)
        self._before, self._take = pose, frame.take
        yield frame, pose

    def _may_be_apart_s(self, before: Pose, pose: Pose) -> float:
        """How much later the next look may be; 0 for at once."""
        if not (_is_alone_and_steady(pose) and _are_one_body(before, pose)):
            return 0.0
        speed = speed_m_s(before, pose)
        if speed < self._settings.still_m_s:
            return self._settings.still_apart_s
        return self._settings.apart_s if speed < self._settings.slow_m_s else 0.0


def between(before: Pose, after: Pose, time_s: float, settings: BetweenSettings = DEFAULTS) -> Pose:
    """The pose between two others, on a straight way from one to the other.

    Nobody where one of them is nobody; as before where the way is too long to be a body's.
    """
    if not _are_one_body(before, after):
        missing = Pose.missing(time_s, before.width, before.height)
        return replace(
            missing,
            roll=before.roll,
            camera=before.camera,
            take=before.take,
            covered=after.covered,
            dark=after.dark,
            between=True,
        )
    if speed_m_s(before, after) > settings.fast_m_s:
        return replace(before, time_s=time_s, between=True)
    share = (time_s - before.time_s) / (after.time_s - before.time_s)
    nearer = before if share < 0.5 else after
    return replace(
        before,
        time_s=time_s,
        landmarks=_on_the_way(before.landmarks, after.landmarks, share),
        world=_on_the_way(before.world, after.world, share),
        visibility=_on_the_way(before.visibility, after.visibility, share),
        presence=_on_the_way(before.presence, after.presence, share),
        silhouette=nearer.silhouette,
        between=True,
    )


def speed_m_s(before: Pose, after: Pose) -> float:
    """Metres a second across the picture of the quickest joint that is seen in both poses."""
    size, seconds = before.pixels_per_metre, after.time_s - before.time_s
    if not (size > 0 and seconds > 0):
        return float("inf")
    seen = np.minimum(before.visibility, after.visibility)[LIMBS] >= before.calibration.visibility
    way = after.landmarks[LIMBS, :2] - before.landmarks[LIMBS, :2]
    quickest = np.hypot(way[:, 0], way[:, 1]).max(where=seen, initial=0.0)
    return float(quickest) / size / seconds


def _are_one_body(before: Pose, after: Pose) -> bool:
    """Whether both are there, and nothing begins anew between them."""
    return before.found and after.found and before.take == after.take


def _is_alone_and_steady(pose: Pose) -> bool:
    """Whether nobody else is about, and the camera stands still."""
    return not pose.others and not pose.covered and pose.camera.is_none


def _on_the_way(before: Floats, after: Floats, share: float) -> Floats:
    return np.asarray(before + np.float32(share) * (after - before), np.float32)
