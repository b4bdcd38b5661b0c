"""Reading what a folder of exercises holds: exercises, start positions and sources.

    sources.toml                      references that exercises cite
    sources/de.toml                   what is said of these in German
    start_positions/NAME/             position.toml, and its words in other languages: de.toml
    ID/                               exercise.toml, signature.toml, de.toml
    ID.toml                           or an exercise as one file, its signature as a table in it

A start position may be one file too, `start_positions/NAME.toml`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from formcheck.exercises.cited_source import Source
from formcheck.exercises.complaints import Complaints
from formcheck.exercises.examined import Examined, Table, each_once, examined, table_in
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.glossary import Glossary
from formcheck.exercises.signature import Signature
from formcheck.exercises.start_position import StartPosition
from formcheck.exercises.translatable import Translatable, Translation
from formcheck.exercises.translation import position_words, source_words, translation_from, words
from formcheck.texts.message import message
from formcheck.texts.refusal import problem_of
from formcheck.texts.shown import shown

SOURCES, START_POSITIONS = "sources.toml", "start_positions"
EXERCISE, SIGNATURE, POSITION = "exercise.toml", "signature.toml", "position.toml"
SUFFIX = ".toml"
PROGRAMME = "entries"
"""The key that a programme has and an exercise has not; somebody who writes both keeps them
together."""

ENTRY = "exercise"
"""The key by which each part of a programme names its exercise; no part of an exercise has it."""

Translated = TypeVar("Translated", bound=Translatable)


def glossary_in(folder: Traversable, known: Glossary | None = None) -> Glossary:
    """What a folder's exercises may name: `known`, and the folder's own, which come first.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    complaints = Complaints()
    positions, sources = {}, {}
    for name, read in _positions_in(folder):
        with complaints.gathered():
            positions[name] = read()
    with complaints.gathered():
        sources = {source.key: source for source in _sources_in(folder)}
    complaints.tell()
    return (known or Glossary()).joined(Glossary(positions, sources))


def exercises_in(folder: Traversable, glossary: Glossary) -> list[Exercise]:
    """Every exercise of a folder in alphabetical order; raises as `exercise_at`."""
    complaints, exercises = Complaints(), []
    for entry in filter(holds_exercise, _entries(folder)):
        with complaints.gathered():
            exercises.append(exercise_at(entry, glossary))
    complaints.tell()
    return exercises


def holds_exercise(entry: Traversable) -> bool:
    """Whether something in a folder of exercises is an exercise."""
    if entry.is_dir():
        return entry.joinpath(EXERCISE).is_file()
    if not entry.name.endswith(SUFFIX) or entry.name == SOURCES:
        return False
    return not is_programme(table_in(entry).document)


def is_programme(document: Mapping[str, Any] | None) -> bool:
    """Whether a file names exercises to be done, rather than being one.

    Also where their heading is a slip (`[[entry]]`), which is then told as one of a programme.
    """
    if document is None or "kind" in document:
        return False
    return PROGRAMME in document or any(map(_names_exercises, document.values()))


def _names_exercises(value: object) -> bool:
    entries = value if isinstance(value, list) else (value,)
    return any(isinstance(entry, Mapping) and ENTRY in entry for entry in entries)


