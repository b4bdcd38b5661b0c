"""history.html: the weeks, pain and each exercise over time, for the person and their therapist."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from importlib.resources import files
from typing import Final, TypeVar

from formcheck.history import plots
from formcheck.history.exercise_progress import ExerciseProgress, PeriodAmount, progress_of
from formcheck.history.history_wording import (
    EMPTY,
    amount_text,
    day_text,
    duration_text,
    fault_words,
    hold_words,
    minutes_text,
    motion_words,
    pain_text,
    pain_words,
    week_words,
)
from formcheck.history.html_table import Cell, html_table
from formcheck.history.past import History, PastSession
from formcheck.history.weeks import GOAL_DAYS, GOAL_MINUTES, Week, week_of, weeks_of
from formcheck.measure.catalogue import DEGREES
from formcheck.results.html_page import NOT_ADVICE, page
from formcheck.results.wording import counted, in_words, value_text

Row = TypeVar("Row")

MOST_WEEKS: Final = 26
MOST_SESSIONS: Final = 30
"""Rows of a table; the plots go back to the beginning."""


def history_page(history: History, today: date) -> str:
    """The whole page; nothing in it is loaded from anywhere else."""
    shown = [one for one in history.sessions if one.tells_something]
    if history.empty:
        sections = f'<section><p class="headline">{escape(EMPTY)}</p></section>\n'
    else:
        sections = "".join(
            (
                _this_week(week_of(history, today), today),
                _weeks(weeks_of(history, today)),
                _pain(shown),
                *map(_exercise, progress_of(history)),
                _sessions(shown),
            )
        )
    return page(
        "formcheck: your history",
        "Your history",
        f"As of {day_text(today)}",
        files(__package__).joinpath("history.css").read_text("utf-8"),
        f"{sections}{_about()}",
    )


def _this_week(week: Week, today: date) -> str:
    figures = (
        (f"{len(week.days)} of {GOAL_DAYS}", "days of exercises"),
        (f"{minutes_text(week.minutes)} of {GOAL_MINUTES}", "minutes of activity"),
        (minutes_text(week.exercise_minutes), "of them seen by formcheck"),
        (minutes_text(week.activity_minutes), "of them added by you"),
    )
    boxes = "".join(f"<div><b>{value}</b><span>{name}</span></div>" for value, name in figures)
    return (
        f'<section><h2>This week</h2><p class="headline">{escape(week_words(week, today))}</p>'
        f'<div class="figures">{boxes}</div></section>\n'
    )


def _weeks(weeks: Sequence[Week]) -> str:
    reached = sum(one.days_reached for one in weeks)
    told = (
        f"{counted(GOAL_DAYS, 'day')} of exercises were reached in {reached} of "
        f"{counted(len(weeks), 'week')}."
    )
    rows = [
        (
            day_text(one.monday),
            Cell(f"{len(one.days)} {'✓' if one.days_reached else ''}".strip(), number=True),
            Cell(minutes_text(one.exercise_minutes), number=True),
            Cell(minutes_text(one.activity_minutes), number=True),
            Cell(
                f"{minutes_text(one.minutes)} {'✓' if one.minutes_reached else ''}".strip(),
                number=True,
            ),
        )
        for one in _newest(weeks)
    ]
    headings = ("Week from", "Days", "Minutes seen", "Minutes added", "Minutes in all")
    legend = _legend(("seen", "seen by formcheck"), ("added", "added by you"))
    return (
        f"<section><h2>Week by week</h2><p>{escape(told)}</p>"
        f'<p class="quiet">{legend}. Dashed line: the goal of {GOAL_MINUTES} minutes. '
        f'✓ goal reached.</p><div class="scroll wide">{plots.week_plot(weeks, told)}</div>'
        f"{html_table(headings, rows)}</section>\n"
    )


def _pain(sessions: Sequence[PastSession]) -> str:
    words = pain_words(sessions)
    plot = plots.pain_plot(sessions, words)
    if not plot:
        return ""
    legend = _legend(("before", "before"), ("after", "after exercising"))
    return (
        f"<section><h2>Pain</h2>{f'<p>{escape(words)}</p>' if words else ''}"
        f'<p class="quiet">{legend}. 0 is none, 10 the worst imaginable. The numbers stand in '
        f'the table of sessions.</p><div class="scroll wide">{plot}</div></section>\n'
    )


def _exercise(progress: ExerciseProgress) -> str:
    course_words = hold_words if progress.for_holding else motion_words
    words = (course_words(progress), fault_words(progress))
    told = " ".join(text for text in words if text)
    course_plot = plots.hold_plot if progress.for_holding else plots.motion_plot
    drawn = "".join(
        f"<figure>{plot}<figcaption>{caption}</figcaption></figure>"
        for plot, caption in (
            (course_plot(progress, told), _course_caption(progress)),
            (
                plots.repetition_bars(progress, told),
                f"Repetitions. {_legend(('good', 'good'), ('fault', 'to improve'))}"
                f"{_legend(('unknown', 'not seen'))}",
            ),
        )
        if plot
    )
    return (
        f'<section class="exercise"><h2>{escape(progress.title)}</h2>'
        f"{f'<p>{escape(told)}</p>' if told else ''}"
        f'<div class="pair">{drawn}</div>{_exercise_table(progress)}</section>\n'
    )


def _course_caption(progress: ExerciseProgress) -> str:
    what = "Seconds held"
    if not progress.for_holding:
        what = f"Range of motion ({escape(in_words(progress.measure or ''))})"
    return f"{what}: the middle repetition; the bar reaches from the least to the most."


def _exercise_table(progress: ExerciseProgress) -> str:
    sides = {one.side for each in progress.by_week for one in each.repetitions}
    two_sided = not sides.isdisjoint(("left", "right"))
    headings = ["Week from", "Repetitions", "Good", "Held", _course_heading(progress)]
    headings += ["Left", "Right"] if two_sided else []
    headings.append("To improve")
    rows = [_exercise_row(one, progress, two_sided) for one in _newest(progress.by_week)]
    return html_table(headings, rows)


def _course_heading(progress: ExerciseProgress) -> str:
    if progress.for_holding:
        return "Longest"
    return "Range" if progress.unit in ("", DEGREES) else f"Range ({progress.unit})"


def _exercise_row(
    week: PeriodAmount, progress: ExerciseProgress, two_sided: bool
) -> tuple[str | Cell, ...]:
    sides = (None, "left", "right") if two_sided else (None,)
    course = [_course_text(week, side, progress) for side in sides]
    faults = [f"{title}: {times}" for title, times in week.faults.most_common()]
    return (
        day_text(week.since),
        Cell(str(len(week.repetitions)), number=True),
        Cell(str(week.counted("good")), number=True),
        Cell(duration_text(week.hold_s), number=True),
        *(Cell(text, number=True) for text in course),
        Cell("\n".join(faults) or "–"),
    )


def _course_text(week: PeriodAmount, side: str | None, progress: ExerciseProgress) -> str:
    """The longest hold, or the middle range of motion; of one side where it is given."""
    spread = week.holds(side) if progress.for_holding else week.motions(side)
    if spread is None:
        return "–"
    if progress.for_holding:
        return duration_text(spread.most)
    degrees = progress.unit == DEGREES
    return value_text(spread.median, DEGREES) if degrees else f"{spread.median:.2f}"


def _sessions(sessions: Sequence[PastSession]) -> str:
    if not sessions:
        return ""
    rows = [
        (
            f"{day_text(one.day)}, {one.started:%H:%M}",
            Cell("\n".join(_done(one)) or "–"),
            Cell(minutes_text(one.exercise_minutes), number=True),
            Cell(pain_text(one) or "–", number=True),
        )
        for one in list(reversed(sessions))[:MOST_SESSIONS]
    ]
    left_out = len(sessions) - len(rows)
    note = f'<p class="quiet">{counted(left_out, "earlier session")} not listed.</p>'
    headings = ("Session", "Exercises: good of all repetitions, or time held", "Minutes", "Pain")
    return (
        f"<section><h2>Sessions</h2>{html_table(headings, rows)}"
        f"{note if left_out else ''}</section>\n"
    )


def _done(session: PastSession) -> Iterator[str]:
    for one in session.sets:
        if one.done:
            yield f"{one.title} {amount_text(one)}"


def _about() -> str:
    return (
        f"<section><h2>About this page</h2><p>{NOT_ADVICE}</p>"
        '<p class="quiet">It was made from what formcheck keeps on this computer, and it is about '
        "your health: give it only to whom you want. Angles from one camera are good to some 5 to "
        "10 degrees; small changes from day to day mean nothing.</p></section>\n"
    )


def _legend(*entries: tuple[str, str]) -> str:
    return "".join(f'<span class="swatch {name}"></span>{text}' for name, text in entries)


def _newest(rows: Sequence[Row]) -> list[Row]:
    return list(reversed(rows))[:MOST_WEEKS]
