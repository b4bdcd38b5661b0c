"""From poses to verdicts: the same object for a live session and a recorded video."""

from dataclasses import dataclass, replace

from formcheck.exercises.exercise import Exercise
from formcheck.form.avoid import AvoidWatch
from formcheck.form.seen_clock import SeenClock
from formcheck.form.sets.posture_follower import PostureFollower
from formcheck.form.sets.set_follower import SetFollower
from formcheck.form.sets.set_recorder import SetRecorder
from formcheck.form.sets.set_summary import SetSummary, good_only_if_enough
from formcheck.form.start.observation import ExerciseObserver, Observation
from formcheck.form.start.set_up import after_the_start, during_the_set
from formcheck.form.state import FormState, Repetition, SetUp, Verdict
from formcheck.form.verdicts.live_criteria import LiveCriteria
from formcheck.form.vocabulary import check_vocabulary
from formcheck.measure.steady import Lasting
from formcheck.pose.pose import Pose
from formcheck.texts.texts import Texts


@dataclass(frozen=True)
class CheckerSettings:
    """When a set begins and ends, in seconds."""

    into_posture_s: float = 0.3
    """The posture must be kept for this long before anything counts: one frame may be a mistake."""
    out_of_posture_s: float = 1.5
    """A set goes on over a bad second; it is over when the posture is lost for longer."""
    covered_s: float = 3.0
    """So long somebody may be in front of the person and it is no loss of the posture: walking past
    takes one to three seconds. What went on behind them for longer isn't known."""


