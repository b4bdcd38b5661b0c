"""Options that several commands take, and that mean the same in each."""

from math import isfinite
from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.results.tables.csv_format import CsvKind
from formcheck.texts.message import message

LONGEST_MINUTES = 100_000
"""Of any time that is asked for; engineering value: ten weeks, which nobody sits through."""


def finite(value: float | None) -> float | None:
    """Refuse `nan`, which lies in every range, as no comparison with it is true."""
    if value is not None and not isfinite(value):
        raise MisuseError(message("error.usage.no_time", value=str(value)))
    return value


def spoken(context: typer.Context, language: str) -> str:
    """The language that was asked for, here or before the command; the system's where none was."""
    from formcheck.texts.system_language import system_language

    source = context.get_parameter_source("language")
    above = context.find_root().params.get("language")
    typed = source is not None and source.name == "COMMANDLINE"
    return (language if typed else above or language) or system_language()


ResultsArgument = Annotated[
    list[Path],
    typer.Argument(metavar="FOLDER", help="Results of analyse, or folders of them."),
]

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
        callback=spoken,
        show_default="your system's",
    ),
]

ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="full (built in), lite, heavy, or a .task file."),
]

CsvOption = Annotated[
    CsvKind,
    typer.Option(
        "--csv",
        help="How tables are written: for programs (plain), or so that a double click opens them "
        "in an Excel of your --language (excel).",
    ),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
