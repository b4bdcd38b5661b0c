"""`formcheck exercises`: list the exercises, show one, or check one's own."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.completion import exercise_ids
from formcheck.cli.arguments.options import JsonOption, LanguageOption


def exercises(
    exercise: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The exercise to show; without it, all are listed.",
            autocompletion=exercise_ids,
        ),
    ] = "",
    validate: Annotated[
        Path | None,
        typer.Option("--validate", metavar="FILE", help="Check an exercise file of your own."),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--exercises", metavar="DIR", help="A folder of your own exercises."),
    ] = None,
    measures: Annotated[
        bool, typer.Option("--measures", help="List what can be measured, for writing exercises.")
    ] = False,
    language: LanguageOption = "",
    json: JsonOption = False,
) -> int:
    """List the exercises, or show one: how it is done, the camera, what is judged, how much."""
    return work.show_exercises(
        exercise, folder, validate=validate, measures=measures, language=language, json=json
    )
