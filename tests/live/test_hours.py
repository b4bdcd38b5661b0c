"""Hours of a live session, with time made up: no more memory, threads or open files at the end.

FORMCHECK_SOAK=6 pytest tests/live/test_hours.py      as many hours
"""

import gc
import os
import threading
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from formcheck.closeable import Closeable
from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.history.read import read_history
from formcheck.history.session_diary import open_diary
from formcheck.live.live_contract import Ending, Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.pose import Pose
from formcheck.programmes.steps import Goal, Step, StepSide
from formcheck.video.frame import Frame, Image
from tests.feedback.builders import frame
from tests.live.doubles import STEP_S, Camera, Sounds, Voice, Window
from tests.results import sessions

HOURS = float(os.environ.get("FORMCHECK_SOAK", "0.1"))
FRAMES = round(HOURS * 3600 / STEP_S)
MOST_MORE_MB = 8.0
"""Between a third of the way and the end; repetitions are remembered, some bytes each."""

REPETITIONS = 1_000_000

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="reads /proc of Linux"),
]


@dataclass(frozen=True)
class Held:
    """What the process holds at a moment."""

    megabytes: float
    threads: int
    files: int


def held() -> Held:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    files = len(list(Path("/proc/self/fd").iterdir()))
    return Held(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, threading.active_count(), files)


class Watched(Window):
    """Keeps no picture, and notes what is held after so many."""

    def __init__(self, notes_at: tuple[int, ...]) -> None:
        super().__init__()
        self.noted: list[Held] = []
        self._notes_at = notes_at
        self._pictures = 0

    def show(self, image: Image) -> None:  # noqa: ARG002
        self._pictures += 1
        if self._pictures in self._notes_at:
            self.noted.append(held())


class PushUps(Closeable):
    """Somebody in the start position for a while, and then one push-up after the other."""

    def __init__(self) -> None:
        poses = sessions.push_ups(2)
        self._resting, self._moving = poses[0], poses[20:]
        self._numbers = count()

    def estimate(self, frame: Frame) -> Pose:
        number = next(self._numbers) - 100
        moving = self._moving[number % len(self._moving)]
        return replace(moving if number >= 0 else self._resting, time_s=frame.time_s)

    def close(self) -> None: ...


def checker(exercise: Exercise) -> FormChecker:
    return FormChecker(exercise)


def test_hours_of_push_ups(tmp_path: Path) -> None:
    window = Watched((FRAMES // 3, FRAMES - 10))
    camera = Camera(frame(STEP_S * number, number, 640, 480) for number in range(FRAMES))
    history = tmp_path / "history.sqlite3"
    diary = open_diary(history)
    goal = Goal(REPETITIONS, REPETITIONS, 0.0, long_hold=False)
    voice = Voice()

    steps = (Step(sessions.exercise(), goal, StepSide.ONLY, 1, 1, 0.0),)
    summary = run_live(
        steps,
        camera=camera,
        estimator=PushUps(),
        new_checker=checker,
        window=window,
        opening=open_session(
            steps,
            voice=voice,
            sounds=Sounds(),
            preferences=Preferences(questions=False),
            clock=camera.clock,
        ),
        diary=diary,
    )
    diary.close()

    assert summary.ending is Ending.CAMERA
    early, late = window.noted
    done = len(summary.sets[0].summary.repetitions)
    assert done > 0.8 * FRAMES / len(sessions.push_ups(2)[20:]) * 2
    assert len(read_history(history).sessions[0].sets[0].repetitions) == done
    assert late.megabytes - early.megabytes < MOST_MORE_MB
    assert (late.threads, late.files) == (early.threads, early.files)
