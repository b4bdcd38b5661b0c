"""A free session with everything around it made up; its recogniser is sure of what a test says."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.feedback.audio.announcer import Announcer
from formcheck.form.state import FormState
from formcheck.live.free.free_scene import FreeScene
from formcheck.live.live_contract import Preferences, SetDone
from formcheck.live.opening import FREE_WORDS
from formcheck.live.scenes.scene import LiveFrame
from formcheck.live.sets.set_run import SetRun
from formcheck.live.surroundings import Surroundings
from formcheck.pose.pose import Pose
from formcheck.recognition.answer import Answer
from formcheck.texts.texts import load_texts
from tests.feedback.builders import exercise, frame, pose, repetition, state
from tests.live.doubles import STEP_S, Checker, Clock, Sounds, Voice

KNEEL = exercise().model_copy(update={"id": "kneel", "title": "Kneeling"})


STAND = exercise().model_copy(update={"id": "stand", "title": "Standing"})


class Recogniser:
    """Is sure of what a function of the time says; sees a movement to avoid at some moments."""

    def __init__(self, what: Callable[[float], Exercise | None], avoid_s: Sequence[float]) -> None:
        self._what = what
        self._avoid_s = avoid_s
        self._now_s = 0.0

    def update(self, pose: Pose) -> tuple[str, ...]:
        self._now_s = pose.time_s
        at_once = any(abs(pose.time_s - one) < STEP_S / 2 for one in self._avoid_s)
        return ("full-sit-up",) if at_once else ()

    @property
    def best(self) -> Answer:
        named = self._what(self._now_s)
        return Answer(named, 0.9 if named else 0.1)


def each_two_seconds(time_s: float) -> FormState:
    """A repetition ends at every other second."""
    done = int(time_s / 2 + 1e-6)
    fresh = done > 0 and time_s - 2 * done < STEP_S / 2
    return dataclasses.replace(
        state(time_s, phase="start"),
        repetitions=done,
        finished=repetition(done) if fresh else None,
    )


class Session:
    """The scene with everything around it made up; `go_on` shows the same person for a while."""

    def __init__(
        self,
        what: Callable[[float], Exercise | None],
        judge: Callable[[float], FormState] = each_two_seconds,
        avoid_s: Sequence[float] = (),
        language: str = "en",
        judges: Mapping[str, Callable[[float], FormState]] | None = None,
    ) -> None:
        """Judges: by the id of an exercise that isn't judged as the others are."""
        own = judges or {}
        self.clock, self.voice, self.sets = Clock(), Voice(), list[SetDone]()
        self.around = Surroundings(
            load_texts(language),
            Announcer(self.voice, muted=False),
            Sounds(),
            self.clock,
            Preferences(),
        )
        self.around.announce(FREE_WORDS)
        self.scene = FreeScene(
            self.around,
            tuple(library().values()),
            lambda: Recogniser(what, avoid_s),
            lambda step: SetRun(
                lambda: Checker(own.get(step.exercise.id, judge), step.exercise),
                trouble=self._trouble,
            ),
            self.sets.append,
        )

    def go_on(self, seconds: float, *, away: bool = False) -> None:
        for _ in range(round(seconds / STEP_S)):
            self.clock.now_s += STEP_S
            shown = frame(self.clock.now_s)
            found = pose(shown.width, shown.height, shown.time_s)
            if away:
                found = Pose.missing(shown.time_s, shown.width, shown.height)
            self.scene.update(LiveFrame(shown, found))
            self.scene.tick()
            self.scene.catch_up()

    @staticmethod
    def _trouble(what: str, error: Exception) -> None:
        raise AssertionError(what) from error
