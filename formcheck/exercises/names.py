"""What an exercise file names instead of saying it: the thing itself takes the name's place."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import ValidationInfo

from formcheck.texts.message import message

Kind = Literal["start position", "source"]
Names = Mapping[Kind, Mapping[str, Any]]
"""What each name stands for; the context in which exercise files are validated."""


def named(value: Any, kind: Kind, info: ValidationInfo) -> Any:
    """What a name in an exercise file stands for; anything that is no name stays as it is.

    info: of a validation whose context is `Names`.

    Raises ValueError, with the nearest name, where there is none of this name.
    """
    if not isinstance(value, str):
        return value
    names: Names = info.context or {}
    known = names.get(kind, {})
    if value in known:
        return known[value]
    there_are = message("mistake.there_are", known=", ".join(known))
    if not known:
        there_are = message("mistake.there_are_none")
    near = get_close_matches(value, known, n=1)
    if near:
        there_are = message("mistake.near", near=near[0], there_are=there_are)
    what = kind.replace(" ", "_")
    raise ValueError(message(f"mistake.no_{what}", name=value, there_are=there_are))
