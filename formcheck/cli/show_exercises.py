"""Listing and showing exercises, and checking one's own."""

from pathlib import Path

from formcheck.cli.chosen import all_exercises
from formcheck.cli.console import console
from formcheck.cli.exercise_pages import (
    exercise_page,
    list_page,
    measures_document,
    measures_page,
    understood_page,
)
from formcheck.cli.output import print_json
from formcheck.cli.status import DONE
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import find_exercise, read_exercise
from formcheck.exercises.translation import translated
from formcheck.form.vocabulary import VocabularyError, check_vocabulary
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
        page, document = measures_page(), measures_document()
    elif validate is not None:
        own = _validated(validate)
        page, document = understood_page(own, validate), own.model_dump(mode="json")
    elif exercise:
        one = translated(find_exercise(exercise, folder), texts)
        page, document = exercise_page(one), one.model_dump(mode="json")
    else:
        every = [translated(one, texts) for one in all_exercises(folder)]
        page = list_page(every)
        document = {"exercises": [one.model_dump(mode="json") for one in every]}
    if json:
        print_json(document)
    else:
        console().print(page)
    return DONE


def _validated(file: Path) -> Exercise:
    """The exercise in a file of the user's own.

    Raises ExerciseError or VocabularyError with all that is wrong in it.
    """
    exercise = read_exercise(file)
    try:
        check_vocabulary(exercise)
    except VocabularyError as error:
        mistakes = str(error).replace(f"{exercise.id}: ", f"{file}: ")
        raise VocabularyError(mistakes) from None
    return exercise
