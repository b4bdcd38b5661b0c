"""Every language says everything that English says."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

import pytest
from pydantic import BaseModel

from formcheck.exercises.cited_source import Source
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.explain import defined_in
from formcheck.exercises.start_position import StartPosition
from formcheck.exercises.translation import position_words, source_words, words
from formcheck.exercises.unknown_key import inner_model
from formcheck.form.roles import ROLES
from formcheck.measure.catalogue import CATALOGUE
from formcheck.programmes.programme import Programme
from formcheck.texts.entries import ENGLISH, languages, own_entries
from formcheck.texts.texts import UnknownLanguageError, load_texts

OTHERS = [language for language in languages() if language != ENGLISH]

MOST_WORDS = 6
"""A spoken cue must be understood during a movement."""


def exercise_texts(language: str) -> Mapping[str, str]:
    """The words of exercises and start positions, under their names."""
    library = ExerciseLibrary.built_in()
    exercises, positions = library.exercises.values(), library.start_positions.values()
    parts = [(f"exercises.{one.id}", one.translations, words(one)) for one in exercises]
    parts += [
        (f"start_positions.{one.name}", one.translations, position_words(one)) for one in positions
    ]
    parts += [
        (f"sources.{one.key}", one.translations, source_words(one))
        for one in library.glossary.sources.values()
    ]
    return {
        f"{name}.{key}": text
        for name, translations, english in parts
        for key, text in (english if language == ENGLISH else translations[language].words).items()
    }


def places(text: str) -> list[tuple[str, str | None]]:
    """The places for values in a text, with how each is written."""
    return sorted((name, form) for _, name, form, _ in Formatter().parse(text) if name is not None)


def everything(language: str) -> Mapping[str, str]:
    return {**exercise_texts(language), **own_entries(language)}


def cues(language: str) -> Iterator[tuple[str, str]]:
    for key, text in everything(language).items():
        if re.search(r"\.cue(_below|_above)?$", key) and not key.startswith("key."):
            yield key, text


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing_and_nothing_is_left_over(language: str) -> None:
    assert set(everything(language)) == set(everything(ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_the_places_for_values_are_the_same(language: str) -> None:
    english, other = everything(ENGLISH), everything(language)
    differ = [key for key in english if key in other and places(english[key]) != places(other[key])]
    assert differ == []


@pytest.mark.parametrize("language", languages())
def test_no_text_is_empty_or_has_blanks_at_its_ends(language: str) -> None:
    bad = [key for key, text in everything(language).items() if not text or text != text.strip()]
    assert bad == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_stays_a_sentence(language: str) -> None:
    """A cue has no full stop, a step has one: what is shown beside it relies on it. A single word
    may be an abbreviation."""
    english, other = everything(ENGLISH), everything(language)
    ends = (".", "?", "!", ":")
    differ = [
        key
        for key in english
        if " " in other.get(key, "") and english[key].endswith(ends) != other[key].endswith(ends)
    ]
    assert differ == []


@pytest.mark.parametrize("language", languages())
def test_a_cue_has_at_most_six_words(language: str) -> None:
    assert len(dict(cues(language))) > 70
    assert [text for _, text in cues(language) if len(text.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("language", languages())
def test_what_is_too_low_is_told_differently_from_what_is_too_high(language: str) -> None:
    told = dict(cues(language))
    below = [key for key in told if key.endswith(".cue_below")]
    above = [(key, key.replace("_below", "_above")) for key in below]
    assert [key for key, other in above if told[key] == told.get(other)] == []


@pytest.mark.parametrize("part", ["name", "about"])
@pytest.mark.parametrize("language", languages())
def test_every_measure_has_its_words(language: str, part: str) -> None:
    before = f"measure.{part}."
    told = {key.removeprefix(before) for key in load_texts(language).entries if before in key}
    assert set(CATALOGUE) <= told


@pytest.mark.parametrize("part", ["side", "role"])
@pytest.mark.parametrize("language", languages())
def test_every_side_has_its_words(language: str, part: str) -> None:
    entries = load_texts(language).entries
    assert [one for one in ROLES if f"measure.{part}.{one}" not in entries] == []


def described(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """What belongs at each key of a file, below it too."""
    for key, field in model.model_fields.items():
        if field.description:
            text = field.description.replace("{", "{{").replace("}", "}}")
            yield f"key.{defined_in(model, key).__name__}.{key}", text
        inner = inner_model(field.annotation)
        if inner is not None:
            yield from described(inner)


def test_what_belongs_at_a_key_is_told_as_its_class_says() -> None:
    models = (Exercise, StartPosition, Source, Programme)
    keys = {key: text for model in models for key, text in described(model)}
    entries = own_entries(ENGLISH)
    assert keys == {key: text for key, text in entries.items() if key.startswith("key.")}


def test_an_unknown_language_names_those_that_there_are() -> None:
    with pytest.raises(UnknownLanguageError, match=r"'xx'.* de, en"):
        load_texts("xx")
