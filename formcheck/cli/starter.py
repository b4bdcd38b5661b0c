"""`formcheck starter`: something to click, for who would rather not type."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import LanguageOption


class Begun(StrEnum):
    """What a click begins."""

    LIVE = "live"
    DESK = "desk"


def starter(
    begun: Annotated[
        Begun,
        typer.Argument(metavar="[live|desk]", help="What a double click begins."),
    ] = Begun.LIVE,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Where to put it; else where it shows."),
    ] = None,
    language: LanguageOption = "",
) -> int:
    """Put something to click among your programs (Linux) or on your desktop.

    A double click then begins a session in front of the webcam, or the watch at the desk. Delete
    the file to be rid of it.
    """
    return work.write_starter(begun.value, out, language)
