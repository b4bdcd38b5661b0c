"""`formcheck compare`: results side by side."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import ExercisesOption, JsonOption, LanguageOption
from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.texts.message import message


def compare(
    results: Annotated[
        list[Path],
        typer.Argument(
            metavar="RESULT",
            help="Results of formcheck analyse: their folders, or their result.json.",
        ),
    ],
    sides: Annotated[
        bool, typer.Option("--sides", help="Compare left with right of one result.")
    ] = False,
    other_person: Annotated[
        bool,
        typer.Option("--other-person", help="Somebody else is in one of them: a demonstration."),
    ] = False,
    exercise: Annotated[
        str,
        typer.Option(
            "--exercise",
            "-e",
            metavar="ID",
            help="Which of the exercises in them; without it, the main one of A.",
        ),
    ] = "",
    exercises: ExercisesOption = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page with plots; it opens offline."),
    ] = None,
    language: LanguageOption = "",
    json: JsonOption = False,
) -> int:
    """Hold results against the first of them: last month and today, demonstration and patient.

    Compared are how far each judged measure goes in a repetition, how long repetitions and holds
    take, what was wrong in how many of them, and, on the page, every measure from 0 to 100 % of a
    repetition. A difference is told as one where it is more than the errors of the measures and of
    so few repetitions explain (1.96 standard errors of both). What the camera does to the measures
    of one person, filmed twice from the same side, is in both and left out of their errors: say
    `--other-person` where that isn't so.

    Compare recordings that were filmed from the same place: angles from another one differ by
    themselves.
    """
    if sides and len(results) > 1:
        raise MisuseError(message("error.usage.sides_of_one"))
    if not sides and len(results) < 2:
        raise MisuseError(message("error.usage.two_results"))
    return work.compare_results(
        results,
        exercise,
        exercises,
        sides=sides,
        other_person=other_person,
        html=html,
        language=language,
        json=json,
    )
