"""Keys that are nearly right: each is told once, and what it holds is read as what was meant."""

from collections.abc import Mapping
from typing import Any, get_origin

from pydantic import BaseModel

from formcheck.exercises.mistake import Mistake, Place
from formcheck.exercises.unknown_key import inner_model, nearly_called, unknown_key


def put_right(
    document: Mapping[str, Any], model: type[BaseModel]
) -> tuple[dict[str, Any], tuple[Mistake, ...]]:
    """A document with its slips put right, and each of them as a mistake.

    Else a heading with a slip would be told as a part that is missing as well, and again for each
    key that rests on it.
    """
    slips: list[Mistake] = []
    return _righted(document, model, model, (), slips), tuple(slips)


def _righted(
    document: Mapping[str, Any],
    model: type[BaseModel],
    root: type[BaseModel],
    place: Place,
    slips: list[Mistake],
) -> dict[str, Any]:
    righted: dict[str, Any] = {}
    for key, value in document.items():
        name = key
        meant = None if key in model.model_fields else nearly_called(key, model)
        if meant is not None and meant not in document and meant not in righted:
            slips.append(Mistake((*place, key), unknown_key(key, model, root)))
            name = meant
        field = model.model_fields.get(name)
        part = None if field is None else inner_model(field.annotation)
        if field is not None and part is not None:
            by_name = get_origin(field.annotation) is Mapping
            value = _inside(value, part, root, (*place, key), slips, by_name=by_name)
        righted[name] = value
    return righted


def _inside(
    value: Any,
    part: type[BaseModel],
    root: type[BaseModel],
    place: Place,
    slips: list[Mistake],
    *,
    by_name: bool,
) -> Any:
    """A part, a list of them, or several by names that the writer chose (by_name)."""
    if isinstance(value, list):
        return [
            _inside(one, part, root, (*place, at), slips, by_name=False)
            for at, one in enumerate(value)
        ]
    if not isinstance(value, Mapping):
        return value
    if by_name:
        return {
            name: _inside(one, part, root, (*place, name), slips, by_name=False)
            for name, one in value.items()
        }
    return _righted(value, part, root, place, slips)
