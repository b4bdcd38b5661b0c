"""`formcheck doctor`: what works here, and how to mend what doesn't."""

from dataclasses import asdict
from typing import Annotated

import typer

from formcheck.cli.console import console, print_json
from formcheck.cli.status import DONE, NOTHING_JUDGED


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Check Python, libraries, model, camera, display, sound and speed.

    Exit status: 0 where recordings can be judged, 1 where they can't. No camera or display is no
    failure, as recordings need neither.
    """
    from formcheck.cli.checks.all import all_checks
    from formcheck.cli.checks.check import Status

    checks = []
    for check in all_checks():
        checks.append(check)
        if not json:
            style = {Status.GOOD: "blue", Status.MISSING: "yellow", Status.BROKEN: "bold red"}
            console().print(f"[{style[check.status]}]{check.sign} {check.name:<18}[/]", end="")
            console().print(check.found, markup=False)
            if check.remedy:
                console().print(f"    {check.remedy}", markup=False)
    works = not any(check.needed and check.status is not Status.GOOD for check in checks)
    if json:
        print_json({"works": works, "checks": [asdict(check) for check in checks]})
    else:
        typer.echo("Recordings can be judged here." if works else "Mend what is marked ✗ first.")
    return DONE if works else NOTHING_JUDGED
