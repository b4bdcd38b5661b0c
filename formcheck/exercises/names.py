"""What an exercise file names instead of saying it: the thing itself takes the name's place."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import ValidationInfo

Kind = Literal["start position", "source"]
Names = Mapping[Kind, Mapping[str, Any]]
"""What each name stands for; the context in which exercise files are validated."""

_OWN: Mapping[Kind, str] = {
    "start position": "one of your own is a folder in start_positions, beside your exercises",
    "source": "one of your own is a table in sources.toml, beside your exercises, and what it says "
    "goes into source_note",
}


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
    near = get_close_matches(value, known, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    there_are = f"there are {', '.join(known)}" if known else "there are none"
    raise ValueError(f"there is no {kind} {value!r}; {hint}{there_are}; {_OWN[kind]}")
