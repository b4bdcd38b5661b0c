"""A programme as data: a TOML file that a physiotherapist writes, or a person for themselves."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from formcheck.errors import FormcheckError

USUAL = "low-back"
"""The programme of someone who names none."""

USUAL_REST_S = 20.0
"""Between sets and exercises; an engineering value: long enough to hear what comes next."""


class ProgrammeError(FormcheckError):
    """A programme file that can't be used."""


class Entry(BaseModel):
    """One exercise of a programme; what is left out is as the exercise's own file says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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


class Programme(BaseModel):
    """What one session is made of, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, Field(min_length=1, description="what to call it")]
    entries: tuple[Entry, ...] = Field(min_length=1, description="one or more [[entries]]")


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
        raise ProgrammeError("\n".join(_explain(error, name))) from None


def _explain(error: ValidationError, name: str) -> list[str]:
    """One line a mistake: the file, the key counted from 1 as people do, and what to write."""
    lines = []
    mistakes = error.errors(include_url=False)
    # Entries with mistakes aren't counted, which is no second mistake.
    for mistake in [one for one in mistakes if one["type"] != "too_short"] or mistakes:
        parts = [f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in mistake["loc"]]
        key = "".join(parts).lstrip(".") or "the file"
        model = Entry if len(mistake["loc"]) > 1 else Programme
        field = model.model_fields.get(str(mistake["loc"][-1])) if mistake["loc"] else None
        if mistake["type"] == "extra_forbidden":
            remedy = f"there is no such key; there are {', '.join(model.model_fields)}"
        else:
            about = f"; write {field.description}" if field and field.description else ""
            remedy = f"{mistake['msg'][:1].lower()}{mistake['msg'][1:]}{about}"
        lines.append(f"{name}: {key}: {remedy}")
    return lines
