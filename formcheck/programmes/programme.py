"""A programme as data: a TOML file that a physiotherapist writes, or a person for themselves."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from formcheck.errors import FormcheckError
from formcheck.exercises.explain import explain
from formcheck.exercises.file_part import FilePart

USUAL = "low-back"
"""The programme of someone who names none."""

USUAL_REST_S = 20.0
"""Between sets and exercises; an engineering value: long enough to hear what comes next."""


class ProgrammeError(FormcheckError):
    """A programme file that can't be used."""


class ProgrammeEntry(FilePart):
    """One exercise of a programme; what is left out is as the exercise's own file says."""

    exercise: str = Field(min_length=1, description='the id of an exercise, e.g. "bird-dog"')
    reps: int | None = Field(default=None, ge=1, le=100, description="how many repetitions")
    hold_s: float | None = Field(default=None, ge=0, le=600, description="seconds to hold")
    sets: int | None = Field(default=None, ge=1, le=20, description="how many sets")
    sides: Literal["both", "left", "right"] = Field(
        default="both", description='"both", "left" or "right", for exercises with two sides'
    )
    rest_s: float = Field(
        default=USUAL_REST_S, ge=0, le=600, description="seconds to rest after each set"
    )


class Programme(FilePart):
    """What one session is made of, in order."""

    title: Annotated[str, Field(min_length=1, description="what to call it")]
    entries: tuple[ProgrammeEntry, ...] = Field(min_length=1, description="one or more [[entries]]")


def usual_programme() -> Programme:
    """The program's own programme."""
    name = f"{USUAL}.toml"
    return _parse(files(__package__).joinpath(name).read_text("utf-8"), name)


def read_programme(path: Path) -> Programme:
    """The programme in a TOML file.

    Raises ProgrammeError that names the file, the key and the remedy, one line a mistake.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise ProgrammeError(f"There is no file {path}: check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ProgrammeError(f"{path} can't be read as text: {error}") from None
    return _parse(text, str(path))


def _parse(text: str, name: str) -> Programme:
    try:
        return Programme.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeError(
            f"{name} is not valid TOML: {error}; check quotes, brackets and = signs there"
        ) from None
    except ValidationError as error:
        raise ProgrammeError("\n".join(explain(error, Programme, name))) from None
