"""Listing and showing exercises, and checking one's own."""

from pathlib import Path

from formcheck.cli.arguments.chosen import all_exercises
from formcheck.cli.arguments.live_choice import programme_steps
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.exercise_pages import (
    exercise_page,
    list_page,
    measures_document,
    measures_page,
    understood_page,
)
from formcheck.cli.terminal.output import print_json
from formcheck.cli.terminal.programme_page import programme_page
from formcheck.cli.terminal.status import DONE
from formcheck.exercises.examined import table_in
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.exercise_reader import is_programme
from formcheck.exercises.load import find_exercise, library
from formcheck.exercises.mistake import beyond
from formcheck.exercises.rivals import rivals_told
from formcheck.exercises.translation import translated
from formcheck.form.vocabulary import misspoken
from formcheck.programmes.programme import read_programme
from formcheck.texts.message import message, one_below_the_other
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts


def show_exercises(
    exercise: str,
    folder: Path | None,
    *,
    validate: Path | None,
    measures: bool,
    language: str,
    json: bool,
) -> int:
    """Answer what was asked; returns the exit status. See `formcheck exercises --help`.

    exercise: the id of the only one to show, empty for all. folder: of the user's own files.
    """
    texts = load_texts(language)
    if measures:
        page, document = measures_page(texts), measures_document(texts)
    elif validate is not None and is_programme(table_in(validate).document):
        steps = programme_steps(validate, folder, texts)
        page = programme_page(steps, validate, texts)
        document = read_programme(validate).model_dump(mode="json")
    elif validate is not None:
        own = translated(_validated(validate), texts)
        note = rivals_told(own, library(folder).values())
        page, document = understood_page(own, validate, note, texts), own.model_dump(mode="json")
    elif exercise:
        one = translated(find_exercise(exercise, folder), texts)
        page, document = exercise_page(one, texts), one.model_dump(mode="json")
    else:
        every = [translated(one, texts) for one in all_exercises(folder)]
        page = list_page(every, texts)
        document = {"exercises": [one.model_dump(mode="json") for one in every]}
    if json:
        print_json(document)
    else:
        console().print(page)
    return DONE


def _validated(file: Path) -> Exercise:
    """The exercise in a file of the user's own.

    Raises ExerciseError with all that is wrong in it.
    """
    known = library()
    if str(file) in known and not file.exists():
        raise ExerciseError(message("error.exercise.built_in", name=str(file)))
    found = known.examine(file)
    lines = list(found.lines)
    if found.part is not None:
        spoken = beyond(found.unread, misspoken(found.part))
        lines += (mistake.in_file(shown(file)) for mistake in spoken)
    if lines:
        raise ExerciseError(one_below_the_other(lines))
    return known.adopted(found.sound)
