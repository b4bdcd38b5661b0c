"""Which of several people is the one to watch."""

from collections.abc import Sequence

from formcheck.pose.people import (
    distinct,
    metres_apart,
    most_prominent,
    pixels_per_metre,
    prominence,
    same_person,
)
from formcheck.pose.pose import Pose

CLEARLY = 1.25
"""So many times as prominent as the one who is followed must another be to take their place; two
who are about equally near keep the one who came first (engineering)."""

SETTLED_S = 5.0
PASSING_S = 6.0
"""Who has been followed for the first is left only when another has been more prominent for the
second: somebody who walks past the camera doesn't take over a set (engineering)."""

CONFIRMED = 2
"""Looks in a row that must see others before it is told; one may be a mistake of the model."""

NEAR_M = 1.0
SIZE_RATIO = 1.4
"""Who was lost out of sight for a moment is taken for the person who is found this near to that
place and of about that size."""

JUMP_M = 0.5
SPEED_M = 4.0
"""Metres, and metres a second beyond that, which the middle of a trunk doesn't move: a fall is
about 3 m/s. A pose that is further away is somebody else (engineering)."""


def has_jumped(before: Pose, after: Pose) -> bool:
    """Whether a pose can't be the same person as the pose before it, a moment ago."""
    passed_s = max(after.time_s - before.time_s, 0.0)
    sizes = sorted((pixels_per_metre(before), pixels_per_metre(after)))
    other_size = sizes[1] > SIZE_RATIO * sizes[0]
    return other_size or metres_apart(before, after) > JUMP_M + SPEED_M * passed_s


class Choice:
    """Chooses whom to watch, look by look. State over time.

    company: whether the newest look saw more than one person.
    others: how many people are there besides the one to watch, once that is sure.
    """

    def __init__(self) -> None:
        self.company = False
        self.others = 0
        self._looks_with_others = 0
        self._followed_since_s: float | None = None
        self._rival_since_s: float | None = None

    def see(self, time_s: float, found: Sequence[Pose], followed: Pose | None) -> Pose | None:
        """Take one look: whom to watch from now on; None for nobody there.

        found: everybody who was seen. followed: who was followed at that moment.
        """
        people = distinct((*([followed] if followed is not None else []), *found))
        self._count(len(people))
        if not people:
            self._followed_since_s = self._rival_since_s = None
            return None
        known = people[0] if followed is not None and people[0] is followed else None
        if known is None:
            self._followed_since_s = time_s
            return most_prominent(people)
        if self._followed_since_s is None:
            self._followed_since_s = time_s
        return self._rival(time_s, people, known) or known

    def recognise(self, people: Sequence[Pose], last: Pose) -> Pose | None:
        """Who of them is the person seen last, where what is followed may be somebody else."""
        people = distinct(people)
        self._count(len(people))
        near = [
            pose
            for pose in people
            if metres_apart(pose, last) < NEAR_M
            and 1 / SIZE_RATIO < pixels_per_metre(pose) / pixels_per_metre(last) < SIZE_RATIO
        ]
        return min(near, key=lambda pose: metres_apart(pose, last), default=None)

    def _rival(self, time_s: float, people: Sequence[Pose], known: Pose) -> Pose | None:
        """Somebody who takes the place of the one who is followed."""
        best = most_prominent(people)
        if same_person(best, known) or prominence(best) <= CLEARLY * prominence(known):
            self._rival_since_s = None
            return None
        if self._rival_since_s is None:
            self._rival_since_s = time_s
        since_s = self._followed_since_s
        settled = since_s is not None and self._rival_since_s - since_s >= SETTLED_S
        if settled and time_s - self._rival_since_s < PASSING_S:
            return None
        self._followed_since_s, self._rival_since_s = time_s, None
        return best

    def _count(self, people: int) -> None:
        self.company = people > 1
        self._looks_with_others = self._looks_with_others + 1 if self.company else 0
        self.others = people - 1 if self._looks_with_others >= CONFIRMED else 0