def exercise_at(place: Traversable, glossary: Glossary) -> Exercise:
    """The exercise in a folder of its own, or in a file.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    return examined_at(place, glossary).sound


def examined_at(place: Traversable, glossary: Glossary) -> Examined[Exercise]:
    """The exercise in a folder of its own, or in a file, and all that is wrong there."""
    folder = place if place.is_dir() else None
    if folder is not None and not holds_exercise(folder):
        told = message("error.exercise.no_file", path=shown(place), file=EXERCISE)
        return Examined(None, (), (told,))
    file = place if folder is None else folder.joinpath(EXERCISE)
    table = table_in(file)
    signature = None if folder is None else folder.joinpath(SIGNATURE)
    if table.document is not None and signature is not None and signature.is_file():
        table = _with_signature(table, file, signature)
    if table.document is None:
        return Examined(None, (), table.lines)
    if is_programme(table.document):
        return Examined(None, (), (message("error.exercise.programme", name=shown(file)),))
    exercise = examined(Exercise, table.document, file, glossary.names)
    exercise = replace(exercise, lines=(*each_once(table.lines, exercise.unread), *exercise.lines))
    return exercise if folder is None else _with_its_translations(exercise, folder)


def _with_signature(table: Table, file: Traversable, signature: Traversable) -> Table:
    """What an exercise file says, and the signature beside it."""
    document = dict(table.document or {})
    if "signature" in document:
        both = message("error.exercise.two_signatures", path=shown(file), other=shown(signature))
        return Table(document, (*table.lines, both))
    beside = table_in(signature)
    if beside.document is None:
        return Table(document, (*table.lines, *beside.lines))
    own = examined(Signature, beside.document, signature)
    if own.lines:
        return Table(document, (*table.lines, *beside.lines, *own.lines))
    return Table({**document, "signature": own.part}, (*table.lines, *beside.lines))


def _with_its_translations(found: Examined[Exercise], folder: Traversable) -> Examined[Exercise]:
    """Words are held against those of an exercise in which nothing is wrong."""
    if found.lines or found.part is None:
        return found
    try:
        return replace(found, part=_with_translations(found.part, folder, words))
    except ExerciseError as error:
        return replace(found, lines=(problem_of(error),))


def _positions_in(folder: Traversable) -> Iterator[tuple[str, Callable[[], StartPosition]]]:
    """Every start position of a folder: its name, and how to read it."""
    places = folder.joinpath(START_POSITIONS)
    for entry in _entries(places) if places.is_dir() else ():
        if entry.is_dir() and entry.joinpath(POSITION).is_file():
            yield entry.name, partial(_position_of_folder, entry)
        elif entry.name.endswith(SUFFIX):
            name = entry.name.removesuffix(SUFFIX)
            yield name, partial(_position, name, entry)


def _position_of_folder(folder: Traversable) -> StartPosition:
    position = _position(folder.name, folder.joinpath(POSITION))
    return _with_translations(position, folder, position_words)


def _position(name: str, file: Traversable) -> StartPosition:
    table = table_in(file)
    if table.document is None:
        return Examined[StartPosition](None, (), table.lines).sound
    position = examined(StartPosition, {**table.document, "name": name}, file)
    return replace(
        position, lines=(*each_once(table.lines, position.unread), *position.lines)
    ).sound


def _sources_in(folder: Traversable) -> Iterator[Source]:
    file = folder.joinpath(SOURCES)
    if not file.is_file():
        return
    complaints = Complaints()
    for key, entry in table_in(file).sound.items():
        with complaints.gathered():
            source = _source(key, entry, file)
            translated = folder.joinpath(SOURCES.removesuffix(SUFFIX))
            if translated.is_dir():
                source = _with_translations(source, translated, source_words, table=key)
            yield source
    complaints.tell()


def _source(key: str, entry: object, file: Traversable) -> Source:
    if not isinstance(entry, Mapping):
        raise ExerciseError(message("error.exercise.source", path=shown(file), key=key))
    return examined(Source, {**entry, "key": key}, file, before=(key,)).sound


def _with_translations(
    part: Translated,
    folder: Traversable,
    words_of: Callable[[Translated], Mapping[str, str]],
    table: str = "",
) -> Translated:
    """The same with what the folder's files of other languages say, `de.toml` and so on.

    table: of such a file, where it is of several parts.

    Raises ExerciseError, one line a mistake.
    """
    translations: dict[str, Translation] = {}
    complaints = Complaints()
    for entry in _entries(folder):
        code = entry.name.removesuffix(SUFFIX)
        if code != entry.name and entry.name not in (EXERCISE, SIGNATURE, POSITION):
            with complaints.gathered():
                document = table_in(entry).sound
                document = document.get(table, {}) if table else document
                translations[code] = translation_from(document, words_of(part), shown(entry))
    complaints.tell()
    return part.with_translations(translations)


def _entries(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)
