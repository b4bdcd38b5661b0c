"""The history in plain and kind words, for the page and for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from formcheck.history.exercise_progress import ExerciseProgress
from formcheck.history.past import PastSession, PastSet
from formcheck.history.weeks import Week
from formcheck.measure.unit import DEGREES
from formcheck.results.measure_wording import value_text
from formcheck.results.result_wording import counted


@dataclass(frozen=True)
class TrendSettings:
    """From where on a difference between then and now is called one."""

    real_change: float = 8.0
    """Degrees; a smaller difference can't be told from the error of measuring with one camera."""

    longer_hold_s: float = 2.0
    """Seconds; less is no more than another way to begin or end a hold."""

    recent_sessions: int = 6
    """Sessions over which pain is looked at; one bad day is no trend."""


DEFAULTS: Final = TrendSettings()

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

EMPTY: Final = (
    "Nothing here yet, and that is fine. formcheck live remembers each session by itself; "
    'formcheck history --add-activity "walk" --minutes 30 adds a walk.'
)


def day_text(day: date) -> str:
    """`3 Mar 2026`, the same in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """`3 Mar`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def week_words(week: Week, today: date) -> str:
    """How this week stands against the goals."""
    days, minutes = len(week.days), int(week.minutes)
    if week.days_reached and week.minutes_reached:
        return "Both goals of this week are reached. Well done."
    if not days and not minutes:
        left = 7 - today.weekday()
        return f"A fresh week: {counted(left, 'day')} to go. A short session is a good beginning."
    open_goals = []
    if not week.days_reached:
        missing = week.goals.days - days
        more = "one more day" if missing == 1 else f"{missing} days"
        open_goals.append(f"{more} of exercises")
    if not week.minutes_reached:
        missing = week.goals.minutes - minutes
        open_goals.append(f"{missing} more minutes of activity, such as walking")
    reached = "Your days of exercises are done. " if week.days_reached else ""
    return f"{reached}Still open this week: {' and '.join(open_goals)}."


def motion_words(progress: ExerciseProgress, settings: TrendSettings = DEFAULTS) -> str:
    """How the range of motion changed from the first week to the last; empty where unknown."""
    motions = [one.motions() for one in progress.by_week]
    known = [one.median for one in motions if one is not None]
    if len(known) < 2 or progress.unit != DEGREES:
        return ""
    first, last = known[0], known[-1]
    span = f"from {value_text(first, DEGREES)} to {value_text(last, DEGREES)}"
    if last - first >= settings.real_change:
        return f"Your range of motion has grown {span}."
    if first - last >= settings.real_change:
        return f"Your range of motion went {span}. That is no reason to force it."
    return f"Your range of motion is steady at about {value_text(last, DEGREES)}."


def hold_words(progress: ExerciseProgress, settings: TrendSettings = DEFAULTS) -> str:
    """How the longest hold of a week changed; empty where nothing was held."""
    holds = [one.holds() for one in progress.by_week]
    longest = [one.most for one in holds if one is not None]
    if not longest:
        return ""
    first, last = longest[0], longest[-1]
    if last - first >= settings.longer_hold_s:
        grown = f"from {duration_text(first)} to {duration_text(last)}"
        return f"Your longest hold has grown {grown}."
    return f"Your longest hold lately: {duration_text(last)}."


def fault_words(progress: ExerciseProgress) -> str:
    """What there is to work on in the newest week, or praise; empty without repetitions."""
    newest = progress.by_week[-1]
    number = len(newest.repetitions)
    if not number:
        return ""
    if newest.faults:
        title, times = newest.faults.most_common(1)[0]
        return f"To work on: {title} (missed in {times} of {number} lately)."
    if newest.counted("good") == number:
        return "All good lately. Well done."
    return ""


def pain_words(sessions: Sequence[PastSession], settings: TrendSettings = DEFAULTS) -> str:
    """Whether pain was less or more after exercise; empty where it was not told."""
    told = [
        (one.pain_before, one.pain_after)
        for one in sessions
        if one.pain_before is not None and one.pain_after is not None
    ][-settings.recent_sessions :]
    if not told:
        return ""
    less = sum(after < before for before, after in told)
    more = sum(after > before for before, after in told)
    sessions_told = counted(len(told), "session")
    if more > len(told) / 2:
        return (
            f"Pain was more after exercising in {more} of the last {sessions_told}. Do less for a "
            "while, and ask your doctor or physiotherapist."
        )
    if less:
        return f"Pain was less after exercising in {less} of the last {sessions_told}."
    return f"Pain was no worse after exercising in most of the last {sessions_told}."


def pain_text(session: PastSession) -> str:
    """`4 → 2`, with a dash for what was not told; empty where neither was."""
    before, after = session.pain_before, session.pain_after
    if before is None and after is None:
        return ""
    return " → ".join("–" if level is None else str(level) for level in (before, after))


def amount_text(one: PastSet) -> str:
    """`8/10` repetitions good, or how long it was held where there are none."""
    if one.repetitions:
        return f"{one.good_repetitions}/{len(one.repetitions)}"
    return duration_text(one.hold_s or 0.0)


def duration_text(seconds: float) -> str:
    """`45 s`, `2:05`."""
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60}:{whole % 60:02d}"


def minutes_text(minutes: float) -> str:
    """Whole minutes, but never 0 for what did happen."""
    return "<1" if 0 < minutes < 1 else f"{int(minutes)}"
