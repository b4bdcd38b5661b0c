"""Options that several commands take, and that mean the same in each."""

from pathlib import Path
from typing import Annotated

import typer

CameraOption = Annotated[
    str,
    typer.Option(
        "--camera",
        metavar="NUMBER|URL|FILE",
        help="0 is the first camera; an address is a network camera; a file is played as one.",
    ),
]

ExercisesOption = Annotated[
    Path | None,
    typer.Option("--exercises", metavar="DIR", help="A folder of your own exercises."),
]

LanguageOption = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        envvar="FORMCHECK_LANGUAGE",
        help="Of what you read and hear: en or de.",
    ),
]

ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="full (built in), lite, heavy, or a .task file."),
]
