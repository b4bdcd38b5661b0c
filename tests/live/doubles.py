"""A camera, a model, a window and a voice made up for tests of the live session."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace

from formcheck.closeable import Closeable
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.audio.sound import Sound
from formcheck.feedback.cues import Cue
from formcheck.feedback.window import Key
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState, Repetition, SetUp, Verdict
from formcheck.live.live_contract import Preferences, SessionSummary
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Goal, Step, StepSide
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame, Image
from tests.feedback.builders import exercise, frame, pose, repetition, state

STEP_S = 0.1

BEGINS_S = 7.5
"""When the first set has begun at the latest: what to do is shown for five seconds, and then the
start position is held for two."""

BEGUN = round(BEGINS_S / STEP_S)
"""Frames until the set is on."""


class Clock:
    """Stands still but for the camera, which moves it on."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


AFTER_ITS_END_S = 5.0


class Camera:
    """Sends the given frames, None for none in time, and has ended when they are over.

    Then time flies: nothing happens any more but that pages are read.
    """

    def __init__(
        self,
        frames: Iterable[Frame | None],
        troubled: CameraStatus | None = None,
        clock: Clock | None = None,
        step_s: float = STEP_S,
    ) -> None:
        self._step_s = step_s
        self._frames = iter(frames)
        self._troubled = troubled
        self.clock = clock or Clock()
        self.status = CameraStatus.RUNNING

    waiting = False

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:  # noqa: ARG002
        self.clock.now_s += self._step_s
        try:
            sent = next(self._frames)
        except StopIteration:
            self.status = CameraStatus.ENDED
            self.clock.now_s += AFTER_ITS_END_S
            return None
        if self._troubled is not None:
            self.status = CameraStatus.RUNNING if sent is not None else self._troubled
        return sent


class Model(Closeable):
    """Finds the same person in every frame, but not while they are away."""

    def __init__(self, away: Callable[[float], bool] = lambda _: False) -> None:
        self.times: list[float] = []
        self._away = away

    def estimate(self, frame: Frame) -> Pose:
        self.times.append(frame.time_s)
        if self._away(frame.time_s):
            return Pose.missing(frame.time_s, frame.width, frame.height)
        return pose(frame.width, frame.height, frame.time_s)

    def close(self) -> None:
        raise AssertionError("the model belongs to the caller")


class Checker:
    """Says what a function of the time in the set says; out of position where nobody is seen."""

    def __init__(
        self,
        judge: Callable[[float], FormState],
        exercise: Exercise,
        ended_by_pause: Repetition | None = None,
    ) -> None:
        self._judge = judge
        self._exercise = exercise
        self._ended_by_pause = ended_by_pause
        self._repetitions: list[object] = []
        self._last: FormState | None = None
        self.interruptions = 0

    def update(self, pose: Pose) -> FormState:
        said = self._judge(pose.time_s)
        if not pose.found:
            said = replace(said, in_set=False, phase=None)
        if said.finished is not None:
            self._repetitions.append(said.finished)
        self._last = said
        return said

    def catch_up(self) -> None: ...

    def interrupt(self) -> FormState | None:
        self.interruptions += 1
        if self._last is None:
            return None
        if self._ended_by_pause is not None:
            self._repetitions.append(self._ended_by_pause)
        return replace(self._last, in_set=False, phase=None, finished=self._ended_by_pause)

    def finish(self) -> SetSummary:
        return SetSummary(
            exercise=self._exercise,
            repetitions=tuple(self._repetitions),  # type: ignore[arg-type]
            criteria=(),
            hold_s=0.0,
            verdict=Verdict.GOOD,
            view="side",
            set_up=SetUp(Verdict.GOOD, ()),
            frames=1,
            frames_with_pose=1,
            frames_judged=1,
        )


Keys = dict[int, Key | tuple[Key, ...]]
"""What is pressed after so many pictures."""


class Window:
    """Remembers what it showed; keys are pressed, or it is closed, after so many pictures."""

    def __init__(self, keys: Keys | None = None, closes_after: int = 10**6) -> None:
        self.shown: list[Image] = []
        self.full_screen = False
        self._keys = keys or {}
        self._closes_after = closes_after

    @property
    def closed(self) -> bool:
        return len(self.shown) >= self._closes_after

    def show(self, image: Image) -> None:
        self.shown.append(image)

    def pressed(self) -> tuple[Key, ...]:
        keys = self._keys.pop(len(self.shown), ())
        return (keys,) if isinstance(keys, Key) else keys

    def toggle_full_screen(self) -> None:
        self.full_screen = not self.full_screen


class Voice:
    """Remembers what it said."""

    speaking = False

    def __init__(self, problem: str = "") -> None:
        self.said: list[str] = []
        self.hushed = 0
        self.problem = problem

    def say(self, cue: Cue) -> None:
        self.said.append(cue.text)

    def hush(self) -> None:
        self.hushed += 1


class Sounds:
    """Remembers what it played."""

    problem = ""

    def __init__(self) -> None:
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.played.append(sound)


def frames(count: int, start_s: float = 0.0) -> Iterator[Frame]:
    """So many frames of a room, ten a second."""
    return (in_a_room(frame(start_s + STEP_S * n, n)) for n in range(count))


def in_a_room(seen: Frame) -> Frame:
    """The same with a floor, since a picture without anything in it is a covered camera's."""
    image = seen.image.copy()
    image[3 * len(image) // 4 :] //= 2
    return replace(seen, image=image)


def counting(time_s: float) -> FormState:
    """A repetition is finished at every full second of the set."""
    done = max(int(time_s - BEGINS_S + 1e-6), 0)
    fresh = done > 0 and time_s - BEGINS_S - done < STEP_S / 2
    finished = repetition(done) if fresh else None
    return replace(resting(time_s), repetitions=done, finished=finished)


def step(
    goal: int | None = None,
    *,
    hold_s: float = 0.0,
    rest_s: float = 0.0,
    side: StepSide = StepSide.ONLY,
    one: Exercise | None = None,
) -> Step:
    """One set of a made-up exercise; without a goal it goes on."""
    wanted = Goal(goal, goal, hold_s, long_hold=hold_s >= 10)
    return Step(one or exercise("knee"), wanted, side, 1, 1, rest_s)


def resting(time_s: float) -> FormState:
    """Someone in the start position, who does nothing."""
    return state(time_s, phase="start")


def coach(
    sent: Iterable[Frame | None] | Camera,
    window: Window | None = None,
    judge: Callable[[float], FormState] = resting,
    *,
    steps: tuple[Step, ...] | None = None,
    questions: bool = False,
    muted: bool = False,
    ahead: bool = False,
    **options: object,
) -> SessionSummary:
    """A session with everything made up that the test doesn't name.

    ahead: whether the next picture is looked at in a thread while the last is painted.
    """
    camera = sent if isinstance(sent, Camera) else Camera(sent)
    steps = steps or (step(),)
    opening = open_session(
        steps,
        voice=options.pop("voice", None),  # type: ignore[arg-type]
        sounds=options.pop("sounds", None),  # type: ignore[arg-type]
        preferences=Preferences(questions=questions, muted=muted),
        clock=camera.clock,
    )
    with ThreadPoolExecutor(1) if ahead else nullcontext() as beside:
        return run_live(
            steps,
            camera=camera,
            estimator=options.pop("estimator", None) or Model(),  # type: ignore[arg-type]
            new_checker=lambda exercise: Checker(judge, exercise),
            window=window or Window(),
            opening=opening,
            beside=beside,
            **options,  # type: ignore[arg-type]
        )
