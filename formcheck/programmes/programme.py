"""A programme as data: a TOML file that a physiotherapist writes, or a person for themselves."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from formcheck.errors import FormcheckError
from formcheck.exercises.examined import each_once, told_of
from formcheck.exercises.exercise_reader import is_programme
from formcheck.exercises.explain import explained
from formcheck.exercises.file_part import FilePart
from formcheck.exercises.mistake import Mistake
from formcheck.exercises.slips import put_right
from formcheck.exercises.span import largest_first, spanned
from formcheck.programmes.limits import LONGEST_HOLD_S, LONGEST_REST_S, MOST_REPETITIONS, MOST_SETS
from formcheck.texts.message import Message, message, one_below_the_other
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.toml_file import TomlMistakesError, read_toml

Repetitions = Annotated[int, Field(ge=1, le=MOST_REPETITIONS)]
RepetitionSpan = Annotated[tuple[Repetitions, Repetitions], spanned(Repetitions)]

USUAL = "low-back"
"""The programme of someone who names none."""

USUAL_REST_S = 20.0
"""Between sets and exercises; an engineering value: long enough to hear what comes next."""


class ProgrammeError(FormcheckError):
    """A programme file that can't be used."""


class ProgrammeEntry(FilePart):
    """One exercise of a programme; what is left out is as the exercise's own file says."""

    exercise: str = Field(min_length=1, description='the id of an exercise, e.g. "bird-dog"')
    reps: RepetitionSpan | None = Field(
        default=None, description="how many repetitions, or fewest and most, as [5, 8]"
    )
    hold_s: float | None = Field(
        default=None, ge=0, le=LONGEST_HOLD_S, description="seconds to hold"
    )
    sets: int | None = Field(default=None, ge=1, le=MOST_SETS, description="how many sets")
    sides: Literal["both", "left", "right"] = Field(
        default="both", description='"both", "left" or "right", for exercises with two sides'
    )
    rest_s: float = Field(
        default=USUAL_REST_S, ge=0, le=LONGEST_REST_S, description="seconds to rest after each set"
    )

    def mistakes(self) -> Iterator[Mistake]:
        """The larger number first."""
        if largest_first(self.reps):
            yield Mistake(("reps",), message("mistake.smaller_first"))


class Programme(FilePart):
    """What one session is made of, in order."""

    title: Annotated[str, Field(min_length=1, description="what to call it")]
    entries: tuple[ProgrammeEntry, ...] = Field(min_length=1, description="one or more [[entries]]")


def usual_programme() -> Programme:
    """The program's own programme."""
    name = f"{USUAL}.toml"
    return _checked(read_toml(files(__package__).joinpath(name)), name)


def read_programme(path: Path) -> Programme:
    """The programme in a TOML file.

    Raises ProgrammeError that names the file, the key and the remedy, one line a mistake.
    """
    name = shown(path)
    try:
        return _checked(read_toml(path), name)
    except FileNotFoundError:
        raise ProgrammeError(message("error.programme.missing", name=name)) from None
    except OSError as error:
        raise ProgrammeError(
            message("error.programme.unread", name=name, reason=reason_told(error))
        ) from None
    except TomlMistakesError as error:
        lines = told_of(name, error)
        if error.document is not None:
            lines = _mistakes(error.document, name, lines)
        raise ProgrammeError(one_below_the_other(lines)) from None


def _checked(document: Mapping[str, Any], name: str) -> Programme:
    lines = _mistakes(document, name)
    if lines:
        raise ProgrammeError(one_below_the_other(lines))
    return Programme.model_validate(document)


def _mistakes(
    document: Mapping[str, Any], name: str, lines: tuple[Message, ...] = ()
) -> tuple[Message, ...]:
    """All that is wrong. lines: what was no TOML."""
    if "kind" in document and not is_programme(document):
        return (*lines, message("error.programme.exercise", name=name))
    righted, slips = put_right(document, Programme)
    wrong = list(slips)
    try:
        Programme.model_validate(righted)
    except ValidationError as error:
        wrong += explained(error, Programme)
    return (*each_once(lines, wrong), *(mistake.in_file(name) for mistake in wrong))
