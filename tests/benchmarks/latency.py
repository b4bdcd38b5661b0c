"""How old the picture is when the person sees what it says of them.

    python -m tests.benchmarks.latency [--clip CLIP] [--seconds 20] [--rounds 3] [--rate 30]

A clip is served as a network camera by another process, each picture with its number drawn into
it, and the whole live session runs on it in a real window on a virtual screen, as `formcheck live`
runs it. The number is read from what the window is given to show, and from the screen's own memory,
so that what is measured is this very picture's way: from when the camera sends it to when it is on
the screen. Without and with a recording, in turn.

Machines differ and are noisy: read the differences within a run, and the ratios. The aim is a 95th
percentile of at most the landmarker's median and 11 ms more, 14 with a recording; a picture that
comes while the model is busy with the one before waits up to one interval of the camera, and counts
here.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from multiprocessing.sharedctypes import SynchronizedArray
from pathlib import Path
from statistics import median
from typing import Final

# Where PyAV is loaded before OpenCV, no window opens.
import cv2
import numpy as np

from formcheck.cli.actions.live_session import watch_for_others
from formcheck.cli.process.responsive import become_responsive
from formcheck.closeable import Closeable
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.feedback.window import TITLE, DesktopWindow, Key, Window
from formcheck.form.checker import checker_for
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.form.vocabulary import needs_silhouette
from formcheck.live.live_contract import Preferences
from formcheck.live.session import run_live
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Goal, Step, StepSide
from formcheck.results.live_recording import LiveRecording
from formcheck.right_of_way import RightOfWay
from formcheck.video.cameras.live_source import CameraStatus, LiveSource
from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_camera
from tests.benchmarks.numbered_pictures import HEIGHT, WIDTH, number_in, served
from tests.benchmarks.screen_memory import Painted, watched
from tests.live.virtual_screen import VirtualScreen

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "bird-dog-good.mp4"
MOST_PICTURES = 300
PATIENCE_S = 60.0
"""For the first picture of the set, after which the window is closed."""
UNSEEN_S = 2.0
"""Without anything on the screen, before the window is put there anew."""

BEGINNING_S = 2.0
"""Left out of the figures: the first pictures find everything cold."""

WITHOUT, WITH = "without recording", "with --record"
AIMS_MS: Final = {WITHOUT: 11.0, WITH: 14.0}
"""What the 95th percentile may be longer than the landmarker's median."""

STAGES: Final = ("camera to reader", "wait", "landmarker", "measures and form", "overlay", "show")


def main() -> None:
    """Measure in turn without and with a recording; print each round and all together."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--clip", type=Path, default=CLIP)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rate", type=float, default=30.0, help="pictures a second")
    parser.add_argument("--pictures", type=int, default=MOST_PICTURES, help="of the clip")
    parser.add_argument("--beginning", type=float, default=BEGINNING_S, help="left out; seconds")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as memory:
        screen = VirtualScreen(Path(memory))
        os.environ["DISPLAY"] = screen.display
        try:
            with (
                served(asked.clip, asked.rate, asked.pictures) as (url, sent),
                watched(Path(memory) / "Xvfb_screen0") as painted,
            ):
                measure_in_turn(asked, Setting(url, sent, painted, screen))
        finally:
            screen.close()


@dataclass(frozen=True)
class Setting:
    """A camera's address, when it sent each number, when each was painted, and where."""

    url: str
    sent: "SynchronizedArray[float]"
    painted: Painted
    screen: VirtualScreen


def measure_in_turn(asked: argparse.Namespace, setting: Setting) -> None:
    """Without and with a recording, so many rounds."""
    found: dict[str, list[Course]] = {WITHOUT: [], WITH: []}
    for _ in range(asked.rounds):
        for name, courses in found.items():
            course = Course(asked.beginning)
            measure(course, setting, asked, record=name == WITH)
            courses.append(course)
            print(f"{name}: {in_brief(course)}", flush=True)
    for name, courses in found.items():
        tell(name, courses)


@dataclass
class Course:
    """The way of every picture of one session: seconds at the end of each stage.

    beginning_s: left out of the figures.
    ways: one row for each judged picture: sent, reader, handed over, landmarker, form, drawn, seen.
    under_way: the beginnings of those rows, by the pictures' numbers and in their order; the next
    picture may be looked at while the last is painted. judged_s: when the newest was judged; None
    until it is.
    """

    beginning_s: float = BEGINNING_S
    ways: list[list[float]] = field(default_factory=list)
    arrived: dict[int, float] = field(default_factory=dict)
    under_way: dict[int, list[float]] = field(default_factory=dict)
    number: int = -1
    judged_s: float | None = None
    strayed: int = 0
    unpainted: int = 0
    left_out: int = 0

    @property
    def stages_ms(self) -> np.ndarray:
        """Pictures × stages."""
        return 1000 * np.diff(self._settled, axis=1)

    @property
    def total_ms(self) -> np.ndarray:
        """From the camera to the painted window."""
        return np.asarray(1000 * (self._settled[:, -1] - self._settled[:, 0]))

    @property
    def _settled(self) -> np.ndarray:
        ways = np.array(self.ways).reshape(-1, len(STAGES) + 1)
        settled = ways[ways[:, 0] - ways[:1, 0] >= self.beginning_s]
        if not len(settled):
            raise SystemExit(
                "No picture was judged and shown: the set never began, or was too short."
            )
        return np.asarray(settled)


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
        self._on_screen = any(self._painted.seen)
        if time.perf_counter() - self._placed_s > UNSEEN_S:
            self._placed_s = time.perf_counter()
            self._screen.show_anew(TITLE)


