"""The watch with its camera, its model and its ways to tell: it runs until someone ends it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from formcheck.desk.commands import Command
from formcheck.desk.desktop_notices import Notices
from formcheck.desk.reminders import Reminder, ReminderKind
from formcheck.desk.seat import Stir
from formcheck.desk.sitting_baseline import Obstacle
from formcheck.desk.stillness import ChangeGate
from formcheck.desk.watch import DeskState, DeskWatch
from formcheck.desk.watch_summary import DeskEnding, DeskSummary
from formcheck.desk.watch_words import (
    notes_of,
    obstacle_words,
    reminder_words,
    status_line,
    taken_words,
)
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.sound import Sound, Sounds
from formcheck.live.live_contract import CameraFeed
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.texts.refusal import problem_of
from formcheck.texts.texts import Texts
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from formcheck.video.too_dark import is_too_dark


@dataclass(frozen=True)
class DeskSessionSettings:
    """How long the watch waits; seconds."""

    wait_s: float = 0.5
    """For a picture, before commands are looked after: who types is answered within this."""

    lost_s: float = 10.0
    """Without a picture for so long, a camera that is gone is missing, and one that is covered, or
    in the dark, is told (engineering)."""

    silent_s: float = 30.0
    """Without a picture for so long, one that is there is missing; some network cameras send a key
    picture only every ten seconds or more."""

    waiting_look_s: float = 1.0
    """Between two looks for a new baseline, changed or not, after the camera was moved
    (engineering)."""

    get_ready_s: float = 5.0
    """Between being asked to sit up and looked at, where nobody presses a key (engineering)."""


DEFAULTS = DeskSessionSettings()

SOUNDS = {
    ReminderKind.SLOUCHED: Sound.PAUSED,
    ReminderKind.LOWER: Sound.PAUSED,
    ReminderKind.BREAK_DUE: Sound.PAUSED,
    ReminderKind.PUT_RIGHT: Sound.PUT_RIGHT,
    ReminderKind.WELCOME_BACK: Sound.STARTED,
}

ON_THE_DESKTOP = set(ReminderKind) - {ReminderKind.PUT_RIGHT}


class WatchDisplay(Protocol):
    """The terminal, or what stands in for it."""

    def show(self, status: str) -> None:
        """Put a line in the place of the last status."""
        ...

    def tell(self, text: str) -> None:
        """Add a line that stays."""
        ...


class Commands(Protocol):
    """What the person types."""

    def pending(self) -> Command | None:
        """The next command, or None."""
        ...


@dataclass(frozen=True)
class WatchPreferences:
    """What the person chose.

    for_s: how long to watch; None until they end it.
    asks_for_enter: whether they press Enter when they sit as they want to; else they are given
        some seconds.
    """

    break_every_s: float = 50 * 60.0
    for_s: float | None = None
    asks_for_enter: bool = False


class DeskSession:
    """Runs one watch. It all happens in the calling thread; Ctrl-C ends it like `q`, and so does a
    model that fails, which is told.

    clock: seconds, rising; goes on while the computer sleeps.
    """

    def __init__(
        self,
        watch: DeskWatch,
        *,
        camera: CameraFeed,
        estimator: PoseEstimator,
        page: WatchDisplay,
        notices: Notices,
        sounds: Sounds,
        commands: Commands,
        texts: Texts,
        preferences: WatchPreferences,
        clock: Callable[[], float],
        settings: DeskSessionSettings = DEFAULTS,
    ) -> None:
        self._watch = watch
        self._camera = camera
        self._estimator = estimator
        self._page = page
        self._notices = notices
        self._sounds = sounds
        self._commands = commands
        self._texts = texts
        self._preferences = preferences
        self._settings = settings
        self._clock = clock
        self._gate = ChangeGate()
        self._pose: Pose | None = None
        self._waits_for_enter = preferences.asks_for_enter
        self._pictured_s = self._began_s = clock()
        self._obstacle_told: Obstacle | None = None
        self._estimated_s = -float("inf")
        self._camera_told = "camera_back"
        self._notes: frozenset[str] = frozenset()
        self._notices_failed = self._sounds_failed = False

    def run(self) -> DeskSummary:
        """Watch until there is a reason to end."""
        ending: DeskEnding | None = None
        if self._waits_for_enter:
            self._page.tell(self._texts.text("desk.keys"))
            self._page.tell(self._texts.text("desk.ask_enter"))
        else:
            self._ask_to_sit_up()
        try:
            while ending is None:
                ending = self._obey() or self._look()
        except KeyboardInterrupt:
            ending = DeskEnding.INTERRUPTED
        except FormcheckError as error:
            # What was seen until then must not be lost with the model or the camera.
            self._page.tell(self._texts.told(problem_of(error)))
            ending = DeskEnding.FAILED
        return DeskSummary.of(self._watch, ending)

    def _obey(self) -> DeskEnding | None:
        while (command := self._commands.pending()) is not None:
            match command:
                case Command.QUIT:
                    return DeskEnding.QUIT
                case Command.ENTER if self._waits_for_enter:
                    self._waits_for_enter = False
                    self._page.tell(self._texts.text("desk.looking"))
                    self._watch.take_baseline(self._clock())
                case Command.BASELINE:
                    self._waits_for_enter = False
                    self._ask_to_sit_up()
        until_s = self._preferences.for_s
        over = until_s is not None and self._clock() - self._began_s >= until_s
        return DeskEnding.TIME if over else None

    def _ask_to_sit_up(self) -> None:
        ready_s = self._settings.get_ready_s
        self._page.tell(self._texts.text("desk.countdown", seconds=f"{ready_s:.0f}"))
        self._watch.take_baseline(self._clock() + ready_s)
        self._obstacle_told = None

    def _look(self) -> DeskEnding | None:
        frame = self._camera.newest(self._settings.wait_s)
        now_s = self._clock()
        dark = frame is not None and is_too_dark(frame.image)
        if frame is not None and not dark:
            self._pictured_s = now_s
            self._tell_of_camera("camera_back")
            pose, seat = self._find_body(frame, now_s), self._watch.seat
            stir = self._gate.stir_at(seat) if seat else Stir.NONE
            self._tell_news(self._watch.update(pose, stir=stir))
        elif self._camera.status is CameraStatus.ENDED:
            return DeskEnding.CAMERA
        elif now_s - self._pictured_s >= self._patience_s(dark=dark):
            self._tell_of_camera("dark" if dark else "camera_lost")
            self._tell_news(self._watch.update_unseen(now_s))
        return None

    def _patience_s(self, *, dark: bool) -> float:
        known = dark or self._camera.status is CameraStatus.LOST
        return self._settings.lost_s if known else self._settings.silent_s

    def _find_body(self, frame: Frame, now_s: float) -> Pose:
        """The body in this picture; that of the last one where nothing has changed since."""
        news = self._gate.is_news(frame.image, now_s)
        waited = now_s - self._estimated_s >= self._settings.waiting_look_s
        news |= self._watch.looking_from_s is not None
        if news or self._pose is None or (self._watch.waits_for_baseline and waited):
            self._estimated_s = now_s
            self._pose = self._estimator.estimate(replace(frame, time_s=now_s))
        return replace(self._pose, time_s=now_s)

    def _tell_of_camera(self, news: str) -> None:
        """What is new of it, by the name of its text."""
        if news != self._camera_told:
            self._camera_told = news
            self._page.tell(self._texts.text(f"desk.{news}"))

    def _tell_news(self, state: DeskState) -> None:
        """Tell what is new in this moment."""
        if state.taken is not None:
            self._page.tell(taken_words(state.taken, self._texts))
        if state.obstacle is not None and state.obstacle is not self._obstacle_told:
            self._obstacle_told = state.obstacle
            self._page.tell(obstacle_words(state.obstacle, self._texts))
        for note in notes_of(state) - self._notes:
            self._page.tell(self._texts.text(f"desk.{note}"))
        self._notes = notes_of(state)
        if state.reminder is not None:
            self._remind(state.reminder)
        self._tell_of_failures()
        self._page.show(status_line(state, self._preferences.break_every_s, self._texts))

    def _tell_of_failures(self) -> None:
        """Say once what doesn't reach the person, so that they don't rely on it."""
        notices, sounds = self._notices.problem, self._sounds.problem
        if notices and not self._notices_failed:
            self._notices_failed = True
            self._page.tell(self._texts.text("desk.no_notifications", reason=notices))
        if sounds and not self._sounds_failed:
            self._sounds_failed = True
            self._page.tell(self._texts.told(sounds))

    def _remind(self, reminder: Reminder) -> None:
        title, text = reminder_words(reminder, self._texts)
        self._page.tell(f"{title}. {text}")
        self._sounds.play(SOUNDS[reminder.kind])
        if reminder.kind in ON_THE_DESKTOP:
            self._notices.show(title, text)
