"""The command itself: first steps, help, usage errors, and what becomes of mistakes."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from formcheck.cli import main, work
from formcheck.cli.main import run
from formcheck.cli.process.loading import loading
from formcheck.errors import FormcheckError
from tests.cli.running import environment, formcheck
from tests.patience import PATIENCE_S

HEAVY = ("mediapipe", "cv2", "av", "numpy", "matplotlib")


def modules_after(code: str, of: Sequence[str] = HEAVY) -> set[str]:
    """Those of some heavy modules that are loaded after some Python code."""
    return set(modules_in_turn(code)) & set(of)


def modules_in_turn(code: str) -> list[str]:
    """All modules that are loaded after some Python code, the first of them first."""
    listing = f"{code}\nimport json, sys; sys.stderr.write(json.dumps(list(sys.modules)))"
    ended = subprocess.run(
        [sys.executable, "-c", listing],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    loaded: list[str] = json.loads(ended.stderr)
    return loaded


BEGINS_LIVE = "import formcheck.cli.main, formcheck.cli.actions.live_session"


def test_a_live_session_speaks_before_what_sees_and_judges_is_loaded() -> None:
    later = ("av", "mediapipe", "formcheck.pose.estimation", "formcheck.live.session")
    assert modules_after(BEGINS_LIVE, of=later) == set()


def test_a_live_session_loads_opencv_before_pyav_after_which_no_window_opens() -> None:
    loaded = modules_in_turn(f"{BEGINS_LIVE}, formcheck.cli.actions.opened_session")

    assert loaded.index("cv2") < loaded.index("av")


def test_what_is_loaded_leaves_the_search_for_garbage_as_it_was() -> None:
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_help_loads_nothing_heavy() -> None:
    code = "from formcheck.cli.main import run; run(['--help'])"
    assert modules_after(code, of=(*HEAVY, "pydantic")) == set()


@pytest.mark.parametrize(
    "command",
    ["live", "analyse", "samples", "exercises", "learn", "history", "desk", "doctor", "models"],
)
def test_help_of_a_command_loads_nothing_heavy(command: str) -> None:
    code = f"from formcheck.cli.main import run; run([{command!r}, '--help'])"
    assert modules_after(code) == set()


def test_a_bare_formcheck_loads_nothing_heavy() -> None:
    code = "from formcheck.cli.main import run; run([])"
    assert modules_after(code, of=(*HEAVY, "pydantic", "rich")) == set()


def test_the_doctor_comes_where_a_library_is_missing() -> None:
    """It is what tells of it, so it may load none of them itself."""
    assert modules_after("import formcheck.cli.terminal.doctor_report") == set()


def test_help_fills_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["live", "--help"]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    paragraph = lines.index(next(line for line in lines if line.startswith("No hands are needed")))
    assert all(len(line) > 60 for line in lines[paragraph : paragraph + 2])


@pytest.mark.parametrize("name", work.__dir__())
def test_what_a_command_does_is_found(name: str) -> None:
    assert callable(getattr(work, name))


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert modules_after("import formcheck; formcheck.__version__; dir(formcheck)") == set()


def test_a_bare_formcheck_says_what_to_do_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 12
    assert any("formcheck doctor" in line for line in lines)
    assert any("formcheck live" in line for line in lines)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("formcheck 0.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--nonsense"], "No such option"),
        (["dance"], "No such command"),
        (["analyse"], "Missing argument"),
        (["analyse", "clip.mp4", "--jobs", "0"], "--jobs"),
        (["analyse", "clip.mp4", "--jobs", "many"], "--jobs"),
        (["live", "push-up", "--side", "up"], "--side"),
        (["models", "get"], "Missing argument"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert words in line
    assert "--help" in line


class TestWhatBecomesOfErrors:
    """Nothing that goes wrong reaches the user as a traceback."""

    @pytest.fixture
    def failing(self, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
        monkeypatch.delenv("FORMCHECK_DEBUG", raising=False)
        return monkeypatch

    def fail_with(self, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
        def app(**_: object) -> None:
            raise error

        monkeypatch.setattr(main, "app", app)
        return run(["doctor"])

    def test_what_the_user_can_mend_is_told_as_it_is(
        self, failing: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.fail_with(failing, FormcheckError("one; do this\ntwo; do that")) == 2
        assert capsys.readouterr().err == "formcheck: one; do this\nformcheck: two; do that\n"

    def test_ctrl_c_is_130(self, failing: pytest.MonkeyPatch) -> None:
        assert self.fail_with(failing, KeyboardInterrupt()) == 130

    def test_a_missing_library_leads_to_the_doctor(
        self, failing: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.fail_with(failing, ImportError("libGL.so.1: cannot open")) == 2
        assert "formcheck doctor" in capsys.readouterr().err

    def test_a_mistake_of_the_program_is_one_line_that_asks_for_a_report(
        self, failing: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.fail_with(failing, ZeroDivisionError("division\nby zero")) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert "ZeroDivisionError: division by zero" in line
        assert "report" in line

    def test_developers_get_the_traceback(self, failing: pytest.MonkeyPatch) -> None:
        failing.setenv("FORMCHECK_DEBUG", "1")
        with pytest.raises(ZeroDivisionError):
            self.fail_with(failing, ZeroDivisionError())


@pytest.mark.parametrize(
    "words", ["", "--help", "live --help", "exercises", "exercises --json", "history", "nonsense"]
)
def test_a_reader_who_has_had_enough_is_no_error(words: str, tmp_path: Path) -> None:
    """As with `formcheck exercises | head -1`: nothing is said, and the status is a shell's."""
    read, written = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, "-m", "formcheck", *words.split()],
        cwd=tmp_path,
        env=environment(),
        stdout=written,
        stderr=subprocess.PIPE,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    os.close(written)
    if words == "nonsense":
        assert (ended.returncode, "nonsense" in ended.stderr) == (2, True)
    else:
        assert (ended.returncode, ended.stderr) == (141, "")


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    assert formcheck(folder=tmp_path).status == 0
