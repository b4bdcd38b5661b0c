"""The commands and their parameters, as Typer knows them."""

from collections.abc import Iterator
from typing import Any

import typer

from formcheck.cli.main import app


def every_command() -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """The words of each command, and its parameters."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        for sub_name, sub in getattr(command, "commands", {}).items():
            yield (name, sub_name), sub.params
        if not hasattr(command, "commands"):
            yield (name,), command.params
