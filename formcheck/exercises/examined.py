"""A file of exercises as far as it could be read, and all that is wrong in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from formcheck.exercises.exercise_error import ExerciseError
from formcheck.exercises.explain import explained
from formcheck.exercises.file_part import FilePart
from formcheck.exercises.mistake import Mistake, Place, beyond
from formcheck.exercises.names import Names
from formcheck.exercises.salvage import mistakes_below, salvaged
from formcheck.exercises.slips import put_right
from formcheck.exercises.value_mistake import NO_NUMBER
from formcheck.texts.message import Message, message, one_below_the_other
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.toml_file import TomlMistakesError, read_toml
from formcheck.texts.toml_slips import key_of_word

Part = TypeVar("Part", bound=FilePart)


@dataclass(frozen=True)
class Examined(Generic[Part]):
    """A part as a file has it.

    part: what could be made of it, to be used only where nothing is wrong; None where that is
    nothing. unread: the values that can't be used. lines: these and all else that is wrong, with
    the file's name, one line each.
    """

    part: Part | None
    unread: tuple[Mistake, ...]
    lines: tuple[Message, ...]

    @property
    def sound(self) -> Part:
        """The part; raises ExerciseError with every line where something is wrong."""
        if self.lines or self.part is None:
            raise ExerciseError(one_below_the_other(self.lines))
        return self.part


@dataclass(frozen=True)
class Table:
    """What a file says. document: None where it can't be read. lines: slips in its TOML."""

    document: dict[str, Any] | None
    lines: tuple[Message, ...] = ()

    @property
    def sound(self) -> dict[str, Any]:
        """The document; raises ExerciseError with every line where something is wrong."""
        if self.lines or self.document is None:
            raise ExerciseError(one_below_the_other(self.lines))
        return self.document


def table_in(file: Traversable) -> Table:
    """What a file says, where that is clear also of a file with slips."""
    name = shown(file)
    try:
        return Table(read_toml(file))
    except FileNotFoundError:
        return Table(None, (message("error.exercise.missing", name=name),))
    except OSError as error:
        return Table(
            None, (message("error.exercise.unread", name=name, reason=reason_told(error)),)
        )
    except TomlMistakesError as error:
        document = None if error.document is None else dict(error.document)
        return Table(document, told_of(name, error))


def each_once(lines: Iterable[Message], wrong: Iterable[Mistake]) -> tuple[Message, ...]:
    """The slips of a file but for words where a number belongs: what is wrong with such a value
    says that.

    lines: see `told_of`. wrong: the values that can't be used.
    """
    numbers = {mistake.place[-1] for mistake in wrong if _is_no_number(mistake.said)}
    return tuple(line for line in lines if _key_of_word(line) not in numbers)


def _is_no_number(said: Message) -> bool:
    within = dict(said.values).get("said")
    return said.key == NO_NUMBER or (isinstance(within, Message) and _is_no_number(within))


def _key_of_word(line: Message) -> str | None:
    slip = dict(line.values).get("mistake")
    return key_of_word(slip) if isinstance(slip, Message) else None


def told_of(name: str, error: TomlMistakesError) -> tuple[Message, ...]:
    """What is no TOML in a file of this name."""
    return tuple(message("mistake.in_file", file=name, mistake=one) for one in error.mistakes)


def examined(
    model: type[Part],
    document: Mapping[str, Any],
    file: Traversable,
    names: Names | None = None,
    before: Place = (),
) -> Examined[Part]:
    """What a document says, and every mistake in it.

    names: what it may name. before: the table of the file that the document is.
    """
    righted, slips = put_right(document, model)
    try:
        part = model.model_validate(righted, context=names)
        if not slips:
            return Examined(part, (), ())
        told = slips
    except ValidationError as error:
        told = (*slips, *explained(error, model))
    part = salvaged(model, righted, names)
    mistakes = (*told, *beyond(told, mistakes_below(part)))
    lines = tuple(mistake.below(*before).in_file(shown(file)) for mistake in mistakes)
    return Examined(part, told, lines)
