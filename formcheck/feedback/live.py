"""Live coaching: from the newest frame of the camera to what the person sees and hears."""

from dataclasses import dataclass, replace

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.cues import Cue, CueChooser, CueKind
from formcheck.feedback.live_contract import (
    Camera,
    Checker,
    Ending,
    LiveSink,
    LiveSummary,
    Preferences,
)
from formcheck.feedback.notices import STARTING, TROUBLES, NoticeBoard
from formcheck.feedback.overlay import draw, draw_notice_alone
from formcheck.feedback.screen import Screen
from formcheck.feedback.session_clock import SessionClock
from formcheck.feedback.voice import SilentVoice, Voice
from formcheck.feedback.window import Key, Window
from formcheck.form.state import FormState, Repetition
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image
from formcheck.video.live import CameraStatus

PATIENCE_S = 0.05
"""How long to wait for a frame before the window is looked after."""

LAST_WORD_S = 3.0
"""How long it is shown that the goal is reached, before the session ends."""


@dataclass(frozen=True, eq=False)
class _Moment:
    """The last frame and what was found in it, for showing it again."""

    frame: Frame
    pose: Pose


class LiveSession:
    """Coaches one exercise; see `run_live`."""

    def __init__(
        self,
        exercise: Exercise,
        camera: Camera,
        estimator: PoseEstimator,
        checker: Checker,
        window: Window,
        voice: Voice,
        sink: LiveSink | None,
        preferences: Preferences,
    ) -> None:
        self._exercise = with_goal(exercise, preferences.goal_repetitions)
        self._camera = camera
        self._estimator = estimator
        self._checker = checker
        self._window = window
        self._voice = voice
        self._sink = sink
        self._preferences = preferences
        self._chooser = CueChooser(exercise)
        self._clock = SessionClock()
        self._notices = NoticeBoard()
        self._screen = Screen(keys_shown=True, muted=preferences.muted)
        self._moment: _Moment | None = None
        self._state: FormState | None = None
        self._cue: Cue | None = None
        self._first_s: float | None = None
        self._done_s: float | None = None
        self._frames = 0
        self._repetitions: list[Repetition] = []
        self._warnings: list[str] = []

    def run(self) -> LiveSummary:
        """Go on until there is a reason to end."""
        ending: Ending | None = None
        try:
            while ending is None:
                ending = self._obey_keys() or self._follow_camera()
        except KeyboardInterrupt:
            ending = Ending.INTERRUPTED
        finally:
            self._voice.hush()
        return self._summary(ending)

    def _obey_keys(self) -> Ending | None:
        for key in self._window.pressed():
            match key:
                case Key.QUIT:
                    return Ending.QUIT
                case Key.NEXT:
                    return Ending.NEXT
                case Key.PAUSE:
                    self._toggle_pause()
                case Key.MUTE:
                    self._toggle_mute()
                case Key.HELP:
                    self._screen = replace(self._screen, help_shown=not self._screen.help_shown)
                case Key.MIRROR:
                    mirrored = not self._preferences.mirrored
                    self._preferences = replace(self._preferences, mirrored=mirrored)
                case Key.FULL_SCREEN:
                    self._window.toggle_full_screen()
        return Ending.CLOSED if self._window.closed else None

    def _toggle_pause(self) -> None:
        self._screen = replace(self._screen, paused=not self._screen.paused)
        self._clock.pause()
        self._voice.hush()

    def _toggle_mute(self) -> None:
        self._preferences = replace(self._preferences, muted=not self._preferences.muted)
        self._screen = replace(self._screen, muted=self._preferences.muted)
        self._voice.hush()

    def _follow_camera(self) -> Ending | None:
        frame = self._camera.newest(PATIENCE_S)
        status = self._camera.status
        self._notices.see_camera(status)
        if frame is not None and not (self._screen.paused and self._state is not None):
            return self._judge(frame)
        if frame is None and status is CameraStatus.ENDED:
            return Ending.CAMERA
        if status in TROUBLES:
            # What nobody saw is no part of a hold.
            self._clock.pause()
        if frame is not None:
            missing = Pose.missing(frame.time_s, frame.width, frame.height)
            self._moment = _Moment(frame, missing)
        self._window.show(self._picture())
        return None

    def _judge(self, frame: Frame) -> Ending | None:
        frame = self._clock.judged(frame)
        pose = self._estimator.estimate(frame)
        state = self._checker.update(pose)
        self._moment, self._state = _Moment(frame, pose), state
        self._frames += 1
        self._first_s = frame.time_s if self._first_s is None else self._first_s
        if state.finished is not None:
            self._repetitions.append(state.finished)
        self._coach(state)
        picture = self._picture()
        self._keep(frame, pose, state, picture)
        self._window.show(picture)
        over = self._done_s is not None and state.time_s - self._done_s >= LAST_WORD_S
        return Ending.DONE if over else None

    def _coach(self, state: FormState) -> None:
        """Choose what to tell now, and speak it where it is new."""
        before, goal = self._cue, self._preferences.goal_repetitions
        if self._done_s is not None:
            return
        if goal is not None and state.repetitions >= goal:
            self._done_s = state.time_s
            self._cue = Cue(f"Done: {goal} repetitions", CueKind.PRAISE, since_s=state.time_s)
        else:
            self._cue = self._chooser.update(state)
        if self._cue is not None and self._cue is not before and not self._preferences.muted:
            self._voice.say(self._cue)

    def _keep(self, frame: Frame, pose: Pose, state: FormState, picture: Image) -> None:
        if self._sink is None:
            return
        try:
            self._sink.write(frame, pose, state, picture)
        except (FormcheckError, OSError) as error:
            self._sink = None
            self._warnings.append(f"The recording stopped: {error}")
            self._notices.tell("The recording has stopped. The exercise goes on.")

    def _picture(self) -> Image:
        """What the window shows now."""
        screen = replace(self._screen, notice=self._notices.text)
        if self._moment is None or self._state is None:
            return draw_notice_alone(screen.notice or STARTING)
        return draw(
            self._moment.frame.image,
            self._moment.pose,
            self._state,
            self._exercise,
            cue=self._cue,
            mirrored=self._preferences.mirrored,
            screen=screen,
        )

    def _summary(self, ending: Ending) -> LiveSummary:
        judged_s = 0.0
        if self._state is not None and self._first_s is not None:
            judged_s = self._state.time_s - self._first_s
        return LiveSummary(
            exercise_id=self._exercise.id,
            ending=ending,
            frames=self._frames,
            seconds=judged_s,
            repetitions=tuple(self._repetitions),
            last=self._state,
            preferences=self._preferences,
            warnings=tuple(self._warnings),
        )


def with_goal(exercise: Exercise, goal: int | None) -> Exercise:
    """The exercise as it is shown: with the person's own number of repetitions, if it is another.

    goal: None, or the most that the exercise itself asks for, leaves its numbers as they are.
    """
    usual = exercise.dosage.reps
    if goal is None or (usual is not None and goal == usual[1]):
        return exercise
    dosage = exercise.dosage.model_copy(update={"reps": (goal, goal)})
    return exercise.model_copy(update={"dosage": dosage})


def run_live(
    exercise: Exercise,
    *,
    camera: Camera,
    estimator: PoseEstimator,
    checker: Checker,
    window: Window,
    voice: Voice | None = None,
    sink: LiveSink | None = None,
    preferences: Preferences | None = None,
) -> LiveSummary:
    """Coach one exercise until it is done, the person ends it, or the camera does.

    Camera, estimator, window and sink stay open, for the next exercise. It all runs in the calling
    thread. Ctrl-C ends it like a key does, and the summary tells.
    """
    session = LiveSession(
        exercise,
        camera,
        estimator,
        checker,
        window,
        voice or SilentVoice(),
        sink,
        preferences or Preferences(),
    )
    return session.run()
