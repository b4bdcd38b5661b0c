"""The file that is written says just what the exercise is."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library, read_exercise
from formcheck.learn.document import as_toml
from formcheck.learn.draft import Draft
from formcheck.learn.learn_exercise import learn_exercise
from tests.learn.films import squats

EXERCISES = list(library().values())


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_reads_back_as_it_was(exercise: Exercise, tmp_path: Path) -> None:
    file = tmp_path / "exercise.toml"
    file.write_text(as_toml(Draft(exercise, {})), "utf-8")
    assert read_exercise(file) == exercise


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_title_survives(text: str) -> None:
    exercise = EXERCISES[0].model_copy(update={"title": text})
    assert tomllib.loads(as_toml(Draft(exercise, {})))["title"] == text


@settings(max_examples=60)
@given(note=st.text(st.characters(exclude_categories=["Cs"])))
def test_no_note_spoils_the_file(note: str) -> None:
    exercise = EXERCISES[0]
    notes = {"": (note,), "posture": (note,), f"criteria.{exercise.criteria[0].id}": (note,)}
    assert tomllib.loads(as_toml(Draft(exercise, notes)))["id"] == exercise.id


def test_a_file_name_that_is_no_text_can_be_written_down() -> None:
    exercise = EXERCISES[0].model_copy(update={"source_note": "\udcff.mp4"})
    as_toml(Draft(exercise, {"": ("from \udcff.mp4",)})).encode("utf-8")


def test_notes_stand_before_what_they_are_about() -> None:
    draft = learn_exercise(squats(), "slow-squat").draft
    lines = as_toml(draft).splitlines()
    at = lines.index('id = "knee-furthest"')
    assert lines[at - 1] == "[[criteria]]"
    assert lines[at - 2].startswith("# Shown: ")


def test_it_reads_in_the_order_of_the_programs_own_files() -> None:
    draft = learn_exercise(squats(), "slow-squat").draft
    written = tomllib.loads(as_toml(replace(draft, notes={})))
    bird_dog = Path(__file__).parents[2] / "formcheck/exercises/library/bird-dog/exercise.toml"
    own = tomllib.loads(bird_dog.read_text("utf-8"))
    common = [key for key in own if key in written]
    assert [key for key in written if key in own] == common
