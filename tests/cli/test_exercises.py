"""`formcheck exercises`: listing, showing, and checking one's own file."""

import json
from pathlib import Path
from typing import Any

import pytest

from formcheck.cli.main import run
from formcheck.exercises.load import library
from tests.cli.running import run_here

OWN = Path(__file__).parents[2] / "formcheck/exercises/library/bird-dog/exercise.toml"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["exercises", *arguments]) == 0
    return capsys.readouterr().out


def test_the_list_has_every_exercise(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys)
    assert all(key in text for key in library())


def test_the_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    document: dict[str, Any] = json.loads(printed(capsys, "--json"))
    assert [one["id"] for one in document["exercises"]] == list(library())


def test_brackets_in_a_title_are_only_brackets(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = OWN.read_text("utf-8").replace('"Bird dog"', '"Dog [/slow]"', 1)
    (tmp_path / "own.toml").write_text(text, "utf-8")
    assert "Dog [/slow]" in printed(capsys, "--exercises", str(tmp_path))


def test_an_exercise_with_steps_camera_numbers_cautions_and_sources(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = " ".join(printed(capsys, "bird-dog").split())
    exercise = library()["bird-dog"]
    for step in (*exercise.steps, exercise.camera.place, *exercise.cautions):
        assert step in text
    assert "Knee (working side) at least 155°, give or take 8°, during hold" in text
    assert "8 to 12 repetitions, hold 3 to 5 s, 2 days a week" in text
    for criterion in exercise.criteria:
        assert all(source.reference in text for source in criterion.source)
        assert criterion.source_note in text


def test_an_exercise_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(printed(capsys, "bird-dog", "--json"))["camera"]["view"] == "side"


def test_measures_have_units_meanings_and_sides(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "--measures")
    assert "back_rounding" in text
    assert "trunk lengths" in text
    assert "the side of the body towards the camera" in text
    document = json.loads(printed(capsys, "--measures", "--json"))
    assert {"name", "unit", "span", "sided", "seen_from", "about"} == set(document["measures"][0])


def test_measures_say_from_where_they_hold(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(printed(capsys, "--measures", "--json"))
    views = {one["name"]: one["seen_from"] for one in document["measures"]}
    assert views["knee"] == ["side"]
    assert views["trunk_twist"] == ["front", "back"]
    assert "Seen from" in printed(capsys, "--measures")


def test_a_valid_file_is_read_back_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(printed(capsys, "--validate", str(OWN)).split())
    assert "is a valid exercise file" in text
    assert "Bird dog begins on all fours, seen from the side." in text
    assert "thigh elevation (working side) rises by at least 20° and comes back" in text
    assert 'otherwise it says "Straighten your raised leg"' in text


@pytest.mark.parametrize(
    ("right", "wrong", "lesson"),
    [
        ("least_travel", "leest_travel", "did you mean 'least_travel'?"),
        ('view = "side"', 'view = "above"', "write side, front, back or three-quarter"),
        ('"knee.working"', '"kneee.working"', "did you mean 'knee'?"),
        ('during = "hold"', 'during = "holding"', "there is no phase 'holding'"),
        ('"trunk_inclination"', '"trunk_inclination.near"', "has no sides"),
        ('position = "all-fours"', 'position = "headstand"', "there are all-fours"),
    ],
)
def test_every_mistake_names_the_file_and_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, lesson: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN.read_text("utf-8").replace(right, wrong), "utf-8")
    assert run(["exercises", "--validate", str(path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert all(line.startswith(f"formcheck: {path}: ") for line in lines)
    assert any(lesson in line for line in lines)


def test_all_mistakes_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.toml"
    text = OWN.read_text("utf-8").replace("hold_s = 3\n", "hold_sec = 3\n")
    path.write_text(text.replace('kind = "exercise"', 'kind = "game"'), "utf-8")
    assert run(["exercises", "--validate", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) >= 2


def test_own_exercises_are_listed_with_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OWN.read_text("utf-8").replace('id = "bird-dog"', 'id = "my-bird-dog"', 1)
    (tmp_path / "own.toml").write_text(text, "utf-8")
    listed = printed(capsys, "--exercises", str(tmp_path))
    assert "my-bird-dog" in listed
    assert "push-up" in listed
    assert "Bird dog" in printed(capsys, "my-bird-dog", "--exercises", str(tmp_path))


PROGRAMME = """title = "For Mrs Example"
[[entries]]
exercise = "bird-dog"
reps = 6
sides = "left"
[[entries]]
exercise = "plank"
sets = 2
"""


def test_a_programme_says_set_by_set_what_it_leads_through(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(PROGRAMME, "utf-8")

    text = printed(capsys, "--validate", str(path))
    document = json.loads(printed(capsys, "--validate", str(path), "--json"))

    assert "1. Bird dog  ·  6 times, 3 seconds each  ·  Left side" in text
    assert "3. Plank  ·  Once, hold for 10 seconds  ·  Set 2 of 2" in text
    assert [one["exercise"] for one in document["entries"]] == ["bird-dog", "plank"]


def test_what_is_wrong_in_a_programme_is_told_in_the_words_of_programmes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(PROGRAMME.replace('"bird-dog"', '"bird-dig"').replace("sets", "reps"), "utf-8")

    assert run(["exercises", "--validate", str(path)]) == 2

    (told,) = capsys.readouterr().err.splitlines()
    assert "entries[1].exercise: there is no exercise 'bird-dig'; did you mean 'bird-dog'?" in told


def test_a_broken_exercise_of_ones_own_is_told_once_and_as_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(PROGRAMME, "utf-8")
    own = OWN.read_text("utf-8").replace('title = "Bird dog"', "title = 3", 1)
    (tmp_path / "own.toml").write_text(own, "utf-8")

    assert run(["exercises", "--validate", str(path), "--exercises", str(tmp_path)]) == 2

    (told,) = capsys.readouterr().err.splitlines()
    assert "own.toml: title: " in told
    assert "entries" not in told


def test_what_has_no_cautions_has_no_heading_for_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = OWN.read_text("utf-8").splitlines()
    own = "\n".join(line for line in lines if not line.startswith("cautions"))
    (tmp_path / "own.toml").write_text(own, "utf-8")
    assert "Be careful" in printed(capsys, "bird-dog")
    assert "Be careful" not in printed(capsys, "bird-dog", "--exercises", str(tmp_path))


def test_in_german_sources_are_cited_by_number_and_stand_in_full_with_their_keys() -> None:
    told = run_here("exercises", "bird-dog", "--language", "de").out
    assert "Woher die Zahl kommt: [1] [2] " in told
    references = told.partition("Quellen")[2]
    assert "[2] Technischer Wert." in references
    assert "(engineering)" in references
