"""Telling the writer of an exercise file what is wrong, in words that teach."""

from collections.abc import Iterator, Mapping
from inspect import get_annotations
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError

from formcheck.exercises.file_part import MISTAKE
from formcheck.exercises.mistake import Mistake, Place
from formcheck.exercises.translatable import Translatable
from formcheck.exercises.unknown_key import inner_model, unknown_key
from formcheck.exercises.value_mistake import value_mistake
from formcheck.texts.message import Message, message
from formcheck.texts.message import said as as_said


def explained(error: ValidationError, model: type[BaseModel]) -> Iterator[Mistake]:
    """Each mistake: where it stands, what is wrong, and what to write instead.

    model: what the file was read as.
    """
    mistakes = error.errors(include_url=False)
    inside = {mistake["loc"][:end] for mistake in mistakes for end in range(len(mistake["loc"]))}
    for mistake in mistakes:
        # What is wrong in itself isn't counted in its list, which is no second mistake.
        if not (mistake["type"] == "too_short" and mistake["loc"] in inside):
            yield Mistake(mistake["loc"], _remedy(mistake, model))


def _remedy(mistake: Any, root: type[BaseModel]) -> Message:
    place: Place = mistake["loc"]
    kind: str = mistake["type"]
    if kind == "extra_forbidden":
        return unknown_key(str(place[-1]), _model_at(place[:-1], root), root)
    if kind == "value_error":
        first = mistake["ctx"]["error"].args[0]
        return first if isinstance(first, Message) else as_said(str(first))
    if kind == MISTAKE:
        found: Message = mistake["ctx"]["said"]
        return found
    if kind in _LISTS and isinstance(_field(place, root), type):
        return message("mistake.double_brackets", name=place[-1])
    said = value_mistake(mistake)
    about = None if kind in _COMPLETE else _description(place, root)
    if kind == "literal_error" and about is None:
        about = as_said(mistake["ctx"]["expected"].replace("'", ""))
    if about is not None:
        said = message("mistake.write", said=said, about=about)
    part = _field(place, root) if kind == "missing" else None
    # What is translated by itself stands elsewhere, and is named here.
    if part is None or issubclass(part, Translatable):
        return said
    return _with_its_heading(said, place, part, root)


def _with_its_heading(
    said: Message, place: Place, part: type[BaseModel], root: type[BaseModel]
) -> Message:
    """How a part is begun that isn't there, and the keys that it can't do without."""
    model = _model_at(place[:-1], root)
    named = ".".join(key for key in place if isinstance(key, str))
    alone = model is not None and model.model_fields[str(place[-1])].annotation is part
    needed = [key for key, field in part.model_fields.items() if field.is_required()]
    keys = [*needed, *(key for key in _LIMITS if key in part.model_fields)]
    return message(
        "mistake.begin_part",
        said=said,
        heading=f"[{named}]" if alone else f"[[{named}]]",
        keys=", ".join(keys or part.model_fields),
    )


_LIMITS = ("at_least", "at_most")
"""Keys of which a part needs one or the other."""

_LISTS = ("tuple_type", "list_type")
_COMPLETE = ("bool_type", "bool_parsing")
"""What needs no description of its key after it."""


def _description(place: Place, root: type[BaseModel]) -> Message | None:
    """What belongs at a key: in English as its class has it, elsewhere by its text."""
    if not place or not isinstance(place[-1], str):
        return None
    key, model = place[-1], _model_at(place[:-1], root)
    field = model.model_fields.get(key) if model else None
    if model is None or field is None or not field.description:
        return None
    return message(f"key.{defined_in(model, key).__name__}.{key}")


def defined_in(model: type[BaseModel], key: str) -> type[BaseModel]:
    """The class that says what belongs at a key: the model, or one that it is made from."""
    return next(one for one in model.__mro__ if key in get_annotations(one))


def _field(place: Place, root: type[BaseModel]) -> type[BaseModel] | None:
    """The part that a list at this place is made of; None where it is made of something else."""
    key = place[-1] if place else 0
    model = _model_at(place[:-1], root)
    field = model.model_fields.get(key) if model and isinstance(key, str) else None
    return inner_model(field.annotation) if field else None


def _model_at(place: Place, root: type[BaseModel]) -> type[BaseModel] | None:
    """The model that a path of keys leads to."""
    model: type[BaseModel] | None = root
    named = False
    for part in place:
        if isinstance(part, int) or named:
            # A place in a list, or a name that the writer chose, is no key of a model.
            named = False
            continue
        field = model.model_fields.get(part) if model else None
        model = inner_model(field.annotation) if field else None
        named = field is not None and get_origin(field.annotation) is Mapping
    return model
