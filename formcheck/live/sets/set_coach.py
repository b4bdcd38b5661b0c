"""What is said and played during a set."""

from dataclasses import dataclass
from math import isfinite

from formcheck.exercises.exercise import Exercise
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import Cue, CueKind
from formcheck.form.state import FormState
from formcheck.live.sets.asked_side import WrongSide
from formcheck.live.sets.goal_checker import Asked
from formcheck.live.sets.goal_progress import GoalProgress
from formcheck.live.surroundings import Surroundings


@dataclass(frozen=True)
class SetCoachSettings:
    """How long something is shown; seconds."""

    held_short_s: float = 4.0
    """What a hold that was let go early lacks: as long as between two cues."""


DEFAULTS = SetCoachSettings()


class SetCoach:
    """Shows one cue at a time, speaks it when it is new, and plays what has just happened.

    cue: the one that is on.
    """

    def __init__(
        self,
        around: Surroundings,
        exercise: Exercise,
        asked: Asked,
        *,
        settings: SetCoachSettings = DEFAULTS,
    ) -> None:
        self.cue: Cue | None = None
        self._settings = settings
        self._asked = asked
        self._around = around
        self._short: Cue | None = None
        self._held_s = 0.0
        self._wrong_side = WrongSide(asked.side, exercise)
        self._change: Cue | None = None
        self._chooser = CueChooser(exercise, around.texts)

    def update(self, state: FormState, hold_reached: bool) -> None:
        """Take the next state. hold_reached: a hold has just lasted as long as is wanted."""
        cue = self._change_sides(state) or self._held_short(state) or self._chooser.update(state)
        if cue is not None and cue is not self.cue:
            self._around.announcer.cue(cue, self._around.clock())
            if cue.kind is CueKind.PRAISE and cue.criterion_id is not None:
                self._around.sounds.play(Sound.PUT_RIGHT)
        self.cue = cue
        if hold_reached:
            self._around.sounds.play(Sound.HOLD_REACHED)
        if state.finished is not None:
            self._around.sounds.play(Sound.REPETITION)

    def _change_sides(self, state: FormState) -> Cue | None:
        """What is said of the wrong side while it lasts; None where it is the right one."""
        if not self._wrong_side.update(state):
            self._change = None
        elif self._change is None:
            text = self._around.texts.text(f"live.change_sides.{self._asked.side}")
            self._change = Cue(text, CueKind.FAULT, since_s=state.time_s)
        return self._change

    def _held_short(self, state: FormState) -> Cue | None:
        """What is said of a hold that was let go early, for a while; None where there was none."""
        finished, wanted_s = state.finished, round(self._asked.goal.hold_s)
        self._held_s = max(self._held_s, state.hold_s)
        if finished is not None and self._asked.held_short(finished):
            # What the ring showed last is what the person knows of.
            known = isfinite(finished.hold_s)
            held_s = round(max(finished.hold_s if known else 0.0, self._held_s))
            # Of a hold that was reached, and of which a part wasn't seen, nothing is told.
            if known or held_s < wanted_s:
                shown_s = min(held_s, wanted_s - 1)
                text = self._around.texts.text("live.held_short", held=shown_s, wanted=wanted_s)
                self._short = Cue(text, CueKind.FAULT, since_s=state.time_s)
        if finished is not None:
            self._held_s = 0.0
        short = self._short
        shown = short is not None and state.time_s - short.since_s < self._settings.held_short_s
        return short if shown else None

    def praise(self, progress: GoalProgress) -> None:
        """The last word of a set."""
        texts, goal, now_s = self._around.texts, self._asked.goal, self._around.clock()
        kind = CueKind.PRAISE
        if goal.long_hold and goal.most == 1 and progress.holds:
            text = texts.counted("cues.done_hold", round(goal.hold_s))
        elif progress.tried > progress.held:
            # What counts all the same is no number that the counter shows.
            held, tried = progress.held + progress.holds, progress.tried + progress.holds
            text = texts.text("cues.done_short", held=held, tried=tried)
            # A tick beside "0 of 4" would say the opposite.
            kind = CueKind.PRAISE if held else CueKind.ADVICE
        else:
            text = texts.counted("cues.done", max(progress.done, 1))
        self.cue = Cue(text, kind, since_s=now_s)
        self._around.announcer.cue(self.cue, now_s)
