"""How the commands of the samples end."""

import sys

import typer
from rich.console import Console

from formcheck.errors import FormcheckError


def run(app: typer.Typer) -> None:
    """Run a command line; an expected error is one line and status 2."""
    try:
        app()
    except FormcheckError as error:
        Console(stderr=True).print(str(error), highlight=False, markup=False, soft_wrap=True)
        sys.exit(2)
