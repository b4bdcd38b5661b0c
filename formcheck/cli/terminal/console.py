"""The terminal: tables and sentences on standard output, a progress bar on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

WIDTH = 100
"""Columns, where there is no terminal that has its own."""


def console() -> Console:
    """For results. Styles come as `Text` alone: brackets in a title or a name are no tags."""
    width = None if sys.stdout.isatty() else WIDTH
    return Console(highlight=False, markup=False, emoji=False, width=width)


@contextmanager
def progress_bar(amount: ProgressColumn | None = None) -> Iterator[Progress]:
    """A progress bar on standard error, invisible where that is no terminal.

    amount: how it says how much is done; without it, in numbers.
    """
    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        amount or MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True, markup=False, emoji=False),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
    with progress:
        yield progress
