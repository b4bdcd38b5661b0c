"""Where the system has no more memory, a worker is ended before the command that it works for."""

import sys
from contextlib import suppress
from pathlib import Path

SACRIFICED = 500
"""Added to the share of memory, in thousandths, by which Linux chooses what it ends: more than any
command of ours holds. A worker costs one input, the command costs the batch."""


def be_ended_first() -> None:
    """Have the system end this process first; nothing elsewhere than on Linux."""
    if sys.platform != "linux":
        return
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(SACRIFICED), "ascii")
