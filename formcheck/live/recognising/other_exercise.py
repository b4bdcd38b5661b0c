"""Does somebody do another exercise than the one that was asked for?"""

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.live.recognising.exercise_watch import ExerciseWatch
from formcheck.pose.pose import Pose
from formcheck.recognition.asked import other_than
from formcheck.texts.texts import Texts


class OtherExercise:
    """Watches what is done while nothing of the set is. State over time.

    message: which exercise it looks like instead, in words; empty where it looks like none.
    """

    def __init__(self, asked: Exercise, watch: ExerciseWatch, texts: Texts) -> None:
        self._asked = asked
        self._watch = watch
        self._texts = texts
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
        """Whether that is told now, so that nothing of what is done counts."""
        return self._named is not None

    @property
    def _named(self) -> Exercise | None:
        other = other_than(self._asked, self._watch.answer)
        return other if other is self._watch.named else None

    def update(self, pose: Pose, progress: int) -> None:
        """Take the next pose. progress: grows with each repetition of what was asked for."""
        if progress != self._progress:
            self._progress = progress
            self.forget()
        self._watch.update(pose)

    def forget(self) -> None:
        """What was done so far says nothing of what comes."""
        self._watch.forget()
