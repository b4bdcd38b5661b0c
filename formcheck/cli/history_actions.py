"""Showing, exporting and changing the history."""

import sys
from datetime import date, datetime, time
from pathlib import Path

import typer

from formcheck.cli.console import console
from formcheck.cli.history_pages import history_page
from formcheck.cli.output import json_text, print_json, say
from formcheck.cli.status import DONE
from formcheck.cli.whole_file import write_whole
from formcheck.errors import FormcheckError
from formcheck.history import change
from formcheck.history.export import document, table
from formcheck.history.history_page import history_page as html_page
from formcheck.history.history_page import holds_words
from formcheck.history.history_wording import EMPTY, day_text, week_words
from formcheck.history.past import History
from formcheck.history.place import history_path
from formcheck.history.read import read_history
from formcheck.history.session_diary import local_time
from formcheck.history.weeks import week_of
from formcheck.results.csv_format import CsvFormat, CsvKind
from formcheck.results.result_wording import counted
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts

FIRST_YEAR = 1970
"""Of an added activity. Clocks begin there: before it, a day's own time is not always known."""


def show_history(since: date | None, *, json: bool) -> int:
    """The sessions since a day, and this week against its goals."""
    known = read_history(history_path())
    wanted = _since(known, since)
    if json:
        print_json(document(wanted, date.today()))
    elif known.empty:
        say(EMPTY)
    else:
        console().print(history_page(known, wanted, date.today()))
        say(f"\nKept on this computer alone, in {shown(history_path())}")
    return DONE


def write_history_page(html: Path, since: date | None) -> int:
    """Write the page with plots."""
    wanted = _since(read_history(history_path()), since)
    _write(html, html_page(wanted, date.today()), "--html")
    say(holds_words(wanted, load_texts()))
    return DONE


def export_history(out: Path | None, since: date | None) -> int:
    """Give all that is remembered to other programs as a JSON document."""
    wanted = _since(read_history(history_path()), since)
    return _give(out, f"{json_text(document(wanted, date.today()), in_utf8=out is not None)}\n")


def export_history_table(out: Path | None, since: date | None, csv: CsvKind, language: str) -> int:
    """Give all that is remembered to other programs, or to Excel, as a table."""
    form = CsvFormat.of(csv, language)
    wanted = _since(read_history(history_path()), since)
    return _give(out, table(wanted, form))


def add_activity(name: str, minutes: float, day: date | None) -> int:
    """Add what no camera saw, and tell how the week stands."""
    now = local_time()
    if day is not None and day > now.date():
        raise typer.BadParameter(f"--on {day} has not come yet.")
    if day is not None and day.year < FIRST_YEAR:
        raise typer.BadParameter(
            f"--on {day} is before any history; give a day since {FIRST_YEAR}."
        )
    # Noon is on the same day whatever the clocks are set to.
    at = now if day in (None, now.date()) else datetime.combine(day or now, time(12)).astimezone()
    change.add_activity(history_path(), name, minutes, at)
    say(f"Added on {day_text(at.date())}: {name.strip()}, {minutes:g} minutes.")
    week = week_of(read_history(history_path()), now.date())
    say(week_words(week, now.date()))
    return DONE


def add_pain(level: int, day: date | None) -> int:
    """Add how much it hurt after the last session, of a day or of all."""
    one = change.add_pain(history_path(), level, day)
    say(f"Added: pain {level} of 10 after {day_text(one.day)} {one.started:%H:%M}.")
    return DONE


def take_back_activity() -> int:
    """Take back the activity that was added last."""
    one = change.take_back_activity(history_path())
    if one is None:
        say("There is no added activity to take back.")
    else:
        say(f"Taken back: {one.name} of {day_text(one.day)}, {one.minutes:g} minutes.")
    return DONE


def forget_history(before: date | None, *, sure: bool) -> int:
    """Delete the history or what is older than a day, after asking where the user isn't sure."""
    path = history_path()
    sessions, activities = change.counted_before(path, before)
    if not sessions and not activities:
        say("There is nothing to forget.")
        return DONE
    added = "1 activity" if activities == 1 else f"{activities} activities"
    what = f"{counted(sessions, 'session')} and {added}"
    when = f" from before {before}" if before else ""
    if not sure and not _confirmed(f"Delete {what}{when} for good? [y/N] "):
        say("Nothing was deleted.")
        return DONE
    change.forget(path, before)
    say(f"Deleted: {what}{when}.")
    return DONE


def _give(out: Path | None, text: str) -> int:
    """Write to a file, or where none was named to standard output."""
    if out is None:
        say(text.removesuffix("\n"))
    else:
        _write(out, text, "--out")
    return DONE


def _since(known: History, day: date | None) -> History:
    return known.since(day) if day else known


def _confirmed(question: str) -> bool:
    """Ask on standard error. Raises FormcheckError where nobody answers."""
    sys.stderr.write(question)
    sys.stderr.flush()
    answer = "" if sys.stdin is None else sys.stdin.readline()
    if not answer:
        sys.stderr.write("\n")
        raise FormcheckError("Nobody answered; nothing was deleted. Add --yes to delete anyway.")
    return answer.strip().lower() in ("y", "yes")


def _write(path: Path, text: str, option: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FormcheckError(
            f"{shown(path)} can't be written ({reason}). Give another file with {option}."
        ) from error
    say(f"Written: {shown(path)}")
