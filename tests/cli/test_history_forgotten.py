"""`formcheck history --forget`: deleting asks first, and then really deletes."""

import json
import subprocess
import sys

import pytest

from tests.cli.homes import NOW, Home
from tests.cli.running import environment
from tests.patience import PATIENCE_S


class TestForget:
    """Deleting asks first, and then really deletes."""

    def sessions(self, home: Home) -> list[str]:
        found = json.loads(home.history("--json").out)["sessions"]
        return [one["started"][:10] for one in found]

    def test_yes_deletes_everything_without_asking(self, used: Home) -> None:
        used.history("--add-activity", "walk", "--minutes", "30")
        ended = used.history("--forget", "--yes")
        assert ended.out == "Deleted: 2 sessions and 1 activity.\n"
        assert self.sessions(used) == []
        assert b"Bird dog" not in used.file.read_bytes()

    def test_before_a_day_deletes_what_is_older(self, used: Home) -> None:
        today = f"{NOW:%Y-%m-%d}"
        ended = used.history("--forget", "--before", today, "--yes")
        assert ended.status == 0
        assert self.sessions(used) == [today]

    def test_nobody_there_to_answer_deletes_nothing(self, used: Home) -> None:
        ended = used.history("--forget")
        assert ended.status == 2
        assert "--yes" in ended.err
        assert len(self.sessions(used)) == 2

    @pytest.mark.parametrize(("answer", "left"), [("n", 2), ("", 2), ("y", 0)])
    def test_the_answer_counts(self, used: Home, answer: str, left: int) -> None:
        ended = subprocess.run(
            [sys.executable, "-m", "formcheck", "history", "--forget"],
            env=environment(FORMCHECK_DATA=str(used.data)),
            input=f"{answer}\n",
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
        )
        assert ended.returncode == 0
        assert "2 sessions" in ended.stderr
        assert len(self.sessions(used)) == left

    def test_nothing_to_forget(self, home: Home) -> None:
        assert home.history("--forget").out == "There is nothing to forget.\n"
