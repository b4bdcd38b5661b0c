"""Showing, exporting and changing the history."""

import sys
from datetime import date, datetime, time
from pathlib import Path

from formcheck.cli.arguments.usage_errors import MisuseError
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.history_pages import history_page
from formcheck.cli.terminal.output import json_text, print_json, say
from formcheck.cli.terminal.status import DONE
from formcheck.errors import FormcheckError
from formcheck.history import change
from formcheck.history.export import document, table
from formcheck.history.history_page import history_page as html_page
from formcheck.history.history_page import holds_words
from formcheck.history.history_wording import day_text, time_text, week_words
from formcheck.history.past import History
from formcheck.history.place import history_path
from formcheck.history.read import read_history
from formcheck.history.session_diary import local_time
from formcheck.history.told_in import told_in
from formcheck.history.weeks import week_of
from formcheck.results.files.whole_file import write_whole
from formcheck.results.tables.csv_format import CsvFormat, CsvKind
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts

FIRST_YEAR = 1970
"""Of an added activity. Clocks begin there: before it, a day's own time is not always known."""


def show_history(since: date | None, language: str, *, json: bool) -> int:
    """The sessions since a day, and this week against its goals."""
    texts = load_texts(language)
    known = read_history(history_path())
    if json:
        print_json(document(_since(known, since), date.today()))
    elif known.empty:
        say(texts.text("history_words.empty"))
    else:
        page = history_page(told_in(texts, known), since, date.today(), texts)
        console().print(page)
        say("\n" + texts.text("history_terminal.kept", path=shown(history_path())))
    return DONE


def write_history_page(html: Path, since: date | None, language: str) -> int:
    """Write the page with plots."""
    texts = load_texts(language)
    wanted = told_in(texts, _since(read_history(history_path()), since))
    _write(html, html_page(wanted, date.today(), texts), "--html", texts)
    say(holds_words(wanted, texts))
    return DONE


def export_history(out: Path | None, since: date | None, language: str) -> int:
    """Give all that is remembered to other programs as a JSON document."""
    wanted = _since(read_history(history_path()), since)
    text = json_text(document(wanted, date.today()), in_utf8=out is not None)
    return _give(out, f"{text}\n", load_texts(language))


def export_history_table(out: Path | None, since: date | None, csv: CsvKind, language: str) -> int:
    """Give all that is remembered to other programs, or to Excel, as a table."""
    form, texts = CsvFormat.of(csv, language), load_texts(language)
    wanted = told_in(texts, _since(read_history(history_path()), since))
    return _give(out, table(wanted, form), texts)


def add_activity(name: str, minutes: float, day: date | None, language: str) -> int:
    """Add what no camera saw, and tell how the week stands."""
    texts = load_texts(language)
    now = local_time()
    if day is not None and day > now.date():
        raise MisuseError(message("error.usage.not_yet", day=str(day)))
    if day is not None and day.year < FIRST_YEAR:
        raise MisuseError(message("error.usage.too_early", day=str(day), year=FIRST_YEAR))
    # Noon is on the same day whatever the clocks are set to.
    at = now if day in (None, now.date()) else datetime.combine(day or now, time(12)).astimezone()
    named = change.add_activity(history_path(), name, minutes, at)
    on = day_text(at.date(), texts)
    say(texts.text("history_terminal.added", day=on, name=named, minutes=float(minutes)))
    week = week_of(read_history(history_path()), now.date())
    say(week_words(week, now.date(), texts))
    return DONE


def add_pain(level: int, day: date | None, language: str) -> int:
    """Add how much it hurt after the last session, of a day or of all."""
    one = change.add_pain(history_path(), level, day)
    texts = load_texts(language)
    say(
        texts.text(
            "history_terminal.pain_added",
            level=level,
            day=day_text(one.day, texts),
            time=time_text(one.started),
        )
    )
    return DONE


def take_back_activity(language: str) -> int:
    """Take back the activity that was added last."""
    texts = load_texts(language)
    one = change.take_back_activity(history_path())
    if one is None:
        say(texts.text("history_terminal.nothing_to_take_back"))
    else:
        day = day_text(one.day, texts)
        minutes = float(one.minutes)
        say(texts.text("history_terminal.taken_back", name=one.name, day=day, minutes=minutes))
    return DONE


def forget_history(before: date | None, language: str, *, sure: bool) -> int:
    """Delete the history or what is older than a day, after asking where the user isn't sure."""
    texts = load_texts(language)
    path = history_path()
    sessions, activities = change.counted_before(path, before)
    if not sessions and not activities:
        say(texts.text("history_terminal.nothing_to_forget"))
        return DONE
    told = texts.listed(
        [
            texts.counted("history_terminal.sessions", sessions),
            texts.counted("history_terminal.activities", activities),
        ]
    )
    what = told if before is None else texts.text("history_terminal.before", what=told, day=before)
    if not sure and not _confirmed(what, texts):
        say(texts.text("history_terminal.nothing_deleted"))
        return DONE
    change.forget(path, before)
    say(texts.text("history_terminal.deleted", what=what))
    return DONE


def _give(out: Path | None, text: str, texts: Texts) -> int:
    """Write to a file, or where none was named to standard output."""
    if out is None:
        say(text.removesuffix("\n"))
    else:
        _write(out, text, "--out", texts)
    return DONE


def _since(known: History, day: date | None) -> History:
    return known.since(day) if day else known


def _confirmed(what: str, texts: Texts) -> bool:
    """Ask on standard error. Raises FormcheckError where nobody answers."""
    sys.stderr.write(texts.text("history_terminal.delete", what=what) + " ")
    sys.stderr.flush()
    answer = "" if sys.stdin is None else sys.stdin.readline()
    if not answer:
        sys.stderr.write("\n")
        raise FormcheckError(message("error.history.unanswered"))
    return answer.strip().lower() in texts.text("history_terminal.yes").split()


def _write(path: Path, text: str, option: str, texts: Texts) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        reason = reason_told(error)
        raise FormcheckError(
            message("error.written.file", path=shown(path), reason=reason, option=option)
        ) from error
    say(texts.text("history_terminal.written", path=shown(path)))
