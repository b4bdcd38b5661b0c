"""`formcheck judge-again`: saved results judged by exercises that have changed since."""

from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import (
    CsvOption,
    ExercisesOption,
    JsonOption,
    LanguageOption,
    ResultsArgument,
)
from formcheck.cli.process.interruption import nothing_judged_yet
from formcheck.results.tables.csv_format import CsvKind


@nothing_judged_yet()
def judge_again(
    context: typer.Context,
    results: ResultsArgument,
    exercise: Annotated[
        str,
        typer.Option(
            "--exercise",
            "-e",
            metavar="ID",
            help="Only results of this exercise: an id, or its TOML file as it is now. auto "
            "recognises all anew.",
        ),
    ] = "",
    exercises: ExercisesOption = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            help="How many at once, a process each; as many as there are cores.",
        ),
    ] = None,
    csv: CsvOption = CsvKind.PLAIN,
    language: LanguageOption = "",
    json: JsonOption = False,
) -> int:
    """Judge saved results again, in their place, after a criterion has changed; say what changed.

    It needs their poses.npz alone, neither the recordings nor the pose model. Each result is judged
    as the exercise that it was judged as; what was recognised is recognised again. The older result
    stays in its place until the new one is whole.

    Each stays in the language that it is in, but with --language all are told in that one.

    The report has no pictures then, and where something changed, the annotated video, which shows
    what was told before, is kept as annotated-before.mp4: analyse the recording again to have both.

    Exit status: 0 done, whether or not anything changed; 2 where a result could not be judged.
    """
    source = context.get_parameter_source("language")
    asked = source is not None and source.name == "COMMANDLINE"
    return work.judge_results_again(
        results,
        exercise,
        exercises,
        csv=csv,
        language=language,
        results_language=language if asked else None,
        jobs=jobs,
        json=json,
    )
