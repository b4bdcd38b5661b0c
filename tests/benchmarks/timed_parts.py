"""The parts of a live session, each of which notes when it is done with a picture."""

import time
from dataclasses import dataclass
from multiprocessing.sharedctypes import SynchronizedArray

# Where PyAV is loaded before OpenCV, no window opens.
import cv2

from formcheck.closeable import Closeable
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.window import TITLE, Key, Window
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.video.cameras.live_source import CameraStatus, LiveSource
from formcheck.video.frame import Frame, Image
from tests.benchmarks.numbered_pictures import number_in
from tests.benchmarks.picture_ways import Course
from tests.benchmarks.screen_memory import Painted
from tests.live.virtual_screen import VirtualScreen

PATIENCE_S = 60.0
"""For the first picture of the set, after which the window is closed."""
UNSEEN_S = 2.0
"""Without anything on the screen, before the window is put there anew."""


@dataclass(frozen=True)
class Setting:
    """A camera's address, when it sent each number, when each was painted, and where."""

    url: str
    sent: "SynchronizedArray[float]"
    painted: Painted
    screen: VirtualScreen


class TimedCamera:
    """Reads the number of each picture when it is taken."""

    def __init__(
        self, source: LiveSource, course: Course, sent: "SynchronizedArray[float]"
    ) -> None:
        self._source, self._course, self._sent = source, course, sent
        place = source._newest.put

        def put(frame: Frame) -> None:
            course.arrived[frame.index] = time.perf_counter()
            place(frame)

        source._newest.put = put  # type: ignore[method-assign,assignment]

    @property
    def status(self) -> CameraStatus:
        return self._source.status

    @property
    def waiting(self) -> bool:
        return self._source.waiting

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:
        frame = self._source.newest(timeout_s)
        if frame is not None:
            now, course = time.perf_counter(), self._course
            course.number = number = number_in(frame.image)
            arrived = course.arrived.pop(frame.index, now)
            course.under_way.pop(number, None)
            course.under_way[number] = [self._sent[max(number, 0)], arrived, now]
        return frame


class TimedEstimator(Closeable):
    """Notes when each pose is there."""

    def __init__(self, estimator: PoseEstimator, course: Course) -> None:
        self._estimator, self._course = estimator, course

    def estimate(self, frame: Frame) -> Pose:
        pose = self._estimator.estimate(frame)
        course = self._course
        course.under_way[course.number].append(time.perf_counter())
        return pose

    def close(self) -> None:
        self._estimator.close()


class TimedChecker:
    """Notes when each state is there."""

    def __init__(self, exercise: Exercise, course: Course) -> None:
        self._checker, self._course = checker_for(exercise, later=True), course

    def update(self, pose: Pose) -> FormState:
        state = self._checker.update(pose)
        self._course.judged_s = time.perf_counter()
        return state

    def catch_up(self) -> None:
        self._checker.catch_up()

    def interrupt(self) -> FormState | None:
        return self._checker.interrupt()

    def finish(self) -> SetSummary:
        return self._checker.finish()


class TimedWindow:
    """Reads the number of what is shown, and notes when it is on the screen.

    Whatever is to be read before the set is skipped, and the seconds count from its first picture.
    """

    def __init__(self, window: Window, course: Course, setting: Setting, seconds: float) -> None:
        self._window, self._course = window, course
        self._painted, self._screen = setting.painted, setting.screen
        self._seconds = seconds
        self._until_s = time.perf_counter() + PATIENCE_S
        self._placed_s = time.perf_counter()
        self._on_screen = False
        self._shown: tuple[int, list[float]] | None = None

    @property
    def closed(self) -> bool:
        return self._window.closed or time.perf_counter() >= self._until_s

    def show(self, image: Image) -> None:
        self._note_painted()
        course, now = self._course, time.perf_counter()
        # Only judged pictures have gone all the way; the set may not have begun.
        if course.judged_s is not None:
            self._note_shown(number_in(image[:, ::-1]), course.judged_s, now)
            course.judged_s = None
        self._window.show(image)
        if not self._on_screen:
            self._look_for_window()

    def pressed(self) -> tuple[Key, ...]:
        keys = self._window.pressed()
        return keys if self._course.ways else (*keys, Key.ENTER)

    def toggle_full_screen(self) -> None:
        self._window.toggle_full_screen()

    def _note_shown(self, number: int, judged_s: float, now_s: float) -> None:
        """One picture is shown for each that was judged, in the order in which they were sent."""
        course = self._course
        for earlier in list(course.under_way):
            if earlier == number:
                break
            del course.under_way[earlier]
        way = course.under_way.pop(number, None)
        if number < 0 or way is None or len(way) != 4:
            course.strayed += 1
        else:
            self._shown = number, [*way, judged_s, now_s]

    def _note_painted(self) -> None:
        """The picture before has been painted by now, or never was."""
        if self._shown is None:
            return
        (number, way), self._shown = self._shown, None
        seen_s = self._painted.seen[number]
        if seen_s < way[-1]:
            self._course.unpainted += 1
            return
        if not self._course.ways:
            self._until_s = time.perf_counter() + self._seconds
        self._course.ways.append([*way, seen_s])

    def _look_for_window(self) -> None:
        """Tell where the window is, and put it on the screen again where it stays away."""
        self._painted.window[:] = cv2.getWindowImageRect(TITLE)
        self._on_screen = any(self._painted.seen[:])
        if time.perf_counter() - self._placed_s > UNSEEN_S:
            self._placed_s = time.perf_counter()
            self._screen.show_anew(TITLE)
