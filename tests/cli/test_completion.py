"""What a shell offers when Tab is pressed."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from formcheck.cli.arguments.completion import exercise_ids
from formcheck.exercises.load import library
from tests.cli.running import environment
from tests.patience import PATIENCE_S


def offered(typed: str) -> list[str]:
    """What comes after these words, the last of which was only begun."""
    words = typed.split(" ")
    asked = {
        "_FORMCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    ended = subprocess.run(
        [sys.executable, "-c", "from formcheck.cli.main import main; main()"],
        env=environment(**asked),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert ended.stderr == ""
    return ended.stdout.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("formcheck hi", ["history"]),
        ("formcheck live bird", ["bird-dog"]),
        ("formcheck live au", ["auto"]),
        ("formcheck analyse clip.mp4 -e wall", ["wall-squat"]),
        ("formcheck models get ", ["lite", "heavy"]),
        ("formcheck history --add-p", ["--add-pain"]),
    ],
)
def test_tab_goes_on(typed: str, expected: list[str]) -> None:
    assert offered(typed) == expected


def test_every_exercise_is_offered() -> None:
    assert exercise_ids("") == sorted(library())


@pytest.mark.skipif(os.name == "nt", reason="bash is asked")
def test_bash_takes_what_is_shown() -> None:
    # Which shell it is for is told by whose child it is.
    command = f"{shlex.quote(sys.executable)} -m formcheck --show-completion; exit"
    shown = subprocess.run(
        ["bash", "-c", command], env=environment(), capture_output=True, text=True
    )
    script = f"{shown.stdout}\ncomplete -p formcheck"
    asked = subprocess.run(["bash", "-c", script], capture_output=True)
    assert asked.returncode == 0
    assert b"_formcheck_completion" in asked.stdout


@pytest.mark.parametrize(
    ("language", "told"), [("en", "The Tab key completes in "), ("de", "Die Tabulatortaste ")]
)
def test_setting_it_up_is_told_in_the_persons_language(
    tmp_path: Path, language: str, told: str
) -> None:
    begin = "from formcheck.cli.main import main; main()"
    ended = subprocess.run(
        [
            "bash",
            "-c",
            f'"{sys.executable}" -c "{begin}" --language {language} --install-completion; :',
        ],
        env=environment(HOME=str(tmp_path), LANG="C.UTF-8"),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert ended.stdout.startswith(told)
    assert (tmp_path / ".bash_completions").is_dir()
