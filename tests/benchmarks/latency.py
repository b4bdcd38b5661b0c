"""How old the picture is when the person sees what it says of them.

    python -m tests.benchmarks.latency [--clip CLIP] [--seconds 20] [--rounds 3] [--rate 30]

A clip is served as a network camera by another process, each picture with its number drawn into
it, and the whole live session runs on it in a real window on a virtual screen, as `formcheck live`
runs it. The number is read from what the window is given to show, so that what is measured is this
very picture's way: from when the camera sends it to when the window has been painted. Without and
with a recording, in turn.

Machines differ and are noisy: read the differences within a run, and the ratios. The aim is a 95th
percentile of at most the landmarker's median and 11 ms more, 14 with a recording; a picture that
comes while the model is busy with the one before waits up to one interval of the camera, and counts
here.
"""

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from multiprocessing.sharedctypes import SynchronizedArray
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median
from typing import Final

import cv2
import numpy as np

from formcheck.cli.live_session import watch_for_others
from formcheck.cli.responsive import become_responsive
from formcheck.closeable import Closeable
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.feedback.window import DesktopWindow, Key, Window
from formcheck.form.checker import checker_for
from formcheck.form.set_summary import SetSummary
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
from formcheck.video.frame import Frame, Image
from formcheck.video.live_source import CameraStatus, LiveSource
from formcheck.video.open import open_camera, open_recording
from tests.live.virtual_screen import VirtualScreen
from tests.mjpeg_server import MjpegServer

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "bird-dog-good.mp4"
WIDTH, HEIGHT = 1280, 720
MOST_PICTURES = 300
PATIENCE_S = 60.0
"""For the first picture of the set, after which the window is closed."""
BEGINNING_S = 2.0
"""Left out of the figures: the first pictures find everything cold."""

WITHOUT, WITH = "without recording", "with --record"
AIMS_MS: Final = {WITHOUT: 11.0, WITH: 14.0}
"""What the 95th percentile may be longer than the landmarker's median."""

CELL, TOP, BITS = 20, 160, 10
"""The number: a column of square cells at the edge, between what is drawn above and below."""

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
    screen = VirtualScreen()
    os.environ["DISPLAY"] = screen.display
    try:
        found: dict[str, list[Course]] = {WITHOUT: [], WITH: []}
        with served(asked.clip, asked.rate, asked.pictures) as (url, sent):
            for _ in range(asked.rounds):
                for name, courses in found.items():
                    course = Course(asked.beginning)
                    measure(course, url, sent, asked.clip, asked.seconds, record=name == WITH)
                    courses.append(course)
                    print(f"{name}: {in_brief(course)}", flush=True)
        for name, courses in found.items():
            tell(name, courses)
    finally:
        screen.close()


@dataclass
class Course:
    """The way of every picture of one session: seconds at the end of each stage.

    beginning_s: left out of the figures.
    ways: one row for each judged picture: sent, reader, handed over, landmarker, form, drawn, seen.
    """

    beginning_s: float = BEGINNING_S
    ways: list[list[float]] = field(default_factory=list)
    arrived: dict[int, float] = field(default_factory=dict)
    way: list[float] = field(default_factory=list)
    number: int = -1
    strayed: int = 0
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

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:
        frame = self._source.newest(timeout_s)
        if frame is not None:
            now = time.perf_counter()
            self._course.number = number_in(frame.image)
            arrived = self._course.arrived.pop(frame.index, now)
            self._course.way = [self._sent[max(self._course.number, 0)], arrived, now]
        return frame


class TimedEstimator(Closeable):
    """Notes when each pose is there."""

    def __init__(self, estimator: PoseEstimator, course: Course) -> None:
        self._estimator, self._course = estimator, course

    def estimate(self, frame: Frame) -> Pose:
        pose = self._estimator.estimate(frame)
        self._course.way.append(time.perf_counter())
        return pose

    def close(self) -> None:
        self._estimator.close()


class TimedChecker:
    """Notes when each state is there."""

    def __init__(self, exercise: Exercise, course: Course) -> None:
        self._checker, self._course = checker_for(exercise), course

    def update(self, pose: Pose) -> FormState:
        state = self._checker.update(pose)
        self._course.way.append(time.perf_counter())
        return state

    def finish(self) -> SetSummary:
        return self._checker.finish()


class TimedWindow:
    """Reads the number of what is shown, and notes when it has been painted.

    Whatever is to be read before the set is skipped, and the seconds count from its first picture.
    """

    def __init__(self, window: Window, course: Course, seconds: float) -> None:
        self._window, self._course = window, course
        self._seconds = seconds
        self._until_s = time.perf_counter() + PATIENCE_S
        self._fresh = False

    @property
    def closed(self) -> bool:
        return self._window.closed or time.perf_counter() >= self._until_s

    def show(self, image: Image) -> None:
        course, now = self._course, time.perf_counter()
        # Only judged pictures have gone all the way; the set may not have begun.
        self._fresh = len(course.way) == 5
        if self._fresh:
            course.way.append(now)
            course.strayed += number_in(image[:, ::-1]) != course.number
        self._window.show(image)

    def pressed(self) -> tuple[Key, ...]:
        keys, now = self._window.pressed(), time.perf_counter()
        begun = bool(self._course.ways)
        if self._fresh and self._course.number >= 0:
            self._course.ways.append([*self._course.way, now])
            self._until_s = self._until_s if begun else now + self._seconds
        self._fresh = False
        return keys if begun else (*keys, Key.ENTER)

    def toggle_full_screen(self) -> None:
        self._window.toggle_full_screen()


