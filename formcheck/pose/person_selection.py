"""Which of several people is the one to watch."""

from collections.abc import Sequence
from dataclasses import dataclass

from formcheck.pose.people import (
    distinct,
    metres_apart,
    most_prominent,
    pixels_per_metre,
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
    confirming_scans: in a row, that must see others before it is told; one may be a mistake of the
        model.
    near_m, size_ratio: who was lost out of sight for a moment is taken for the person who is found
        this near to that place and of about that size.
    jump_m, speed_m: metres, and metres a second beyond that, which the middle of a trunk doesn't
        move: a fall is about 3 m/s. A pose that is further away is somebody else.
    """

    clearly: float = 1.25
    settled_s: float = 5.0
    passing_s: float = 6.0
    confirming_scans: int = 2
    near_m: float = 1.0
    size_ratio: float = 1.4
    jump_m: float = 0.5
    speed_m: float = 4.0


DEFAULTS = SelectionSettings()


def has_jumped(before: Pose, after: Pose, settings: SelectionSettings = DEFAULTS) -> bool:
    """Whether a pose can't be the same person as the pose before it, a moment ago."""
    passed_s = max(after.time_s - before.time_s, 0.0)
    sizes = sorted((pixels_per_metre(before), pixels_per_metre(after)))
    other_size = sizes[1] > settings.size_ratio * sizes[0]
    furthest_m = settings.jump_m + settings.speed_m * passed_s
    return other_size or metres_apart(before, after) > furthest_m


class PersonSelector:
    """Selects whom to watch, scan by scan. State over time.

    several: whether the newest scan found more than one person.
    others: how many people are there besides the one to watch, once that is sure.
    """

    def __init__(self, settings: SelectionSettings = DEFAULTS) -> None:
        self.several = False
        self.others = 0
        self._settings = settings
        self._scans_with_others = 0
        self._tracked_since_s: float | None = None
        self._rival_since_s: float | None = None

    def update(self, time_s: float, found: Sequence[Pose], tracked: Pose | None) -> Pose | None:
        """Take one scan: whom to watch from now on; None for nobody there.

        found: everybody who was found. tracked: who was tracked at that moment.
        """
        people = distinct((*([tracked] if tracked is not None else []), *found))
        self._count(len(people))
        if not people:
            self._tracked_since_s = self._rival_since_s = None
            return None
        known = people[0] if tracked is not None and people[0] is tracked else None
        if known is None:
            self._tracked_since_s = time_s
            return most_prominent(people)
        if self._tracked_since_s is None:
            self._tracked_since_s = time_s
        return self._rival(time_s, people, known) or known

    def reidentify(self, people: Sequence[Pose], last: Pose) -> Pose | None:
        """Who of them is the person seen last, where what is tracked may be somebody else."""
        people = distinct(people)
        self._count(len(people))
        ratio = self._settings.size_ratio
        near = [
            pose
            for pose in people
            if metres_apart(pose, last) < self._settings.near_m
            and 1 / ratio < pixels_per_metre(pose) / pixels_per_metre(last) < ratio
        ]
        return min(near, key=lambda pose: metres_apart(pose, last), default=None)

    def _rival(self, time_s: float, people: Sequence[Pose], known: Pose) -> Pose | None:
        """Somebody who takes the place of the one who is tracked."""
        best = most_prominent(people)
        stands_out = prominence(best) > self._settings.clearly * prominence(known)
        if same_person(best, known) or not stands_out:
            self._rival_since_s = None
            return None
        if self._rival_since_s is None:
            self._rival_since_s = time_s
        since_s = self._tracked_since_s
        settled_s, passing_s = self._settings.settled_s, self._settings.passing_s
        settled = since_s is not None and self._rival_since_s - since_s >= settled_s
        if settled and time_s - self._rival_since_s < passing_s:
            return None
        self._tracked_since_s, self._rival_since_s = time_s, None
        return best

    def _count(self, people: int) -> None:
        self.several = people > 1
        self._scans_with_others = self._scans_with_others + 1 if self.several else 0
        sure = self._scans_with_others >= self._settings.confirming_scans
        self.others = people - 1 if sure else 0
