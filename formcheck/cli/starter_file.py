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
from formcheck.texts.texts import Texts, load_texts

ON_THE_DESKTOP = ("win32", "darwin")
"""Systems whose desktop shows files."""

READS_UTF_8 = "chcp 65001 >nul"
"""A console of Windows reads what follows as UTF-8, so that a home may be called Jürgen."""


@dataclass(frozen=True)
class Starter:
    """A file to click. name: with its ending, by which the system knows it."""

    name: str
    text: str


def starter_for(platform: str, begun: str, command: Sequence[str], texts: Texts) -> Starter:
    """What begins a command on a system.

    Its window stays open where the command fails; at the desk always, as what the hours came to is
    told in it.

    platform: as `sys.platform` has it. begun: "live" or "desk". command: the program with its full
    path, and what is said to it.
    """
    name = "formcheck" if begun == "live" else f"formcheck-{begun}"
    always = begun == "desk"
    if platform == "win32":
        line = " ".join(f'"{word.replace("%", "%%")}"' for word in command)
        pause = "pause" if always else "if errorlevel 1 pause"
        return Starter(f"{name}.bat", f"@echo off\r\n{READS_UTF_8}\r\n{line}\r\n{pause}\r\n")
    # Ctrl-C ends the program, and not what says what it came to.
    do = 'trap : INT; "$@"; ' if always else '"$@" || '
    do += '{ printf "\\n%s " "$0"; read -r line; }'
    words = ("sh", "-c", do, texts.text("starter.close"), *command)
    if platform == "darwin":
        return Starter(f"{name}.command", f"#!/bin/sh\n{shlex.join(words)}\n")
    line = " ".join(map(_desktop_word, words))
    return Starter(
        f"{name}.desktop",
        f"[Desktop Entry]\nType=Application\nName={texts.text(f'starter.name.{begun}')}\n"
        f"Categories=Sports;\nTerminal=true\nExec={line}\n",
    )


def write_starter(begun: str, out: Path | None, language: str) -> int:
    """Put it where its owner looks for programs, or into a folder of their choice.

    Raises FormcheckError where it can't be written.
    """
    # A starter in a language that there isn't would fail each time.
    texts = load_texts(language)
    command = [sys.executable, "-m", "formcheck", begun, "--language", texts.language]
    starter = starter_for(sys.platform, begun, command, texts)
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
    among_programs = out is None and sys.platform not in ON_THE_DESKTOP
    where = "programs" if among_programs else "file"
    say(texts.text(f"starter.click_{where}", name=texts.text(f"starter.name.{begun}")))
    return DONE


def _usual_folder() -> Path:
    """Linux shows what lies among the programs; its desktops often show no files."""
    if sys.platform in ON_THE_DESKTOP:
        return user_desktop_path()
    return user_data_path() / "applications"


def _desktop_word(word: str) -> str:
    """A word of an Exec line, quoted by the Desktop Entry Specification (1.5, "The Exec key")."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
