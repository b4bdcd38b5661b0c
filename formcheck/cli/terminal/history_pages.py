"""The history in words, for the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.cli.terminal.fitting_table import FittingTable
from formcheck.history.history_wording import (
    amount_text,
    day_text,
    duration_text,
    minutes_text,
    pain_text,
    pain_words,
    time_text,
    week_words,
)
from formcheck.history.past import History, PastSession
from formcheck.history.weeks import week_of
from formcheck.texts.texts import Texts

MOST_SESSIONS: Final = 10
"""Of the sessions without --since; the page and the exports have all."""


def history_page(known: History, shown: History, today: date, texts: Texts) -> RenderableType:
    """The recent sessions, then this week against its goals.

    known: all that is remembered. shown: the part that was asked for.
    """
    sessions = shown.telling
    recent = sessions if shown is not known else sessions[-MOST_SESSIONS:]
    return Group(
        *_sessions(recent, len(sessions), texts),
        *_activities(shown, texts),
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
    good = sum(one.good_repetitions for one in done)
    every = sum(len(one.repetitions) for one in done)
    held_s = sum(one.hold_s or 0.0 for one in done)
    yield Text(f"{day_text(session.day, texts)} {time_text(session.started)}")
    yield Text(", ".join(f"{one.title} {amount_text(one)}" for one in done) or "–")
    yield Text(f"{good}/{every}" if every else "–")
    yield Text(duration_text(held_s) if held_s else "–")
    yield Text(minutes_text(session.exercise_minutes))
    yield Text(pain_text(session) or "–")


def _activities(shown: History, texts: Texts) -> Iterator[RenderableType]:
    if shown.activities:
        yield Text(texts.text("history_terminal.added_by_you"), style="bold")
        for one in shown.activities[-MOST_SESSIONS:]:
            told = texts.text(
                "history_terminal.activity",
                day=day_text(one.day, texts),
                name=one.name,
                minutes=minutes_text(one.minutes),
            )
            yield Text(f"  {told}")
        yield Text()


def _week(known: History, today: date, texts: Texts) -> Iterator[RenderableType]:
    week = week_of(known, today)
    seen, added = minutes_text(week.exercise_minutes), minutes_text(week.activity_minutes)
    of_days = texts.text("history_terminal.of", goal=week.goals.days)
    of_minutes = texts.text(
        "history_terminal.of_minutes", goal=week.goals.minutes, seen=seen, added=added
    )
    days, minutes = texts.text("history_terminal.days"), texts.text("history_terminal.minutes")
    width = max(len(days), len(minutes)) + 4
    yield Text(texts.text("history_terminal.this_week"), style="bold")
    yield Text(f"  {days:{width}}{len(week.days):>4} {of_days}")
    yield Text(f"  {minutes:{width}}{minutes_text(week.minutes):>4} {of_minutes}")
    yield Text(week_words(week, today, texts))
    told = pain_words(known.sessions, texts)
    if told:
        yield Text(told)
