"""Reads recordings in a process of its own, whose memory is bounded, and tells how each went."""

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.video.open import open_recording
from formcheck.video.recordings.glances import glances
from formcheck.video.recordings.picture_index import picture_index
from formcheck.video.recordings.recorded import RecordedVideo
from tests.cli.running import environment

MOST_MEMORY = 6 << 30
"""Bytes of addresses, of which libraries and threads take two before anything is read."""


@dataclass(frozen=True)
class Read:
    """How one file went.

    told: what was said of it. frames: that came. seconds: of the processor, as another program may
    have it meanwhile. megabytes: most so far.
    """

    name: str
    told: str
    frames: int
    seconds: float
    megabytes: int


def read_all(folder: Path) -> list[Read]:
    """Read every file of a folder; fails where the process dies of one."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.reading", str(folder)],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=3600,
        check=False,
    )
    done = [Read(**json.loads(line)) for line in ended.stdout.splitlines()]
    assert ended.returncode == 0, (len(done), ended.stderr[-2000:])
    return done


def _read(path: Path) -> tuple[str, int]:
    frames = 0
    try:
        with open_recording(path) as recording:
            for _ in recording:
                frames += 1
        if isinstance(recording, RecordedVideo):
            picture_index(path)
            glances(path)
    except FormcheckError as error:
        return str(error), frames
    return "", frames


def _megabytes() -> int:
    """The most memory so far of this process alone.

    What `getrusage` tells is at least what the process had that started it.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (peak,) = (one for one in status.read_text("utf-8").splitlines() if one.startswith("VmHWM:"))
    return int(peak.split()[1]) // 1024


def main() -> None:
    """Read the files of the folder that is named, a line of JSON each."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for path in sorted(Path(sys.argv[1]).iterdir()):
        began = time.process_time()
        told, frames = _read(path)
        one = Read(path.name, told, frames, time.process_time() - began, _megabytes())
        print(json.dumps(vars(one)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
