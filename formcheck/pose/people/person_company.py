"""The others in the picture: where they are, where they are going, and whom they cover.

Whoever is followed lends their place to nobody: each of the others is known by where they were
seen last and how fast they went, so that it is told on every frame which part of the picture is
theirs, also between two looks at everybody.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from formcheck.pose.people.people import (
    distinct,
    joints_apart_m,
    metres_apart,
    same_person,
    trunk_middle,
)
from formcheck.pose.picture_box import PictureBox
from formcheck.pose.pose import Floats, Pose


@dataclass(frozen=True)
class CompanySettings:
    """How others are kept in mind.

    reach_m: who is found this near to where somebody was expected is that one (engineering: a
        stride).
    remembered_s: where somebody was so long ago tells where they are going.
    apart_s: two looks so far apart tell a speed, or else the jitter of the landmarks would be one.
    mixed_share: of the box of the one who is followed; who takes more of it may have been given
        joints of theirs, so that only the place is believed.
    gone_on_s: who walked and hasn't been found for so long may have gone on or stopped: over
        somebody else, two bodies are now and then seen as one.
    gone_s: who would be out of the picture by now has left, if that was so far away at most;
        nobody vanishes in its middle.
    gone_s_at_once: who was found in one look alone is forgotten after so long.
    gone_s_at_rest: whoever hasn't been found for so long is no longer there; a single look may well
        miss them.
    walking_m_s: slower is standing (engineering: swaying and shifting one's weight).
    flesh_m: round the joints, as far as clothes and hands reach.
    lower_m: who is nearer to the camera stands lower in the picture by this at least, or is
        larger by `larger`; in doubt they are nearer.
    confirming: looks that must have found somebody before they are told; one may be a mistake.
    sure_looks: from so many on it is known where somebody is going.
    picture_size: who is smaller than this beside the one who is followed, and has never moved by
        `picture_still_m` in `picture_s`, is a picture on the wall and nobody.
    """

    reach_m: float = 1.0
    remembered_s: float = 1.0
    apart_s: float = 0.1
    mixed_share: float = 0.3
    gone_on_s: float = 0.25
    gone_s: float = 0.8
    gone_s_at_once: float = 1.5
    gone_s_at_rest: float = 3.5
    walking_m_s: float = 0.25
    flesh_m: float = 0.12
    lower_m: float = 0.05
    larger: float = 1.1
    confirming: int = 2
    sure_looks: int = 5
    picture_size: float = 0.7
    picture_still_m: float = 0.02
    picture_s: float = 2.5


DEFAULTS = CompanySettings()


class Bystander:
    """One of the others, look after look. State over time.

    Their shape is that of the last look that saw them apart from the one who is followed.
    """

    def __init__(self, pose: Pose, settings: CompanySettings) -> None:
        self.looks = 1
        self.seen_s = pose.time_s
        self._shape = self._first = pose
        self._settings = settings
        self._lately: deque[tuple[float, Floats]] = deque()
        self._strayed_m = 0.0
        self._speed = 0.0
        self._note(pose)

    def update(self, pose: Pose, *, mixed: bool) -> None:
        """Take where they were found now.

        mixed: whether joints of the one who is followed may be among theirs.
        """
        self._note(pose)
        if not mixed:
            self._shape = pose
            self._strayed_m = max(self._strayed_m, joints_apart_m(pose, self._first))
        self.looks += 1
        self.seen_s = pose.time_s

    def _note(self, pose: Pose) -> None:
        """Where they are and how fast they go: medians, which one mixed-up body doesn't move.

        Source: the Theil-Sen estimator (Sen, J. Am. Stat. Assoc. 63 (1968) 1379-1389).
        """
        lately = self._lately
        lately.append((pose.time_s, trunk_middle(pose)))
        while pose.time_s - lately[0][0] > self._settings.remembered_s and len(lately) > 2:
            lately.popleft()
        slopes = [
            float(later[0] - earlier[0]) / (later_s - earlier_s)
            for (earlier_s, earlier), (later_s, later) in combinations(lately, 2)
            if later_s - earlier_s >= self._settings.apart_s
        ]
        self._speed = float(np.median(slopes)) if slopes else 0.0

    @property
    def is_new(self) -> bool:
        """Whether it isn't known yet where they are going."""
        known_s = self.seen_s - self._first.time_s
        return self.looks < self._settings.sure_looks and known_s < self._settings.remembered_s

    @property
    def walks(self) -> bool:
        """Whether they are on their way."""
        return abs(self._speed) > self._settings.walking_m_s * self._shape.pixels_per_metre

    def is_picture_beside(self, followed: Pose | None) -> bool:
        """Whether they are no more than a picture of somebody."""
        known_s = self.seen_s - self._first.time_s
        if followed is None or self._strayed_m > self._settings.picture_still_m:
            return False
        small = self._settings.picture_size * followed.pixels_per_metre
        return known_s >= self._settings.picture_s and self._shape.pixels_per_metre < small

    def place(self, time_s: float) -> Floats:
        """Where the middle of their trunk should be at a time, in pixels: people walk across."""
        speed = self._speed if self.walks else 0.0
        ways = [np.array([speed * (time_s - then_s), 0.0]) for then_s, _ in self._lately]
        carried = [place + way for (_, place), way in zip(self._lately, ways, strict=True)]
        return np.asarray(np.median(carried, axis=0), np.float32)

    def at(self, time_s: float) -> Pose:
        """Their pose as it should be at a time."""
        return self._moved_to(self.place(time_s), time_s)

    def where(self, time_s: float) -> tuple[Pose, ...]:
        """All places where they may be at a time: they may have gone on, or have stopped."""
        if not self.walks or time_s - self.seen_s < self._settings.gone_on_s:
            return (self.at(time_s),)
        return self.at(time_s), self._moved_to(self.place(self.seen_s), time_s)

    def joints_apart_m(self, pose: Pose) -> float:
        """How far the joints of a pose are from where theirs may be at its time."""
        return min(joints_apart_m(pose, there) for there in self.where(pose.time_s))

    def _moved_to(self, place: Floats, time_s: float) -> Pose:
        landmarks = self._shape.landmarks.copy()
        landmarks[:, :2] += place - trunk_middle(self._shape)
        return replace(self._shape, landmarks=landmarks, time_s=time_s)

    def box(self, time_s: float) -> PictureBox:
        """The part of the picture that is theirs at a time."""
        return room_of(self.at(time_s), self._settings.flesh_m)

    def is_gone(self, time_s: float) -> bool:
        """Whether they have left, or haven't been found for too long."""
        last, now = float(self.place(self.seen_s)[0]), float(self.place(time_s)[0])
        if self.walks and not 0 <= now <= self._shape.width:
            step = self._settings.gone_s * abs(self._speed)
            return not step <= last <= self._shape.width - step or (
                time_s - self.seen_s > self._settings.gone_s_at_rest
            )
        once = self.looks == 1
        gone_s = self._settings.gone_s_at_once if once else self._settings.gone_s_at_rest
        return time_s - self.seen_s > gone_s


def room_of(pose: Pose, metres: float) -> PictureBox:
    """The box round a body and so much more."""
    return PictureBox.round(*pose.box, pose).grown(metres * pose.pixels_per_metre)


class Company:
    """All the others, and the one who is followed among them. State over time."""

    def __init__(self, settings: CompanySettings = DEFAULTS) -> None:
        self._settings = settings
        self._bystanders: list[Bystander] = []

    @property
    def bystanders(self) -> Sequence[Bystander]:
        """Everybody else who is there, surely or perhaps."""
        return tuple(self._bystanders)

    def count(self, followed: Pose | None) -> int:
        """How many others are there for certain; a picture on the wall is nobody."""
        sure = [one for one in self._bystanders if one.looks >= self._settings.confirming]
        return sum(not one.is_picture_beside(followed) for one in sure)

    def update(self, time_s: float, found: Iterable[Pose], followed: Pose | None) -> None:
        """Take what a look at everybody found.

        followed: the one who is followed, where they were seen last.
        """
        waiting = self._bystanders.copy()
        own = None if followed is None else PictureBox.round(*followed.box, followed)
        for pose in self._strangers(time_s, distinct(found), followed):
            known = self._nearest(time_s, pose, waiting)
            if known is not None:
                mixed = own is not None and self._takes_much_of(own, pose)
                known.update(pose, mixed=mixed)
                waiting.remove(known)
            elif followed is None or not same_person(pose, followed):
                self._bystanders.append(Bystander(pose, self._settings))
        self.forget(time_s)

    def forget(self, time_s: float) -> None:
        """Let go who has left."""
        self._bystanders = [one for one in self._bystanders if not one.is_gone(time_s)]

    def take_out(self, pose: Pose) -> None:
        """This one is followed from now on."""
        self._bystanders = [
            one for one in self._bystanders if not same_person(one.at(pose.time_s), pose)
        ]

    def in_front_of(self, followed: Pose, time_s: float) -> tuple[Pose, ...]:
        """Who is nearer to the camera than the one who is followed, and may cover them."""
        if not self._bystanders:
            return ()
        own = room_of(followed, self._settings.flesh_m)
        there = (pose for one in self._bystanders for pose in one.where(time_s))
        near = (pose for pose in there if room_of(pose, self._settings.flesh_m).meets(own))
        return tuple(pose for pose in near if self._is_before(pose, followed))

    def near(self, followed: Pose, time_s: float, metres: float) -> tuple[Bystander, ...]:
        """Who is so near to the one who is followed, from body to body in the picture."""
        if not self._bystanders:
            return ()
        own = room_of(followed, metres)
        return tuple(one for one in self._bystanders if one.box(time_s).meets(own))

    def looks_like_another(self, pose: Pose, followed: Pose) -> bool:
        """Whether a pose is rather one of the others than the one who is followed.

        followed: as they were seen last.
        """
        own_m = joints_apart_m(pose, followed)
        return any(
            same_person(pose, one.at(pose.time_s)) and one.joints_apart_m(pose) < own_m
            for one in self._bystanders
        )

    def _takes_much_of(self, own: PictureBox, pose: Pose) -> bool:
        shared = own.shared(PictureBox.round(*pose.box, pose))
        return shared > self._settings.mixed_share * own.area

    def _strangers(
        self, time_s: float, found: Sequence[Pose], followed: Pose | None
    ) -> Iterable[Pose]:
        """Of those who were found, who isn't the one who is followed."""
        for pose in found:
            if followed is None or not same_person(pose, followed):
                yield pose
                continue
            known = self._nearest(time_s, pose, self._bystanders)
            own_m = joints_apart_m(pose, followed)
            if known is not None and known.joints_apart_m(pose) < own_m:
                yield pose

    def _nearest(self, time_s: float, pose: Pose, among: Sequence[Bystander]) -> Bystander | None:
        def apart_m(one: Bystander) -> float:
            return min(metres_apart(there, pose) for there in one.where(time_s))

        near = [one for one in among if apart_m(one) < self._settings.reach_m]
        return min(near, key=apart_m, default=None)

    def _is_before(self, other: Pose, followed: Pose) -> bool:
        size = followed.pixels_per_metre
        lower = float(other.box[1][1] - followed.box[1][1]) > self._settings.lower_m * size
        return lower or other.pixels_per_metre > self._settings.larger * size
