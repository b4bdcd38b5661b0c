"""Exercises in one call: the program's own, and with them those of a user's folder."""

from collections.abc import Mapping
from pathlib import Path

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary


def library() -> Mapping[str, Exercise]:
    """The program's own exercises by id, in alphabetical order."""
    return ExerciseLibrary.built_in().exercises


def library_with(folder: Path | None) -> ExerciseLibrary:
    """The program's own exercises, with those of a user's folder where there is one.

    Raises ExerciseError, one line a mistake.
    """
    built_in = ExerciseLibrary.built_in()
    return built_in if folder is None else built_in.with_folder(folder)


def read_exercise(path: Path) -> Exercise:
    """The exercise in a TOML file, or in a folder of its own.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    return ExerciseLibrary.built_in().read(path)


def find_exercise(wanted: str, folder: Path | None = None) -> Exercise:
    """An exercise by id, by the path of its file or folder, or by id from a user's folder.

    Raises ExerciseError, which names the nearest id, where there is none.
    """
    return library_with(folder).find(wanted)
