"""What one check found, and trying things that could end the process in another one."""

import json
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from formcheck.texts.message import message


class Status(StrEnum):
    """How it stands."""

    GOOD = "good"
    MISSING = "missing"
    BROKEN = "broken"


@dataclass(frozen=True)
class Check:
    """One line of the doctor's report.

    needed: whether recordings can't be judged without it. found: what was seen.
    remedy: what to do, empty where nothing is.
    """

    name: str
    status: Status
    found: str
    remedy: str = ""
    needed: bool = False

    @property
    def sign(self) -> str:
        """For those who can't see the colour."""
        if self.status is Status.GOOD:
            return "✓"
        return "✗" if self.needed else "–"


class TrialError(Exception):
    """What was tried in another process didn't work; the message is its last words."""


def tried(code: str, *arguments: str, patience_s: float = 60.0) -> Any:
    """Run Python code in a process of its own; returns the JSON document that it prints last.

    A library that is missing or a native abort then costs only that process.

    Raises TrialError.
    """
    try:
        trial = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=patience_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TrialError(message("doctor.no_answer", seconds=patience_s)) from None
    if trial.returncode:
        words = [line for line in trial.stderr.splitlines() if line.strip()]
        raise TrialError(
            words[-1].strip() if words else message("error.voice.ended", status=trial.returncode)
        )
    return json.loads(trial.stdout.splitlines()[-1])
