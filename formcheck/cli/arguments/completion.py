"""What the shell offers for an exercise when Tab is pressed.

Only folder names are read, so that the answer comes at once.
"""

from importlib.resources import files
from typing import Final

RECOGNISED: Final = "auto"
"""In an exercise's place: whatever it turns out to be."""


def exercise_ids(incomplete: str) -> list[str]:
    """The ids of the built-in exercises that begin so."""
    library = files("formcheck.exercises").joinpath("library")
    ids = (one.name for one in library.iterdir() if one.joinpath("exercise.toml").is_file())
    return sorted(name for name in ids if name.startswith(incomplete))


def exercise_or_auto(incomplete: str) -> list[str]:
    """The same, where an exercise may also be recognised."""
    recognised = [RECOGNISED] if RECOGNISED.startswith(incomplete) else []
    return [*recognised, *exercise_ids(incomplete)]
