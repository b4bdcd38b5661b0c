"""Reading exercises from TOML files: the program's own and the user's."""

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise, StartPosition
from formcheck.exercises.explain import explain

LIBRARY = "library"


class ExerciseError(FormcheckError):
    """An exercise file that can't be used, or an exercise that isn't there."""


@cache
def start_positions() -> Mapping[str, StartPosition]:
    """The named start positions that exercises may begin from."""
    text = files(__package__).joinpath("start_positions.toml").read_text("utf-8")
    return {
        name: StartPosition.model_validate(position)
        for name, position in tomllib.loads(text).items()
    }


@cache
def library() -> Mapping[str, Exercise]:
    """The program's own exercises by id, in alphabetical order."""
    folder = files(__package__).joinpath(LIBRARY)
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    exercises = [
        _parse(entry.read_text("utf-8"), entry.name)
        for entry in entries
        if entry.name.endswith(".toml")
    ]
    return {exercise.id: exercise for exercise in exercises}


def read_exercise(path: Path) -> Exercise:
    """The exercise in a TOML file.

    Raises ExerciseError that names the file, the key and the remedy, one line a mistake.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise ExerciseError(f"there is no file {path}; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError(f"{path} can't be read as text: {error}") from None
    return _parse(text, str(path))


def find_exercise(wanted: str, folder: Path | None = None) -> Exercise:
    """An exercise by id, by the path of a TOML file, or by id from a folder of such files.

    Raises ExerciseError, which names the nearest id, where there is none.
    """
    if wanted.endswith(".toml"):
        return read_exercise(Path(wanted))
    available = {**library(), **{own.id: own for own in _own(folder)}}
    if wanted in available:
        return available[wanted]
    near = get_close_matches(wanted, available, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]!r}?" if near else "see `formcheck exercises`"
    raise ExerciseError(f"there is no exercise {wanted!r}; {hint}")


def _own(folder: Path | None) -> Iterator[Exercise]:
    if folder is None:
        return
    if not folder.is_dir():
        raise ExerciseError(f"{folder} is no folder; give a folder of exercise files")
    for path in sorted(folder.glob("*.toml")):
        yield read_exercise(path)


def _parse(text: str, name: str) -> Exercise:
    try:
        exercise = Exercise.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError(
            f"{name} is not valid TOML: {error}; check quotes, brackets and = signs there"
        ) from None
    except ValidationError as error:
        raise ExerciseError("\n".join(explain(error, name))) from None
    if exercise.start.position not in start_positions():
        known = ", ".join(start_positions())
        raise ExerciseError(
            f"{name}: start.position: there is no start position {exercise.start.position!r}; "
            f"there are {known}"
        )
    return exercise
