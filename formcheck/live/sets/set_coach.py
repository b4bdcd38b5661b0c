"""What is said and played during a set."""

from formcheck.exercises.exercise import Exercise
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.cue_chooser import CueChooser
from formcheck.feedback.cues import Cue, CueKind
from formcheck.form.state import FormState
from formcheck.live.sets.goal_progress import GoalProgress
from formcheck.live.surroundings import Surroundings


class SetCoach:
    """Shows one cue at a time, speaks it when it is new, and plays what has just happened.

    cue: the one that is on.
    """

    def __init__(self, around: Surroundings, exercise: Exercise) -> None:
        self.cue: Cue | None = None
        self._around = around
        self._chooser = CueChooser(exercise, around.texts)

    def update(self, state: FormState, hold_reached: bool) -> None:
        """Take the next state. hold_reached: a hold has just lasted as long as is wanted."""
        cue = self._chooser.update(state)
        if cue is not None and cue is not self.cue:
            self._around.announcer.cue(cue, self._around.clock())
            if cue.kind is CueKind.PRAISE and cue.criterion_id is not None:
                self._around.sounds.play(Sound.PUT_RIGHT)
        self.cue = cue
        if hold_reached:
            self._around.sounds.play(Sound.HOLD_REACHED)
        if state.finished is not None:
            self._around.sounds.play(Sound.REPETITION)

    def praise(self, progress: GoalProgress) -> None:
        """The last word of a set."""
        count = max(progress.done, 1)
        key = "cues.done_one" if count == 1 else "cues.done"
        now_s = self._around.clock()
        text = self._around.texts.text(key, count=count)
        self.cue = Cue(text, CueKind.PRAISE, since_s=now_s)
        self._around.announcer.cue(self.cue, now_s)
