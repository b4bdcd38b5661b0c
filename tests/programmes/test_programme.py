"""Programmes as files: the program's own, and those that people write."""

from pathlib import Path

import pytest

from formcheck.exercises.load import library
from formcheck.programmes.programme import (
    ProgrammeError,
    read_programme,
    usual_programme,
)

IN_ORDER = (
    "partial-sit-up",
    "hamstring-stretch",
    "wall-squat",
    "bird-dog",
    "childs-pose",
    "cat-stretch",
    "pelvic-tilt",
    "side-leg-lift",
    "leg-raise",
    "seated-twist",
)


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_usual_programme_follows_the_article() -> None:
    entries = usual_programme().entries

    assert tuple(entry.exercise for entry in entries) == IN_ORDER
    assert all(entry.exercise in library() for entry in entries)


def test_a_programme_of_ones_own(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'title = "Mine"\n[[entries]]\nexercise = "plank"\nreps = 3\nhold_s = 15\nsets = 2\n'
        'sides = "left"\nrest_s = 40\n',
    )

    (entry,) = read_programme(path).entries

    assert (entry.exercise, entry.reps, entry.hold_s, entry.sets) == ("plank", (3, 3), 15, 2)
    assert (entry.sides, entry.rest_s) == ("left", 40)


def test_repetitions_may_be_from_so_many_to_so_many(tmp_path: Path) -> None:
    """As an exercise's own file has them."""
    path = written(tmp_path, 'title = "M"\n[[entries]]\nexercise = "plank"\nreps = [5, 8]')

    (entry,) = read_programme(path).entries

    assert entry.reps == (5, 8)


@pytest.mark.parametrize(
    ("written_as", "remedy"),
    [("reps = 5-8", "[5, 8]"), ("rest_s = 1 min", "60"), ("reps = 8 per side", "8")],
)
def test_what_a_slip_is_told_to_become_is_accepted(
    tmp_path: Path, written_as: str, remedy: str
) -> None:
    """One line, and its remedy works."""
    begun = 'title = "M"\n[[entries]]\nexercise = "bird-dog"\n'
    with pytest.raises(ProgrammeError) as caught:
        read_programme(written(tmp_path, begun + written_as))
    assert len(str(caught.value).splitlines()) == 1
    assert remedy in str(caught.value)

    key = written_as.split(" = ")[0]
    assert read_programme(written(tmp_path, f"{begun}{key} = {remedy}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title = ", "not valid TOML"),
        ('title = "Mine"\nentries = []', "entries: "),
        ('title = "Mine"\n[[entries]]\nreps = 3', "entries[1].exercise: is missing; write the id"),
        ('title = "M"\n[[entries]]\nexercise = "plank"\nreps = 0', "entries[1].reps: "),
        ('title = "M"\n[[entries]]\nexercise = "plank"\nrepeats = 3', "there is no such key"),
        ('title = "M"\n[[entries]]\nexercise = "plank"\nset = 3', "did you mean 'sets'?"),
        ('title = "M"\n[[entries]]\nexercise = "plank"\nreps = [8, 5]', "the smaller number first"),
        ('title = "M"\n[[entries]]\nexercise = "plank"\nreps = [5, 800]', "800 is too large"),
        (
            'title = "M"\n[[entries]]\nexercise = "plank"\nreps = "5-8"',
            '"5-8" is no number; write how many repetitions, or fewest and most, as [5, 8]',
        ),
        (
            'title = "M"\n[[entries]]\nexercise = "plank"\nhold_s = [3, 5]',
            "entries[1].hold_s: one number stands here, and no list; write seconds to hold",
        ),
        ('title = "M"\n[[entry]]\nexercise = "plank"', "did you mean 'entries'?"),
        ('title = "M"\n[[exercises]]\nexercise = "plank"', "entries: is missing"),
        ('[[entries]]\nexercise = "plank"', "title: is missing; write what to call it"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(ProgrammeError) as caught:
        read_programme(path)

    assert str(path) in str(caught.value)
    assert expected in str(caught.value)


def test_a_heading_with_a_slip_is_one_mistake(tmp_path: Path) -> None:
    path = written(tmp_path, 'title = "M"\n[[entry]]\nexercise = "plank"')

    with pytest.raises(ProgrammeError) as caught:
        read_programme(path)

    assert len(str(caught.value).splitlines()) == 1


def test_what_is_no_toml_and_what_is_no_programme_are_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, 'title = "M"\n[[entries]]\nexercise = plank\nreps = six\nset = 3')

    with pytest.raises(ProgrammeError) as caught:
        read_programme(path)

    for told in ("line 3: ", '"six" is no number', "did you mean 'sets'?"):
        assert told in str(caught.value)


def test_a_file_that_is_not_there_and_one_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError, match="There is no file"):
        read_programme(tmp_path / "none.toml")
    (tmp_path / "noise.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProgrammeError, match="Save it as plain text in UTF-8"):
        read_programme(tmp_path / "noise.toml")


def test_an_exercise_is_told_from_a_programme(tmp_path: Path) -> None:
    path = written(tmp_path, 'id = "mine"\ntitle = "Mine"\nkind = "exercise"\n')

    with pytest.raises(ProgrammeError, match="is an exercise and not a programme") as caught:
        read_programme(path)

    assert len(str(caught.value).splitlines()) == 1
