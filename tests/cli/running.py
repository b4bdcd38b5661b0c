"""Runs formcheck as a user does: as a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

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
        timeout=120,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    return Ended(ended.returncode, ended.stdout, ended.stderr)
