"""Runs formcheck as a user does: as a process of its own, or, where that takes too long, here."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from formcheck.cli.main import run
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.patience import PATIENCE_S
from tests.results import sessions

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "real"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("formcheck: ")
        return lines[0].removeprefix("formcheck: ")


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without a display, with the checkout to import from."""
    kept = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **changes}


def formcheck(*arguments: str | Path, folder: Path, **variables: str) -> Ended:
    """Run the command in a folder, with nobody at the keyboard, and wait for its end."""
    ended = subprocess.run(
        [sys.executable, "-m", "formcheck", *map(str, arguments)],
        cwd=folder,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def run_here(*arguments: str, encoding: str = "utf-8") -> Ended:
    """Run the command in this process, with output in an encoding; an error in it is an error."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = run(list(arguments))
    return Ended(status, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)


def push_up_track(path: Path | bytes) -> None:
    """A pose track of two good push-ups, under any name."""
    made = Path(os.fsdecode(path)).with_name("made.tmp")
    with PoseTrackWriter(made, model="full") as writer:
        for pose in sessions.push_ups(2):
            writer.write(pose)
    made.rename(os.fsdecode(path))
