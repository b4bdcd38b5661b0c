"""One set, from finding the start position to the last repetition, without hands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.help_panel import AGAIN, NamedKeys
from formcheck.feedback.window import Key
from formcheck.form.state import FormState, Verdict
from formcheck.live.hands_free.placement import Placement
from formcheck.live.hands_free.raised_hand import hand_raised
from formcheck.live.hands_free.set_stage import HandsFree, PersonState, Reason, Stage
from formcheck.live.live_contract import SetDone
from formcheck.live.recognising.other_exercise import OtherExercise
from formcheck.live.scenes.scene import LiveFrame, Scene
from formcheck.live.scenes.stage_view import StageView
from formcheck.live.sets.goal_checker import Asked
from formcheck.live.sets.goal_progress import GoalProgress
from formcheck.live.sets.set_coach import SetCoach
from formcheck.live.sets.set_end import SetEnd
from formcheck.live.sets.set_run import SetRun
from formcheck.live.surroundings import Surroundings
from formcheck.pose.landmarks import Side
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image


@dataclass(frozen=True)
class ExerciseSceneSettings:
    """How long is shown what a set came to; engineering values, in seconds."""

    last_word_s: float = 4.0
    """How long it is shown that the goal is reached, before the set is left."""


DEFAULTS = ExerciseSceneSettings()


class Outcome(StrEnum):
    """How a set was left."""

    DONE = "done"
    SKIPPED = "skipped"
    AGAIN = "again"
    LEFT = "left"


class ExerciseScene(Scene):
    """Leads one person through one step of a programme.

    outcome: how it was left; LEFT until it is known otherwise.
    """

    watching = True
    asks_before_ending = True

    def __init__(
        self,
        around: Surroundings,
        step: Step,
        run: SetRun,
        done: Callable[[SetDone], None],
        *,
        side: Side | None = None,
        other: OtherExercise | None = None,
        settings: ExerciseSceneSettings = DEFAULTS,
    ) -> None:
        """Done: is given what the set came to, if it was begun. side: the only one that counts.

        other: recognises what is done instead; nothing does where none is given.
        """
        super().__init__(around)
        self._settings = settings
        self.outcome = Outcome.LEFT
        self._step = step
        self._run = run
        self._done = done
        self._hands = HandsFree(step.goal.hold_s)
        self._placement = Placement(step.exercise, around.texts)
        self._progress = GoalProgress(step.goal)
        self._end = SetEnd()
        self._coach = SetCoach(around, step.exercise, Asked(step.goal, side=side))
        self._view = StageView(around, step)
        self._other = other
        self._unlooked_at: Pose | None = None
        self._at_start = False
        self._state: FormState | None = None
        self._done_s: float | None = None

    @property
    def stage(self) -> Stage:
        """How far the set is."""
        return self._hands.stage

    @property
    def begun(self) -> bool:
        """Whether anything counts yet."""
        return self._run.begun

    @property
    def film_runs(self) -> bool:
        """Not while the person pauses by a key, nor once the goal is reached."""
        by_key = self.stage is Stage.PAUSED and self._hands.reason is Reason.KEY
        return self._done_s is None and not by_key

    @property
    def keys_now(self) -> NamedKeys:
        """Those that stand in its line, and one more."""
        space = "go_on" if self.stage is Stage.PAUSED else "pause"
        return (("space", space), ("n", "next"), *AGAIN)

    def press(self, key: Key) -> None:
        """Space pauses and goes on, n skips, b begins again.

        After a set that is done n waits no longer, and its other side comes all the same.
        """
        if key is Key.PAUSE:
            self._moving(self._hands.toggle)
        elif key is Key.NEXT:
            self._leave(Outcome.SKIPPED if self._done_s is None else Outcome.DONE)
        elif key is Key.AGAIN:
            self._leave(Outcome.AGAIN)

    def update(self, seen: LiveFrame) -> None:
        """Judge the frame, or look whether the set can begin or go on."""
        self._view.newest = seen
        if self._done_s is not None:
            return
        if self.stage is not Stage.PAUSED:
            self._unlooked_at = seen.pose
        judging = self.stage in (Stage.READY, Stage.EXERCISING)
        person = self._judge(seen) if judging else self._place(seen)
        if self._done_s is None:
            self._moving(lambda: self._hands.update(person))
        if self._hands.given_up:
            self.around.announcer.keep(self.around.texts.text("live.skipped"))
            self._leave(Outcome.SKIPPED)

    def unseen(self) -> None:
        """The camera sends nothing, and what was wrong with what it saw is no news any more."""
        self._run.unseen()
        if self._placement.message:
            self._placement = Placement(self._step.exercise, self.around.texts)

    def tick(self) -> None:
        """The last word is shown for a while; offers are spoken."""
        now_s = self.around.clock()
        if self._done_s is not None:
            shown = now_s - self._done_s >= self._settings.last_word_s
            if shown and not self.around.announcer.speaking(now_s):
                self._leave(Outcome.DONE)
        elif self._hands.offered:
            self.around.announcer.remind(self.around.texts.text("live.offer"), now_s)
        elif self._looks_like:
            self.around.announcer.remind(self._looks_like, now_s)
        elif self.stage is Stage.PLACING and self._placement.message:
            self.around.announcer.remind(self._placement.message, now_s)

    def catch_up(self) -> None:
        """A repetition that is over is judged. Which exercise it looks like is told in seconds, and
        takes as long as judging a pose.
        """
        self._run.catch_up()
        pose, self._unlooked_at = self._unlooked_at, None
        if pose is not None and self._other is not None:
            self._other.update(pose, self._progress.moments, at_start=self._at_start)

    def picture(self) -> Image:
        """What the window shows now."""
        cue, instead = self._coach.cue, self._looks_like
        if instead and self.stage is Stage.EXERCISING:
            cue = Cue(instead, CueKind.SET_UP)
        return self._view.picture(self._hands, instead or self._placement.message, cue, self._state)

    @property
    def _looks_like(self) -> str:
        """Which other exercise is done instead, in words; empty for none."""
        return self._other.message if self._other is not None else ""

    def close(self) -> None:
        """Sum the set up; a set that never began leaves nothing."""
        summary = self._run.finish()
        if summary is not None:
            skipped = self.outcome is not Outcome.DONE
            self._done(SetDone(self._step, summary, skipped, self._run.folder))

    def _place(self, seen: LiveFrame) -> PersonState:
        """A frame that isn't judged: is somebody in the start position?"""
        self._at_start = in_position = self._placement.update(seen.pose)
        if self._placement.message:
            self.in_the_way = self._placement.message
        return PersonState(
            time_s=seen.frame.time_s,
            present=seen.pose.found,
            hidden=seen.pose.covered,
            in_position=in_position,
            hand_raised=hand_raised(seen.pose),
            told=not self.around.announcer.speaking(self.around.clock()),
            progress=self._progress.moments,
        )

    def _judge(self, seen: LiveFrame) -> PersonState:
        """A frame that counts, at the latest when the set begins."""
        frame, pose, state = self._run.judge(seen.frame, seen.pose)
        self._state = state
        exercising = self.stage is Stage.EXERCISING
        if exercising:
            hold_reached = self._progress.update(state)
            if not self._looks_like:
                self._coach.update(state, hold_reached)
            self._run.keep(frame, pose, state)
        at_rest = state.phase in (None, self._step.exercise.phases.rest)
        if exercising and self._end.update(state, self._progress, at_rest=at_rest):
            self._count_last(state)
            self._finish()
        set_up = state.set_up.verdict is Verdict.GOOD
        self._at_start = set_up and (at_rest or not exercising)
        return PersonState(
            time_s=seen.frame.time_s,
            present=seen.pose.found,
            hidden=seen.pose.covered,
            in_position=set_up and at_rest,
            in_set=state.in_set,
            under_way=not at_rest,
            hand_raised=hand_raised(seen.pose),
            progress=self._progress.moments,
        )

    def _moving(self, change: Callable[[], None]) -> None:
        """Do what may change the stage, and what belongs to the change."""
        before = self.stage
        change()
        after = self.stage
        if after is before:
            return
        if after is Stage.EXERCISING:
            self._begin()
        elif after is Stage.PAUSED:
            self._pause(was_exercising=before is Stage.EXERCISING)
        elif after is Stage.PLACING:
            if before is Stage.READY:
                self._run.interrupt()
            self._placement = Placement(self._step.exercise, self.around.texts)

    def _begin(self) -> None:
        again = self._run.begun
        self._run.begin()
        if self._other is not None:
            self._other.begin()
        self.in_the_way = ""
        self._end.begin()
        self.around.announcer.hush()
        self.around.sounds.play(Sound.STARTED)
        if again:
            self.around.announce("live.go_on")

    def _pause(self, *, was_exercising: bool) -> None:
        state = self._run.interrupt()
        if was_exercising and state is not None:
            self._progress.update(state)
        self._placement = Placement(self._step.exercise, self.around.texts)
        reason = self._hands.reason
        if reason is not None and not reason.on_purpose and self._progress.enough:
            self._finish()
            return
        self.around.sounds.play(Sound.PAUSED)
        self.around.announce("live.paused", f"live.paused_{self._hands.reason}")

    def _count_last(self, state: FormState) -> None:
        """A hold that has reached its time is done, and shown as done, though it still lasts."""
        ended = self._run.interrupt()
        if ended is not None:
            self._state = replace(
                state,
                repetitions=ended.repetitions,
                good_repetitions=ended.good_repetitions,
                unclear_repetitions=ended.unclear_repetitions,
            )

    def _finish(self) -> None:
        self._hands.finish()
        self._done_s = self.around.clock()
        self._coach.praise(self._progress)

    def _leave(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.over = True
        self.around.announcer.hush()
