"""`formcheck starter`: what is clicked runs the program, whatever its path is called."""

import subprocess
import sys
from pathlib import Path

import pytest

from formcheck.cli.starter_file import starter_for
from formcheck.texts.texts import load_texts
from tests.cli.running import formcheck

ODD = '/home/a "b" $HOME `c` 100%/python'
COMMAND = [ODD, "-m", "formcheck", "live"]
TEXTS = load_texts()
CLOSE = "Press Enter to close this window."


def words_of(line: str) -> list[str]:
    """The words of an Exec line, whose quotes mean what they do in a shell."""
    unescaped = line.replace("\\\\", "\\").replace("%%", "%")
    script = f"for word in {unescaped}; do printf '%s\\n' \"$word\"; done"
    return subprocess.run(["sh", "-c", script], capture_output=True, text=True).stdout.splitlines()


def test_on_linux_it_is_a_desktop_entry() -> None:
    starter = starter_for("linux", "live", COMMAND, TEXTS)
    assert starter.name == "formcheck.desktop"
    entry = dict(line.split("=", 1) for line in starter.text.splitlines() if "=" in line)
    assert entry["Type"] == "Application"
    *shell, _, close = words_of(entry["Exec"])[:4]
    assert (shell, close) == (["sh", "-c"], CLOSE)
    assert words_of(entry["Exec"])[4:] == COMMAND


def test_on_macos_it_is_a_script_that_a_double_click_runs(tmp_path: Path) -> None:
    starter = starter_for("darwin", "live", [sys.executable, "-c", "print('begun')"], TEXTS)
    assert starter.name == "formcheck.command"
    script = tmp_path / starter.name
    script.write_text(starter.text)
    assert subprocess.check_output(["sh", script], text=True) == "begun\n"


def test_on_windows_it_is_a_batch_file_that_stays_open_after_a_mistake() -> None:
    words = ["C:\\Jürgen 100%\\python.exe", "-m", "formcheck"]
    starter = starter_for("win32", "live", words, TEXTS)
    assert starter.name == "formcheck.bat"
    _, encoding, command, stay = starter.text.split("\r\n")[:4]
    assert encoding == "chcp 65001 >nul"  # it is written in UTF-8
    assert command == '"C:\\Jürgen 100%%\\python.exe" "-m" "formcheck"'
    assert stay == "if errorlevel 1 pause"


@pytest.mark.parametrize(
    ("begun", "does", "said"),
    [
        ("live", "raise SystemExit(1)", CLOSE),
        ("desk", "print('slouched for 3 min')", f"slouched for 3 min\n\n{CLOSE} "),
        ("desk", "import os, signal; os.kill(os.getppid(), signal.SIGINT)", CLOSE),
    ],
    ids=["a mistake", "the desk's hours", "Ctrl-C at the desk"],
)
def test_what_is_told_stays_until_it_is_read(
    begun: str, does: str, said: str, tmp_path: Path
) -> None:
    starter = starter_for("darwin", begun, [sys.executable, "-c", does], TEXTS)
    script = tmp_path / starter.name
    script.write_text(starter.text)
    ended = subprocess.run(["sh", script], input="\n", capture_output=True, text=True)
    assert said in ended.stdout


def test_the_desks_has_a_name_of_its_own(tmp_path: Path) -> None:
    for what in ("live", "desk"):
        ended = formcheck("starter", what, "-o", ".", "--language", "de", folder=tmp_path)
        assert "Doppelklick" in ended.out
    assert len(list(tmp_path.iterdir())) == 2


def test_it_is_written_where_programs_are_looked_for(tmp_path: Path) -> None:
    ended = formcheck("starter", folder=tmp_path, XDG_DATA_HOME=str(tmp_path / "share"))
    assert ended.status == 0
    if sys.platform == "linux":
        [written] = (tmp_path / "share" / "applications").iterdir()
        assert written.name in ended.out
        assert written.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--language", "xx"], "xx"), (["--out", "/proc/none"], "--out")],
)
def test_bad_usage_is_one_line(arguments: list[str], words: str, tmp_path: Path) -> None:
    ended = formcheck("starter", *arguments, folder=tmp_path)
    assert ended.status == 2
    assert words in ended.complaint
