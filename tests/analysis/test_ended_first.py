"""Where memory ends, the system chooses workers before the command."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from formcheck.analysis.progress import Progress, Stop
from formcheck.analysis.workers.ended_first import SACRIFICED
from formcheck.analysis.workers.workers import crew_of

CHOSEN_BY = Path("/proc/self/oom_score_adj")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")


@dataclass(frozen=True)
class OwnScore:
    """Work that answers how early its process would be ended."""

    def run(self, progress: Progress, stop: Stop) -> int:
        del progress, stop
        return int(CHOSEN_BY.read_text("ascii"))


def test_a_worker_is_ended_before_the_command() -> None:
    own = int(CHOSEN_BY.read_text("ascii"))
    with crew_of(2) as crew:
        found = crew.submit(OwnScore()).result(lambda _done, _total: None, lambda: False)
    assert found == SACRIFICED > own
