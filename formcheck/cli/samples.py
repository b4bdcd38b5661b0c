"""`formcheck samples`: run the checks on the sample clips."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli.console import complain, console, print_json, progress_bar
from formcheck.cli.status import DIFFERS, DONE, INTERRUPTED


def samples(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME...]", help="Clips, or patterns such as 'bird-dog-*'; all without any."
        ),
    ] = None,
    clips: Annotated[
        Path | None,
        typer.Option("--clips", metavar="DIR", help="The folder of the labelled clips."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many clips at once.")] = 1,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Judge the sample clips and hold what is found against what they show.

    Exit status: 0 all agree, 1 some differ, 2 bad input, 130 interrupted. A clip marked hard may
    differ, but may never be called good where it is not.
    """
    from formcheck.analysis.interruption import interruptible
    from formcheck.validation.check import Checked, check_clips
    from formcheck.validation.clips import clips_folder, find_clips

    chosen = find_clips(clips or clips_folder(), names or ())
    checks: list[Checked] = []
    with interruptible() as stop, progress_bar() as bar:
        line = bar.add_task("clips", total=len(chosen))
        for checked in check_clips(chosen, jobs, stop):
            checks.append(checked)
            bar.update(line, advance=1, description=checked.clip.name)
        interrupted = stop()
    checks.sort(key=lambda one: one.clip.name)
    if json:
        from formcheck.validation.json_document import as_document

        print_json(as_document(checks))
    else:
        from formcheck.cli.samples_page import samples_page

        console().print(samples_page(checks))
    if interrupted:
        complain(f"interrupted: {len(checks)} of {len(chosen)} clips were judged.")
        return INTERRUPTED
    return DIFFERS if any(one.fails for one in checks) else DONE
