"""A computer's clock that is put back, or over midnight, while a session goes on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from formcheck.history.export import document
from formcheck.history.history_page import history_page
from formcheck.history.read import read_history
from formcheck.history.session_diary import open_diary
from formcheck.history.weeks import week_of
from tests.history.builders import Clock, Done, begin, session


@pytest.mark.parametrize("by", [timedelta(seconds=5), timedelta(hours=3), timedelta(days=800)])
def test_nothing_lasts_less_than_no_time(path: Path, by: timedelta) -> None:
    clock = Clock(datetime(2026, 3, 2, 18, 30, tzinfo=UTC))
    diary = open_diary(path, clock=clock)
    person = begin(diary, "bridge", clock)
    person.repeat(Done())
    clock.now -= by
    for _ in range(3):
        person.repeat(Done())
    person.finish()
    diary.close()

    history = read_history(path)
    [read] = history.sessions
    assert len(read.sets[0].repetitions) == 4
    assert read.ended is not None
    assert timedelta(0) < read.ended - read.started < timedelta(minutes=2)
    assert all(one.ended >= one.started for one in read.sets[0].repetitions)
    assert read.exercise_minutes >= 0
    assert document(history, clock.now.date())
    assert history_page(history, clock.now.date())


def test_a_session_over_midnight_is_of_the_day_on_which_it_began(path: Path) -> None:
    session(path, datetime(2026, 3, 1, 23, 59, 30, tzinfo=UTC), {"bridge": [Done()] * 10})
    history = read_history(path)
    [read] = history.sessions
    assert read.day.isoformat() == "2026-03-01"
    assert week_of(history, read.day).days == (read.day,)
