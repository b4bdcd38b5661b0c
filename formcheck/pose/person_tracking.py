"""Follows the nearest, most central person where several are in the picture.

The pose model follows one body and stays with it, whoever that is. So somebody looks at everybody
now and then; where the wrong one is followed, the others are painted over for a moment, and the
model takes up the one who is left. While it isn't sure who is followed, nobody is: what is said of
one person must never be said of another.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.people import box_round, distinct, same_person
from formcheck.pose.people_scanner import Company, Onlooker
from formcheck.pose.person_selection import Choice, has_jumped
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame

EVERY_S = 2.0
EVERY_S_IN_COMPANY = 1.0
"""Seconds between two looks at everybody, each of about two frames' work."""

KEPT_S = 3.0
"""So far back a look may lie: longer than any takes."""

DOUBT_S = 3.0
"""A look that hasn't come by then won't come: who is followed is believed."""

TRIES = 3
"""The first makes the model lose who has been painted over, the second finds who is left."""


class PersonTracker(Closeable):
    """Follows one person through one video, the one who is meant.

    Poses say how many others are there. follower, onlooker: closed with it.
    """

    def __init__(self, follower: PoseEstimator, onlooker: Onlooker) -> None:
        self._follower = follower
        self._onlooker = onlooker
        self._choice = Choice()
        self._lately: deque[Pose] = deque()
        self._looked_s = -np.inf
        self._sure: Pose | None = None
        self._doubted_s: float | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is; a missing pose where nobody is found, or it isn't sure who it is."""
        pose = self._follower.estimate(frame)
        self._keep(pose)
        if self._jumped(pose):
            self._doubted_s = frame.time_s
            self._looked_s = -np.inf
        if frame.time_s - self._looked_s >= self._pause_s:
            self._looked_s = frame.time_s
            self._onlooker.show(frame)
        company = self._onlooker.seen()
        if company is not None:
            pose = self._consider(company, pose, frame)
        if self._doubted_s is not None and frame.time_s - self._doubted_s < DOUBT_S:
            pose = Pose.missing(frame.time_s, frame.width, frame.height)
        else:
            self._doubted_s = None
            self._sure = pose if pose.found else self._sure
        return replace(pose, others=self._choice.others)

    def close(self) -> None:
        """Free all models; may be called twice."""
        self._onlooker.close()
        self._follower.close()

    @property
    def _pause_s(self) -> float:
        return EVERY_S_IN_COMPANY if self._choice.company else EVERY_S

    def _keep(self, pose: Pose) -> None:
        self._lately.append(pose)
        while self._lately[0].time_s < pose.time_s - KEPT_S:
            self._lately.popleft()

    def _jumped(self, pose: Pose) -> bool:
        """Whether somebody else may be followed all at once; alone there is nobody else."""
        known = self._sure
        if self._doubted_s is not None or known is None or not self._choice.company:
            return False
        return is_person(pose) and has_jumped(known, pose)

    def _consider(self, company: Company, pose: Pose, frame: Frame) -> Pose:
        """What a look at everybody changes."""
        followed = next((one for one in self._lately if one.time_s == company.time_s), None)
        followed = followed if followed is not None and is_person(followed) else None
        if self._doubted_s is not None and company.time_s < self._doubted_s:
            return pose
        meant = None
        if self._doubted_s is not None and self._sure is not None:
            meant = self._choice.recognise(company.poses, self._sure)
        if meant is None:
            meant = self._choice.see(company.time_s, company.poses, followed)
        self._doubted_s = None
        if meant is None or followed is None or same_person(meant, followed):
            return pose
        return self._turn_to(meant, distinct((*company.poses, followed)), frame)

    def _turn_to(self, meant: Pose, people: Sequence[Pose], frame: Frame) -> Pose:
        """Make the model follow somebody else; it stays in doubt where that fails."""
        others = [one for one in people if not same_person(one, meant)]
        alone = painted_over(frame, others, meant)
        for _ in range(TRIES):
            pose = self._follower.estimate(alone)
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
