"""What somebody meant by a key that there isn't: one that is nearly so called, or another place."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from formcheck.texts.message import Message, either, message

RENAMED = {"looks_like": "signature"}
"""Keys of older exercise files, and what they are called now."""

NEAR_ENOUGH = 0.75
"""How much of two keys must be the same (difflib's ratio) for one to be a slip of the other: a slip
of the finger is, and a word of another language isn't, `seiten` for `sets`."""


def unknown_key(key: str, here: type[BaseModel] | None, root: type[BaseModel]) -> Message:
    """What to write instead. here: what the key was written in. root: what the file is."""
    known = list(here.model_fields) if here else []
    near = None if here is None else nearly_called(key, here)
    if near is not None:
        return message("mistake.key_near", near=near)
    if here is not root and key in root.model_fields:
        return message("mistake.key_at_the_top")
    headings = [] if here is None else list(_headings_with(key, root))
    if headings:
        return message("mistake.key_below", heading=either(headings))
    return message("mistake.key", known=", ".join(known))


def nearly_called(key: str, here: type[BaseModel]) -> str | None:
    """The key of a part that another one is a slip of; None for none."""
    known = list(here.model_fields)
    one_of_them = {f"{name.removesuffix('ies')}y": name for name in known if name.endswith("ies")}
    meant = one_of_them | {name: name for name in known}
    near = get_close_matches(RENAMED.get(key, key), meant, n=1, cutoff=NEAR_ENOUGH)
    return meant[near[0]] if near else None


def _headings_with(key: str, root: type[BaseModel]) -> Iterator[str]:
    """The headings of a file below which there is such a key."""
    for name, field in root.model_fields.items():
        part = inner_model(field.annotation)
        if part is not None and key in part.model_fields:
            yield f"[[{name}]]" if is_list(field.annotation) else f"[{name}]"


def is_list(annotation: Any) -> bool:
    """Whether a key holds a list of parts, each of which begins with a heading of its own."""
    return get_origin(annotation) is tuple or any(map(is_list, get_args(annotation)))


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The part of a file that a key holds, or a list of them; None where it holds a value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = inner_model(part)
        if found:
            return found
    return None
