"""What can be made of a part of a file that has mistakes, so that the others are told as well."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from formcheck.exercises.file_part import FilePart
from formcheck.exercises.mistake import Mistake, Place
from formcheck.exercises.unknown_key import inner_model

Part = TypeVar("Part", bound=BaseModel)


def salvaged(model: type[Part], document: object, names: Any = None) -> Part:
    """A part of a file in which what is wrong is as if it had been left out.

    It is for finding further mistakes and for nothing else: what is missing is empty in it, and
    nothing was checked to go together. names: the context of the validation.
    """
    given = document if isinstance(document, Mapping) else {}
    values = {
        key: _value(field, given[key], names) if key in given else _usual(field)
        for key, field in model.model_fields.items()
    }
    return model.model_construct(**values)


def mistakes_below(part: FilePart, place: Place = ()) -> Iterator[Mistake]:
    """What doesn't go together in a part, and in all that stand in it."""
    yield from (mistake.below(*place) for mistake in part.mistakes())
    for key in type(part).model_fields:
        value = getattr(part, key)
        if isinstance(value, FilePart):
            yield from mistakes_below(value, (*place, key))
        elif isinstance(value, tuple):
            for number, one in enumerate(value):
                if isinstance(one, FilePart):
                    yield from mistakes_below(one, (*place, key, number))


def _value(field: FieldInfo, given: object, names: Any) -> Any:
    kind: Any = field.annotation
    adapter = TypeAdapter[Any](Annotated[kind, *field.metadata] if field.metadata else kind)
    try:
        return adapter.validate_python(given, context=names)
    except ValidationError:
        inner = inner_model(field.annotation)
    several = get_origin(field.annotation) is tuple
    if inner is not None and several and isinstance(given, list | Mapping):
        parts = given if isinstance(given, list) else [given]
        return tuple(salvaged(inner, one, names) for one in parts)
    if inner is not None and not several and isinstance(given, Mapping):
        return salvaged(inner, given, names)
    return _usual(field)


def _usual(field: FieldInfo) -> Any:
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    return _nothing(field.annotation)


def _nothing(annotation: Any) -> Any:
    """An empty value of a type."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return inside[0]
    if origin is tuple:
        return ()
    if NoneType in inside:
        return None
    if origin is Annotated:
        return _nothing(inside[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return salvaged(annotation, {})
    return annotation()
