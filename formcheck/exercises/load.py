"""Exercises in one call: the program's own, and with them those of a user's folder."""

from pathlib import Path

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary


def library(folder: str | Path | None = None) -> ExerciseLibrary:
    """The program's own exercises by id, and with them those of a user's folder where one is given.

        for id, exercise in formcheck.library().items():
            print(id, exercise.title, exercise.kind)

    Where both have an id, the folder's comes first. It may hold all that the built-in ones have:
    exercises as folders or as single files, start positions, movements to avoid, sources and
    translations.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    built_in = ExerciseLibrary.built_in()
    return built_in if folder is None else built_in.with_folder(Path(folder))


def read_exercise(path: str | Path) -> Exercise:
    """The exercise in a TOML file, or in a folder of its own.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    return library().read(Path(path))


def find_exercise(wanted: str | Path, folder: str | Path | None = None) -> Exercise:
    """An exercise by id, by the path of its file or folder, or by id from a user's folder.

        exercise = formcheck.find_exercise("bird-dog")
        print(exercise.camera.place, *exercise.steps)

    Raises ExerciseError, which names the nearest id, where there is none.
    """
    return library(folder).find(wanted)
