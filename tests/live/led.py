"""A whole programme, led from its warnings to its last page by a film that begins again and again.

    python -m tests.live.led OUT_DIR [LANGUAGE ...]

The film's own time is the session's, so that nothing depends on how fast this computer is. Writes
a picture a second in each language and size of the window, for whoever looks at them.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from formcheck.cli.actions.opened_session import watch_for_others
from formcheck.cli.arguments.chosen import all_exercises
from formcheck.exercises.load import find_exercise
from formcheck.exercises.translation import translated
from formcheck.feedback.window import Key, letterboxed
from formcheck.live.live_contract import Preferences, SessionSummary
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.programmes.programme import Programme, ProgrammeEntry
from formcheck.programmes.steps import plan
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_recording
from tests.live.doubles import Clock, Sounds, Voice
from tests.live.look import SIZES

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


@dataclass(frozen=True)
class Excerpt:
    """A part of a clip; seconds."""

    clip: str
    from_s: float = 0.0
    until_s: float = float("inf")

    @property
    def path(self) -> Path:
        return CLIPS / f"{self.clip}.mp4"


FILM = (Excerpt("bird-dog-back-level"), Excerpt("plank-good"))
"""What makes the film, one after the other and from the first again."""

PROGRAMME = Programme(
    title="Two",
    entries=(
        ProgrammeEntry(exercise="plank", hold_s=3, rest_s=6),
        ProgrammeEntry(exercise="bird-dog", reps=(2, 2)),
    ),
)
"""In another order than the film has them, which therefore begins again."""

STEP_S = 0.1
"""Between two pictures; at about as many a second a slow laptop looks."""

KEPT_S = 1.0
"""Between two pictures that are kept."""

LONGEST_S = 300.0
"""Seconds of a session; the window is closed then."""

KEYS = (
    (4.0, Key.ENTER),  # the warnings are read
    (7.0, Key.DIGIT_3),  # how much it hurts
    (12.0, Key.ENTER),  # what comes
    (14.0, Key.HELP),
    (15.0, Key.HELP),
    (16.0, Key.PAUSE),
    (18.0, Key.PAUSE),
    (20.0, Key.QUIT),
    (22.0, Key.PAUSE),  # goes on
)
"""What is pressed, and when; seconds of the session."""


class LoopedFilm:
    """Clips in a camera's place, as `--camera FILE --loop` has them: they wait where it is read."""

    status = CameraStatus.RUNNING
    waiting = False

    def __init__(self, parts: Sequence[Excerpt]) -> None:
        self._still = False
        self._frames = self._all(parts)

    def stand_still(self) -> None:
        self._still = True

    def go_on(self) -> None:
        self._still = False

    def newest(self, timeout_s: float) -> Frame | None:
        del timeout_s
        return None if self._still else next(self._frames)

    @staticmethod
    def _all(parts: Sequence[Excerpt]) -> Iterator[Frame]:
        index, take, since_s = 0, 0, 0.0
        while True:
            for part in parts:
                with open_recording(part.path) as recording:
                    due_s = part.from_s
                    last_s = 0.0
                    for frame in recording:
                        if not due_s <= frame.time_s <= part.until_s:
                            continue
                        due_s += STEP_S
                        last_s = frame.time_s - part.from_s
                        yield replace(frame, time_s=since_s + last_s, index=index, take=take)
                        index += 1
                since_s, take = since_s + last_s + STEP_S, take + 1


class Screen:
    """A window that keeps a picture a second, and presses keys when their time has come.

    It is asked for keys before each picture, and time passes then.
    """

    def __init__(
        self,
        clock: Clock,
        keys: Sequence[tuple[float, Key]] = KEYS,
        closes_s: float = LONGEST_S,
    ) -> None:
        self.shown: list[tuple[float, Image]] = []
        self._clock = clock
        self._keys = list(keys)
        self._closes_s = closes_s

    @property
    def closed(self) -> bool:
        return self._clock.now_s > self._closes_s

    def show(self, image: Image) -> None:
        if not self.shown or self._clock.now_s - self.shown[-1][0] >= KEPT_S:
            self.shown.append((self._clock.now_s, image.copy()))

    def pressed(self) -> tuple[Key, ...]:
        self._clock.now_s += STEP_S
        due = [key for at_s, key in self._keys if at_s <= self._clock.now_s]
        del self._keys[: len(due)]
        return tuple(due)

    def toggle_full_screen(self) -> None:
        """It fills nothing."""


@dataclass(frozen=True)
class Led:
    """A session that is over, and what was seen and heard of it."""

    summary: SessionSummary
    screen: Screen
    voice: Voice
    sounds: Sounds


def lead(
    language: str,
    estimator: PoseEstimator,
    keys: Sequence[tuple[float, Key]] = KEYS,
    *,
    programme: Programme = PROGRAMME,
    film: Sequence[Excerpt] = FILM,
    questions: bool = True,
    closes_s: float = LONGEST_S,
) -> Led:
    """Lead a programme in a language. closes_s: when its window is closed at the latest."""
    clock, voice, sounds, texts = Clock(), Voice(), Sounds(), load_texts(language)
    screen = Screen(clock, keys, closes_s)
    steps = plan(programme, lambda name: translated(find_exercise(name), texts))
    summary = run_live(
        steps,
        camera=LoopedFilm(film),
        estimator=estimator,
        window=screen,
        opening=open_session(
            steps,
            voice=voice,
            sounds=sounds,
            preferences=Preferences(warnings=questions, questions=questions),
            texts=texts,
            clock=clock,
        ),
        new_watch=partial(watch_for_others, all_exercises(None)),
    )
    return Led(summary, screen, voice, sounds)


def opened_estimator() -> TakeByTakeEstimator:
    """The one of a live session."""
    return TakeByTakeEstimator(prepare_estimation(silhouette=True, live=True).open)


def main() -> None:
    """Lead it in every language and write what was shown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("languages", nargs="*", default=languages())
    asked = parser.parse_args()
    out: Path = asked.out
    for language in asked.languages:
        with opened_estimator() as estimator:
            shown = lead(language, estimator).screen.shown
        for width, height in SIZES:
            folder = out / f"{language}-{width}x{height}"
            folder.mkdir(parents=True, exist_ok=True)
            for time_s, image in shown:
                window = _in_a_window(image, width, height)
                path = folder / f"{time_s:05.0f}.png"
                cv2.imwrite(str(path), cv2.cvtColor(window, cv2.COLOR_RGB2BGR))


def _in_a_window(image: Image, width: int, height: int) -> Image:
    """As the window stretches it."""
    bordered = letterboxed(image, width, height)
    return np.asarray(cv2.resize(bordered, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


if __name__ == "__main__":
    main()
