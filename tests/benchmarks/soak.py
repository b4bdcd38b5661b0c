"""A live session that goes on and on: what it holds, how old its picture is, how late its voice.

    python -m tests.benchmarks.soak [--minutes 20] [--clip CLIP] [-- what `formcheck live` is told]

A clip is served over and over as a network camera by another process, each picture with its number
drawn into it, and `formcheck live` runs on it in a real window on a virtual screen, with its voice
if there is one. Every ten seconds a line is printed; memory, threads and files may not grow, nor
the picture's age nor the time from choosing words to speaking them.
"""

import argparse
import os
import tempfile
import threading
import time
from dataclasses import dataclass, field
from multiprocessing.sharedctypes import SynchronizedArray
from pathlib import Path
from typing import Any

# Where PyAV is loaded before OpenCV, no window opens.
import cv2  # noqa: F401
import numpy as np

from formcheck.cli.actions import live_session
from formcheck.cli.main import run
from formcheck.feedback.audio import speech
from formcheck.feedback.audio.speech_program import SpeechProgram
from formcheck.feedback.cues import Cue
from formcheck.feedback.window import DesktopWindow
from formcheck.video.frame import Image
from tests.benchmarks.latency import CLIP, MOST_PICTURES
from tests.benchmarks.numbered_pictures import number_in, served
from tests.live.virtual_screen import VirtualScreen

EVERY_S = 10.0
RATE = 30.0


@dataclass
class Course:
    """What is noted of a session; seconds. first: of each kind, since the command began."""

    until_s: float
    sent: "SynchronizedArray[float]"
    began_s: float = field(default_factory=time.perf_counter)
    first: dict[str, float] = field(default_factory=dict)
    ages: list[float] = field(default_factory=list)
    lags: list[float] = field(default_factory=list)
    chosen: dict[str, float] = field(default_factory=dict)

    def note(self, kind: str) -> float:
        now_s = time.perf_counter()
        self.first.setdefault(kind, now_s - self.began_s)
        return now_s


def main() -> None:
    """Run a session of so many minutes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--clip", type=Path, default=CLIP)
    parser.add_argument("told", nargs="*", default=["auto"])
    asked = parser.parse_args()
    screen = VirtualScreen()
    try:
        with (
            tempfile.TemporaryDirectory() as data,
            served(asked.clip, RATE, MOST_PICTURES) as (url, sent),
        ):
            os.environ |= {"DISPLAY": screen.display, "FORMCHECK_DATA": data}
            course = Course(60 * asked.minutes, sent)
            note_window_and_voice(course)
            threading.Thread(target=tell, args=(course,), daemon=True).start()
            status = run(["live", *asked.told, "--no-questions", "--camera", url])
            print(f"status {status}")
    finally:
        screen.close()


def note_window_and_voice(course: Course) -> None:
    """Have the session's own window and voice tell what they do."""

    class NotedWindow(DesktopWindow):
        @property
        def closed(self) -> bool:
            return time.perf_counter() - course.began_s > course.until_s or super().closed

        def show(self, image: Image) -> None:
            now_s, number = course.note("window"), number_in(image[:, ::-1])
            if number >= 0:
                course.note("picture")
                course.ages.append(now_s - course.sent[number])
            super().show(image)

    class NotedVoice(speech.SpokenVoice):
        def say(self, cue: Cue) -> None:
            course.chosen[cue.text] = course.note("words")
            super().say(cue)

    class NotedProgram(SpeechProgram):
        def speak(self, text: str, longest_s: float) -> None:
            now_s = course.note("voice")
            course.lags.append(now_s - course.chosen.get(text, now_s))
            super().speak(text, longest_s)

    replaced: list[tuple[Any, str, type]] = [
        (live_session, "DesktopWindow", NotedWindow),
        (speech, "SpokenVoice", NotedVoice),
        (speech, "SpeechProgram", NotedProgram),
    ]
    for module, name, noted in replaced:
        setattr(module, name, noted)


def tell(course: Course) -> None:
    """Print a line now and then."""
    told: set[str] = set()
    while True:
        time.sleep(EVERY_S)
        ages, lags = np.array(course.ages), np.array(course.lags)
        course.ages.clear()
        course.lags.clear()
        for kind in course.first.keys() - told:
            print(f"first {kind} after {course.first[kind]:.1f} s")
        told |= course.first.keys()
        held = "; ".join(f"{name} {held_by(pid)}" for name, pid in processes())
        age = f"{1000 * np.median(ages):.0f} ms old" if len(ages) else "none"
        lag = f"{1000 * lags.max():.0f} ms late" if len(lags) else "silent"
        since_s = time.perf_counter() - course.began_s
        print(f"{since_s:5.0f} s: {held}; {len(ages)} pictures, {age}; voice {lag}", flush=True)


def processes() -> list[tuple[str, int]]:
    """The session and, if there is one, whoever looks at everybody beside it."""
    found = [("session", os.getpid())]
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            words = status.with_name("cmdline").read_text()
        except OSError:
            continue
        if parent == os.getpid() and "take_looks" in words:
            found.append(("onlooker", int(status.parent.name)))
    return found


def held_by(pid: int) -> str:
    """What a process holds."""
    place = Path("/proc") / str(pid)
    try:
        lines = dict(one.split(":", 1) for one in (place / "status").read_text().splitlines())
        files = len(list((place / "fd").iterdir()))
    except OSError:
        return "gone"
    megabytes = int(lines["VmRSS"].split()[0]) / 1024
    return f"{megabytes:.0f} MB, {lines['Threads'].strip()} threads, {files} files"


if __name__ == "__main__":
    main()
