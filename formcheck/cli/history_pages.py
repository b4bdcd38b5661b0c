"""The history in words, for the terminal."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.history.history_wording import (
    amount_text,
    day_text,
    duration_text,
    minutes_text,
    pain_text,
    pain_words,
    week_words,
)
from formcheck.history.past import History, PastSession
from formcheck.history.weeks import week_of
from formcheck.results.result_wording import counted

MOST_SESSIONS: Final = 10
"""Of the sessions without --since; the page and the exports have all."""


def history_page(known: History, shown: History, today: date) -> RenderableType:
    """The recent sessions, then this week against its goals.

    known: all that is remembered. shown: the part that was asked for.
    """
    sessions = shown.telling
    recent = sessions if shown is not known else sessions[-MOST_SESSIONS:]
    return Group(*_sessions(recent, len(sessions)), *_activities(shown), *_week(known, today))


def _sessions(recent: Sequence[PastSession], number: int) -> Iterator[RenderableType]:
    if not recent:
        yield Text("No sessions here.\n")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Date", no_wrap=True)
    table.add_column("Exercises: good/all, or time held")
    for title in ("Good/all", "Held", "Minutes", "Pain"):
        table.add_column(title, no_wrap=True, justify="right")
    for one in recent:
        table.add_row(*_cells(one))
    yield table
    if number > len(recent):
        earlier = counted(number - len(recent), "earlier session")
        yield Text(f"{earlier} not listed; --since DATE lists them.\n")


def _cells(session: PastSession) -> Iterator[Text]:
    done = session.done
    good = sum(one.good_repetitions for one in done)
    every = sum(len(one.repetitions) for one in done)
    held_s = sum(one.hold_s or 0.0 for one in done)
    yield Text(f"{day_text(session.day)} {session.started:%H:%M}")
    yield Text(", ".join(f"{one.title} {amount_text(one)}" for one in done) or "–")
    yield Text(f"{good}/{every}" if every else "–")
    yield Text(duration_text(held_s) if held_s else "–")
    yield Text(minutes_text(session.exercise_minutes))
    yield Text(pain_text(session) or "–")


def _activities(shown: History) -> Iterator[RenderableType]:
    if shown.activities:
        yield Text("Added by you", style="bold")
        for one in shown.activities[-MOST_SESSIONS:]:
            yield Text(f"  {day_text(one.day)}: {one.name}, {minutes_text(one.minutes)} minutes")
        yield Text()


def _week(known: History, today: date) -> Iterator[RenderableType]:
    week = week_of(known, today)
    yield Text("This week", style="bold")
    yield Text(f"  Days of exercises      {len(week.days):>4} of {week.goals.days}")
    seen, added = minutes_text(week.exercise_minutes), minutes_text(week.activity_minutes)
    yield Text(
        f"  Minutes of activity    {minutes_text(week.minutes):>4} of {week.goals.minutes} "
        f"({seen} seen, {added} added)"
    )
    yield Text(week_words(week, today))
    told = pain_words(known.sessions)
    if told:
        yield Text(told)
