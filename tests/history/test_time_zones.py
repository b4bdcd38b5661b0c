"""Journeys and the nights on which the clocks are changed."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from formcheck.cli.actions.history_actions import add_activity
from formcheck.cli.actions.live_session import preferences_for
from formcheck.history.change import forget
from formcheck.history.export import document
from formcheck.history.history_page import history_page
from formcheck.history.read import read_history
from formcheck.history.session_diary import open_diary
from formcheck.history.weeks import weeks_of
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts
from tests.cli.test_live_questions import wishes
from tests.history.builders import Clock, Done, begin, session

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as there:
        there.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


class BerlinClock(Clock):
    """Shows what a clock on the wall in Berlin shows."""

    def __call__(self) -> datetime:
        return self.now.astimezone(BERLIN)


@pytest.mark.parametrize("night", [date(2026, 3, 28), date(2026, 10, 24)], ids=str)
def test_a_session_over_a_change_of_clocks_lasts_as_long_as_it_did(path: Path, night: date) -> None:
    """At 01:00 UTC the clocks in Berlin go from 2 to 3, or from 3 to 2."""
    before = datetime(night.year, night.month, night.day, tzinfo=UTC) + timedelta(hours=24.98)
    clock = BerlinClock(before)
    diary = open_diary(path, clock=clock)
    person = begin(diary, "bridge", clock)
    for _ in range(20):
        person.repeat(Done())
    person.finish()
    diary.close()

    [read] = read_history(path).sessions
    moments = [moment for one in read.sets[0].repetitions for moment in (one.started, one.ended)]
    assert moments == sorted(moments)
    assert all(one.ended - one.started == timedelta(seconds=8) for one in read.sets[0].repetitions)
    assert read.ended is not None
    assert read.ended - read.started == pytest.approx(clock.now - before, abs=timedelta(seconds=1))
    assert read.exercise_minutes == pytest.approx(20 * 8 / 60, rel=0.05)


def test_the_hour_that_comes_twice_is_told_apart(path: Path) -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    for at in (first.replace(fold=1), first):
        session(path, at, {"bridge": [Done()]})
    started = [one["started"] for one in document(read_history(path), first.date())["sessions"]]
    assert started == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]


def test_on_a_journey_each_session_keeps_the_clock_it_was_done_by(path: Path) -> None:
    auckland, honolulu = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")
    monday = datetime(2026, 3, 2, 7, tzinfo=auckland)
    sunday = datetime(2026, 3, 1, 20, tzinfo=honolulu)
    for at in (monday, sunday):
        session(path, at, {"bridge": [Done()]})

    assert [one.day.isoformat() for one in read_history(path).sessions] == [
        "2026-03-02",
        "2026-03-01",
    ]
    weeks = weeks_of(read_history(path), monday.date())
    assert [len(one.days) for one in weeks] == [1, 1]

    forget(path, before=date(2026, 3, 2))
    assert [one.day for one in read_history(path).sessions] == [monday.date()]


@pytest.mark.usefixtures("in_berlin")
def test_what_is_added_for_a_day_lies_on_that_day_summer_or_winter(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMCHECK_DATA", str(path.parent))
    days = [date(2025, 1, 15), date(2025, 3, 30), date(2025, 7, 15), date(2025, 10, 26)]
    for day in days:
        add_activity("walk", 30, day, "en")
    added = read_history(path).activities
    assert [one.day for one in added] == days
    assert [one.at.hour for one in added] == [12] * 4
    assert [one.at.utcoffset() for one in added] == [timedelta(hours=h) for h in (1, 2, 2, 1)]


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Europe/Berlin", "07:00"),
        ("Europe/Rome", "07:00"),
        ("Pacific/Auckland", "07:00 (UTC+13)"),
        ("Asia/Kathmandu", "07:00 (UTC+5:45)"),
        ("America/St_Johns", "07:00 (UTC−3:30)"),
    ],
)
@pytest.mark.parametrize("language", languages())
def test_by_another_clock_than_this_computers_is_told(
    path: Path, zone: str, told: str, language: str
) -> None:
    session(path, datetime(2026, 3, 2, 7, tzinfo=ZoneInfo(zone)), {"bridge": [Done()]})
    session(path, datetime(2026, 7, 2, 8, tzinfo=BERLIN), {"bridge": [Done()]})
    history, texts = read_history(path), load_texts(language)

    page = history_page(history, date(2026, 7, 3), texts)

    assert f"2026, {told}<" in page
    assert "2026, 08:00<" in page


@pytest.mark.usefixtures("in_berlin")
def test_who_has_travelled_is_asked_about_pain_once_a_day_of_the_new_place(path: Path) -> None:
    """On Monday morning in Auckland it is Sunday evening in Berlin."""
    session(
        path, datetime(2026, 3, 2, 7, tzinfo=ZoneInfo("Pacific/Auckland")), {"bridge": [Done()]}
    )
    known = read_history(path).sessions

    asked = [preferences_for(wishes(), known, date(2026, 3, day)).questions for day in (1, 2)]

    assert asked == [False, True]
