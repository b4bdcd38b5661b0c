"""Telling the writer of an exercise file what is wrong, in words that teach."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from formcheck.exercises.mistake import Mistake, Place
from formcheck.exercises.value_mistake import value_mistake

RENAMED = {"looks_like": "signature"}
"""Keys of older exercise files, and what they are called now."""


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


def explain(
    error: ValidationError, model: type[BaseModel], name: str, before: str = ""
) -> list[str]:
    """One line a mistake: the file, the key, what is wrong, and what to write instead.

    model: what the file was read as. before: the table of the file that was read.
    """
    place = (before,) if before else ()
    return [f"{name}: {mistake.below(*place)}" for mistake in explained(error, model)]


def _remedy(mistake: Any, root: type[BaseModel]) -> str:
    place: Place = mistake["loc"]
    kind: str = mistake["type"]
    if kind == "extra_forbidden":
        return _unknown_key(place, root)
    if kind == "value_error":
        return str(mistake["ctx"]["error"])
    if kind in _LISTS and isinstance(_field(place, root), type):
        return f"begin each of them with [[{place[-1]}]], in double brackets"
    said = value_mistake(mistake)
    about = "" if kind in _COMPLETE else _description(place, root)
    if kind == "literal_error" and not about:
        about = mistake["ctx"]["expected"].replace("'", "")
    return f"{said}; write {about}" if about else said


_LISTS = ("tuple_type", "list_type")
_COMPLETE = ("mistake", "bool_type", "bool_parsing")
"""What needs no description of its key after it."""


def _unknown_key(place: Place, root: type[BaseModel]) -> str:
    model, key = _model_at(place[:-1], root), str(place[-1])
    known = list(model.model_fields) if model else []
    near = get_close_matches(RENAMED.get(key, key), known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
    return f"there is no such key; {hint}"


def _description(place: Place, root: type[BaseModel]) -> str:
    if not place or not isinstance(place[-1], str):
        return ""
    model = _model_at(place[:-1], root)
    field = model.model_fields.get(place[-1]) if model else None
    return (field.description or "") if field else ""


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


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The part of a file that a key holds, or a list of them; None where it holds a value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = inner_model(part)
        if found:
            return found
    return None
