"""What the user asked of their history, and which of it goes together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.results.tables.csv_format import CsvKind
from formcheck.texts.message import either, message


class Format(StrEnum):
    """What the history can be exported as."""

    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True)
class Asked:
    """What was asked for, but for the language; None, and False, where an option isn't given.

    since: the first day that is shown. html, export, out: a page, an export and where that goes.
    activity, minutes, pain, on: what is added, and on which day. undo: take back an activity.
    forget, before: delete all, or what is older. sure: without asking first. json: print it so.
    """

    since: date | None
    html: Path | None
    export: Format | None
    out: Path | None
    csv: CsvKind
    activity: str | None
    minutes: float | None
    on: date | None
    pain: int | None
    undo: bool
    forget: bool
    before: date | None
    sure: bool
    json: bool

    def check(self) -> None:
        """Raise MisuseError where some of it means nothing together, or lacks something."""
        adds_activity, adds_pain = self.activity is not None, self.pain is not None
        excel = self.csv is CsvKind.EXCEL
        _belong(["--forget"], self.forget, {"--before": self.before, "--yes": self.sure})
        _belong(["--add-activity"], adds_activity, {"--minutes": self.minutes is not None})
        _belong(["--add-activity", "--add-pain"], adds_activity or adds_pain, {"--on": self.on})
        _belong(["--export"], self.export, {"--out": self.out})
        _belong(["--export csv"], self.export is Format.CSV, {"--csv excel": excel})
        # A double click opens a file.
        _belong(["--out FILE"], self.out, {"--csv excel": excel})
        shows_nothing = self.forget or adds_activity or self.undo or adds_pain
        _alone(
            {
                "--forget": self.forget,
                "--add-activity": adds_activity,
                "--add-pain": adds_pain,
                "--undo": self.undo,
                "--html": self.html,
                "--export": self.export,
                "--json": self.json,
                "--since": self.since if shows_nothing else None,
            }
        )
        if adds_activity and self.minutes is None:
            raise MisuseError(message("error.usage.no_minutes"))


def _belong(options: Sequence[str], given: object, others: Mapping[str, object]) -> None:
    """Refuse options that mean nothing without one of some others. given: whether one is there."""
    for name, value in others.items():
        if value and not given:
            raise MisuseError(message("error.usage.goes_with", name=name, option=either(options)))


def _alone(options: Mapping[str, object]) -> None:
    """Refuse two options of which each is a thing of its own."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise MisuseError(message("error.usage.one_at_a_time", given=given))
