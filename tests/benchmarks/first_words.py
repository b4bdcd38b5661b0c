"""How long after its command a live session says its first words, and with other programs at work.

    python -m tests.benchmarks.first_words [--times 5] [--busy 8] [-- what `formcheck live` is told]

A program that only notes what it is told stands in for the voice.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.cli.running import environment
from tests.live.virtual_screen import VirtualScreen
from tests.mjpeg_server import MjpegServer
from tests.patience import wait_until
from tests.video.clips import picture

NOTES = '#!/bin/sh\nwords=$(cat)\necho "$words" >> {said}\n'


def main() -> None:
    """Print the seconds of each time."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--busy", type=int, default=0, help="programs that want a core meanwhile")
    parser.add_argument("told", nargs="*", default=["bird-dog", "--no-questions"])
    asked = parser.parse_args()
    screen = VirtualScreen()
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(asked.busy)]
    try:
        with MjpegServer([picture(640, 480)]) as server:
            for _ in range(asked.times):
                took_s = until_first_words([*asked.told, "--camera", server.url], screen.display)
                print(f"{took_s:.2f} s", flush=True)
    finally:
        for one in busy:
            one.kill()
        screen.close()


def until_first_words(told: list[str], display: str) -> float:
    """Seconds from when the command is begun to when the voice is given words."""
    with tempfile.TemporaryDirectory() as name:
        folder, said = Path(name), Path(name) / "said"
        (folder / "espeak-ng").write_text(NOTES.format(said=said))
        (folder / "espeak-ng").chmod(0o755)
        changed = {"PATH": f"{folder}:{os.environ['PATH']}", "FORMCHECK_DATA": str(folder / "data")}
        began_s = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "formcheck", "live", *told],
            env=environment(DISPLAY=display, **changed),
            stdout=subprocess.DEVNULL,
        ) as session:
            wait_until(lambda: said.exists() or session.poll() is not None)
            took_s = time.perf_counter() - began_s
            session.terminate()
        if not said.exists():
            raise SystemExit("it ended without a word")
        return took_s


if __name__ == "__main__":
    main()
