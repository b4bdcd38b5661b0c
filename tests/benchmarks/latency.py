"""How old the picture is when the person sees what it says of them.

    python -m tests.benchmarks.latency [--clip CLIP] [--seconds 20] [--rounds 3] [--rate 30]

A clip is served as a network camera by another process, each picture with its number drawn into
it, and the whole live session runs on it in a real window on a virtual screen, as `formcheck live`
runs it. The number is read from what the window is given to show, and from the screen's own memory,
so that what is measured is this very picture's way: from when the camera sends it to when it is on
the screen. Without and with a recording, in turn, and the least that any program would take here:
the same camera and window with nothing but the landmarker between them.

Machines differ and are noisy: read the differences within a run, and the ratios. The aim is a 95th
percentile of at most the landmarker's median and 11 ms more, 14 with a recording; a picture that
comes while the model is busy with the one before waits up to one interval of the camera, and counts
here.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from formcheck.cli.actions.opened_session import watch_for_others
from formcheck.cli.process.responsive import become_responsive
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.feedback.drawing.skeleton import picture_to_draw_on
from formcheck.feedback.window import DesktopWindow
from formcheck.form.vocabulary import needs_silhouette
from formcheck.live.live_contract import Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.backends import find_backend
from formcheck.pose.estimation import prepare_estimation
from formcheck.programmes.steps import Goal, Step, StepSide
from formcheck.results.live_recording import LiveRecording
from formcheck.right_of_way import RightOfWay
from formcheck.video.cameras.live_source import LiveSource
from formcheck.video.open import open_camera
from tests.benchmarks.numbered_pictures import served
from tests.benchmarks.picture_ways import BEGINNING_S, Course, in_brief, tell
from tests.benchmarks.screen_memory import watched
from tests.benchmarks.timed_parts import (
    Setting,
    TimedCamera,
    TimedChecker,
    TimedEstimator,
    TimedWindow,
)
from tests.live.virtual_screen import VirtualScreen

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "bird-dog-good.mp4"
MOST_PICTURES = 300
PATIENCE_S = 0.05
"""For a picture, as a session has it."""

BARE, WITHOUT, WITH = "the landmarker alone", "without recording", "with --record"
AIMS_MS: Final = {WITHOUT: 11.0, WITH: 14.0}
"""What the 95th percentile may be longer than the landmarker's median."""


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


Way = Callable[[Course, Setting, argparse.Namespace], None]
"""Measures one session."""


def measure_in_turn(asked: argparse.Namespace, setting: Setting) -> None:
    """The landmarker alone, without and with a recording, so many rounds."""
    ways: dict[str, Way] = {
        BARE: measure_bare,
        WITHOUT: partial(measure, record=False),
        WITH: partial(measure, record=True),
    }
    found: dict[str, list[Course]] = {name: [] for name in ways}
    for _ in range(asked.rounds):
        for name, courses in found.items():
            course = Course(asked.beginning)
            ways[name](course, setting, asked)
            courses.append(course)
            print(f"{name}: {in_brief(course)}", flush=True)
    for name, courses in found.items():
        tell(name, courses, AIMS_MS.get(name))


def measure_bare(course: Course, setting: Setting, asked: argparse.Namespace) -> None:
    """The newest picture, the landmarker, the window: nothing is judged, nothing drawn."""
    with (
        DesktopWindow() as opened,
        open_camera(setting.url) as source,
        find_backend().open_tracker(silhouette=needs_silhouette(exercise_of(asked.clip))) as alone,
    ):
        assert isinstance(source, LiveSource)
        camera, estimator = TimedCamera(source, course, setting.sent), TimedEstimator(alone, course)
        window = TimedWindow(opened, course, setting, asked.seconds)
        become_responsive()
        while not window.closed:
            window.pressed()
            frame = camera.newest(PATIENCE_S)
            if frame is not None:
                estimator.estimate(frame)
                course.judged_s = time.perf_counter()
                window.show(picture_to_draw_on(frame.image, mirrored=True))
    setting.painted.forget()


def exercise_of(clip: Path) -> Exercise:
    """The one that a clip shows."""
    return library()[clip.stem.rsplit("-good", 1)[0]]


def measure(
    course: Course,
    setting: Setting,
    asked: argparse.Namespace,
    *,
    record: bool,
) -> None:
    """Follow one session of the clip's exercise."""
    exercise = exercise_of(asked.clip)
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
            opening=open_session([step], preferences=Preferences(muted=True, questions=False)),
            right_of_way=right_of_way,
            beside=beside,
        )
        setting.painted.forget()
        course.left_out = sum(one.pictures_left_out for one in kept)


if __name__ == "__main__":
    main()
