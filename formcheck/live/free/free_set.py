"""One set of a free session, from a guess that is tried on what was seen to its last repetition."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.cues import Cue, CueKind
from formcheck.feedback.drawing.overlay import draw
from formcheck.feedback.drawing.screen import Screen
from formcheck.form.state import FormState
from formcheck.live.live_contract import SetDone
from formcheck.live.scenes.scene import LiveFrame
from formcheck.live.sets.goal_checker import Asked
from formcheck.live.sets.goal_progress import GoalProgress
from formcheck.live.sets.set_coach import SetCoach
from formcheck.live.sets.set_run import SetRun
from formcheck.live.surroundings import Surroundings
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Step
from formcheck.video.frame import Image


@dataclass(frozen=True)
class FreeSetSettings:
    """When a guess becomes a set, and when the set is over; engineering values."""

    held_s: float = 4.0
    """Who has held an exercise for so long does it, also before a repetition is over."""

    at_once: int = 20
    """Remembered poses that are judged between two pictures: all of them would make it stand
    still."""

    left_s: float = 10.0
    """Who has been out of position for so long has ended the set."""

    announced_s: float = 2.5
    """So long the exercise's name is shown and heard, before anything is said about it."""


DEFAULTS = FreeSetSettings()


class FreeSet:
    """Follows one person through an exercise that was recognised; state over time.

    Until `begin` it is a guess: it counts what was done, and nothing of it is kept.
    """

    def __init__(
        self,
        around: Surroundings,
        step: Step,
        run: SetRun,
        remembered: Iterable[Pose],
        *,
        settings: FreeSetSettings = DEFAULTS,
    ) -> None:
        """Remembered: the poses in which it was recognised, in rising time."""
        self.step = step
        self._settings = settings
        self._around = around
        self._run = run
        self._untried = deque(remembered)
        self._earlier: list[FormState] = []
        self._progress = GoalProgress(step.goal)
        self._coach = SetCoach(around, step.exercise, Asked(step.goal))
        self._state: FormState | None = None
        self._announced: Cue | None = None
        self._lost_since_s: float | None = None

    @property
    def proven(self) -> bool:
        """Whether at least one repetition was done, or a hold has lasted."""
        if self._untried or self._state is None or not self._state.in_set:
            return False
        held_s = max(state.hold_s for state in self._earlier)
        return self._state.repetitions > 0 or held_s >= self._settings.held_s

    @property
    def in_position(self) -> bool:
        """Whether the person is in the posture of the exercise."""
        return self._state is not None and self._state.in_set

    @property
    def left(self) -> bool:
        """Whether the position has been lost for long."""
        state, since_s = self._state, self._lost_since_s
        if state is None or since_s is None:
            return False
        return state.time_s - since_s >= self._settings.left_s

    def try_out(self, pose: Pose | None) -> None:
        """Go on counting what was remembered, and then this pose, None for none that is new."""
        if pose is not None:
            self._untried.append(pose)
        for _ in range(min(self._settings.at_once, len(self._untried))):
            self._state = self._run.recall(self._untried.popleft())
            self._earlier.append(self._state)

    def begin(self) -> None:
        """From here on it is a set, with everything that was done before."""
        around, now_s = self._around, self._around.clock()
        self._run.begin(self._earlier)
        for state in self._earlier:
            self._progress.update(state)
        self._earlier = []
        text = around.texts.text("live_auto.recognised", title=self.step.exercise.title)
        self._announced = Cue(text, CueKind.PRAISE, since_s=now_s)
        around.sounds.play(Sound.STARTED)
        around.announcer.announce(text, now_s)

    def update(self, seen: LiveFrame) -> FormState:
        """Judge the next frame."""
        frame, pose, state = self._run.judge(seen.frame, seen.pose)
        self._state = state
        reached = self._progress.update(state)
        if state.in_set:
            self._lost_since_s = None
            self._run.keep(frame, pose, state)
        elif self._lost_since_s is None:
            self._lost_since_s = state.time_s
        if not self._announcing:
            # What is wrong with the position of someone who has left it is nothing to tell.
            told = (
                state if state.in_set else replace(state, set_up=replace(state.set_up, problems=()))
            )
            self._coach.update(told, reached)
        return state

    def catch_up(self) -> None:
        """What the last picture didn't wait for."""
        self._run.catch_up()

    def interrupt(self) -> None:
        """A pause: what was under way is over."""
        state = self._run.interrupt()
        if state is not None:
            self._progress.update(state)
        self._lost_since_s = None

    def unseen(self) -> None:
        """The camera sends nothing."""
        self._run.unseen()

    def finish(self) -> SetDone | None:
        """What it came to; None for a guess."""
        summary = self._run.finish()
        return None if summary is None else SetDone(self.step, summary, False, self._run.folder)

    def picture(self, seen: LiveFrame, screen: Screen) -> Image:
        """The newest frame with what belongs on it."""
        around, state = self._around, self._state
        assert state is not None, "a set begins after something was seen of it"
        return draw(
            seen.frame.image,
            seen.pose,
            state,
            self.step.exercise,
            cue=self._announced if self._announcing else self._coach.cue,
            mirrored=around.preferences.mirrored,
            screen=screen,
            texts=around.texts,
        )

    @property
    def _announcing(self) -> bool:
        said = self._announced
        return said is not None and self._around.clock() - said.since_s < self._settings.announced_s
