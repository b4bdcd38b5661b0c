"""What the commands of the samples have in common: whose body they draw, how they end."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from formcheck.errors import FormcheckError

ROOT = Path(__file__).parents[1]

BODY = ROOT.parent / "shared" / "human"

BodyFolder = Annotated[Path, typer.Option("--body", help="Folder with the body's files.")]


def run(app: typer.Typer) -> None:
    """Run a command line; an expected error is one line and status 2."""
    try:
        app()
    except FormcheckError as error:
        Console(stderr=True).print(str(error), highlight=False, markup=False, soft_wrap=True)
        sys.exit(2)
