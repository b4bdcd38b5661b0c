"""`formcheck learn`: a first exercise file from a demonstration."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import LanguageOption, ModelOption


def learn(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The new exercise's id, such as heel-slide.")
    ],
    demonstration: Annotated[
        Path,
        typer.Argument(
            metavar="DEMO",
            help="A video in which the exercise is done well, from its start position and back to "
            "it, best two to five times; or its pose track.",
        ),
    ],
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="Its usual name; else made from NAME.")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Where to write it; else NAME.toml here."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file where there is one.")
    ] = False,
    language: LanguageOption = "",
    model: ModelOption = None,
) -> int:
    """Write a first exercise file from a recorded demonstration.

    It says what was seen: where the exercise begins, what moves and how far, what stays still.
    A physiotherapist then reads it, and changes words and numbers, before anyone exercises by it.
    """
    return work.draft_exercise(
        name,
        demonstration,
        title=title,
        file=out or Path(f"{name}.toml"),
        force=force,
        model=model,
        language=language,
    )
