"""`formcheck history`: what was done, against the goals of the week."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formcheck.cli.console import console, print_json
from formcheck.cli.whole_file import write_whole
from formcheck.errors import FormcheckError

if TYPE_CHECKING:
    from formcheck.history.past import History

DAY = ["%Y-%m-%d"]


class Format(StrEnum):
    """What the history can be exported as."""

    CSV = "csv"
    JSON = "json"


def history(
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="DATE", formats=DAY, help="Only from this day on."),
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
    activity: Annotated[
        str,
        typer.Option("--add-activity", metavar="NAME", help="Add a walk, a swim, ... of yours."),
    ] = "",
    minutes: Annotated[
        float | None, typer.Option("--minutes", help="How long the added activity took.")
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option("--on", metavar="DATE", formats=DAY, help="The day of the added activity."),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the activity that was added last.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete the history, or a part of it, for good.")
    ] = False,
    before: Annotated[
        datetime | None,
        typer.Option("--before", metavar="DATE", formats=DAY, help="Delete only what is older."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Show what was done, and this week against its goals; live sessions are kept by themselves.

    It is kept in your own data folder; the environment variable FORMCHECK_DATA names another.
    """
    _belong("--forget", forget, {"--before": before, "--yes": yes})
    _belong("--add-activity", activity, {"--minutes": minutes, "--on": on})
    _belong("--export", export, {"--out": out})
    shown = {"--since": since} if forget or activity or undo else {}
    ways = {"--html": html, "--export": export, "--json": json}
    _alone({"--forget": forget, "--add-activity": activity, "--undo": undo, **ways, **shown})
    if forget:
        _forget(before and before.date(), yes)
    elif activity:
        _add(activity, minutes, on and on.date())
    elif undo:
        _undo()
    else:
        _show(since and since.date(), html, export, out, json)


def _belong(option: str, given: object, others: Mapping[str, object]) -> None:
    """Refuse options that mean nothing without another one."""
    for name, value in others.items():
        if value and not given:
            raise typer.BadParameter(f"{name} goes with {option}.")


def _alone(options: Mapping[str, object]) -> None:
    """Refuse two options of which each is a thing of its own."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise typer.BadParameter(f"{' and '.join(given)} don't go together; give one at a time.")


def _show(
    since: date | None, html: Path | None, export: Format | None, out: Path | None, json: bool
) -> None:
    from json import dumps

    from formcheck.history.export import document, table
    from formcheck.history.place import history_path
    from formcheck.history.read import read_history

    known = read_history(history_path())
    shown = known.since(since) if since else known
    today = date.today()
    if html is not None:
        from formcheck.history.history_page import history_page

        _write(html, history_page(shown, today), "--html")
    elif json:
        print_json(document(shown, today))
    elif export is Format.JSON:
        text = dumps(document(shown, today), indent=2, ensure_ascii=False, allow_nan=False)
        _deliver(f"{text}\n", out)
    elif export is Format.CSV:
        _deliver(table(shown), out)
    else:
        _tell(known, shown, today)


def _tell(known: History, shown: History, today: date) -> None:
    from formcheck.cli.history_pages import history_page
    from formcheck.history.history_wording import EMPTY
    from formcheck.history.place import history_path

    if known.empty:
        typer.echo(EMPTY)
    else:
        console().print(history_page(known, shown, today))
        typer.echo(f"\nKept on this computer alone, in {history_path()}")


def _add(name: str, minutes: float | None, day: date | None) -> None:
    from formcheck.history.change import add_activity
    from formcheck.history.history_wording import day_text, week_words
    from formcheck.history.place import history_path
    from formcheck.history.read import read_history
    from formcheck.history.session_diary import local_time
    from formcheck.history.weeks import week_of

    if minutes is None:
        raise typer.BadParameter("--add-activity needs --minutes, for example --minutes 30.")
    now = local_time()
    if day is not None and day > now.date():
        raise typer.BadParameter(f"--on {day} has not come yet.")
    # Noon is on the same day whatever the clocks are set to.
    at = now if day in (None, now.date()) else datetime.combine(day or now, time(12)).astimezone()
    add_activity(history_path(), name, minutes, at)
    typer.echo(f"Added on {day_text(at.date())}: {name.strip()}, {minutes:g} minutes.")
    week = week_of(read_history(history_path()), now.date())
    typer.echo(week_words(week, now.date()))


def _undo() -> None:
    from formcheck.history.change import take_back_activity
    from formcheck.history.history_wording import day_text
    from formcheck.history.place import history_path

    one = take_back_activity(history_path())
    if one is None:
        typer.echo("There is no added activity to take back.")
    else:
        typer.echo(f"Taken back: {one.name} of {day_text(one.day)}, {one.minutes:g} minutes.")


def _forget(before: date | None, yes: bool) -> None:
    from formcheck.history.change import counted_before, forget
    from formcheck.history.place import history_path
    from formcheck.results.wording import counted

    path = history_path()
    sessions, activities = counted_before(path, before)
    if not sessions and not activities:
        typer.echo("There is nothing to forget.")
        return
    added = "1 activity" if activities == 1 else f"{activities} activities"
    what = f"{counted(sessions, 'session')} and {added}"
    when = f" from before {before}" if before else ""
    if not yes and not _confirmed(f"Delete {what}{when} for good? [y/N] "):
        typer.echo("Nothing was deleted.")
        return
    forget(path, before)
    typer.echo(f"Deleted: {what}{when}.")


def _confirmed(question: str) -> bool:
    """Ask on standard error. Raises FormcheckError where nobody answers."""
    typer.echo(question, err=True, nl=False)
    answer = sys.stdin.readline()
    if not answer:
        typer.echo(err=True)
        raise FormcheckError("Nobody answered; nothing was deleted. Add --yes to delete anyway.")
    return answer.strip().lower() in ("y", "yes")


def _deliver(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text, nl=False)
    else:
        _write(out, text, "--out")


def _write(path: Path, text: str, option: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FormcheckError(
            f"{path} can't be written ({reason}). Give another file with {option}."
        ) from error
    typer.echo(f"Written: {path}")
