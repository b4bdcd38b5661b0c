"""Every text at every encoding: what can't be shown is replaced by something that can be read."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import every_command
from tests.cli.running import environment, formcheck, push_up_track, run_here
from tests.patience import PATIENCE_S

ENCODINGS = ("cp1252", "ascii", "latin-1", "cp437", "utf-8", "utf-16")

C_LOCALE = {
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": "",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_help(encoding: str) -> None:
    for words, _ in every_command():
        ended = run_here(*words, "--help", encoding=encoding)
        assert (ended.status, ended.err) == (0, "")
        assert "Usage" in ended.out
    assert "formcheck doctor" in run_here(encoding=encoding).out


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "words",
    ["exercises", "exercises --measures", "exercises bird-dog --language de", "models list"],
)
def test_every_page(words: str, encoding: str) -> None:
    ended = run_here(*words.split(), encoding=encoding)
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.out) > 200


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_is_always_valid_and_says_the_same(encoding: str) -> None:
    words = ("exercises", "bird-dog", "--language", "de", "--json")
    told = json.loads(run_here(*words, encoding=encoding).out)
    assert told["title"] == "Diagonaler Vierfüßler"


def test_what_is_missing_is_written_otherwise() -> None:
    words = ("exercises", "bird-dog", "--language", "de")
    ascii_only = run_here(*words, encoding="ascii").out
    assert "Diagonaler Vierfuessler" in ascii_only
    assert "70 deg bis 110 deg" in ascii_only
    windows = run_here(*words, encoding="cp1252").out
    assert "Diagonaler Vierfüßler" in windows
    assert "70° bis 110°" in windows


def test_an_error_in_words_that_the_console_lacks() -> None:
    ended = run_here("exercises", "Übung → ✓", encoding="ascii")
    assert ended.status == 2
    assert "Uebung -> +" in ended.complaint


def test_a_result_on_a_windows_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    push_up_track(tmp_path / "übung.npz")
    ended = run_here("analyse", "übung.npz", "-e", "push-up", encoding="cp1252")
    assert ended.status == 0
    assert "übung.npz" in ended.out
    assert "+ good" in ended.out


@pytest.mark.skipif(
    not sys.executable.isascii(), reason="Python loads no library from such a folder in a C locale"
)
def test_a_c_locale_with_names_that_it_does_not_know(tmp_path: Path) -> None:
    push_up_track(tmp_path / "übung.npz")
    ended = formcheck("analyse", ".", "-e", "push-up", "--json", folder=tmp_path, **C_LOCALE)
    assert (ended.status, ended.err) == (0, "")
    [result] = json.loads(ended.out)["results"]
    assert result["input"]["path"] == "übung.npz"
    assert (tmp_path / "formcheck-out/übung/report.html").exists()


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-", "> /dev/full"])
def test_output_that_goes_nowhere_is_no_mistake(tmp_path: Path, redirection: str) -> None:
    if "full" in redirection and not Path("/dev/full").is_char_device():
        pytest.skip("there is no full device here")
    ended = subprocess.run(
        f"{shlex.quote(sys.executable)} -m formcheck exercises {redirection}",
        shell=True,
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    assert "mistake" not in ended.stderr
    if "full" in redirection:
        assert ended.returncode == 2
        assert "no space left" in ended.stderr.lower()
