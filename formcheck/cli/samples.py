"""`formcheck samples`: run the checks on the sample clips."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import JsonOption, LanguageOption
from formcheck.cli.process.interruption import nothing_judged_yet


@nothing_judged_yet()
def samples(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME", help="Clips, or patterns such as 'bird-dog-*'; all without any."
        ),
    ] = None,
    clips: Annotated[
        Path | None,
        typer.Option("--clips", metavar="DIR", help="The folder of the labelled clips."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many clips at once.")] = 1,
    language: LanguageOption = "",
    json: JsonOption = False,
) -> int:
    """Judge the sample clips and hold what is found against what they show.

    Exit status: 0 all agree, 1 some differ, 2 bad input, 130 interrupted. A clip marked hard may
    differ, but may never be called good where it is not.
    """
    return work.judge_samples(names or (), clips, jobs=jobs, language=language, json=json)
