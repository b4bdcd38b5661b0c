"""`formcheck analyse`: judge recorded videos, pictures and saved pose tracks."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.completion import exercise_or_auto
from formcheck.cli.arguments.options import CsvOption, ExercisesOption, LanguageOption, ModelOption
from formcheck.cli.arguments.person_option import person_asked
from formcheck.cli.process.interruption import nothing_judged_yet
from formcheck.results.tables.csv_format import CsvKind


@nothing_judged_yet()
def analyse(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT", help="Videos, pictures, saved pose tracks, or folders of them."
        ),
    ],
    exercise: Annotated[
        str,
        typer.Option(
            "--exercise",
            "-e",
            metavar="ID",
            autocompletion=exercise_or_auto,
            help="Which exercise it is: an id, a TOML file, or auto to recognise it.",
        ),
    ] = "auto",
    exercises: ExercisesOption = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Where results go.")
    ] = Path("formcheck-out"),
    person: Annotated[
        str | None,
        typer.Option(
            "--person",
            metavar="left|right|NUMBER",
            help="Which of several people to judge; numbers go from left to right, from 1.",
        ),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--everybody", help="Judge each of several people.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            help="How many processes work, on inputs or on parts of a long one; as many as there "
            "are cores.",
        ),
    ] = None,
    no_video: Annotated[
        bool, typer.Option("--no-video", help="Write no annotated video; quicker.")
    ] = False,
    every_frame: Annotated[
        bool,
        typer.Option(
            "--every-frame",
            help="Look at every picture, also of films with many a second; takes twice as long.",
        ),
    ] = False,
    csv: CsvOption = CsvKind.PLAIN,
    language: LanguageOption = "",
    model: ModelOption = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the results as one JSON document.")
    ] = False,
    anew: Annotated[
        bool,
        typer.Option("--anew", help="Of many inputs, judge those again that were judged before."),
    ] = False,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help="Spread the inputs, or the parts of a long one, over a Dask cluster.",
        ),
    ] = None,
) -> int:
    """Judge recorded videos, pictures or saved pose tracks.

    Without --exercise, what is done in each input is recognised from the movement, which takes a
    little longer: the body's outline is found too, and a video is read a second time for drawing.

    Of several people the one who is nearest and most in the middle is judged, or whoever --person
    names; with --everybody each, with results in DIR/NAME-left/, DIR/NAME-right/ or
    DIR/NAME-person-1/ and so on.

    Of several inputs, those that are done, unchanged and were judged by this version as is asked
    now are skipped: a run that was ended goes on where it was. DIR/summary.html and
    DIR/summary.csv take all of them together.

    Results go to DIR/NAME/: a report to read (report.html), an annotated video, tables, and
    result.json. Exit status: 0 done, 1 nothing could be judged, 2 bad input, 130 interrupted.
    """
    if scheduler is None:
        work.begin_workers(inputs, jobs, video=not no_video)
    return work.judge_inputs(
        inputs,
        exercise,
        exercises,
        person=person_asked(person, everybody=everybody),
        out=out,
        jobs=jobs,
        video=not no_video,
        every_frame=every_frame,
        csv=csv,
        language=language,
        model=model,
        json=json,
        scheduler=scheduler,
        anew=anew,
    )
