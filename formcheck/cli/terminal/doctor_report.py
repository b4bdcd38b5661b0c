"""What the doctor's checks found, a line each."""

from dataclasses import asdict

from rich.text import Text

from formcheck.cli.checks.all import all_checks
from formcheck.cli.checks.check import Check, Status
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.output import print_json, say
from formcheck.cli.terminal.status import DONE, NOTHING_JUDGED
from formcheck.texts.entries import ENGLISH
from formcheck.texts.texts import load_texts

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
    line = Text.assemble((f"{check.sign} {check.name:<19}", STYLES[check.status]), check.found)
    console().print(line)
    if check.remedy:
        console().print(f"    {check.remedy}")
