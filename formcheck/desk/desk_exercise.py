"""What good sitting is: the exercise file, and what can be seen of it behind a desk."""

import tomllib
from importlib.resources import files
from pathlib import Path

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.glossary import Glossary
from formcheck.exercises.load import library
from formcheck.exercises.translation import translated
from formcheck.form.vocabulary import check_vocabulary
from formcheck.texts.texts import Texts

EXTRAS = ("shoulders_up", "head_up")
"""Criteria by file and by where their words are; the last is told where no other is."""


def desk_exercise(texts: Texts, folder: Path | None = None) -> Exercise:
    """The posture at the desk with the criterion for hidden hips, in the language of the texts.

    folder: of the user's own exercise files, which come first.

    Raises ExerciseError or VocabularyError where the user's file is wrong.
    """
    known = library(folder)
    exercise = known.at_the_desk()
    check_vocabulary(exercise)
    exercise = translated(exercise, texts)
    own = {criterion.id for criterion in exercise.criteria}
    extras = (_behind_a_desk(name, texts, known.glossary) for name in EXTRAS)
    criteria = (*exercise.criteria, *(extra for extra in extras if extra.id not in own))
    return exercise.model_copy(update={"criteria": criteria})


def _behind_a_desk(name: str, texts: Texts, glossary: Glossary) -> Criterion:
    document = tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    words = {key: texts.text(f"desk.{name}.{key}") for key in ("title", "cue", "why")}
    return Criterion.model_validate({**document, **words}, context=glossary.names)
