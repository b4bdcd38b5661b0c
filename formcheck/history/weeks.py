"""The weeks, from Monday to Sunday, against what does a back good."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from formcheck.history.past import Activity, History, PastSession, monday_of


@dataclass(frozen=True)
class WeeklyGoals:
    """What does a back good, in a week."""

    days: int = 2
    """Days with exercises for the back; from the article on exercises for lower back pain."""

    minutes: int = 150
    """Minutes of moderate activity; from the same article."""


GOALS: Final = WeeklyGoals()


@dataclass(frozen=True)
class Week:
    """One week. monday: its first day."""

    monday: date
    sessions: tuple[PastSession, ...]
    activities: tuple[Activity, ...]
    goals: WeeklyGoals = GOALS

    @property
    def days(self) -> tuple[date, ...]:
        """Days with back exercises, in order."""
        return tuple(sorted({one.day for one in self.sessions if one.has_back_exercise}))

    @property
    def exercise_minutes(self) -> float:
        """Minutes of exercise that formcheck saw."""
        return sum(one.exercise_minutes for one in self.sessions)

    @property
    def activity_minutes(self) -> float:
        """Minutes that the person added."""
        return sum(one.minutes for one in self.activities)

    @property
    def minutes(self) -> float:
        """Both together."""
        return self.exercise_minutes + self.activity_minutes

    @property
    def days_reached(self) -> bool:
        """Whether there were exercises on enough days."""
        return len(self.days) >= self.goals.days

    @property
    def minutes_reached(self) -> bool:
        """Whether there was enough activity."""
        return self.minutes >= self.goals.minutes


def week_of(history: History, day: date, goals: WeeklyGoals = GOALS) -> Week:
    """The week that a day lies in."""
    monday = monday_of(day)
    return Week(
        monday,
        tuple(one for one in history.telling if monday_of(one.day) == monday),
        tuple(one for one in history.activities if monday_of(one.day) == monday),
        goals,
    )


def weeks_of(history: History, today: date, goals: WeeklyGoals = GOALS) -> tuple[Week, ...]:
    """Every week from the first with anything in it to this one, those without among them."""
    days = [one.day for one in history.sessions] + [one.day for one in history.activities]
    first = monday_of(min([today, *days]))
    last = monday_of(max([today, *days]))
    return tuple(week_of(history, monday, goals) for monday in _mondays(first, last))


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = first
    while monday <= last:
        yield monday
        monday += timedelta(weeks=1)