class FormChecker:
    """Follows one person through one exercise, posture or movement to avoid.

        checker = formcheck.checker_for(formcheck.find_exercise("push-up"))
        for pose in formcheck.read_poses("poses.npz"):
            state = checker.update(pose)
            if state.finished is not None:
                print(state.finished.number, state.finished.verdict, state.finished.faults)
        print(checker.finish().verdict)

    Feed it every pose in rising time with `update`; it answers with the state of the set. Call
    `interrupt` for a pause, and `finish` at the end, which judges what is still under way and sums
    up. It knows neither clock nor camera: a recording is judged like a session, at any speed. Where
    a take ends, what is under way there was not seen to its end, and counts for nothing.

    texts: for set-up problems and advice, English where none are given; the exercise brings its
    own words (see `formcheck.exercises.translation`). later: whether a repetition that is over is
    judged once `catch_up` is called, and told with the next pose: where somebody waits for the
    picture in which it ends.

    Raises VocabularyError where the exercise names measures that don't exist.
    """

    def __init__(
        self,
        exercise: Exercise,
        texts: Texts | None = None,
        settings: CheckerSettings | None = None,
        *,
        later: bool = False,
    ) -> None:
        check_vocabulary(exercise)
        self.exercise = exercise
        self._settings = settings or CheckerSettings()
        self._avoid = AvoidWatch(exercise, texts)
        self._observer = ExerciseObserver(exercise, self._avoid.measures, texts)
        self._clock = SeenClock()
        self._recorder = SetRecorder(exercise, self._clock)
        self._live = LiveCriteria(exercise)
        self._state: FormState | None = None
        self._later = later
        self._untold: Repetition | None = None
        self._take = 0
        self._uncovered_s = 0.0
        # What was seen of the posture since it was taken up, while that may be a mistake.
        self._getting_in: list[Observation] = []
        self._restart()

    def update(self, pose: Pose) -> FormState:
        """Take the next pose and say how the set stands."""
        self.catch_up()
        finished, self._untold = self._untold, None
        if pose.take != self._take:
            finished = self._begin_take(pose.take) or finished
        if pose.frozen and self._state is not None:
            return replace(self._state, time_s=pose.time_s, finished=finished)
        seen_s = self._clock.update(pose.time_s)
        observation = self._observer.update(
            pose if seen_s == pose.time_s else replace(pose, time_s=seen_s),
            settled=self._in_set.value,
            under_way=not self._set.resting,
        )
        hidden = self._is_hidden(pose, observation)
        finished = self._follow_posture(observation, hidden=hidden) or finished
        if not self._set.resting:
            observation = replace(observation, set_up=during_the_set(observation.set_up))
        elif self._in_set.value and self._set.baseline.known:
            observation = replace(observation, set_up=after_the_start(observation.set_up))
        if self._in_set.value:
            if self._getting_in:
                self._set.begin(self._getting_in, observation)
                self._getting_in = []
            self._set.update(observation)
            finished = (None if self._later else self._set.judge()) or finished
        self._recorder.update(observation)
        for movement in self._avoid.update(observation.measures):
            self._recorder.warn(movement)
        self._state = self._state_of(pose.time_s, observation, finished)
        return self._state

    def catch_up(self) -> None:
        """Judge the repetition that the last pose completed, where that was left for later."""
        self._untold = self._set.judge() or self._untold

    def look_on(self, pose: Pose) -> FormState:
        """The state of a frame that belongs to no set: it is measured, and nothing is counted."""
        if pose.take != self._take:
            self._begin_take(pose.take)
        observation = self._observer.update(pose, settled=False)
        idle = replace(observation, set_up=SetUp(Verdict.UNKNOWN, ()))
        self._state = self._state_of(pose.time_s, idle, None)
        return self._state

    def interrupt(self) -> FormState | None:
        """A pause: what was under way is over, and what comes next is not adjacent to it.

        Returns the last state with the set ended, and the repetition that this completed, if any;
        None where nothing was seen yet.
        """
        self.catch_up()
        finished, self._untold = self._set.close() or self._untold, None
        self._end_set()
        self._restart()
        self._avoid.interrupt()
        if self._state is None:
            return None
        self._state = replace(
            self._state,
            phase=None,
            in_set=False,
            working_side=None,
            repetitions=len(self._recorder.repetitions),
            good_repetitions=self._recorder.good_repetitions,
            unclear_repetitions=self._recorder.unclear_repetitions,
            hold_s=0.0,
            finished=finished,
        )
        return self._state

    def finish(self) -> SetSummary:
        """Judge what is still under way and sum the set up."""
        self.catch_up()
        self._set.finish()
        self._end_set()
        return good_only_if_enough(self._recorder.summary())

    def _begin_take(self, take: int) -> Repetition | None:
        """Break off what is under way; the repetition that was over just before, if any."""
        self._take = take
        finished = self._set.break_off()
        self._restart()
        self._avoid.interrupt()
        return finished

    def _new_set(self) -> SetFollower:
        follower = PostureFollower if self.exercise.kind == "posture" else SetFollower
        return follower(self.exercise, self._recorder, self._live, self._clock)

    def _restart(self) -> None:
        self._in_set: Lasting[bool] = Lasting(False)
        self._observer.restart()
        self._set = self._new_set()
        self._getting_in = []

    def _end_set(self) -> None:
        if self._set.moved_too_little:
            self._recorder.note_small_movement()

    def _is_hidden(self, pose: Pose, observation: Observation) -> bool:
        """Whether somebody in front keeps the posture from being seen, and not for long yet."""
        time_s = observation.measures.time_s
        if not pose.covered:
            self._uncovered_s = time_s
        return pose.covered and time_s - self._uncovered_s <= self._settings.covered_s

    def _follow_posture(self, observation: Observation, *, hidden: bool) -> Repetition | None:
        """Begin or end the set; the repetition that its end completes, if any."""
        was_in_set = self._in_set.value
        settings = self._settings
        needed_s = settings.out_of_posture_s if was_in_set else settings.into_posture_s
        time_s = observation.measures.time_s
        kept = observation.in_posture or (hidden and was_in_set)
        in_set = self._in_set.update(time_s, kept, needed_s)
        if not in_set:
            self._getting_in = [*self._getting_in, observation] if kept else []
        if in_set or not was_in_set:
            return None
        finished = self._set.close()
        self._end_set()
        self._observer.restart()
        self._set = self._new_set()
        return finished

    def _state_of(
        self, time_s: float, observation: Observation, finished: Repetition | None
    ) -> FormState:
        measures, following = observation.measures, self._set
        in_set = self._in_set.value
        phase = following.phase if in_set else None
        criteria = self._live.states(measures.values, phase, following.sides, following.baseline)
        # The picture with which a movement began is no longer one of the start position.
        moving = in_set and not following.resting
        set_up = during_the_set(observation.set_up) if moving else observation.set_up
        return FormState(
            time_s=time_s,
            pose_seen=observation.joints_in_view,
            view=measures.view,
            near_side=measures.near_side,
            working_side=following.sides.working,
            phase=phase,
            in_set=in_set,
            repetitions=len(self._recorder.repetitions),
            good_repetitions=self._recorder.good_repetitions,
            unclear_repetitions=self._recorder.unclear_repetitions,
            hold_s=following.hold_s(measures.time_s),
            counted=following.counted(observation),
            moved_too_little=following.moved_too_little,
            measures=measures.values,
            criteria=criteria,
            set_up=set_up,
            finished=finished,
            advice=self._avoid.advice,
            back=measures.back,
            errors=measures.errors,
        )


def checker_for(
    exercise: Exercise, texts: Texts | None = None, *, later: bool = False
) -> FormChecker:
    """The checker that an exercise, a posture or a movement to avoid is judged by.

    later: whether a repetition that is over is judged after its last picture; see `FormChecker`.

    Raises VocabularyError where it names measures that don't exist.
    """
    return FormChecker(exercise, texts, later=later)
