"""A command that the system ends is told of in one line, and nothing of it stays."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from formcheck.cli.terminal.status import INTERRUPTED
from tests.cli.running import environment
from tests.patience import PATIENCE_S, wait_until

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the command runs in the process that was started"
)

WATCHED = """
import atexit, os, signal, sys, time
from pathlib import Path
from formcheck.cli.process.interruption import hear_wishes_once, interruptible
from formcheck.cli.process.watched import watched

# The tests may run where signals are ignored: in the background, or under nohup.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

def crash(number):
    Path("crashed").touch()
    os.kill(os.getpid(), number)
    time.sleep(60)

def wait_for_a_wish():
    hear_wishes_once()
    with interruptible() as stop:
        Path("ready").write_text(str(os.getpid()))
        while not stop():
            time.sleep(0.01)
    time.sleep(0.5)
    return 5

def wait_to_be_ended():
    hear_wishes_once()
    try:
        Path("ready").write_text(str(os.getpid()))
        time.sleep(60)
    except KeyboardInterrupt:
        time.sleep(0.5)
    return 6

def end_at_a_wish():
    atexit.register(lambda: (time.sleep(0.5), Path("cleared").touch()))
    hear_wishes_once()
    try:
        Path("ready").write_text(str(os.getpid()))
        time.sleep(60)
    except KeyboardInterrupt:
        return 7

def wait_as_python_does():
    Path("ready").write_text(str(os.getpid()))
    time.sleep(60)

