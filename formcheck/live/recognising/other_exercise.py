"""Does somebody do another exercise than the one that was asked for?"""

from collections.abc import Callable
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.form.start.observation import ExerciseObserver
from formcheck.form.start.set_up import START_POSITION
from formcheck.live.recognising.exercise_watch import ExerciseWatch
from formcheck.pose.pose import Pose
from formcheck.recognition.asked import other_than
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class OtherExerciseSettings:
    """When somebody has come back to what was asked for; seconds."""

    back_s: float = 0.7
    """In the start position for so long, as for who begins a set by moving."""


DEFAULTS = OtherExerciseSettings()


class OtherExercise:
    """Watches what is done while nothing of the set is. State over time.

    Who comes back to the start position may do what was asked for from there on: where the other
    exercise begins otherwise, it is over; else it is looked at anew beside what was seen so far,
    which is told until the new look is sure of anything.

    message: which exercise it looks like instead, in words; empty where it looks like none.
    """

    def __init__(
        self,
        asked: Exercise,
        new_watch: Callable[[], ExerciseWatch],
        texts: Texts,
        *,
        settings: OtherExerciseSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._asked = asked
        self._new_watch = new_watch
        self._texts = texts
        self._watch = new_watch()
        self._anew: ExerciseWatch | None = None
        self._at_start = self._left_start = False
        self._back_since_s: float | None = None
        self._progress = 0

    @property
    def message(self) -> str:
        """What to tell now."""
        other = self._named
        if other is None:
            return ""
        title = translated(other, self._texts).title
        return self._texts.text("live.looks_like", title=title, asked=self._asked.title)

    @property
    def is_done(self) -> bool:
        """Whether nothing of what is done counts now; who is in the start position begins."""
        return self._named is not None and not self._at_start

    @property
    def _named(self) -> Exercise | None:
        other = other_than(self._asked, self._watch.answer)
        return other if other is self._watch.named else None

    def update(self, pose: Pose, progress: int, *, at_start: bool = False) -> None:
        """Take the next pose.

        progress: grows with each repetition of what was asked for. at_start: whether somebody is
        in the start position of that.
        """
        self._at_start = at_start
        if progress != self._progress:
            self._progress = progress
            self.forget()
        self._watch.update(pose)
        self._look_anew(pose)
        if self._is_back(pose.time_s):
            self._begin_anew(pose)

    def forget(self) -> None:
        """What was done so far says nothing of what comes."""
        self._watch.forget()
        self._anew = None

    def _is_back(self, time_s: float) -> bool:
        """Whether somebody has left the start position since another exercise is told, and is in it
        again.
        """
        if self._named is None or not self._at_start:
            self._left_start = self._named is not None
            self._back_since_s = None
        elif self._back_since_s is None:
            self._back_since_s = time_s
        since_s = self._back_since_s
        return (
            self._left_start and since_s is not None and time_s - since_s >= self._settings.back_s
        )

    def _begin_anew(self, pose: Pose) -> None:
        other = self._named
        if other is None:
            return
        if not _may_begin_so(other, pose):
            self.forget()
        elif self._anew is None:
            self._anew = self._new_watch()

    def _look_anew(self, pose: Pose) -> None:
        if self._anew is None:
            return
        self._anew.update(pose)
        if self._anew.named is not None:
            self._watch, self._anew = self._anew, None


def _may_begin_so(exercise: Exercise, pose: Pose) -> bool:
    """Whether this may be the exercise's own start position."""
    seen = ExerciseObserver(exercise).update(pose, settled=False)
    return all(one.id != START_POSITION for one in seen.set_up.problems)
