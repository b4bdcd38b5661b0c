"""`formcheck history`, as its user meets it."""

import csv
import io
import json
from datetime import timedelta

import pytest

from formcheck.history.change import add_activity
from tests.cli.homes import NOW, Home
from tests.history.builders import Done, session


def test_an_empty_history_is_a_kind_line_and_no_error(home: Home) -> None:
    ended = home.history()
    assert (ended.status, ended.err) == (0, "")
    assert "Nothing here yet, and that is fine" in ended.out
    assert not home.data.exists()


def test_the_table_shows_sessions_and_this_week(used: Home) -> None:
    ended = used.history()
    assert ended.status == 0
    assert "Bird dog 1/2, Plank 1/1" in ended.out
    assert "4 → 2" in ended.out
    assert "1 of 2" in ended.out
    assert "of 150" in ended.out


def test_since_leaves_out_what_was_before(used: Home) -> None:
    ended = used.history("--since", f"{NOW:%Y-%m-%d}")
    assert "Bird dog" in ended.out
    assert "Bridge" not in ended.out


def test_an_added_activity_counts_for_the_week(used: Home) -> None:
    ended = used.history("--add-activity", "walk", "--minutes", "150")
    assert ended.status == 0
    assert "walk, 150 minutes" in ended.out
    document = json.loads(used.history("--json").out)
    assert document["weeks"][-1]["activity_minutes"] == 150.0
    assert document["activities"][0]["name"] == "walk"


def test_an_activity_of_another_day(home: Home) -> None:
    home.history("--add-activity", "swim", "--minutes", "45", "--on", "2026-01-07")
    [activity] = json.loads(home.history("--json").out)["activities"]
    assert activity["at"].startswith("2026-01-07T12:00:00")


def test_a_mistyped_activity_can_be_taken_back(home: Home) -> None:
    home.history("--add-activity", "walk", "--minutes", "30")
    home.history("--add-activity", "walk", "--minutes", "300", "--on", "2026-01-07")
    assert home.history("--undo").out == "Taken back: walk of 7 Jan 2026, 300 minutes.\n"
    [left] = json.loads(home.history("--json").out)["activities"]
    assert left["minutes"] == 30.0
    home.history("--undo")
    assert "no added activity" in home.history("--undo").out


@pytest.mark.parametrize("day", ["2026-01-07", "7.1.2026", "07.01.2026", "7. 1. 2026"])
def test_a_day_is_written_as_people_write_it(home: Home, day: str) -> None:
    assert home.history("--add-activity", "swim", "--minutes", "45", "--on", day).status == 0
    [activity] = json.loads(home.history("--json").out)["activities"]
    assert activity["at"].startswith("2026-01-07")


@pytest.mark.parametrize("day", ["31.2.2026", "7/1/2026", "yesterday"])
def test_what_is_no_day_is_told_with_how_one_is_written(home: Home, day: str) -> None:
    ended = home.history("--since", day)
    assert ended.status == 2
    assert "as in 2026-05-31" in ended.complaint


def test_an_activity_without_a_name_is_told_as_that(home: Home) -> None:
    ended = home.history("--add-activity", "", "--minutes", "45")
    assert ended.status == 2
    assert "Say what it was" in ended.complaint
    assert "goes with" not in ended.complaint


def test_the_newest_are_listed_and_the_others_counted(home: Home) -> None:
    for week in range(12):
        session(home.file, NOW - timedelta(weeks=week), {"bridge": [Done()]})
    ended = home.history()
    assert ended.out.count("Bridge 1/1") == 10
    assert "2 earlier sessions not listed; --since DATE lists them." in ended.out
    every = home.history("--since", f"{NOW - timedelta(weeks=12):%Y-%m-%d}")
    assert every.out.count("Bridge 1/1") == 12


