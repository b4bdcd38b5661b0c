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
from formcheck.pose.people.census import Followed
from formcheck.pose.people.clean_plate import CleanPlate
from formcheck.pose.people.newcomer_watch import NewcomerWatch
from formcheck.pose.people.painted_over import painted_over
from formcheck.pose.people.people import distinct, same_person
from formcheck.pose.people.people_scanner import PeopleScan, PeopleScanner
from formcheck.pose.people.person_company import Bystander, Company
from formcheck.pose.people.person_cover import room_taken, seen_beside
from formcheck.pose.people.person_selection import PersonSelector, has_another_size, has_jumped
from formcheck.pose.plausibility import is_person
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class TrackingSettings:
    """How often everybody is looked for, and how long doubt lasts.

    scan_every_s, scan_every_s_with_others: between two scans, each of about two frames' work
        (engineering: at 30 frames a second at most a fifteenth of all work).
    looks_alone: after so many without anybody else in a row they are further apart,
        scan_every_s_alone: whoever comes moves and is looked for at once (see `NewcomerWatch`), so
        that nobody but who sits still somewhere is left for such a look, and was missed by those
        before it (engineering).
    scan_every_s_near, scan_every_s_passing: the same while somebody is near the one who is tracked,
        standing or walking: who walks goes half a stride in it (engineering).
    near_m: so near is near, from body to body.
    remembered_s: so far back a scan may lie: longer than any takes.
    doubt_s: a scan that hasn't come by then won't come: who is tracked is believed.
    covered_s: who can't be found while others are about is waited for so long.
    sudden_s: a body that is somewhere else, or of another size, within so short a time is somebody
        else though no look has found them yet. In 225 recordings of one person it came about in
        one picture.
    tries: the first makes the model lose who has been painted over, the second finds who is left.
    """

    scan_every_s: float = 2.0
    scan_every_s_with_others: float = 1.0
    looks_alone: int = 4
    scan_every_s_alone: float = 6.0
    scan_every_s_near: float = 0.5
    scan_every_s_passing: float = 0.15
    near_m: float = 0.8
    remembered_s: float = 3.0
    doubt_s: float = 3.0
    covered_s: float = 6.0
    sudden_s: float = 0.7
    tries: int = 3


