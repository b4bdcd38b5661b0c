"""`formcheck starter`: something to click, for who would rather not type."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import LanguageOption


def starter(
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="Where to put it; else where it shows."),
    ] = None,
    language: LanguageOption = "",
) -> int:
    """Put a starter for formcheck live among your programs (Linux) or on your desktop.

    A double click then begins a session in front of the webcam. Delete the file to be rid of it.
    """
    return work.write_starter(out, language)
