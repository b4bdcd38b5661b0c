"""The order of a live session's scenes: questions, rests and exercises, and the last page."""

from collections.abc import Callable, Iterator, Sequence

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.live.free.free_scene import FreeScene
from formcheck.live.live_contract import Checker, Diary, Recording, SetDiary, SetDone, When
from formcheck.live.opening import Opening
from formcheck.live.recognising.exercise_watch import ExerciseWatch, ExerciseWatchSettings
from formcheck.live.recognising.other_exercise import Doing, OtherExercise
from formcheck.live.scenes.exercise_scene import ExerciseScene, Outcome
from formcheck.live.scenes.last_page import LastPage
from formcheck.live.scenes.pain_question import Advice, PainQuestion, PainSettings
from formcheck.live.scenes.rest_page import RestPage
from formcheck.live.scenes.scene import Scene
from formcheck.live.sets.asked_side import side_wanted
from formcheck.live.sets.goal_checker import Asked, GoalChecker
from formcheck.live.sets.set_run import SetRun, Trouble
from formcheck.pose.landmarks import Side
from formcheck.programmes.course import Course
from formcheck.programmes.steps import Step
from formcheck.recognition.auto import Auto
from formcheck.recognition.recogniser import Recogniser
from formcheck.recognition.usual_signature import signature_of

OpenRecording = Callable[[Exercise], Recording]
NewWatch = Callable[[Exercise], ExerciseWatch]


class Script:
    """Gives one scene after the other; what it comes to is in `sets` and the two pains."""

    def __init__(
        self,
        opening: Opening,
        wanted: Sequence[Step] | Auto,
        new_checker: Callable[[Exercise], Checker],
        *,
        diary: Diary | None,
        open_recording: OpenRecording | None,
        trouble: Trouble,
        new_watch: NewWatch | None = None,
    ) -> None:
        self.sets: list[SetDone] = []
        self.pain_before: int | None = None
        self.pain_after: int | None = None
        self._around = opening.around
        self._beginning = opening.scenes
        self._wanted = wanted
        self._new_checker = new_checker
        self._diary = diary
        self._open_recording = open_recording
        self._trouble = trouble
        self._new_watch = new_watch

    def scenes(self) -> Iterator[Scene]:
        """Every scene in its turn; each is over and closed before the next is asked for."""
        for scene in self._beginning:
            if isinstance(scene, RestPage) and not isinstance(self._wanted, Auto):
                yield from self._in_turn(self._wanted, scene)
                continue
            yield scene
            if isinstance(scene, PainQuestion):
                yield from self._answered(scene.answer)
        if isinstance(self._wanted, Auto):
            yield from self._free(self._wanted)
        yield from self.closing()

    def _answered(self, pain: int | None) -> Iterator[Scene]:
        """What follows from how much it hurt before."""
        self.pain_before = pain
        self._note("before", pain)
        if pain is not None and pain >= PainSettings.severe:
            yield Advice(self._around)

    def closing(self) -> Iterator[Scene]:
        """How it feels now, and what was done; nothing where nothing was."""
        if not self.sets:
            return
        if self._around.preferences.questions:
            after = PainQuestion(self._around, "after")
            yield after
            self.note_after(after.answer)
        yield LastPage(self._around, self.sets, self.pain_before, self.pain_after)

    def note_after(self, level: int | None) -> None:
        """Remember how much it hurts now; None for no answer."""
        self.pain_after = level
        self._note("after", level)

    def _free(self, auto: Auto) -> Iterator[Scene]:
        """Whatever the person does."""
        yield FreeScene(
            self._around,
            auto.exercises,
            lambda: Recogniser(auto.exercises, recent_s=ExerciseWatchSettings.remembered_s),
            self._run_for,
            self.sets.append,
        )

    def _in_turn(self, steps: Sequence[Step], page: RestPage) -> Iterator[Scene]:
        """Each step after its page, of which the first is there."""
        course, before = Course(steps), None
        next_page: RestPage | None = page
        while (step := course.step) is not None:
            page, next_page = next_page or RestPage(self._around, step, before), None
            yield page
            if page.skipped:
                course.skip()
                continue
            if page.back:
                course.go_back()
            outcome = Outcome.AGAIN
            while outcome is Outcome.AGAIN and (step := course.step) is not None:
                other = self._other_than(step.exercise)
                side = side_wanted(step, self.sets)
                run = self._run_for(step, other, side)
                scene = ExerciseScene(
                    self._around, step, run, self.sets.append, side=side, other=other
                )
                yield scene
                outcome = scene.outcome
            before = step
            if outcome is Outcome.SKIPPED:
                course.skip()
            else:
                course.go_on()

    def _other_than(self, asked: Exercise) -> OtherExercise | None:
        new_watch = self._new_watch
        if new_watch is None:
            return None
        return OtherExercise(asked, lambda: new_watch(asked), self._around.texts)

    def _run_for(
        self, step: Step, other: OtherExercise | None = None, side: Side | None = None
    ) -> SetRun:
        exercise, open_recording = step.exercise, self._open_recording
        asked = Asked(step.goal, repeats=signature_of(exercise).still != "rest", side=side)
        return SetRun(
            lambda: GoalChecker(
                self._new_checker(exercise),
                asked,
                lambda: Doing() if other is None else other.doing,
            ),
            open_diary=lambda ago_s: self._begin_in_diary(exercise, ago_s),
            open_recording=lambda: open_recording(exercise) if open_recording else None,
            trouble=self._trouble,
            long_hold=step.goal.long_hold,
        )

    def _begin_in_diary(self, exercise: Exercise, ago_s: float) -> SetDiary | None:
        return self._diary.begin_set(exercise, ago_s) if self._diary is not None else None

    def _note(self, when: When, level: int | None) -> None:
        if level is None or self._diary is None:
            return
        try:
            self._diary.note_pain(when, level)
        except (FormcheckError, OSError) as error:
            self._trouble("diary", error)
