"""`formcheck exercises`: list the exercises, show one, or check one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli.console import console, print_json
from formcheck.cli.options import LanguageOption


def exercises(
    exercise: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="The exercise to show; without it, all are listed."),
    ] = "",
    validate: Annotated[
        Path | None,
        typer.Option("--validate", metavar="FILE", help="Check an exercise file of your own."),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--exercises", metavar="DIR", help="A folder of your own exercise files."),
    ] = None,
    measures: Annotated[
        bool, typer.Option("--measures", help="List what can be measured, for writing exercises.")
    ] = False,
    language: LanguageOption = "en",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """List the exercises, or show one: how it is done, the camera, what is judged, how much."""
    from formcheck.cli import exercise_pages as pages
    from formcheck.cli.chosen import all_exercises
    from formcheck.exercises.load import find_exercise, read_exercise
    from formcheck.exercises.translation import translated
    from formcheck.form.vocabulary import VocabularyError, check_vocabulary
    from formcheck.texts.texts import load_texts

    texts = load_texts(language)
    if measures:
        if json:
            print_json(pages.measures_document())
        else:
            console().print(pages.measures_page())
        return
    if validate is not None:
        shown = read_exercise(validate)
        try:
            check_vocabulary(shown)
        except VocabularyError as error:
            mistakes = str(error).replace(f"{shown.id}: ", f"{validate}: ")
            raise VocabularyError(mistakes) from None
    elif exercise:
        shown = translated(find_exercise(exercise, folder), texts)
    else:
        listed = [translated(one, texts) for one in all_exercises(folder)]
        if json:
            print_json({"exercises": [one.model_dump(mode="json") for one in listed]})
        else:
            console().print(pages.list_page(listed))
        return
    if json:
        print_json(shown.model_dump(mode="json"))
    elif validate is not None:
        console().print(pages.understood_page(shown, validate))
    else:
        console().print(pages.exercise_page(shown))
