"""A file that begins a session when it is clicked, as each system wants it."""

import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path, user_desktop_path

from formcheck.cli.terminal.output import say
from formcheck.cli.terminal.status import DONE
from formcheck.errors import FormcheckError
from formcheck.results.files.whole_file import write_whole
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts


@dataclass(frozen=True)
class Starter:
    """A file to click. name: with its ending, by which the system knows it."""

    name: str
    text: str


def starter_for(platform: str, command: Sequence[str]) -> Starter:
    """What begins a command on a system; its window stays open where the command fails.

    platform: as `sys.platform` has it. command: the program with its full path, and what is said
    to it.
    """
    if platform == "win32":
        line = " ".join(f'"{word.replace("%", "%%")}"' for word in command)
        return Starter("formcheck.bat", f"@echo off\r\n{line}\r\nif errorlevel 1 pause\r\n")
    if platform == "darwin":
        line = shlex.join(command)
        return Starter("formcheck.command", f"#!/bin/sh\n{line} || read -r line\n")
    begun = ("sh", "-c", '"$@" || read -r line', "formcheck", *command)
    line = " ".join(map(_desktop_word, begun))
    return Starter(
        "formcheck.desktop",
        "[Desktop Entry]\nType=Application\nName=formcheck\nCategories=Sports;\n"
        f"Terminal=true\nExec={line}\n",
    )


def write_starter(out: Path | None, language: str) -> int:
    """Put it where its owner looks for programs, or into a folder of their choice.

    Raises FormcheckError where it can't be written.
    """
    # A starter in a language that there isn't would fail each time.
    texts = load_texts(language)
    command = [sys.executable, "-m", "formcheck", "live", "--language", texts.language]
    starter = starter_for(sys.platform, command)
    path = (out or _usual_folder()) / starter.name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, starter.text)
        path.chmod(0o700)
    except OSError as error:
        reason = reason_told(error)
        raise FormcheckError(
            message("error.written.folder", path=shown(path), reason=reason, option="--out")
        ) from error
    say(texts.text("list.written", path=shown(path)))
    return DONE


def _usual_folder() -> Path:
    """Linux shows what lies among the programs; its desktops often show no files."""
    if sys.platform in ("win32", "darwin"):
        return user_desktop_path()
    return user_data_path() / "applications"


def _desktop_word(word: str) -> str:
    """A word of an Exec line, quoted by the Desktop Entry Specification (1.5, "The Exec key")."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
