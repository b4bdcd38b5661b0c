"""history.html: the weeks, pain and each exercise over time, for the person and their therapist."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from formcheck.history import plots
from formcheck.history.exercise_progress import progress_of
from formcheck.history.exercise_section import exercise_section
from formcheck.history.export import table as csv_table
from formcheck.history.history_wording import (
    day_text,
    done_texts,
    minutes_text,
    pain_text,
    pain_words,
    time_text,
    week_words,
)
from formcheck.history.html_table import Cell, HtmlTable, number, table, words
from formcheck.history.past import History, PastSession
from formcheck.history.weeks import GOALS, Week, week_of, weeks_of
from formcheck.results.report.html_page import html_page
from formcheck.texts.texts import Texts, load_texts

MOST_WEEKS: Final = 26
MOST_SESSIONS: Final = 30
"""Rows of a table; the plots go back to the beginning."""


@dataclass(frozen=True)
class _ThisWeek:
    """How this week stands: in words, and numbers with what they count."""

    told: str
    figures: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Plotted:
    """Something over time: in words, and as a plot that is empty where there is nothing to draw."""

    told: str
    plot: Markup
    table: HtmlTable | None = None


@dataclass(frozen=True)
class _Sessions:
    """The newest sessions. left_out: how many earlier ones there are."""

    table: HtmlTable
    left_out: int


def history_page(history: History, today: date, texts: Texts | None = None) -> str:
    """The whole page; nothing in it is loaded from anywhere else. texts: English unless given."""
    texts = texts or load_texts()
    shown = history.telling
    return html_page(
        __package__,
        "history.html",
        texts,
        title=texts.text("history.title"),
        heading=texts.text("history.heading"),
        under_heading=texts.text("history.as_of", day=day_text(today, texts)),
        empty=texts.text("history_words.empty") if history.empty else "",
        goal_minutes=GOALS.minutes,
        this_week=_this_week(week_of(history, today), today, texts),
        weeks=_weeks(weeks_of(history, today), texts),
        pain=_pain(shown, texts),
        exercises=[exercise_section(one, MOST_WEEKS, texts) for one in progress_of(history)],
        sessions=_sessions(shown, texts),
        holds=holds_words(history, texts),
        csv="" if history.empty else b64encode(csv_table(history).encode()).decode("ascii"),
    )


def holds_words(history: History, texts: Texts) -> str:
    """What the page holds and what it doesn't, for who is about to send it."""
    days = [one.day for one in history.telling] + [one.day for one in history.activities]
    if not days:
        return texts.text("history.about.holds_nothing")
    first, last = (day_text(day, texts) for day in (min(days), max(days)))
    key = "holds_day" if first == last else "holds_days"
    return texts.text(
        "history.about.holds",
        days=texts.text(f"history.about.{key}", first=first, last=last),
        sessions=texts.counted("history.about.sessions", len(history.telling)),
        activities=texts.counted("history.about.activities", len(history.activities)),
    )


def _this_week(week: Week, today: date, texts: Texts) -> _ThisWeek:
    days = texts.text("history.this_week.share", number=len(week.days), goal=week.goals.days)
    minutes = texts.text(
        "history.this_week.share", number=minutes_text(week.minutes), goal=week.goals.minutes
    )
    values = {
        "days": days,
        "minutes": minutes,
        "seen": minutes_text(week.exercise_minutes),
        "added": minutes_text(week.activity_minutes),
    }
    named = [(value, texts.text(f"history.this_week.{key}")) for key, value in values.items()]
    return _ThisWeek(week_words(week, today, texts), named)


def _weeks(weeks: Sequence[Week], texts: Texts) -> _Plotted:
    reached = sum(one.days_reached for one in weeks)
    told = texts.counted("history.weeks.reached", len(weeks), days=GOALS.days, reached=reached)
    headings = [
        texts.text("history.week_from"),
        *(texts.text(f"history.weeks.table.{key}") for key in ("days", "seen", "added", "minutes")),
    ]
    newest = list(reversed(weeks))[:MOST_WEEKS]
    rows = table(headings, [_week_row(one, texts) for one in newest])
    return _Plotted(told, plots.week_plot(weeks, told, texts), rows)


def _week_row(week: Week, texts: Texts) -> tuple[Cell, ...]:
    return (
        words(day_text(week.monday, texts)),
        number(_marked(str(len(week.days)), week.days_reached)),
        number(minutes_text(week.exercise_minutes)),
        number(minutes_text(week.activity_minutes)),
        number(_marked(minutes_text(week.minutes), week.minutes_reached)),
    )


def _marked(text: str, reached: bool) -> str:
    return f"{text} ✓" if reached else text


def _pain(sessions: Sequence[PastSession], texts: Texts) -> _Plotted:
    told = pain_words(sessions, texts)
    return _Plotted(told, plots.pain_plot(sessions, told, texts))


def _sessions(sessions: Sequence[PastSession], texts: Texts) -> _Sessions:
    keys = ("session", "exercises", "minutes", "pain")
    headings = [texts.text(f"history.sessions.{key}") for key in keys]
    newest = list(reversed(sessions))[:MOST_SESSIONS]
    rows = table(headings, [_session_row(one, texts) for one in newest])
    return _Sessions(rows, len(sessions) - len(newest))


def _session_row(session: PastSession, texts: Texts) -> tuple[Cell, ...]:
    return (
        words(f"{day_text(session.day, texts)}, {time_text(session.started)}"),
        words(*done_texts(session)),
        number(minutes_text(session.exercise_minutes)),
        number(pain_text(session) or "–"),
    )
