"""An exercise in another language is the same exercise."""

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.load import library
from formcheck.exercises.repetition import Phases
from formcheck.exercises.start_position import StartPosition
from formcheck.exercises.translatable import Translation
from formcheck.exercises.translation import (
    position_words,
    translated,
    translated_position,
    words,
)
from formcheck.form.vocabulary import check_vocabulary
from formcheck.texts.texts import load_texts

GERMAN = load_texts("de")


def numbers(exercise: Exercise) -> object:
    """Everything that is measured and judged, without words."""
    return [
        (criterion.id, condition.measure, condition.at_least, condition.at_most, condition.unless)
        for criterion in exercise.criteria
        for condition in criterion.conditions
    ]


@pytest.mark.parametrize("exercise", library().values(), ids=lambda one: one.id)
def test_every_word_of_an_exercise_is_translated(exercise: Exercise) -> None:
    german = translated(exercise, GERMAN)

    assert words(german).keys() == words(exercise).keys()
    assert words(german) == exercise.translations["de"].words


@pytest.mark.parametrize("exercise", library().values(), ids=lambda one: one.id)
def test_a_translated_exercise_is_valid_and_judges_the_same(exercise: Exercise) -> None:
    german = translated(exercise, GERMAN)

    # Validation holds that the phases differ and that every criterion is judged in one of them.
    glossary = ExerciseLibrary.built_in().glossary
    again = Exercise.model_validate(german.model_dump(), context=glossary.names)
    assert again.model_dump() == german.model_dump()
    check_vocabulary(german)
    assert numbers(german) == numbers(exercise)
    assert (german.repetition, german.posture, german.start) == (
        exercise.repetition,
        exercise.posture,
        exercise.start,
    )


@pytest.mark.parametrize("exercise", library().values(), ids=lambda one: one.id)
def test_a_criterion_is_judged_in_the_same_phase(exercise: Exercise) -> None:
    german = translated(exercise, GERMAN)

    phases = dict(zip(exercise.phases.names(), german.phases.names(), strict=True))
    for criterion, other in zip(exercise.criteria, german.criteria, strict=True):
        assert other.during == phases.get(criterion.during, "all")


def test_in_english_an_exercise_is_as_its_file_says() -> None:
    for exercise in library().values():
        assert translated(exercise, load_texts("en")) == exercise


def test_an_exercise_of_ones_own_keeps_its_words() -> None:
    own = library()["bridge"].with_translations({})

    assert translated(own, GERMAN) == own


def test_ones_own_words_in_a_copy_of_an_exercise_stay() -> None:
    bridge = library()["bridge"]
    own = bridge.model_copy(update={"title": "Bridge as Ann taught me"})

    german = translated(own, GERMAN)

    assert german.title == "Bridge as Ann taught me"
    assert german.why == translated(bridge, GERMAN).why


def test_translating_twice_changes_nothing_more() -> None:
    for exercise in library().values():
        german = translated(exercise, GERMAN)
        assert translated(german, GERMAN) == german


def test_what_a_translation_lacks_stays_as_it_is() -> None:
    bridge = library()["bridge"]
    little = Translation(words(bridge), {"title": "Brücke", "steps.2": "Heben."})

    german = translated(bridge.with_translations({"de": little}), GERMAN)

    assert german.title == "Brücke"
    assert german.steps == (bridge.steps[0], "Heben.", *bridge.steps[2:])
    assert german.criteria == bridge.criteria


@pytest.mark.parametrize(
    "position", ExerciseLibrary.built_in().start_positions.values(), ids=lambda one: one.name
)
def test_every_word_of_a_start_position_is_translated(position: StartPosition) -> None:
    german = translated_position(position, GERMAN)

    assert position_words(german) == position.translations["de"].words
    assert position_words(german).keys() == position_words(position).keys()
    assert [(limit.measure, limit.at_least, limit.at_most) for limit in german.ranges] == [
        (limit.measure, limit.at_least, limit.at_most) for limit in position.ranges
    ]


def test_phases_that_a_file_leaves_out_have_a_name_in_every_language() -> None:
    bridge = library()["bridge"]
    usual = bridge.model_copy(update={"phases": Phases()})

    assert translated(usual, load_texts("en")).phases == Phases()
    assert translated(usual, GERMAN).phases.peak == "halten"
