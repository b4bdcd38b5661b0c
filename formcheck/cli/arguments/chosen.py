"""The exercise that the user asked for."""

from pathlib import Path

from formcheck.cli.terminal.output import complain
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.exercise_reader import holds_exercise
from formcheck.exercises.load import library
from formcheck.exercises.rivals import rivals_told
from formcheck.form.vocabulary import check_vocabulary
from formcheck.texts.message import Message, message
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts


class NotChosenError(FormcheckError):
    """No exercise was named."""


def find_chosen(wanted: str, folder: Path | None, *, remedy: Message) -> Exercise:
    """The exercise of this id or TOML file, with only measures that exist.

    folder: of the user's own exercise files. remedy: what to do where none was named.

    Raises NotChosenError, ExerciseError or VocabularyError.
    """
    return find_in(library(folder), wanted, remedy=remedy)


def find_in(known: ExerciseLibrary, wanted: str, *, remedy: Message) -> Exercise:
    """The same among exercises that are there already."""
    if not wanted:
        raise NotChosenError(
            message("error.chosen.none", remedy=remedy, known=", ".join(known.exercises))
        )
    exercise = known.find(wanted)
    check_vocabulary(exercise)
    return exercise


def all_exercises(folder: Path | None) -> list[Exercise]:
    """The program's own exercises and those in the user's folder, which replace them by id."""
    known = library(folder)
    if folder is not None and not any(map(holds_exercise, folder.iterdir())):
        raise NotChosenError(message("error.chosen.empty_folder", path=shown(folder)))
    return list(known.exercises.values())


def told_apart(folder: Path | None, texts: Texts) -> list[Exercise]:
    """All of them, to be recognised; it is said which of the user's own can't be told from others.

    folder: of the user's own exercise files.
    """
    every = all_exercises(folder)
    for number, one in enumerate(every if folder is not None else ()):
        note = rivals_told(one, every[:number])
        if note is not None:
            complain(texts.told(note))
    return every


def check_sides(exercise: Exercise) -> None:
    """Raise NotChosenError where both sides work at once: none alone can be asked for."""
    if exercise.sides.pattern == "none":
        raise NotChosenError(message("error.chosen.both_sides", title=exercise.title))
