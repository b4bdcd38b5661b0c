"""`formcheck export`: results for the programs of motion laboratories and of statistics."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import LanguageOption, ResultsArgument
from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.texts.message import message


def export(
    results: ResultsArgument,
    trc: Annotated[
        bool, typer.Option("--trc", help="Landmarks as markers for OpenSim: metres, Y up.")
    ] = False,
    c3d: Annotated[
        bool,
        typer.Option("--c3d", help="The same for Mokka and others: millimetres, Y up."),
    ] = False,
    parquet: Annotated[
        Path | None,
        typer.Option(
            "--parquet",
            metavar="DIR",
            help="All frames and all repetitions of all results as two tables in this folder.",
        ),
    ] = None,
    language: LanguageOption = "",
) -> int:
    """Write saved results in the formats of motion laboratories and of statistics.

    markers.trc and markers.c3d lie beside each result. Their markers are named as in the BlazePose
    marker set of Pose2Sim's OpenSim model, at a steady rate; X is to the right of the picture, Y
    up, Z towards the camera, from the middle of the hips: one camera can't tell where in the room
    somebody is. What the pose model wasn't sure of is missing. There is no file of joint angles
    (MOT): OpenSim makes it of the markers, with a model scaled to the person.

    --parquet and --c3d need pip install "formcheck[biomechanics]".
    """
    if not (trc or c3d or parquet):
        raise MisuseError(message("error.usage.nothing_to_write"))
    return work.export_results(results, trc=trc, c3d=c3d, parquet=parquet, language=language)
