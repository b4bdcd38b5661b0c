"""Looking for the start position before a set: is it there, and what is still wrong?"""

from formcheck.exercises.exercise import Exercise
from formcheck.feedback.lasting_problems import LastingProblems
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.start.observation import ExerciseObserver
from formcheck.form.state import Verdict
from formcheck.live.hands_free.still_start import StillStart
from formcheck.live.hands_free.turned_picture import TurnedPicture
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts


class Placement:
    """Watches someone take the start position; nothing is counted. State over time.

    message: what to change now, once it has lasted; empty for nothing.
    """

    def __init__(self, exercise: Exercise, texts: Texts) -> None:
        self.message = ""
        self._observer = ExerciseObserver(exercise, texts=texts)
        self._problems = LastingProblems()
        self._turned = TurnedPicture(exercise)
        self._signal = RepetitionSignal(exercise.repetition)
        self._still = StillStart(exercise.repetition)
        self._texts = texts

    def update(self, pose: Pose) -> bool:
        """Take a frame; whether the person can be judged from here and is ready to begin."""
        seen = self._observer.update(pose, settled=False)
        self._problems.update(pose.time_s, seen.set_up.problems)
        problems = self._problems.to_tell(pose.time_s)
        self.message = problems[0].text if problems else ""
        counted = self._signal.value(seen.measures.values, seen.sides)
        still = self._still.update(pose.time_s, counted)
        in_position = seen.set_up.verdict is Verdict.GOOD and still
        self._turned.update(pose, in_position=in_position)
        if self.message and self._turned.lasting:
            self.message = self._texts.text("set_up.or_turned", problem=self.message)
        return in_position