def measure(
    course: Course,
    setting: Setting,
    asked: argparse.Namespace,
    *,
    record: bool,
) -> None:
    """Follow one session of the clip's exercise."""
    exercise = library()[asked.clip.stem.rsplit("-good", 1)[0]]
    estimation = prepare_estimation(silhouette=needs_silhouette(exercise), live=True)
    step = Step(exercise, Goal(None, None, exercise.repetition.hold_s), StepSide.ONLY, 1, 1, 0.0)
    with (
        tempfile.TemporaryDirectory() as folder,
        DesktopWindow() as window,
        open_camera(setting.url) as source,
        estimation.open() as estimator,
        nullcontext() if record else ThreadPoolExecutor(1, "next pose") as beside,
    ):
        assert isinstance(source, LiveSource)
        kept: list[LiveRecording] = []
        right_of_way = RightOfWay()

        def begin_recording(of: Exercise) -> LiveRecording:
            kept.append(
                LiveRecording(
                    Path(folder),
                    of,
                    source.info,
                    "full",
                    datetime.now(),
                    right_of_way=right_of_way,
                )
            )
            return kept[-1]

        become_responsive()
        run_live(
            [step],
            camera=TimedCamera(source, course, setting.sent),
            estimator=TimedEstimator(estimator, course),
            new_checker=lambda of: TimedChecker(of, course),
            window=TimedWindow(window, course, setting, asked.seconds),
            open_recording=begin_recording if record else None,
            new_watch=partial(watch_for_others, list(library().values())),
            preferences=Preferences(muted=True, questions=False),
            right_of_way=right_of_way,
            beside=beside,
        )
        setting.painted.forget()
        course.left_out = sum(one.pictures_left_out for one in kept)


def in_brief(course: Course) -> str:
    """One round in a line."""
    landmarker = float(np.median(course.stages_ms[:, 2]))
    late = float(np.percentile(course.total_ms, 95))
    return (
        f"{len(course.total_ms)} pictures, frame to feedback {np.median(course.total_ms):.1f} ms, "
        f"95 % within {late:.1f} ms; landmarker {landmarker:.1f} ms; {late - landmarker:+.1f} ms; "
        f"{course.left_out} left out of the recording, {course.strayed} out of turn, "
        f"{course.unpainted} not painted"
    )


def latest_pictures(courses: Sequence[Course]) -> np.ndarray:
    """The stages of those pictures that are later than 19 of 20: which of them made them so?"""
    late = [one.stages_ms[one.total_ms >= np.percentile(one.total_ms, 95)] for one in courses]
    return np.concatenate(late)


def tell(name: str, courses: Sequence[Course]) -> None:
    """All rounds together, stage by stage."""
    stages = np.concatenate([course.stages_ms for course in courses])
    landmarker = float(np.median(stages[:, 2]))
    over = [np.percentile(one.total_ms, 95) - np.median(one.stages_ms[:, 2]) for one in courses]
    print(f"\n{name}: {len(stages)} pictures of {WIDTH} x {HEIGHT}")
    latest = latest_pictures(courses)
    print("  stage               median       95 %   of the landmarker   longer in the latest")
    rows = zip(
        (*STAGES, "frame to feedback"),
        (*stages.T, stages.sum(axis=1)),
        (*latest.T, latest.sum(axis=1)),
        strict=True,
    )
    for stage, spent, spent_late in rows:
        late = float(np.percentile(spent, 95))
        middle = float(np.median(spent))
        longer = float(spent_late.mean()) - middle
        share = middle / landmarker
        print(f"  {stage:18s} {middle:6.1f} ms  {late:6.1f} ms   {share:5.2f}  {longer:+18.1f} ms")
    besides = stages.sum(axis=1) - stages[:, 2]
    late = float(np.percentile(besides, 95))
    print(f"  all but the model  {np.median(besides):6.1f} ms  {late:6.1f} ms")
    print(
        f"  95th percentile less the landmarker's median, the median of {len(over)} rounds: "
        f"{median(map(float, over)):+.1f} ms (aim: at most {AIMS_MS[name]:.0f} ms)"
    )


if __name__ == "__main__":
    main()
