"""How an analysis tells how far it is, and is told to end."""

from collections.abc import Callable

Progress = Callable[[int, int | None], None]
"""Called after every frame with how many were read, and how many there are where that is known.
Where the exercise must be recognised first, frames that are looked at twice count twice."""

Stop = Callable[[], bool]
"""Asked after every frame: whether to end there."""


def go_on() -> bool:
    """Where nobody can end it."""
    return False


def tell_nobody(*_: object) -> None:
    """Where nobody wants to be told of progress, or of states."""
