"""Which of several people is the one to watch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.people.people import (
    distinct,
    metres_apart,
    most_prominent,
    prominence,
    same_person,
)
from formcheck.pose.pose import Pose


@dataclass(frozen=True)
class SelectionSettings:
    """When somebody else is watched; engineering values throughout.

    clearly: so many times as prominent as the one who is tracked must another be to take their
        place; two who are about equally near keep the one who came first.
    settled_s, passing_s: who has been tracked for the first is left only when another has been more
        prominent for the second: somebody who walks past the camera doesn't take over a set.
    arrived_s, strides_m: before that, whoever comes later takes their place only when they have
        stayed for so long within so many metres: who walks through the picture doesn't.
    upright: degrees from the vertical within which trunk and thighs are those of somebody who
        only stands there. Whoever lies, sits, kneels or squats is at it, and keeps being watched.
    near_m, size_ratio: who was lost out of sight for a moment is taken for the person who is found
        this near to that place and of about that size.
    mixed_ratio: so many times as large or small as somebody was before another came near, they
        aren't: it is the other, or joints of both.
    jump_m, speed_m: metres, and metres a second beyond that, which the middle of a trunk doesn't
        move: a fall is about 3 m/s. A pose that is further away is somebody else.
    """

    clearly: float = 1.25
    settled_s: float = 5.0
    passing_s: float = 6.0
    arrived_s: float = 0.75
    strides_m: float = 0.5
    upright: float = 30.0
    near_m: float = 1.0
    size_ratio: float = 1.4
    mixed_ratio: float = 1.25
    jump_m: float = 0.5
    speed_m: float = 4.0


DEFAULTS = SelectionSettings()


def has_another_size(before: Pose, after: Pose, ratio: float = DEFAULTS.mixed_ratio) -> bool:
    """Whether two poses can't be the same person at the same place."""
    smaller, larger = sorted((before.pixels_per_metre, after.pixels_per_metre))
    return larger > ratio * smaller


def has_jumped(before: Pose, after: Pose, settings: SelectionSettings = DEFAULTS) -> bool:
    """Whether a pose can't be the same person as the pose before it, a moment ago."""
    passed_s = max(after.time_s - before.time_s, 0.0)
    other_size = has_another_size(before, after, settings.size_ratio)
    furthest_m = settings.jump_m + settings.speed_m * passed_s
    return other_size or metres_apart(before, after) > furthest_m


class PersonSelector:
    """Selects whom to watch, scan by scan. State over time."""

    def __init__(self, settings: SelectionSettings = DEFAULTS) -> None:
        self._settings = settings
        self._tracked_since_s: float | None = None
        self._at_it_s = -np.inf
        self._rival: Pose | None = None

    def update(self, time_s: float, found: Sequence[Pose], tracked: Pose | None) -> Pose | None:
        """Take one scan: whom to watch from now on; None for nobody there.

        found: everybody who was found. tracked: who was tracked at that moment.
        """
        people = distinct((*([tracked] if tracked is not None else []), *found))
        if not people:
            self._tracked_since_s = self._rival = None
            return None
        known = people[0] if tracked is not None and people[0] is tracked else None
        first = self._tracked_since_s is None
        if known is None or first:
            self._tracked_since_s = time_s
        if known is None:
            return most_prominent(people)
        if not _only_stands(known, self._settings.upright):
            self._at_it_s = time_s
        return self._who_takes_over(time_s, people, known, first=first) or known

    def reidentify(self, people: Sequence[Pose], last: Pose) -> Pose | None:
        """Who of them is the person seen last, where what is tracked may be somebody else."""
        ratio = self._settings.size_ratio
        near = [
            pose
            for pose in distinct(people)
            if metres_apart(pose, last) < self._settings.near_m
            and 1 / ratio < pose.pixels_per_metre / last.pixels_per_metre < ratio
        ]
        return min(near, key=lambda pose: metres_apart(pose, last), default=None)

    def _who_takes_over(
        self, time_s: float, people: Sequence[Pose], known: Pose, *, first: bool
    ) -> Pose | None:
        """Somebody who takes the place of the one who is tracked."""
        best = most_prominent(people)
        stands_out = prominence(best) > self._settings.clearly * prominence(known)
        at_it = not first and time_s - self._at_it_s < self._settings.passing_s
        if same_person(best, known) or not stands_out or at_it:
            self._rival = None
            return None
        rival = self._rival
        if rival is None or metres_apart(rival, best) > self._settings.strides_m:
            rival = self._rival = replace(best, time_s=time_s)
        if not first and time_s - rival.time_s < self._patience_s(rival):
            return None
        self._tracked_since_s, self._rival = time_s, None
        return best

    def _patience_s(self, rival: Pose) -> float:
        since_s = self._tracked_since_s
        settled = since_s is not None and rival.time_s - since_s >= self._settings.settled_s
        return self._settings.passing_s if settled else self._settings.arrived_s


def _only_stands(pose: Pose, degrees: float) -> bool:
    """Whether trunk and thighs are upright in the picture."""
    return all(
        _from_vertical(pose, upper, lower) <= degrees
        for upper, lower in (("shoulder", "hip"), ("hip", "knee"))
    )


def _from_vertical(pose: Pose, upper: str, lower: str) -> float:
    high, low = (
        pose.landmarks[[INDEX[f"{side}_{joint}"] for side in SIDES], :2].mean(axis=0)
        for joint in (upper, lower)
    )
    across, down = low - high
    return float(np.degrees(np.arctan2(abs(across), down)))
