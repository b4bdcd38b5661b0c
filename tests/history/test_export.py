"""What is told of the history to other programs."""

from csv import DictReader
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

from formcheck.history.exercise_progress import progress_of
from formcheck.history.export import document, table
from formcheck.history.read import read_history
from tests.history.builders import MONDAY_EVENING, Done, session

MONDAY = date(2026, 3, 2)


def at(day: int) -> datetime:
    return MONDAY_EVENING + timedelta(days=day)


def test_a_set_that_was_only_got_ready_for_is_told_nowhere(path: Path) -> None:
    session(path, at(0), {"bridge": [Done()], "plank": []})
    session(path, at(1), {"plank": []})
    history = read_history(path)

    [told] = document(history, MONDAY)["sessions"]
    assert [one["exercise"]["id"] for one in told["sets"]] == ["bridge"]
    assert [one["sessions"] for one in document(history, MONDAY)["weeks"]] == [1]
    assert "plank" not in table(history)
    assert table(history).count("\n") == 2


def test_a_hold_that_nobody_saw_has_no_length(path: Path) -> None:
    unseen = Done(hold_s=float("nan"))
    session(path, at(0), {"bridge": [Done(hold_s=4.0), unseen], "leg-raise": [unseen]})
    history = read_history(path)

    [bridge, leg_raise] = document(history, MONDAY)["sessions"][0]["sets"]
    assert [one["hold_s"] for one in bridge["reps"]] == [4.0, None]
    assert (bridge["summary"]["hold_s"], leg_raise["summary"]["hold_s"]) == (4.0, None)
    held = [row["hold_s"] for row in DictReader(StringIO(table(history)))]
    assert held == ["4.0", "", ""]
    by_name = {one.exercise: one.by_day[0] for one in progress_of(history)}
    assert (by_name["bridge"].hold_s, by_name["leg-raise"].hold_s) == (4.0, None)
    assert by_name["leg-raise"].holds() is None