def measure(
    course: Course,
    url: str,
    sent: "SynchronizedArray[float]",
    clip: Path,
    seconds: float,
    *,
    record: bool,
) -> None:
    """Follow one session of the clip's exercise."""
    exercise = library()[clip.stem.rsplit("-good", 1)[0]]
    estimation = prepare_estimation(silhouette=needs_silhouette(exercise), live=True)
    step = Step(exercise, Goal(None, None, exercise.repetition.hold_s), StepSide.ONLY, 1, 1, 0.0)
    with (
        tempfile.TemporaryDirectory() as folder,
        DesktopWindow() as window,
        open_camera(url) as source,
        estimation.open() as estimator,
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
            camera=TimedCamera(source, course, sent),
            estimator=TimedEstimator(estimator, course),
            new_checker=lambda of: TimedChecker(of, course),
            window=TimedWindow(window, course, seconds),
            open_recording=begin_recording if record else None,
            new_watch=partial(watch_for_others, list(library().values())),
            preferences=Preferences(muted=True, questions=False),
            right_of_way=right_of_way,
        )
        course.left_out = sum(one.pictures_left_out for one in kept)


@contextmanager
def served(
    clip: Path, rate: float, pictures: int
) -> Iterator[tuple[str, "SynchronizedArray[float]"]]:
    """The clip as a camera in another process: its address, and when each number was sent."""
    spawn = multiprocessing.get_context("spawn")
    sent = spawn.Array("d", 2**BITS)
    address: multiprocessing.Queue[str] = spawn.Queue()
    over = spawn.Event()
    server = spawn.Process(
        target=serve, args=(clip, rate, pictures, sent, address, over), daemon=True
    )
    server.start()
    try:
        yield address.get(timeout=120), sent
    finally:
        over.set()
        server.join(10)


def serve(
    clip: Path,
    rate: float,
    pictures: int,
    sent: "SynchronizedArray[float]",
    address: "multiprocessing.Queue[str]",
    over: Event,
) -> None:
    """Serve until it is over."""

    class TimedServer(MjpegServer):
        def parts(self) -> Iterator[bytes]:
            for number, part in enumerate(super().parts()):
                sent[number % len(images)] = time.perf_counter()
                yield part

    images = numbered(clip, pictures)
    with TimedServer(images, 1 / rate) as server:
        address.put(server.url)
        over.wait()


def numbered(clip: Path, most: int) -> list[Image]:
    """The first pictures of a clip, enlarged, each with its number."""
    images: list[Image] = []
    for frame in open_recording(clip):
        if len(images) == most:
            break
        image = np.asarray(cv2.resize(frame.image, (WIDTH, HEIGHT)), np.uint8)
        write_number(image, len(images))
        images.append(image)
    return images


def write_number(image: Image, number: int) -> None:
    """White, black, the bits from the lowest, and their parity, downwards at the left edge."""
    bits = [number >> bit & 1 for bit in range(BITS)]
    for place, bit in enumerate([1, 0, *bits, sum(bits) % 2]):
        image[TOP + place * CELL : TOP + (place + 1) * CELL, :CELL] = 255 * bit


def number_in(image: Image) -> int:
    """The number at the left edge, also of a darkened picture; -1 where it isn't whole."""
    middles = TOP + CELL // 2 + CELL * np.arange(BITS + 3)
    light = image[middles, CELL // 2].astype(float).mean(axis=1)
    white, black, *cells = light
    if white - black < 20:
        return -1
    bits = [int(cell > (white + black) / 2) for cell in cells]
    if sum(bits[:BITS]) % 2 != bits[BITS]:
        return -1
    return sum(bit << place for place, bit in enumerate(bits[:BITS]))


def in_brief(course: Course) -> str:
    """One round in a line."""
    landmarker = float(np.median(course.stages_ms[:, 2]))
    late = float(np.percentile(course.total_ms, 95))
    return (
        f"{len(course.total_ms)} pictures, frame to feedback {np.median(course.total_ms):.1f} ms, "
        f"95 % within {late:.1f} ms; landmarker {landmarker:.1f} ms; {late - landmarker:+.1f} ms; "
        f"{course.left_out} left out of the recording, {course.strayed} out of turn"
    )


def tell(name: str, courses: Sequence[Course]) -> None:
    """All rounds together, stage by stage."""
    stages = np.concatenate([course.stages_ms for course in courses])
    landmarker = float(np.median(stages[:, 2]))
    over = [np.percentile(one.total_ms, 95) - np.median(one.stages_ms[:, 2]) for one in courses]
    print(f"\n{name}: {len(stages)} pictures of {WIDTH} x {HEIGHT}")
    print("  stage               median       95 %   of the landmarker")
    rows = zip((*STAGES, "frame to feedback"), (*stages.T, stages.sum(axis=1)), strict=True)
    for stage, spent in rows:
        late = float(np.percentile(spent, 95))
        share = float(np.median(spent)) / landmarker
        print(f"  {stage:18s} {np.median(spent):6.1f} ms  {late:6.1f} ms   {share:5.2f}")
    besides = stages.sum(axis=1) - stages[:, 2]
    late = float(np.percentile(besides, 95))
    print(f"  all but the model  {np.median(besides):6.1f} ms  {late:6.1f} ms")
    print(
        f"  95th percentile less the landmarker's median, the median of {len(over)} rounds: "
        f"{median(map(float, over)):+.1f} ms (aim: at most {AIMS_MS[name]:.0f} ms)"
    )


if __name__ == "__main__":
    main()
