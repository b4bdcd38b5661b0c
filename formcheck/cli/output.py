"""What every command writes alike: errors to standard error, a JSON document to standard output."""

import json
from typing import Any

import typer


def complain(message: str) -> None:
    """Write an error to standard error, a line each."""
    for line in message.splitlines():
        typer.echo(f"formcheck: {line}", err=True)


def print_json(document: Any) -> None:
    """Write one JSON document and nothing else to standard output."""
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False))
