"""Tracks the nearest, most central person where several are in the picture.

The pose model tracks one body and stays with it, whoever that is. So everybody is looked for now
and then; where the wrong one is tracked, the others are painted over for a moment, and the model
takes up the one who is left. While it isn't sure who is tracked, nobody is: what is said of one
person must never be said of another.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.people import box_round, distinct, same_person
from formcheck.pose.people_scanner import PeopleScan, PeopleScanner
from formcheck.pose.person_selection import PersonSelector, has_jumped
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class TrackingSettings:
    """How often everybody is looked for, and how long doubt lasts.

    scan_every_s, scan_every_s_with_others: between two scans, each of about two frames' work
        (engineering: at 30 frames a second at most a fifteenth of all work).
    remembered_s: so far back a scan may lie: longer than any takes.
    doubt_s: a scan that hasn't come by then won't come: who is tracked is believed.
    tries: the first makes the model lose who has been painted over, the second finds who is left.
    """

    scan_every_s: float = 2.0
    scan_every_s_with_others: float = 1.0
    remembered_s: float = 3.0
    doubt_s: float = 3.0
    tries: int = 3


class PersonTracker(Closeable):
    """Tracks one person through one video, the one who is meant.

    Poses say how many others are there. estimator, scanner: closed with it.
    """

    def __init__(
        self,
        estimator: PoseEstimator,
        scanner: PeopleScanner,
        settings: TrackingSettings = TrackingSettings(),
    ) -> None:
        self._estimator = estimator
        self._scanner = scanner
        self._settings = settings
        self._selector = PersonSelector()
        self._lately: deque[Pose] = deque()
        self._scanned_s = -np.inf
        self._sure: Pose | None = None
        self._doubted_s: float | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is; a missing pose where nobody is found, or it isn't sure who it is."""
        pose = self._estimator.estimate(frame)
        self._remember(pose)
        if self._jumped(pose):
            self._doubted_s = frame.time_s
            self._scanned_s = -np.inf
        if frame.time_s - self._scanned_s >= self._pause_s:
            self._scanned_s = frame.time_s
            self._scanner.submit(frame)
        scan = self._scanner.collect()
        if scan is not None:
            pose = self._consider(scan, pose, frame)
        if self._doubted_s is not None and frame.time_s - self._doubted_s < self._settings.doubt_s:
            pose = Pose.missing(frame.time_s, frame.width, frame.height)
        else:
            self._doubted_s = None
            self._sure = pose if pose.found else self._sure
        return replace(pose, others=self._selector.others)

    def close(self) -> None:
        """Free all models; may be called twice."""
        self._scanner.close()
        self._estimator.close()

    @property
    def _pause_s(self) -> float:
        if self._selector.several:
            return self._settings.scan_every_s_with_others
        return self._settings.scan_every_s

    def _remember(self, pose: Pose) -> None:
        self._lately.append(pose)
        while self._lately[0].time_s < pose.time_s - self._settings.remembered_s:
            self._lately.popleft()

    def _jumped(self, pose: Pose) -> bool:
        """Whether somebody else may be tracked all at once; alone there is nobody else."""
        known = self._sure
        if self._doubted_s is not None or known is None or not self._selector.several:
            return False
        return is_person(pose) and has_jumped(known, pose)

    def _consider(self, scan: PeopleScan, pose: Pose, frame: Frame) -> Pose:
        """What a scan of everybody changes."""
        tracked = next((one for one in self._lately if one.time_s == scan.time_s), None)
        tracked = tracked if tracked is not None and is_person(tracked) else None
        if self._doubted_s is not None and scan.time_s < self._doubted_s:
            return pose
        meant = None
        if self._doubted_s is not None and self._sure is not None:
            meant = self._selector.reidentify(scan.poses, self._sure)
        if meant is None:
            meant = self._selector.update(scan.time_s, scan.poses, tracked)
        self._doubted_s = None
        if meant is None or tracked is None or same_person(meant, tracked):
            return pose
        return self._turn_to(meant, distinct((*scan.poses, tracked)), frame)

    def _turn_to(self, meant: Pose, people: Sequence[Pose], frame: Frame) -> Pose:
        """Make the model track somebody else; it stays in doubt where that fails."""
        others = [one for one in people if not same_person(one, meant)]
        alone = painted_over(frame, others, meant)
        for _ in range(self._settings.tries):
            pose = self._estimator.estimate(alone)
            if is_person(pose) and same_person(pose, meant):
                return pose
        self._doubted_s = frame.time_s
        self._sure = meant
        return pose


def painted_over(frame: Frame, others: Sequence[Pose], kept: Pose) -> Frame:
    """The frame with some people painted over in its mean colour, but not where one of them is."""
    image = frame.image.copy()
    colour = frame.image[::8, ::8].mean(axis=(0, 1)).astype(np.uint8)
    for other in others:
        left, top, right, bottom = box_round(other)
        image[top:bottom, left:right] = colour
    left, top, right, bottom = box_round(kept)
    image[top:bottom, left:right] = frame.image[top:bottom, left:right]
    return replace(frame, image=image)
