"""A free session: what the person does is recognised, and then coached until they leave it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.banner import draw_notice_alone
from formcheck.feedback.drawing.help_panel import NamedKeys
from formcheck.feedback.drawing.screen import Screen
from formcheck.feedback.window import Key
from formcheck.form.avoid import DEFAULTS as AVOIDED
from formcheck.form.state import FormState
from formcheck.live.free.free_keys import free_keys, keys_of_line
from formcheck.live.free.free_set import FreeSet
from formcheck.live.free.free_view import between_sets
from formcheck.live.hands_free.hand_sign import HandSign
from formcheck.live.hands_free.raised_hand import hand_raised
from formcheck.live.live_contract import SetDone
from formcheck.live.recognising.exercise_watch import ExerciseWatch, Recognising
from formcheck.live.scenes.scene import LiveFrame, Scene
from formcheck.live.sets.set_run import SetRun
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.steps import Goal, Step, StepSide, shown_with
from formcheck.video.frame import Image


@dataclass(frozen=True)
class FreeSceneSettings:
    """When it is told that an exercise can be named; engineering values, in seconds."""

    unnamed_s: float = 120.0
    """After so long without an exercise that was recognised it is told how to name one, once."""

    name_it_s: float = 20.0
    """How long that is shown: it is read twice, out of breath."""


DEFAULTS = FreeSceneSettings()


class FreeScene(Scene):
    """Watches, coaches what it recognises, and watches again; nobody is asked for anything."""

    watching = True
    asks_before_ending = True

    def __init__(
        self,
        around: Surroundings,
        exercises: Sequence[Exercise],
        new_recogniser: Callable[[], Recognising],
        new_run: Callable[[Step], SetRun],
        done: Callable[[SetDone], None],
        *,
        settings: FreeSceneSettings = DEFAULTS,
    ) -> None:
        """Exercises: those that may be recognised. done: is given what each set came to.

        Its first words are said before it is there.
        """
        super().__init__(around)
        self._settings = settings
        self._avoided = {one.id: one for one in exercises if one.recognised is not None}
        self._watch = ExerciseWatch(new_recogniser)
        self._new_run = new_run
        self._done = done
        self._newest: LiveFrame | None = None
        self._unlooked_at: LiveFrame | None = None
        self._guess: FreeSet | None = None
        self._set: FreeSet | None = None
        self._any_done = self._paused = False
        self._hand = HandSign()
        self._told: Cue | None = None
        self._told_until_s = float("-inf")
        self._unnamed_since_s = around.clock()
        self._name_told = False
        self.in_the_way = around.texts.text("live.not_begun.unrecognised")

    @property
    def begun(self) -> bool:
        """Whether anything counts yet."""
        return self._any_done or self._set is not None

    @property
    def film_runs(self) -> bool:
        """Not during a pause."""
        return not self._paused

    @property
    def keys_now(self) -> NamedKeys:
        """Nothing is begun again that nobody asked for."""
        return free_keys(in_set=self._set is not None, begun=self.begun, paused=self._paused)

    def press(self, key: Key) -> None:
        """Space pauses and goes on, n ends the set, Enter the session in which anything was done.

        Who still presses Enter at the pages before it has not had enough of it.
        """
        if key is Key.PAUSE:
            self._toggle_pause()
        elif key is Key.NEXT and self._set is not None:
            self._leave_set()
            self._forget()
        elif key is Key.ENTER and self.begun:
            self._end()

    def update(self, seen: LiveFrame) -> None:
        """Follow the set that is on."""
        self._newest = seen
        if self._paused:
            return
        self._unlooked_at = seen
        if self._set is not None:
            self._coach_set(self._set, seen)
            return
        raised = self._hand.update(seen.frame.time_s, hand_raised(seen.pose))
        if raised and self._any_done:
            self._end()

    def catch_up(self) -> None:
        """Look whether another exercise has begun: that is told in seconds, and takes as long as
        the judging, now and then as long as finding a pose.
        """
        seen, self._unlooked_at = self._unlooked_at, None
        if self._set is not None:
            self._set.catch_up()
        if seen is None:
            return
        avoided = self._watch.update(seen.pose)
        if self._set is None:
            self._warn(avoided)
        self._try_guess(seen)

    def unseen(self) -> None:
        """The camera sends nothing."""
        if self._set is not None:
            self._set.unseen()

    def tick(self) -> None:
        """Who isn't recognised for long is told once what else there is."""
        now_s = self.around.clock()
        present = self._newest is not None and self._newest.pose.found
        if self._name_told or self._set is not None or self._paused or not present:
            return
        waited = now_s - self._unnamed_since_s >= self._settings.unnamed_s
        if waited and not self.around.announcer.speaking(now_s):
            self._name_told = True
            text = self.around.texts.text("live_auto.name_it")
            self._tell(text, CueKind.SET_UP, self._settings.name_it_s)

    def picture(self) -> Image:
        """What the window shows now."""
        seen, around = self._newest, self.around
        if seen is None:
            return draw_notice_alone(around.texts.text("notices.starting"))
        if self._set is not None:
            return self._set.picture(seen, self.screen)
        told = self._told if around.clock() < self._told_until_s else None
        return between_sets(seen, around, self.screen, told, any_done=self._any_done)

    @property
    def screen(self) -> Screen:
        """What the window shows besides the person: above all the keys that do something now."""
        return Screen(
            keys=keys_of_line(self.keys_now), paused=self._paused, muted=self.around.announcer.muted
        )

    def close(self) -> None:
        """The set that is on is a set, however the session ends."""
        self._finish_set()

    def _coach_set(self, current: FreeSet, seen: LiveFrame) -> None:
        was_in_position = current.in_position
        state = current.update(seen)
        if current.left:
            self._leave_set()
        elif self._is_known(current, state) or (was_in_position and not state.in_set):
            self._forget()

    def _is_known(self, current: FreeSet, state: FormState) -> bool:
        """Whether what was seen up to here is a repetition of this set, and not of another."""
        looks_like = self._watch.answer.exercise
        alike = looks_like is None or looks_like.id == current.step.exercise.id
        return state.finished is not None and alike

    def _try_guess(self, seen: LiveFrame) -> None:
        """Begin the set of an exercise that was recognised, once it is more than a guess."""
        named = self._watch.named
        current = self._set.step.exercise.id if self._set is not None else None
        if named is not None and named.id == current:
            self._guess = None
        elif named is not None and not self._is_guessed(named):
            self._guess = self._new_set(named)
            self._guess.try_out(None)
        elif self._guess is not None:
            self._guess.try_out(seen.pose)
        guess = self._guess
        if guess is not None and named is not None and guess.proven:
            self._finish_set()
            self._set, self._guess, self._told_until_s = guess, None, float("-inf")
            guess.begin()

    def _is_guessed(self, exercise: Exercise) -> bool:
        return self._guess is not None and self._guess.step.exercise.id == exercise.id

    def _new_set(self, named: Exercise) -> FreeSet:
        exercise = translated(named, self.around.texts)
        rule = exercise.repetition
        goal = Goal(None, None, rule.hold_s, long_hold=rule.is_long_hold)
        step = Step(shown_with(exercise, goal), goal, StepSide.ONLY, 1, 1, 0.0)
        return FreeSet(self.around, step, self._new_run(step), self._watch.poses)

    def _warn(self, avoided: Sequence[str]) -> None:
        """Advise against a movement at once, unless it belongs to what is being done."""
        doing = self._watch.answer.exercise
        for name in avoided:
            rule = translated(self._avoided[name], self.around.texts).recognised
            if rule is not None and (doing is None or doing.id not in rule.not_during):
                self._tell(rule.advice, CueKind.ADVICE, AVOIDED.told_s)

    def _tell(self, text: str, kind: CueKind, for_s: float) -> None:
        now_s = self.around.clock()
        self._told, self._told_until_s = Cue(text, kind, since_s=now_s), now_s + for_s
        self.around.announcer.cue(self._told, now_s)

    def _leave_set(self) -> None:
        """Back to watching. What was seen since its position was lost is remembered: it may be
        where the next exercise begins.
        """
        self._finish_set()
        self._unnamed_since_s = self.around.clock()
        self.around.announce("live_auto.begin")

    def _finish_set(self) -> None:
        current, self._set = self._set, None
        done = current.finish() if current is not None else None
        if done is None:
            return
        self._any_done = True
        self._done(done)
        if count := len(done.summary.repetitions):
            key = "cues.done_one" if count == 1 else "cues.done"
            self.around.announcer.keep(f"{self.around.texts.text(key, count=count)}.")

    def _forget(self) -> None:
        self._watch.forget()
        self._guess = self._unlooked_at = None

    def _toggle_pause(self) -> None:
        self._paused = not self._paused
        self._forget()
        self._unnamed_since_s = self.around.clock()
        if not self._paused:
            self.around.announce("live.go_on" if self._set is not None else "live_auto.begin")
            return
        if self._set is not None:
            self._set.interrupt()
        self.around.sounds.play(Sound.PAUSED)
        self.around.announcer.hush()

    def _end(self) -> None:
        self.over = True
        self.around.announcer.hush()
