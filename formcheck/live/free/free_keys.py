"""Which keys do something now in a free session, for the line that names them."""

from collections.abc import Iterator


def free_keys(*, in_set: bool, begun: bool, paused: bool) -> tuple[tuple[str, str], ...]:
    """Each key and what it does, by the names of their texts.

    in_set: whether a set is on, which can be ended. begun: whether anything was done yet, which the
    session can be ended with.
    """
    return tuple(_keys(in_set=in_set, begun=begun, paused=paused))


def _keys(*, in_set: bool, begun: bool, paused: bool) -> Iterator[tuple[str, str]]:
    yield "q", "quit"
    yield "space", "go_on" if paused else "pause"
    if in_set:
        yield "n", "next_one"
    if begun:
        yield "enter", "finish"
    yield "m", "mute"
    yield "h", "help"
