"""Telling the writer of an exercise file what is wrong, in words that teach."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

Location = tuple[int | str, ...]


RENAMED = {"looks_like": "signature"}
"""Keys of older exercise files, and what they are called now."""


def explain(
    error: ValidationError, model: type[BaseModel], name: str, before: str = ""
) -> list[str]:
    """One line a mistake: the file, the key, what is wrong, and what to write instead.

    model: what the file was read as. before: the table of the file that was read.
    """
    mistakes = error.errors(include_url=False)
    inside = {mistake["loc"][:end] for mistake in mistakes for end in range(len(mistake["loc"]))}
    return [
        f"{name}: {_key(mistake['loc'], before)}: {_remedy(mistake, model)}"
        for mistake in mistakes
        # What is wrong in itself isn't counted in its list, which is no second mistake.
        if not (mistake["type"] == "too_short" and mistake["loc"] in inside)
    ]


def _key(location: Location, before: str) -> str:
    """`criteria[2].measure`, counted from 1 as people do."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join((before, *parts)).lstrip(".") or "the file"


def _remedy(mistake: Any, root: type[BaseModel]) -> str:
    location: Location = mistake["loc"]
    if mistake["type"] == "extra_forbidden":
        return _unknown_key(location, root)
    about = _description(location, root)
    hint = f"; write {about}" if about else ""
    if mistake["type"] == "missing":
        return f"is missing{hint}"
    if mistake["type"] == "value_error":
        return str(mistake["ctx"]["error"])
    return f"{_lower(mistake['msg'])}{hint}"


def _unknown_key(location: Location, root: type[BaseModel]) -> str:
    model, key = _model_at(location[:-1], root), str(location[-1])
    known = list(model.model_fields) if model else []
    near = get_close_matches(RENAMED.get(key, key), known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
    return f"there is no such key; {hint}"


def _description(location: Location, root: type[BaseModel]) -> str:
    if not location or not isinstance(location[-1], str):
        return ""
    model = _model_at(location[:-1], root)
    field = model.model_fields.get(location[-1]) if model else None
    return (field.description or "") if field else ""


def _model_at(location: Location, root: type[BaseModel]) -> type[BaseModel] | None:
    """The model that a path of keys leads to."""
    model: type[BaseModel] | None = root
    named = False
    for part in location:
        if isinstance(part, int) or named:
            # A place in a list, or a name that the writer chose, is no key of a model.
            named = False
            continue
        field = model.model_fields.get(part) if model else None
        model = _inner_model(field.annotation) if field else None
        named = field is not None and get_origin(field.annotation) is Mapping
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _inner_model(part)
        if found:
            return found
    return None


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
