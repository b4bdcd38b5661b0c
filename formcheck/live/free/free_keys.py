"""Which keys do something now in a free session, for the line that names them."""

from collections.abc import Iterator

from formcheck.feedback.drawing.help_panel import NamedKeys


def keys_of_line(keys: NamedKeys) -> NamedKeys:
    """Those that the line at the bottom names. keys: what a free session obeys now."""
    return (("q", "quit"), *keys, ("m", "mute"), ("h", "help"))


def free_keys(*, in_set: bool, begun: bool, paused: bool) -> NamedKeys:
    """Those that only a free session obeys.

    in_set: whether a set is on, which can be ended. begun: whether anything was done yet, which the
    session can be ended with.
    """
    return tuple(_keys(in_set=in_set, begun=begun, paused=paused))


def _keys(*, in_set: bool, begun: bool, paused: bool) -> Iterator[tuple[str, str]]:
    yield "space", "go_on" if paused else "pause"
    if in_set:
        yield "n", "next_one"
    if begun:
        yield "enter", "finish"
