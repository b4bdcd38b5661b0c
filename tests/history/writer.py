"""A process of its own that writes repetition after repetition until it is killed."""

import subprocess
import sys
from pathlib import Path

from tests.cli.running import environment

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from formcheck.history.session_diary import open_diary
from tests.results import sessions
from tests.history.builders import Clock, Done, begin

clock = Clock(datetime(2026, 3, 2, 18, 30, tzinfo=UTC))
diary = open_diary(Path(sys.argv[1]), clock=clock)
diary.note_pain("before", 4)
person = begin(diary, "bridge", clock)
while True:
    print(person.repeat(Done()).number, flush=True)
"""


def started_writer(path: Path) -> "subprocess.Popen[str]":
    """It prints the number of every repetition that it has told the diary of."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
