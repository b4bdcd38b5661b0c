"""The moving picture of the README: a whole live session, as the window shows it.

    python -m tests.live.film [OUT.webp] [--all]

A sample clip is the camera, and its own time is the session's, so that the film doesn't depend on
how fast this computer is: the model, the checker and every screen are the program's own.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from formcheck.analysis.judging.judge_input import prepare_for
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.feedback.window import Key
from formcheck.live.live_contract import Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.programmes.steps import Goal, Step, StepSide
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_recording
from tests.live.doubles import Sounds, Voice

ROOT = Path(__file__).parents[2]
EXERCISE = "bird-dog"
CLIP = ROOT / "samples" / "clips" / "bird-dog-back-level.mp4"
OUT = ROOT / "samples" / "pictures" / "live.webp"
SEEN = (1280, 720)
"""The window, at which the person's screen is drawn."""

SCENES = [(6.0, 7.2), (19.4, 22.8), (24.0, 28.2)]
"""Seconds of the session that are shown, one after the other: it begins by itself; a hold is
counted and a repetition done; a fault is shown on the back and told."""

FILMED = (800, 450)
RATE = 10
STILL_S = 14.0
"""How long the clip's first picture stands still: the start position is found and held."""

QUALITY = 58
"""WebP's, 1 to 100; large enough for clean letters, small enough for a README."""


def main() -> None:
    """Film a session and write the part that tells most."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path, nargs="?", default=OUT)
    parser.add_argument("--all", action="store_true", help="the whole session, to choose from")
    asked = parser.parse_args()
    shown = film(CLIP, library()[EXERCISE])
    scenes = [(0.0, float("inf"))] if asked.all else SCENES
    told = [image for start, end in scenes for time_s, image in shown if start <= time_s < end]
    write(told, asked.out)
    sys.stdout.write(f"{asked.out}: {asked.out.stat().st_size / 1e6:.2f} MB\n")


class ClipCamera:
    """Sends a clip in its own time, which is the session's clock; its first picture waits."""

    def __init__(self, clip: Path) -> None:
        self.status = CameraStatus.RUNNING
        self.now_s = 0.0
        self._frames = self._all(clip)

    def __call__(self) -> float:
        return self.now_s

    waiting = False

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:
        del timeout_s
        frame = next(self._frames, None)
        if frame is None:
            self.status = CameraStatus.ENDED
            self.now_s += 1 / RATE
            return None
        self.now_s = frame.time_s
        return frame

    def _all(self, clip: Path) -> Iterator[Frame]:
        index = 0
        for taken in open_recording(clip):
            image = np.asarray(
                cv2.resize(taken.image, SEEN, interpolation=cv2.INTER_CUBIC), np.uint8
            )
            while index / RATE < STILL_S:
                yield Frame(image, index / RATE, index)
                index += 1
            if STILL_S + taken.time_s > index / RATE:
                yield Frame(image, index / RATE, index)
                index += 1


class Film:
    """A window that keeps what it shows, with the time at which it did."""

    closed = False

    def __init__(self, clock: ClipCamera) -> None:
        self.shown: list[tuple[float, Image]] = []
        self._clock = clock

    def show(self, image: Image) -> None:
        small = np.asarray(cv2.resize(image, FILMED, interpolation=cv2.INTER_AREA), np.uint8)
        self.shown.append((self._clock.now_s, small))

    def pressed(self) -> tuple[Key, ...]:
        return ()

    def toggle_full_screen(self) -> None:
        """It has no screen."""


def film(clip: Path, exercise: Exercise) -> list[tuple[float, Image]]:
    """Everything that a session with this clip shows, with its times in seconds."""
    camera = ClipCamera(clip)
    window = Film(camera)
    step = Step(exercise, Goal(8, 8, exercise.repetition.hold_s), StepSide.ONLY, 1, 1, 0.0)
    with prepare_for(exercise, None)().open() as estimator:
        run_live(
            [step],
            camera=camera,
            estimator=estimator,
            window=window,
            opening=open_session(
                [step],
                voice=Voice(),
                sounds=Sounds(),
                preferences=Preferences(questions=False),
                clock=camera,
            ),
        )
    return window.shown


def write(images: list[Image], out: Path) -> None:
    """Write a film that plays for ever."""
    animation = cv2.Animation()
    animation.frames = [cv2.cvtColor(image, cv2.COLOR_RGB2BGR) for image in images]
    animation.durations = [1000 // RATE] * len(images)
    animation.loop_count = 0
    out.parent.mkdir(parents=True, exist_ok=True)
    if not cv2.imwriteanimation(str(out), animation, [cv2.IMWRITE_WEBP_QUALITY, QUALITY]):
        raise SystemExit(f"{out} can't be written")


if __name__ == "__main__":
    main()
