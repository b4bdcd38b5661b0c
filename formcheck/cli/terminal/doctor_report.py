"""What the doctor's checks found, a line each."""

from dataclasses import asdict

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from formcheck.cli.checks.all import all_checks
from formcheck.cli.checks.check import Check, Status
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.output import print_json, say
from formcheck.cli.terminal.status import DONE, NOTHING_JUDGED
from formcheck.texts.entries import ENGLISH
from formcheck.texts.texts import load_texts

NAMES, FOUND = 21, 30
"""Columns of the checks' names, and what is found needs beside them (engineering)."""

BELOW = (0, 0, 0, 4)

STYLES = {Status.GOOD: "blue", Status.MISSING: "yellow", Status.BROKEN: "bold red"}


def report_health(language: str, *, json: bool) -> int:
    """Run every check and tell of it; returns the exit status. See `formcheck doctor --help`.

    The document is in English whatever the language: it is quoted in reports of trouble.
    """
    texts = load_texts(ENGLISH if json else language)
    checks = []
    for check in all_checks(texts):
        checks.append(check)
        if not json:
            _tell(check)
    works = not any(check.needed and check.status is not Status.GOOD for check in checks)
    if json:
        print_json({"works": works, "checks": [asdict(check) for check in checks]})
    else:
        say(texts.text("doctor.works" if works else "doctor.mend"))
    return DONE if works else NOTHING_JUDGED


def _tell(check: Check) -> None:
    """What was found beside the check's name, below it in a narrow terminal; the remedy below."""
    shown, name = console(), Text(f"{check.sign} {check.name}", STYLES[check.status])
    if shown.width < NAMES + FOUND:
        shown.print(name)
        shown.print(Padding(check.found, BELOW, expand=False))
    else:
        line = Table.grid()
        line.add_column(width=NAMES)
        line.add_column(overflow="fold")
        line.add_row(name, check.found)
        shown.print(line)
    if check.remedy:
        shown.print(Padding(check.remedy, BELOW, expand=False))
