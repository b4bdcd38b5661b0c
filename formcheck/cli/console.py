"""Where the command line writes: results to standard output, all else to standard error."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

WIDTH = 100
"""Columns, where there is no terminal that has its own."""


def console() -> Console:
    """For results."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)


def complain(message: str) -> None:
    """Write an error to standard error, a line each."""
    for line in message.splitlines():
        typer.echo(f"formcheck: {line}", err=True)


def print_json(document: Any) -> None:
    """Write one JSON document and nothing else to standard output."""
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False))


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A progress bar on standard error, invisible where that is no terminal."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
    with progress:
        yield progress
