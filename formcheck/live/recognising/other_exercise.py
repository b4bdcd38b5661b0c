"""Does somebody do another exercise than the one that was asked for?"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

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

    rest_s: float = 15.0
    """Who stays in the start position for less gets ready, or rests, though it may be what another
    exercise is about, as a push-up's is a plank (engineering: half of the time after which skipping
    is offered)."""

    begins_s: float = 6.0
    """Who leaves it after such a rest has so long for a repetition of what was asked for, which
    would put right what they seemed to do (engineering)."""

    most_looks: int = 3
    """So many new looks at once: an exercise is recognised within about two repetitions, and each
    look takes its time (engineering)."""


DEFAULTS = OtherExerciseSettings()


@dataclass(frozen=True)
class Doing:
    """What is done, as far as it is known.

    another: whether nothing of it counts now. turns: how often somebody has come to the start
    position of what was asked for, or left it. own_since: which of these it was from which on they
    did just that; 0 where that isn't known.
    """

    another: bool = False
    turns: int = 0
    own_since: int = 0


@dataclass(frozen=True)
class _Look:
    """What is seen from one turn on."""

    since: int
    watch: ExerciseWatch


class OtherExercise:
    """Watches what is done while nothing of the set is. State over time.

    Who comes back to the start position may do what was asked for from there on: where the other
    exercise begins otherwise, it is over; else it is looked at anew each time, and what was seen
    before is told until a new look is sure of anything.

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
        self._looks: list[_Look] = []
        self._turns = self._own_since = 0
        self._at_start = self._left_start = False
        self._back_since_s, self._now_s = inf, 0.0
        self._begins_until_s = -inf
        self._progress = 0

    @property
    def message(self) -> str:
        """What to tell now."""
        other = self._named
        if other is None or self._rests or self._now_s < self._begins_until_s:
            return ""
        title = translated(other, self._texts).title
        return self._texts.text("live.looks_like", title=title, asked=self._asked.title)

    @property
    def doing(self) -> Doing:
        """Whether it is done now, and since when it is not; who is in the start position begins."""
        another = self._named is not None and not self._at_start
        return Doing(another, self._turns, self._own_since)

    @property
    def _rests(self) -> bool:
        """Whether nothing of another exercise was seen but what this one begins with as well."""
        in_start_s = self._now_s - self._back_since_s
        return self._at_start and not self._left_start and in_start_s < self._settings.rest_s

    @property
    def _named(self) -> Exercise | None:
        other = other_than(self._asked, self._watch.answer)
        return other if other is self._watch.named else None

    def update(self, pose: Pose, progress: int, *, at_start: bool = False) -> None:
        """Take the next pose.

        progress: grows with each repetition of what was asked for. at_start: whether somebody is
        in the start position of that.
        """
        rested, self._now_s = self._named is not None and self._rests, pose.time_s
        turned, self._at_start = at_start is not self._at_start, at_start
        if turned and rested:
            self._begins_until_s = pose.time_s + self._settings.begins_s
        if turned:
            self._turns += 1
            self._back_since_s = pose.time_s if at_start else inf
        if progress != self._progress:
            self._progress = progress
            self.forget()
        if not self._looks:
            self._watch.update(pose)
        self._look_anew(pose)
        if self._named is not None:
            self._may_change(self._named, pose, turned=turned)

    def begin(self) -> None:
        """Who has held this start position does what was asked for from there on, whatever was done
        before.
        """
        if self._at_start:
            self._back_since_s = self._now_s
        self._own_since = self._turns
        self.forget()

    def forget(self) -> None:
        """What was done so far says nothing of what comes."""
        self._watch.forget()
        self._looks = []
        self._left_start = False

    def _may_change(self, other: Exercise, pose: Pose, *, turned: bool) -> None:
        """Begin a new look where somebody comes back to the start position, which may be the other
        exercise's own; where it isn't, and they stay in it, that one is over. Who never left it
        since the other was told may have changed in it: they are looked at as they leave.
        """
        if not self._at_start:
            if turned and not self._left_start:
                self._begin_look()
            self._left_start = True
            return
        stays = pose.time_s - self._back_since_s >= self._settings.back_s
        if not self._left_start or not (turned or stays):
            return
        alike = _may_begin_so(other, pose)
        if alike and turned:
            self._begin_look()
        elif stays and not alike:
            self.forget()

    def _begin_look(self) -> None:
        """Beside those that go on; of too many the oldest stay, or none would last long enough."""
        older = self._looks[: self._settings.most_looks - 1]
        self._looks = [*older, _Look(self._turns, self._new_watch())]

    def _look_anew(self, pose: Pose) -> None:
        """What the newest look is sure of is true; those that began before it saw less purely."""
        for look in self._looks:
            look.watch.update(pose)
        sure = [look for look in self._looks if look.watch.named is not None]
        if not sure:
            return
        newest = sure[-1]
        self._watch = newest.watch
        self._looks = [look for look in self._looks if look.since > newest.since]
        if self._named is None:
            self._own_since, self._looks = newest.since, []


def _may_begin_so(exercise: Exercise, pose: Pose) -> bool:
    """Whether this may be the exercise's own start position."""
    seen = ExerciseObserver(exercise).update(pose, settled=False)
    return all(one.id != START_POSITION for one in seen.set_up.problems)
