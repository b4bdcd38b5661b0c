"""How quickly a recording is judged beside a bare loop, and in how much memory.

    python -m tests.benchmarks.recordings [--clip CLIP] [--seconds 30] [--jobs 2] [--rate 30]

A sample clip is enlarged to 1280 × 960 and repeated. The bare loop decodes it with PyAV and calls
the landmarker on every frame, nothing else; the commands are run as a user runs them, each in a
process of its own, in turn with the bare loop.

Machines differ and are noisy: read the ratios. Beside that of the time that passed stands that of
the processor time, times the jobs over one: what as many idle cores would give if none ever waited.
"""

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from formcheck.video.open import open_recording
from formcheck.video.writing.video_writer import VideoWriter

CLIP = Path(__file__).parents[2] / "samples" / "clips" / "bird-dog-good.mp4"
SIZE = (1280, 960)
LOOK_S = 0.1
"""Between two looks at the memory."""

_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Run:
    """One command: seconds that passed, processor seconds, and the most memory at once in MB."""

    seconds: float
    processor_s: float
    memory_mb: float


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--clip", type=Path, default=CLIP)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=30.0, help="pictures a second")
    parser.add_argument("--only", nargs="*", help="the beginnings of the rows that are wanted")
    asked = parser.parse_args()
    exercise = asked.clip.stem.rsplit("-good", 1)[0]
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "film.mp4"
        frames = enlarge(asked.clip, film, asked.seconds, asked.rate)
        jobs = ["--jobs", str(asked.jobs)]
        analyse = [sys.executable, "-m", "formcheck", "analyse", str(film), *jobs]
        out = ["--out", f"{folder}/out"]
        given = ["--exercise", exercise]
        rows = {
            "without video": [*analyse, *out, *given, "--no-video"],
            "with video": [*analyse, *out, *given],
            "recognised, with video": [*analyse, *out],
        }
        bare = [sys.executable, "-m", "tests.benchmarks.bare_loop", str(film)]
        print(f"{asked.clip.stem}, {SIZE[0]} × {SIZE[1]}, {frames} frames, {asked.jobs} jobs")
        print("                          of the bare loop's rate   processor    most")
        print("                          as it ran   on free cores  a frame     memory")
        for name, command in rows.items():
            if asked.only is not None and not name.startswith(tuple(asked.only)):
                continue
            tell(name, measure(bare), measure(command), frames, asked.jobs)


def tell(name: str, bare: Run, run: Run, frames: int, jobs: int) -> None:
    """A row of the table."""
    print(
        f"  {name:22s}  {bare.seconds / run.seconds:7.2f}   "
        f"{jobs * bare.processor_s / run.processor_s:11.2f}   "
        f"{1000 * run.processor_s / frames:6.1f} ms   {run.memory_mb:6.0f} MB   "
        f"(bare: {1000 * bare.processor_s / frames:.1f} ms, {bare.memory_mb:.0f} MB)",
        flush=True,
    )


def measure(command: Sequence[str]) -> Run:
    """Run a command to its end, and to that of all that it has started."""
    adopt_orphans()
    before, began = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, memory_mb(process.pid))
        time.sleep(LOOK_S)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = os.times()
    worked = after.children_user + after.children_system
    worked -= before.children_user + before.children_system
    return Run(seconds, worked, most)


def adopt_orphans() -> None:
    """What outlives whoever started it is waited for here, or its time would count for nobody's:
    processes that are copied are children of the one that is copied (Linux).
    """
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def memory_mb(pid: int) -> float:
    """What a process and its children hold now, pages that they share counted once (Linux)."""
    total = 0.0
    for one in (pid, *_children(pid)):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text("utf-8").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            direct = [int(one) for one in task.read_text("utf-8").split()]
        except OSError:
            continue
        for child in direct:
            found += [child, *_children(child)]
    return found


def enlarge(clip: Path, target: Path, seconds: float, rate: float) -> int:
    """The clip again and again, in large, at so many pictures a second; how many there are."""
    images = [np.asarray(cv2.resize(frame.image, SIZE), np.uint8) for frame in open_recording(clip)]
    frames = round(seconds * rate)
    there_and_back = [*images, *images[-2:0:-1]]
    with VideoWriter(target, *SIZE) as writer:
        for number in range(frames):
            writer.write(there_and_back[number % len(there_and_back)], number / rate)
    return frames


if __name__ == "__main__":
    main()