def test_the_newest_activities_are_listed_and_the_others_counted(home: Home) -> None:
    for day in range(11):
        add_activity(home.file, f"walk {day}", 30, NOW - timedelta(weeks=11 - day))
    ended = home.history()
    assert "walk 10, 30 minutes" in ended.out
    assert "walk 0, 30 minutes" not in ended.out
    assert "1 earlier activity not listed; --since DATE lists it." in ended.out
    every = home.history("--since", f"{NOW - timedelta(weeks=12):%Y-%m-%d}")
    assert "walk 0, 30 minutes" in every.out
    assert "not listed" not in every.out


def test_json_is_one_document_and_nothing_else(used: Home) -> None:
    ended = used.history("--json")
    document = json.loads(ended.out)
    assert ended.err == ""
    assert document["schema"] == 1
    assert document["goals"] == {"exercise_days": 2, "minutes": 150}
    earlier, latest = document["sessions"]
    assert earlier["programme"] == "first-weeks"
    assert latest["pain"] == {"before": 4, "after": 2}
    bird_dog = latest["sets"][0]
    assert bird_dog["summary"] == {"reps": 2, "good_reps": 1, "hold_s": 2.0, "verdict": "good"}
    assert bird_dog["reps"][1]["faults"] == ["back-level"]
    assert bird_dog["reps"][1]["motion"]["measure"] == "thigh_elevation.right"
    assert bird_dog["reps"][1]["motion"]["furthest"] == -5.0


def test_json_of_an_empty_history(home: Home) -> None:
    document = json.loads(home.history("--json").out)
    assert document["sessions"] == []


def test_csv_has_a_row_for_each_repetition_and_activity(used: Home) -> None:
    used.history("--add-activity", "walk", "--minutes", "30")
    rows = list(csv.DictReader(io.StringIO(used.history("--export", "csv").out)))
    assert [row["what"] for row in rows] == ["repetition"] * 4 + ["activity"]
    assert rows[2]["faults"] == "back-level"
    assert rows[4]["minutes"] == "30.0"


def test_a_table_is_in_one_language(used: Home) -> None:
    rows = csv.DictReader(io.StringIO(used.history("--export", "csv", "--language", "de").out))
    assert {row["title"] for row in rows if row["exercise"] == "bird-dog"} == {
        "Diagonaler Vierfüßler"
    }


def test_an_export_to_a_file(used: Home) -> None:
    ended = used.history("--export", "json", "--out", "mine.json")
    assert ended.status == 0
    assert len(json.loads((used.folder / "mine.json").read_text("utf-8"))["sessions"]) == 2


def test_the_page(used: Home) -> None:
    ended = used.history("--html", "history.html")
    written, holds = ended.out.splitlines()
    assert written == "Written: history.html"
    assert holds.startswith("This one file holds 2 sessions and 0 added activities from ")
    assert holds.endswith("no picture, no name and nothing else of this computer.")
    assert "<h2>Bird dog</h2>" in (used.folder / "history.html").read_text("utf-8")


def test_pain_afterwards_can_be_told_later(used: Home) -> None:
    ended = used.history("--add-pain", "3")
    assert ended.status == 0
    assert ended.out.startswith("Added: pain 3 of 10 after ")
    assert "4 → 3" in used.history().out

    earlier = used.history("--add-pain", "0", "--on", f"{NOW - timedelta(weeks=10):%Y-%m-%d}")
    assert earlier.status == 0
    assert "5 → 0" in used.history("--since", "2020-01-01").out


def test_pain_of_a_day_without_a_session_is_told(used: Home) -> None:
    ended = used.history("--add-pain", "3", "--on", "2020-01-01")

    assert ended.status == 2
    assert "There is no session on 2020-01-01." in ended.err


def test_a_german_excel_opens_the_history(used: Home) -> None:
    file = used.folder / "history.csv"
    options = ("--csv", "excel", "--language", "de", "--out", file)
    ended = used.history("--export", "csv", *options)
    assert (ended.status, ended.err) == (0, "")
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeffwhat;session;started;")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert "20,0" in {row["hold_s"] for row in rows}


def test_a_table_for_excel_is_a_file(used: Home) -> None:
    assert "--out" in used.history("--export", "csv", "--csv", "excel").complaint
    assert "--export csv" in used.history("--csv", "excel").complaint
