"""The history in plain and kind words, for the page and for the command line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from formcheck.history.exercise_progress import ExerciseProgress
from formcheck.history.past import PastSession, PastSet
from formcheck.history.weeks import Week
from formcheck.measure.unit import DEGREES
from formcheck.results.wording.measure_wording import value_text
from formcheck.texts.texts import Texts


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


def day_text(day: date, texts: Texts) -> str:
    """`3 Mar 2026`."""
    return texts.text("dates.day", day=day.day, month=_month(day, texts), year=day.year)


def short_day(day: date, texts: Texts) -> str:
    """`3 Mar`."""
    return texts.text("dates.short_day", day=day.day, month=_month(day, texts))


def time_text(at: datetime) -> str:
    """`19:38`; `19:38 (UTC+13)` where this computer's clock showed another time then."""
    shown = f"{at:%H:%M}"
    return shown if at.utcoffset() == at.astimezone().utcoffset() else f"{shown} ({_zone(at)})"


def _zone(at: datetime) -> str:
    minutes = round((at.utcoffset() or timedelta()) / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _month(day: date, texts: Texts) -> str:
    return texts.text(f"dates.month.{day.month}")


def week_words(week: Week, today: date, texts: Texts) -> str:
    """How this week stands against the goals."""
    days, minutes = len(week.days), int(week.minutes)
    if week.days_reached and week.minutes_reached:
        return texts.text("history_words.both_goals")
    if not days and not minutes:
        return texts.counted("history_words.fresh_week", 7 - today.weekday())
    goals = []
    if not week.days_reached:
        goals.append(texts.counted("history_words.days_open", week.goals.days - days))
    if not week.minutes_reached:
        left = week.goals.minutes - minutes
        goals.append(texts.text("history_words.minutes_open", minutes=left))
    key = "open_days_done" if week.days_reached else "open"
    return texts.text(f"history_words.{key}", goals=texts.listed(goals))


def motion_words(
    progress: ExerciseProgress, texts: Texts, settings: TrendSettings = DEFAULTS
) -> str:
    """How the range of motion changed from the first week to the last; empty where unknown."""
    motions = [one.motions() for one in progress.by_week]
    known = [one.median for one in motions if one is not None]
    if len(known) < 2 or progress.unit != DEGREES:
        return ""
    first, last = known[0], known[-1]
    told = {"first": value_text(first, DEGREES, texts), "last": value_text(last, DEGREES, texts)}
    if last - first >= settings.real_change:
        return texts.text("history_words.motion_grown", **told)
    if first - last >= settings.real_change:
        return texts.text("history_words.motion_less", **told)
    return texts.text("history_words.motion_steady", last=told["last"])


def hold_words(progress: ExerciseProgress, texts: Texts, settings: TrendSettings = DEFAULTS) -> str:
    """How the longest hold of a week changed; empty where nothing was held."""
    holds = [one.holds() for one in progress.by_week]
    longest = [one.most for one in holds if one is not None]
    if not longest:
        return ""
    first, last = duration_text(longest[0]), duration_text(longest[-1])
    if longest[-1] - longest[0] >= settings.longer_hold_s:
        return texts.text("history_words.hold_grown", first=first, last=last)
    return texts.text("history_words.hold_lately", last=last)


def fault_words(progress: ExerciseProgress, texts: Texts) -> str:
    """What there is to work on in the newest week, or praise; empty without repetitions."""
    newest = progress.by_week[-1]
    number = len(newest.repetitions)
    if not number:
        return ""
    if newest.faults:
        title, times = newest.faults.most_common(1)[0]
        return texts.text("history_words.work_on", title=title, times=times, number=number)
    if newest.counted("good") == number:
        return texts.text("history_words.all_good")
    return ""


def pain_words(
    sessions: Sequence[PastSession], texts: Texts, settings: TrendSettings = DEFAULTS
) -> str:
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
    if more > len(told) / 2:
        return texts.counted("history_words.pain_more", len(told), more=more)
    if less:
        return texts.counted("history_words.pain_less", len(told), less=less)
    return texts.counted("history_words.pain_same", len(told))


def pain_text(session: PastSession) -> str:
    """`4 → 2`, with a dash for what was not told; empty where neither was."""
    before, after = session.pain_before, session.pain_after
    if before is None and after is None:
        return ""
    return " → ".join("–" if level is None else str(level) for level in (before, after))


def done_texts(session: PastSession) -> Iterator[str]:
    """Each exercise once, with what all its sets came to: `Bridge 8/10 + 9/10`."""
    amounts: dict[str, list[str]] = {}
    for one in session.done:
        amounts.setdefault(one.title, []).append(amount_text(one))
    for title, each in amounts.items():
        yield f"{title} {' + '.join(each)}"


def amount_text(one: PastSet) -> str:
    """`8/10` repetitions good, or how long it was held where there are none."""
    if one.repetitions:
        return good_of_all([one])
    return duration_text(one.hold_s or 0.0)


def good_of_all(sets: Iterable[PastSet]) -> str:
    """`8/10` repetitions good; `–/10` where none of them could be judged."""
    each = [one.verdict for past in sets for one in past.repetitions]
    good = str(each.count("good")) if set(each) - {"unknown"} else "–"
    return f"{good}/{len(each)}"


def duration_text(seconds: float) -> str:
    """`45 s`, `2:05`."""
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60}:{whole % 60:02d}"


def minutes_text(minutes: float) -> str:
    """Whole minutes, but never 0 for what did happen."""
    return "<1" if 0 < minutes < 1 else f"{int(minutes)}"
