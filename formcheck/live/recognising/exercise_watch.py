"""What a session remembers of the last half minute, and which exercise that looks like."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from formcheck.exercises.exercise import Exercise
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import Answer
from formcheck.recognition.asked import is_done_on_purpose


@dataclass(frozen=True)
class ExerciseWatchSettings:
    """What is remembered, and how often it is asked what it is; seconds."""

    remembered_s: float = 30.0
    """How long poses are remembered, so that what was done before it was recognised counts."""

    kept_every_s: float = 0.045
    """Least time between two remembered poses: twenty a second are enough to count."""

    asked_every_s: float = 1.0
    """Time between two answers of the recogniser; two running must agree, so somebody is coached
    two seconds after the recogniser is sure (engineering)."""


DEFAULTS = ExerciseWatchSettings()


class Recognising(Protocol):
    """Says what a session looks like; see `formcheck.recognition.recogniser.Recogniser`."""

    @property
    def best(self) -> Answer:
        """What the session looks like so far."""
        ...

    def update(self, pose: Pose) -> tuple[str, ...]:
        """Take in the next pose; the ids of the movements to avoid that it completes."""
        ...


class ExerciseWatch:
    """Remembers poses, never pictures, and asks now and then what they are. State over time.

    answer: the last one. named: the exercise that two answers running were sure of.
    """

    def __init__(
        self,
        new_recogniser: Callable[[], Recognising],
        *,
        settings: ExerciseWatchSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._new_recogniser = new_recogniser
        self.forget()

    def forget(self) -> None:
        """Begin anew: what was seen so far belongs to a set that is known, or to a pause."""
        self.answer = Answer()
        self.named: Exercise | None = None
        self._recogniser = self._new_recogniser()
        self._poses: deque[Pose] = deque()
        self._asked_s: float | None = None

    @property
    def poses(self) -> tuple[Pose, ...]:
        """What is remembered, in rising time."""
        return tuple(self._poses)

    def update(self, pose: Pose) -> tuple[str, ...]:
        """Take in the next pose; the ids of the movements to avoid that it completes."""
        self._remember(pose)
        avoided = self._recogniser.update(pose)
        if self._asked_s is None:
            self._asked_s = pose.time_s
        elif pose.time_s - self._asked_s >= self._settings.asked_every_s:
            self._asked_s = pose.time_s
            self._ask()
        return avoided

    def _remember(self, pose: Pose) -> None:
        if self._poses and pose.time_s - self._poses[-1].time_s < self._settings.kept_every_s:
            return
        self._poses.append(pose)
        while pose.time_s - self._poses[0].time_s > self._settings.remembered_s:
            self._poses.popleft()

    def _ask(self) -> None:
        before, self.answer = self.answer.exercise, self._recogniser.best
        now = self.answer.exercise
        twice = now is not None and before is not None and now.id == before.id
        self.named = now if twice and now is not None and is_done_on_purpose(now) else None
