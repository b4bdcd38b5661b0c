"""`formcheck history`: what was done, against the goals of the week."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import CsvOption, LanguageOption
from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.results.tables.csv_format import CsvKind
from formcheck.texts.message import either, message

WITH_POINTS: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
"""Day, month and year as they are written in German; with points between, no month comes first."""


def a_day(text: str) -> date:
    """A day as it is typed. Raises BadParameter, with the remedy, where it is none."""
    try:
        if (found := WITH_POINTS.fullmatch(text.strip())) is not None:
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        return date.fromisoformat(text.strip())
    except ValueError:
        raise MisuseError(message("error.usage.day", text=text)) from None


class Format(StrEnum):
    """What the history can be exported as."""

    CSV = "csv"
    JSON = "json"


def history(
    since: Annotated[
        date | None,
        typer.Option("--since", metavar="DATE", parser=a_day, help="Only from this day on."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with plots.")
    ] = None,
    export: Annotated[
        Format | None, typer.Option("--export", help="Everything, for other programs.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where the export goes.")
    ] = None,
    csv: CsvOption = CsvKind.PLAIN,
    language: LanguageOption = "",
    activity: Annotated[
        str | None,
        typer.Option("--add-activity", metavar="NAME", help="Add a walk, a swim, ... of yours."),
    ] = None,
    minutes: Annotated[
        float | None, typer.Option("--minutes", help="How long the added activity took.")
    ] = None,
    on: Annotated[
        date | None,
        typer.Option("--on", metavar="DATE", parser=a_day, help="The day of what is added."),
    ] = None,
    pain: Annotated[
        int | None,
        typer.Option(
            "--add-pain",
            metavar="NUMBER",
            min=0,
            max=10,
            help="How much it hurt after the last session, 0 to 10.",
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the activity that was added last.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete the history, or a part of it, for good.")
    ] = False,
    before: Annotated[
        date | None,
        typer.Option("--before", metavar="DATE", parser=a_day, help="Delete only what is older."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Show what was done, and this week against its goals; live sessions are kept by themselves.

    It is kept in your own data folder; the environment variable FORMCHECK_DATA names another.
    """
    adds_activity = activity is not None
    _belong(["--forget"], forget, {"--before": before, "--yes": yes})
    _belong(["--add-activity"], adds_activity, {"--minutes": minutes is not None})
    _belong(["--add-activity", "--add-pain"], adds_activity or pain is not None, {"--on": on})
    _belong(["--export"], export, {"--out": out})
    _belong(["--export csv"], export is Format.CSV, {"--csv excel": csv is CsvKind.EXCEL})
    # A double click opens a file.
    _belong(["--out FILE"], out, {"--csv excel": csv is CsvKind.EXCEL})
    shown = {"--since": since} if forget or adds_activity or undo or pain is not None else {}
    ways = {"--html": html, "--export": export, "--json": json}
    adds = {"--add-activity": adds_activity, "--add-pain": pain is not None}
    _alone({"--forget": forget, **adds, "--undo": undo, **ways, **shown})
    if forget:
        return work.forget_history(before, language, sure=yes)
    if activity is not None:
        if minutes is None:
            raise MisuseError(message("error.usage.no_minutes"))
        return work.add_activity(activity, minutes, on, language)
    if pain is not None:
        return work.add_pain(pain, on, language)
    if undo:
        return work.take_back_activity(language)
    if html is not None:
        return work.write_history_page(html, since, language)
    if export is not None:
        if export is Format.JSON:
            return work.export_history(out, since, language)
        return work.export_history_table(out, since, csv, language)
    return work.show_history(since, language, json=json)


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