class PersonTracker(Closeable):
    """Tracks one person through one video, the one who is meant.

    Poses say how many others are there. estimator, scanner: closed with it. followed: the one who
    is meant, whoever is nearer; None for the nearest, most central one.
    """

    def __init__(
        self,
        estimator: PoseEstimator,
        scanner: PeopleScanner,
        followed: Followed | None = None,
        settings: TrackingSettings = TrackingSettings(),
    ) -> None:
        self._estimator = estimator
        self._scanner = scanner
        self._settings = settings
        self._followed = followed
        self._selector = PersonSelector()
        self._company = Company()
        self._newcomers = NewcomerWatch()
        self._plate = CleanPlate()
        self._lately: deque[Pose] = deque()
        self._scanned_s = -np.inf
        self._looked_alone = 0
        self._moved_s: float | None = None
        self._sure: Pose | None = None
        self._alone: Pose | None = None
        self._doubted_s: float | None = None

    def estimate(self, frame: Frame) -> Pose:
        """Where the body is; a missing pose where nobody is found, or it isn't sure who it is."""
        if self._followed is not None and not self._lately:
            # Whoever is chosen is looked for first: nobody else's joints are theirs.
            self._sure = self._alone = self._followed.pose_at(frame.time_s)
            self._doubted_s = -np.inf
        self._company.forget(frame.time_s)
        before = self._before(frame.time_s)
        pose = self._estimator.estimate(self._without(before, frame))
        self._remember(pose)
        if self._doubted_s is None and self._is_somebody_else(pose):
            self._doubted_s = frame.time_s
            self._scanned_s = -np.inf
        pose = self._look(pose, frame)
        if self._in_doubt(frame.time_s):
            missing = Pose.missing(frame.time_s, frame.width, frame.height)
            hidden = self._sure is not None and bool(self._company.bystanders)
            pose = replace(missing, covered=hidden)
        else:
            self._doubted_s = None
            # Whoever was found in this very frame may have lent a joint already.
            before = before or self._before(frame.time_s)
            pose = seen_beside(pose, before) if before else pose
            self._sure = pose if pose.found else self._sure
            self._alone = self._alone if self._near(frame.time_s) else self._sure
        self._plate.update(frame, [one.box(frame.time_s) for one in self._company.bystanders])
        return replace(pose, others=self._company.count(self._sure))

    def close(self) -> None:
        """Free all models; may be called twice."""
        self._scanner.close()
        self._estimator.close()

    def _before(self, time_s: float) -> tuple[Pose, ...]:
        """Who is in front of the one who is tracked."""
        return () if self._sure is None else self._company.in_front_of(self._sure, time_s)

    def _without(self, others: Sequence[Pose], frame: Frame) -> Frame:
        if not others:
            return frame
        return self._plate.without(frame, room_taken(others, frame.width, frame.height))

    def _look(self, pose: Pose, frame: Frame) -> Pose:
        """Look at everybody where it is time, and take what was found."""
        # What a look beside has found first: it says whether another one is worth while.
        pose = self._take(pose, frame)
        moving = self._newcomers.update(frame, self._sure)
        alone = not self._company.bystanders
        if (moving and alone) or frame.time_s - self._scanned_s >= self._pause_s(frame.time_s):
            self._scanned_s = frame.time_s
            if moving and self._moved_s is None:
                self._moved_s = frame.time_s
                self._newcomers.look()
            self._scanner.submit(frame)
        return self._take(pose, frame)

    def _take(self, pose: Pose, frame: Frame) -> Pose:
        """Take what a look has found, if one is over."""
        scan = self._scanner.collect()
        if scan is None:
            return pose
        pose = self._consider(scan, pose, frame)
        somebody = bool(self._company.bystanders)
        self._looked_alone = 0 if somebody else self._looked_alone + 1
        # One that had begun before anything moved says nothing of what does.
        if self._moved_s is not None and scan.time_s >= self._moved_s:
            self._newcomers.rest(frame.time_s, somebody=somebody)
        self._moved_s = None
        return pose

    def _pause_s(self, time_s: float) -> float:
        settings = self._settings
        if self._doubted_s is not None:
            return settings.scan_every_s_passing
        if not self._company.bystanders:
            settled = self._looked_alone >= settings.looks_alone
            return settings.scan_every_s_alone if settled else settings.scan_every_s
        if any(one.is_new for one in self._company.bystanders):
            return settings.scan_every_s_passing
        near = self._near(time_s)
        if not near:
            return settings.scan_every_s_with_others
        walking = any(one.walks for one in near)
        return settings.scan_every_s_passing if walking else settings.scan_every_s_near

    def _near(self, time_s: float) -> tuple[Bystander, ...]:
        """Who is so near that joints may be mixed up."""
        if self._sure is None:
            return ()
        return self._company.near(self._sure, time_s, self._settings.near_m)

    def _in_doubt(self, time_s: float) -> bool:
        if self._doubted_s is None:
            return False
        if self._followed is not None:
            return True
        patience_s = self._settings.doubt_s
        if self._company.bystanders:
            patience_s = self._settings.covered_s
        return time_s - self._doubted_s < patience_s

    def _remember(self, pose: Pose) -> None:
        self._lately.append(pose)
        while self._lately[0].time_s < pose.time_s - self._settings.remembered_s:
            self._lately.popleft()

    def _is_somebody_else(self, pose: Pose) -> bool:
        """Whether somebody else may be tracked all at once."""
        known = self._sure
        if known is None or not pose.found:
            return False
        jumped = has_jumped(known, pose)
        if not self._company.bystanders:
            sudden = jumped and pose.time_s - known.time_s < self._settings.sudden_s
            # Asked last, as it takes longest.
            return sudden and is_person(pose)
        if not is_person(pose):
            return False
        if jumped or self._company.looks_like_another(pose, known):
            return True
        alone = self._alone
        near = self._near(pose.time_s)
        return bool(near) and alone is not None and has_another_size(alone, pose)

    def _consider(self, scan: PeopleScan, pose: Pose, frame: Frame) -> Pose:
        """What a scan of everybody changes."""
        if self._doubted_s is not None and scan.time_s < self._doubted_s:
            return pose
        tracked = next((one for one in self._lately if one.time_s == scan.time_s), None)
        tracked = tracked if tracked is not None and is_person(tracked) else None
        believed = tracked if self._doubted_s is None else None
        self._company.update(scan.time_s, scan.poses, believed or self._sure)
        meant = self._meant(scan, tracked)
        if meant is None or tracked is None or same_person(meant, tracked):
            return pose
        return self._turn_to(meant, distinct((*scan.poses, tracked)), frame)

    def _meant(self, scan: PeopleScan, tracked: Pose | None) -> Pose | None:
        """Who is to be tracked from now on; None where that isn't seen."""
        if self._sure is None and self._followed is not None:
            return None
        if self._doubted_s is not None and self._sure is not None:
            meant = self._selector.reidentify(scan.poses, self._sure)
            if meant is None and self._waits(scan.time_s):
                return None
            self._doubted_s = None
            if meant is not None:
                return meant
        self._doubted_s = None
        if self._followed is not None:
            return tracked
        return self._selector.update(scan.time_s, scan.poses, tracked)

    def _waits(self, time_s: float) -> bool:
        """Whether somebody who isn't found is waited for, and nobody else is tracked."""
        if self._followed is not None:
            return True
        return self._in_doubt(time_s)

    def _turn_to(self, meant: Pose, people: Sequence[Pose], frame: Frame) -> Pose:
        """Make the model track somebody else; it stays in doubt where that fails."""
        others = [one for one in people if not same_person(one, meant)]
        self._company.take_out(meant)
        self._alone = meant
        alone = painted_over(frame, others, kept=meant)
        for _ in range(self._settings.tries):
            pose = self._estimator.estimate(alone)
            if _is_found(meant, pose):
                return pose
        self._doubted_s = frame.time_s
        self._sure = meant
        return pose


def _is_found(meant: Pose, pose: Pose) -> bool:
    """Whether a pose is the one meant; the first after a loss may be of a wild size."""
    same = is_person(pose) and same_person(pose, meant)
    return same and not has_another_size(meant, pose)
