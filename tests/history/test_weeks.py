"""Weeks from Monday to Sunday on the person's own calendar, and what counts in them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.history.past import (
    Activity,
    History,
    PastRepetition,
    PastSession,
    PastSet,
    monday_of,
)
from formcheck.history.weeks import week_of, weeks_of

MONDAY = date(2026, 3, 2)


def repetition(at: datetime) -> PastRepetition:
    return PastRepetition(1, None, at, at, 0.0, "good", None, (), {})


def session(
    at: datetime, *, kind: str = "exercise", minutes: float = 10, hold_s: float = 0, reps: int = 1
) -> PastSession:
    repetitions = tuple(repetition(at) for _ in range(reps))
    one = PastSet("bridge", "Bridge", kind, at, 60 * minutes, hold_s, "side", "good", repetitions)
    return PastSession(1, at, None, None, "0.1.0", None, None, (one,))


def at(day: int, hour: int = 18) -> datetime:
    """A time so many days after MONDAY."""
    moment = datetime(2026, 3, 2, hour, tzinfo=timezone(timedelta(hours=1)))
    return moment + timedelta(days=day)


moments = st.datetimes(
    datetime(2024, 1, 1),
    datetime(2026, 12, 31),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
sessions = st.builds(session, moments, minutes=st.floats(0, 300))
activities = st.builds(Activity, moments, st.just("walk"), st.floats(0.1, 300))
histories = st.builds(
    lambda some, others: History(tuple(some), tuple(others)),
    st.lists(sessions, max_size=12),
    st.lists(activities, max_size=12),
)
days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(histories, days)
def test_every_minute_is_in_one_week(history: History, today: date) -> None:
    weeks = weeks_of(history, today)
    seen = sum(one.exercise_minutes for one in history.sessions)
    added = sum(one.minutes for one in history.activities)
    assert sum(week.minutes for week in weeks) == pytest.approx(seen + added)
    assert sum(len(week.sessions) for week in weeks) == len(history.sessions)


@given(histories, days)
def test_weeks_follow_each_other_from_monday_to_monday(history: History, today: date) -> None:
    mondays = [week.monday for week in weeks_of(history, today)]
    assert mondays == [mondays[0] + timedelta(weeks=n) for n in range(len(mondays))]
    assert mondays[0].weekday() == 0
    assert monday_of(today) in mondays


@given(histories, days)
def test_a_session_is_in_the_week_of_its_own_day(history: History, today: date) -> None:
    for week in weeks_of(history, today):
        own = {week.monday + timedelta(days=n) for n in range(7)}
        assert {one.day for one in week.sessions} <= own
        assert set(week.days) <= own


def test_sunday_belongs_to_the_week_before_monday() -> None:
    history = History((session(at(6, 23)), session(at(7, 0))))
    assert len(week_of(history, MONDAY).sessions) == 1
    assert len(week_of(history, MONDAY + timedelta(weeks=1)).sessions) == 1


def test_two_sessions_on_one_day_are_one_day() -> None:
    week = week_of(History((session(at(0, 8)), session(at(0, 20)))), MONDAY)
    assert len(week.days) == 1
    assert not week.days_reached
    assert week.minutes == pytest.approx(20)


def test_two_days_reach_the_goal() -> None:
    assert week_of(History((session(at(0)), session(at(4)))), MONDAY).days_reached


def test_150_minutes_are_seen_and_added_ones_together() -> None:
    walk = Activity(at(2), "walk", 100)
    assert week_of(History((session(at(0), minutes=50),), (walk,)), MONDAY).minutes_reached
    assert not week_of(History((session(at(0), minutes=49),), (walk,)), MONDAY).minutes_reached


@pytest.mark.parametrize("kind", ["posture", "avoid"])
def test_sitting_and_movements_to_avoid_are_no_exercise(kind: str) -> None:
    week = week_of(History((session(at(0), kind=kind),)), MONDAY)
    assert (len(week.days), week.minutes) == (0, 0)


def test_an_unfinished_hold_is_exercise_and_a_moment_is_not() -> None:
    held = session(at(0), reps=0, hold_s=20)
    passed_by = session(at(1), reps=0, hold_s=1)
    assert week_of(History((held, passed_by)), MONDAY).days == (MONDAY,)


def test_an_empty_history_is_one_empty_week() -> None:
    [week] = weeks_of(History(), MONDAY + timedelta(days=3))
    assert (week.monday, week.minutes) == (MONDAY, 0)
