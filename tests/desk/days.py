"""Made-up days at the desk: who sits there, what happens to the camera, and all that is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.desk.commands import Command
from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.watch import DeskWatch
from formcheck.desk.watch_session import DeskSession, WatchPreferences
from formcheck.desk.watch_summary import DeskSummary
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.sound import Sound
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from tests.desk.sitters import UPRIGHT
from tests.pose.test_camera_following import filmed_by
from tests.stick_figure import StickFigure

MINUTE = 60

Step = StickFigure | None | str | CameraMotion
"""One second of the day: someone, nobody, or what happens to the camera or is typed; where it was
moved to, in no time.
"""

FAR_AWAY = replace(UPRIGHT, hip=(301.0, 330.0))
"""Someone at the next desk but one, much smaller."""

LOST, CTRL_C, MODEL_FAILS = "lost", "ctrl-c", "model fails"

DARK = "dark"
"""A covered lens, or a room without light, with or without somebody in it."""

OVERLOOKED = "overlooked"
"""Someone who stirs low in the picture, and whom the model doesn't find."""


@dataclass
class Day(Closeable):
    """Camera, model, clock and keyboard at once: each look takes one second of made-up time."""

    steps: Iterator[Step]
    now_s: float = 0.0
    status: CameraStatus = CameraStatus.RUNNING
    figure: StickFigure | None = None
    typed: list[Command] = field(default_factory=list)
    estimated: int = 0
    camera: CameraMotion = STILL

    def newest(self, timeout_s: float) -> Frame | None:
        assert timeout_s > 0
        self.now_s += 1.0
        step = next(self.steps, "over")
        while isinstance(step, Command | CameraMotion):
            if isinstance(step, Command):
                self.typed.append(step)
            else:
                self.camera = step
            step = next(self.steps, "over")
        if step == CTRL_C:
            raise KeyboardInterrupt
        if step == MODEL_FAILS:
            raise FormcheckError("The pose model failed.")
        if step == OVERLOOKED:
            self.status, self.figure = CameraStatus.RUNNING, None
            return Frame(picture_of_someone_bent(int(self.now_s)), self.now_s, int(self.now_s))
        if step == DARK:
            self.status = CameraStatus.RUNNING
            return Frame(np.full((48, 64, 3), 6, np.uint8), self.now_s, int(self.now_s))
        if isinstance(step, str):
            self.status = CameraStatus.LOST if step == LOST else CameraStatus.ENDED
            return None
        self.status, self.figure = CameraStatus.RUNNING, step
        image = np.roll(picture_of(step), round(self.camera.down), axis=0)
        return Frame(image, self.now_s, int(self.now_s))

    @property
    def waiting(self) -> bool:
        return False

    def stand_still(self) -> None:
        """A day goes on."""

    def go_on(self) -> None:
        """It does already."""

    def estimate(self, frame: Frame) -> Pose:
        self.estimated += 1
        if self.figure is None:
            return Pose.missing(frame.time_s, 640, 480)
        pose = filmed_by(self.figure.pose(frame.time_s), self.camera)
        return _far_away(pose) if self.figure is FAR_AWAY else pose

    def pending(self) -> Command | None:
        return self.typed.pop(0) if self.typed else None

    def close(self) -> None:
        """Nothing to free."""


def _far_away(pose: Pose) -> Pose:
    return replace(pose, landmarks=(pose.landmarks * 0.4).astype(np.float32))


def picture_of(figure: StickFigure | None) -> np.ndarray:
    """A picture that is the same for the same posture."""
    image = np.full((48, 64, 3), 100, np.uint8)
    if figure is not None:
        image[18:24, int(figure.trunk) % 30 : int(figure.trunk) % 30 + 10] = 200
        image[16:20, int(figure.hip[0]) % 50 :] = 50
        image[24:, int(figure.head or 0) % 30 : int(figure.head or 0) % 30 + 10] = 200
    return image


def picture_of_someone_bent(number: int) -> np.ndarray:
    """A picture of which no two in a row are the same low in the middle."""
    image = np.full((48, 64, 3), 100, np.uint8)
    image[36:44, 28 + number % 2 * 2 : 36 + number % 2 * 2] = 40
    return image


class Told:
    """Terminal, desktop and loudspeaker: all that the person gets to know.

    problem: of the loudspeaker. desktop_problem: of the desktop.
    """

    problem = ""
    desktop_problem = ""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.status = ""
        self.notices: list[str] = []
        self.sounds: list[Sound] = []

    def tell(self, text: str) -> None:
        self.lines.append(text)

    def play(self, sound: Sound) -> None:
        self.sounds.append(sound)

    def close(self) -> None:
        """Nothing to end."""


class Terminal:
    def __init__(self, told: Told) -> None:
        self._told = told

    def tell(self, text: str) -> None:
        self._told.lines.append(text)

    def show(self, status: str) -> None:
        self._told.status = status


class Desktop:
    def __init__(self, told: Told) -> None:
        self._told = told

    @property
    def problem(self) -> str:
        return self._told.desktop_problem

    def show(self, title: str, text: str) -> None:
        assert text
        self._told.notices.append(title)

    def close(self) -> None:
        """Nothing to end."""


def spend(
    steps: Iterable[Step], preferences: WatchPreferences | None = None, told: Told | None = None
) -> tuple[DeskSummary, Told, Day]:
    """Watch a day and return what came of it."""
    day, told = Day(iter(steps)), told or Told()
    preferences = preferences or WatchPreferences(break_every_s=8 * MINUTE)
    watch = DeskWatch(
        desk_exercise(load_texts()), preferences.break_every_s, remind_every_s=5 * MINUTE
    )
    session = DeskSession(
        watch,
        camera=day,
        estimator=day,
        page=Terminal(told),
        notices=Desktop(told),
        sounds=told,
        commands=day,
        texts=load_texts(),
        preferences=preferences,
        clock=lambda: day.now_s,
    )
    return session.run(), told, day


def some(figure: StickFigure | None, minutes: float) -> list[Step]:
    return [figure] * round(minutes * MINUTE)
