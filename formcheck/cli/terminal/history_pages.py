"""The history in words, for the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from formcheck.cli.terminal.fitting_table import FittingGoals, FittingTable
from formcheck.history.history_wording import (
    day_text,
    done_texts,
    duration_text,
    good_of_all,
    minutes_text,
    pain_text,
    pain_words,
    time_text,
    week_words,
)
from formcheck.history.past import Activity, History, PastSession
from formcheck.history.weeks import week_of
from formcheck.texts.texts import Texts

MOST_LISTED: Final = 10
"""Of sessions and of activities, where no first day is asked for; pages and exports have all."""

INDENT: Final = (0, 0, 0, 2)
"""Around what stands below a heading: above, right, below, left."""


def history_page(known: History, since: date | None, today: date, texts: Texts) -> RenderableType:
    """The recent sessions and activities, then this week against its goals.

    known: all that is remembered. since: the day from which on all is listed; the newest where none
    is given.
    """
    shown = known if since is None else known.since(since)
    listed = slice(-MOST_LISTED, None) if since is None else slice(None)
    sessions, activities = shown.telling, shown.activities
    return Group(
        *_sessions(sessions[listed], len(sessions), texts),
        *_activities(activities[listed], len(activities), texts),
        *_week(known, today, texts),
    )


def _sessions(recent: Sequence[PastSession], number: int, texts: Texts) -> Iterator[RenderableType]:
    if not recent:
        yield Text(texts.text("history_terminal.no_sessions") + "\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(texts.text("history_terminal.column.date"), no_wrap=True)
    table.add_column(texts.text("history_terminal.column.exercises"))
    for key in ("good", "held", "minutes", "pain"):
        title = texts.text(f"history_terminal.column.{key}")
        table.add_column(title, no_wrap=True, justify="right")
    for one in recent:
        table.add_row(*_cells(one, texts))
    yield FittingTable(table)
    if number > len(recent):
        earlier = texts.counted("history_terminal.not_listed", number - len(recent))
        yield Text(f"{earlier}\n")


def _cells(session: PastSession, texts: Texts) -> Iterator[Text]:
    done = session.done
    repeated = any(one.repetitions for one in done)
    held_s = sum(one.hold_s or 0.0 for one in done)
    yield Text(f"{day_text(session.day, texts)} {time_text(session.started)}")
    yield Text(", ".join(done_texts(session)) or "–")
    yield Text(good_of_all(done) if repeated else "–")
    yield Text(duration_text(held_s) if held_s else "–")
    yield Text(minutes_text(session.exercise_minutes))
    yield Text(pain_text(session) or "–")


def _activities(recent: Sequence[Activity], number: int, texts: Texts) -> Iterator[RenderableType]:
    if not recent:
        return
    yield Text(texts.text("history_terminal.added_by_you"), style="bold")
    for one in recent:
        told = texts.text(
            "history_terminal.activity",
            day=day_text(one.day, texts),
            name=one.name,
            minutes=minutes_text(one.minutes),
        )
        yield Padding(Text(told), INDENT)
    if number > len(recent):
        left = number - len(recent)
        yield Text(texts.counted("history_terminal.activities_not_listed", left))
    yield Text()


def _week(known: History, today: date, texts: Texts) -> Iterator[RenderableType]:
    week = week_of(known, today)
    seen, added = minutes_text(week.exercise_minutes), minutes_text(week.activity_minutes)
    of_days = texts.text("history_terminal.of", goal=week.goals.days)
    of_minutes = texts.text(
        "history_terminal.of_minutes", goal=week.goals.minutes, seen=seen, added=added
    )
    days, minutes = texts.text("history_terminal.days"), texts.text("history_terminal.minutes")
    rows = [
        (days, str(len(week.days)), of_days),
        (minutes, minutes_text(week.minutes), of_minutes),
    ]
    yield Text(texts.text("history_terminal.this_week"), style="bold")
    yield Padding(FittingGoals(rows), INDENT)
    yield Text(week_words(week, today, texts))
    told = pain_words(known.sessions, texts)
    if told:
        yield Text(told)