sys.exit(watched(lambda: {command}, lambda why: print(why, file=sys.stderr)))
"""

Begin = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Starts what is watched, in a process group of its own; what is left at the end is ended."""
    running: list[subprocess.Popen[str]] = []

    def start(command: str) -> "subprocess.Popen[str]":
        script = WATCHED.replace("{command}", command)
        process = subprocess.Popen(
            ["sh", "-c", 'ulimit -c unlimited; exec "$0" -c "$1"', sys.executable, script],
            cwd=tmp_path,
            env=environment(),
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        running.append(process)
        return process

    yield start
    for one in running:
        one.kill()
        one.wait()


def what_it_says(process: "subprocess.Popen[str]") -> str:
    """On standard error, until it ends."""
    _, err = process.communicate(timeout=PATIENCE_S)
    return err


def ready(folder: Path) -> int:
    """Wait until the command works; its process."""
    told = folder / "ready"
    wait_until(lambda: told.exists() and told.read_text("utf-8"))
    return int(told.read_text("utf-8"))


@pytest.mark.parametrize("status", [0, 1, 2, 130])
def test_its_status_is_the_command_s(begin: Begin, status: int) -> None:
    process = begin(str(status))
    assert what_it_says(process) == ""
    assert process.returncode == status


UNTOLD = """
import os, signal, sys
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
os.execv(sys.executable, [sys.executable, "-m", "formcheck", "--version"])
"""


def test_it_ends_where_nobody_is_told_of_the_end_of_processes() -> None:
    with subprocess.Popen([sys.executable, "-c", UNTOLD], env=environment()) as process:
        try:
            assert process.wait(timeout=PATIENCE_S) == 0
        finally:
            process.kill()


@pytest.mark.parametrize("how", ["SIGSEGV", "SIGABRT", "SIGKILL", "status 127", "status 1"])
def test_what_the_system_ends_is_told_in_a_line(begin: Begin, tmp_path: Path, how: str) -> None:
    """A status too: native code that gets no memory takes 127 or 1, without a word of its own."""
    is_status = how.startswith("status")
    does = f"os._exit({how.split()[1]})" if is_status else f"crash(signal.{how})"
    process = begin(does)
    err = what_it_says(process)
    assert process.returncode == 2
    assert len(err.splitlines()) == 1
    assert how in err
    assert "memory" in err
    # A core file would hold pictures.
    assert [one.name for one in tmp_path.iterdir()] in ([], ["crashed"])


def test_where_memory_lacks_even_for_saying_so_the_one_who_waits_does(begin: Begin) -> None:
    process = begin("bytearray(2**62)")
    err = what_it_says(process)
    assert process.returncode == 2
    assert len(err.splitlines()) == 1
    assert "memory" in err


def test_an_exception_s_status_is_the_command_s(begin: Begin) -> None:
    process = begin("sys.exit(3)")
    assert what_it_says(process) == ""
    assert process.returncode == 3


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("to_all", [False, True])
def test_a_wish_reaches_the_command_once(
    begin: Begin, tmp_path: Path, number: int, to_all: bool
) -> None:
    """Whether it is sent to the process that was started or, as a terminal does, to its group."""
    process = begin("wait_for_a_wish()")
    ready(tmp_path)
    (os.killpg if to_all else os.kill)(process.pid, number)
    assert what_it_says(process) == ""
    assert process.returncode == 5


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_wish_reaches_a_command_once_that_answers_it_at_once(
    begin: Begin, tmp_path: Path, number: int
) -> None:
    process = begin("wait_to_be_ended()")
    ready(tmp_path)
    os.killpg(process.pid, number)
    assert what_it_says(process) == ""
    assert process.returncode == 6


@pytest.mark.parametrize(
    ("command", "status"),
    [("wait_for_a_wish()", 5), ("wait_to_be_ended()", 6), ("end_at_a_wish()", 7)],
)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_wish_that_is_passed_on_late_is_the_one_that_was_heard(
    begin: Begin, tmp_path: Path, command: str, status: int, number: int
) -> None:
    """However long the one who watches waits for its turn, and amid the end of Python itself."""
    process = begin(command)
    ready(tmp_path)
    process.send_signal(signal.SIGSTOP)
    os.killpg(process.pid, number)
    time.sleep(0.3)
    process.send_signal(signal.SIGCONT)
    assert what_it_says(process) == ""
    assert process.returncode == status


@pytest.mark.parametrize("to_all", [False, True])
def test_a_second_wish_ends_what_clears_away(begin: Begin, tmp_path: Path, to_all: bool) -> None:
    process = begin("wait_to_be_ended()")
    ready(tmp_path)
    for _ in range(2):
        (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
        time.sleep(0.2)
    assert what_it_says(process) == ""
    assert process.returncode == INTERRUPTED


def test_the_end_of_python_itself_clears_away_undisturbed(begin: Begin, tmp_path: Path) -> None:
    process = begin("end_at_a_wish()")
    ready(tmp_path)
    for _ in range(2):
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.2)
    assert what_it_says(process) == ""
    assert process.returncode == 7
    assert (tmp_path / "cleared").exists()


def test_who_sends_it_to_one_process_and_to_all_wants_it_once(begin: Begin, tmp_path: Path) -> None:
    """As `timeout` does."""
    process = begin("wait_to_be_ended()")
    ready(tmp_path)
    os.kill(process.pid, signal.SIGINT)
    os.killpg(process.pid, signal.SIGINT)
    assert what_it_says(process) == ""
    assert process.returncode == 6


def test_a_wish_for_the_command_alone_reaches_it(begin: Begin, tmp_path: Path) -> None:
    process = begin("wait_to_be_ended()")
    os.kill(ready(tmp_path), signal.SIGTERM)
    assert what_it_says(process) == ""
    assert process.returncode == 6


def test_what_ends_the_command_ends_who_watches(begin: Begin, tmp_path: Path) -> None:
    process = begin("wait_as_python_does()")
    ready(tmp_path)
    process.terminate()
    assert what_it_says(process) == ""
    assert process.returncode == -signal.SIGTERM


def has_ended(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] == "Z"
    except OSError:
        return True


def test_killed_they_end_together(begin: Begin, tmp_path: Path) -> None:
    process = begin("wait_as_python_does()")
    command = ready(tmp_path)
    assert command != process.pid
    process.kill()
    process.communicate(timeout=PATIENCE_S)
    wait_until(lambda: has_ended(command))


AS_IT_BEGINS = """
import os, signal, sys
from formcheck.cli.start import main

signal.signal(signal.SIGINT, signal.default_int_handler)
fork = os.fork

def interrupted():
    child = fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGINT)
    return child

os.fork = interrupted
sys.argv = ["formcheck", "exercises"]
main()
"""


def test_ctrl_c_in_the_moment_in_which_it_begins_ends_it_without_a_word() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", AS_IT_BEGINS],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, "", "")
