"""`formcheck history`: what was done, against the goals of the week."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from formcheck.cli import work
from formcheck.cli.arguments.history_options import Asked, Format
from formcheck.cli.arguments.options import CsvOption, JsonOption, LanguageOption
from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.results.tables.csv_format import CsvKind
from formcheck.texts.message import message

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
    json: JsonOption = False,
) -> int:
    """Show what was done, and this week against its goals; live sessions are kept by themselves.

    It is kept in your own data folder; the environment variable FORMCHECK_DATA names another.
    """
    asked = Asked(
        since=since,
        html=html,
        export=export,
        out=out,
        csv=csv,
        activity=activity,
        minutes=minutes,
        on=on,
        pain=pain,
        undo=undo,
        forget=forget,
        before=before,
        sure=yes,
        json=json,
    )
    asked.check()
    return _done(asked, language)


def _done(asked: Asked, language: str) -> int:
    if asked.forget:
        return work.forget_history(asked.before, language, sure=asked.sure)
    if asked.activity is not None and asked.minutes is not None:
        return work.add_activity(asked.activity, asked.minutes, asked.on, language)
    if asked.pain is not None:
        return work.add_pain(asked.pain, asked.on, language)
    if asked.undo:
        return work.take_back_activity(language)
    if asked.html is not None:
        return work.write_history_page(asked.html, asked.since, language)
    if asked.export is Format.JSON:
        return work.export_history(asked.out, asked.since, language)
    if asked.export is Format.CSV:
        return work.export_history_table(asked.out, asked.since, asked.csv, language)
    return work.show_history(asked.since, language, json=asked.json)
