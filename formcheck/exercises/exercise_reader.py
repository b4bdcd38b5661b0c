"""Reading what a folder of exercises holds: exercises, start positions and sources.

    sources.toml                      references that exercises cite
    start_positions/NAME/             position.toml, and its words in other languages: de.toml
    ID/                               exercise.toml, signature.toml, de.toml
    ID.toml                           or an exercise as one file, its signature as a table in it

A start position may be one file too, `start_positions/NAME.toml`.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from formcheck.exercises.cited_source import Source
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.explain import explain
from formcheck.exercises.glossary import Glossary
from formcheck.exercises.signature import Signature
from formcheck.exercises.start_position import StartPosition
from formcheck.exercises.translatable import Translatable, Translation
from formcheck.exercises.translation import position_words, translation_from, words
from formcheck.texts.shown import shown
from formcheck.texts.toml_file import read_toml

SOURCES, START_POSITIONS = "sources.toml", "start_positions"
EXERCISE, SIGNATURE, POSITION = "exercise.toml", "signature.toml", "position.toml"
SUFFIX = ".toml"

Model = TypeVar("Model", bound=BaseModel)
Translated = TypeVar("Translated", bound=Translatable)


def glossary_in(folder: Traversable, known: Glossary | None = None) -> Glossary:
    """What a folder's exercises may name: `known`, and the folder's own, which come first.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    own = Glossary(
        {position.name: position for position in _positions_in(folder)},
        {source.key: source for source in _sources_in(folder)},
    )
    return (known or Glossary()).joined(own)


def exercises_in(folder: Traversable, glossary: Glossary) -> Iterator[Exercise]:
    """Every exercise of a folder in alphabetical order; raises as `exercise_at`."""
    for entry in _entries(folder):
        if holds_exercise(entry):
            yield exercise_at(entry, glossary)


def holds_exercise(entry: Traversable) -> bool:
    """Whether something in a folder of exercises is an exercise."""
    if entry.is_dir():
        return entry.joinpath(EXERCISE).is_file()
    return entry.name.endswith(SUFFIX) and entry.name != SOURCES


def exercise_at(place: Traversable, glossary: Glossary) -> Exercise:
    """The exercise in a folder of its own, or in a file.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    folder = place if place.is_dir() else None
    file = place if folder is None else folder.joinpath(EXERCISE)
    document = _table(file)
    if folder is not None and folder.joinpath(SIGNATURE).is_file():
        if "signature" in document:
            raise ExerciseError(
                f"{shown(file)}: signature: {shown(str(folder.joinpath(SIGNATURE)))} says it "
                "too; delete one of both"
            )
        signature = folder.joinpath(SIGNATURE)
        document["signature"] = _model(Signature, _table(signature), signature, glossary)
    exercise = _model(Exercise, document, file, glossary)
    return exercise if folder is None else _with_translations(exercise, folder, words)


def _positions_in(folder: Traversable) -> Iterator[StartPosition]:
    places = folder.joinpath(START_POSITIONS)
    for entry in _entries(places) if places.is_dir() else ():
        if entry.is_dir() and entry.joinpath(POSITION).is_file():
            position = _position(entry.name, entry.joinpath(POSITION))
            yield _with_translations(position, entry, position_words)
        elif entry.name.endswith(SUFFIX):
            yield _position(entry.name.removesuffix(SUFFIX), entry)


def _position(name: str, file: Traversable) -> StartPosition:
    return _model(StartPosition, {**_table(file), "name": name}, file)


def _sources_in(folder: Traversable) -> Iterator[Source]:
    file = folder.joinpath(SOURCES)
    for key, entry in _table(file).items() if file.is_file() else ():
        if not isinstance(entry, Mapping):
            raise ExerciseError(
                f"{shown(file)}: {key}: a source is a table; write [{key}] above its keys"
            )
        yield _model(Source, {**entry, "key": key}, file, before=key)


def _with_translations(
    part: Translated, folder: Traversable, words_of: Callable[[Translated], Mapping[str, str]]
) -> Translated:
    """The same with what the folder's files of other languages say, `de.toml` and so on."""
    translations: dict[str, Translation] = {}
    for entry in _entries(folder):
        code = entry.name.removesuffix(SUFFIX)
        if code != entry.name and entry.name not in (EXERCISE, SIGNATURE, POSITION):
            translations[code] = translation_from(_table(entry), words_of(part), str(entry))
    return part.with_translations(translations)


def _entries(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _table(file: Traversable) -> dict[str, Any]:
    try:
        return read_toml(file)
    except FileNotFoundError:
        raise ExerciseError(f"there is no file {shown(file)}; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{shown(file)} can't be read as text: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError(
            f"{shown(file)} is not valid TOML: {error}; check quotes, brackets and = signs there"
        ) from None


def _model(
    model: type[Model],
    document: Mapping[str, Any],
    file: Traversable,
    glossary: Glossary | None = None,
    before: str = "",
) -> Model:
    """before: the table of the file that the document is."""
    try:
        return model.model_validate(document, context=glossary and glossary.names)
    except ValidationError as error:
        raise ExerciseError("\n".join(explain(error, model, shown(file), before))) from None
