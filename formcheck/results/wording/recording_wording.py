"""What is said of how a recording was filmed: tilted, turned, cut."""

from collections.abc import Iterable, Sequence

from formcheck.results.wording.times_wording import clock_exactly
from formcheck.texts.message import Message, message

INTERRUPTED = "result.interrupted"
"""The message where somebody ended it before the recording's end."""

TILT_UNKNOWN = "recording.tilted_unknown"
"""The message about a camera that is rolled by nobody knows how much."""

LEAST_TILT = 3.0
"""Degrees from which a tilt is told: a hand sways by less, and nobody can straighten that. One that
is believed of a room is 5 at least."""


def tilt_told(roll: float, *, sure: bool = True) -> tuple[Message, ...]:
    """What is said of a camera that is rolled by some degrees; nothing of one that is as good as
    level.

    sure: whether it is by these and no others.
    """
    if abs(roll) < LEAST_TILT:
        return ()
    if not sure:
        return (message(TILT_UNKNOWN),)
    return (message("recording.tilted", degrees=round(abs(roll))),)


def turn_told(turned: int) -> tuple[Message, ...]:
    """What is said of a recording that was turned by some degrees clockwise; nothing for 0."""
    return (message(f"recording.turned_{turned}"),) if turned else ()


def way_up_unclear_told(turned: int) -> tuple[Message, ...]:
    """What is said where it may have to be turned by some degrees clockwise, or may not."""
    return (message(f"recording.unclear_{turned}"),)


PICTURE_LIES = "recording.picture_lies"
"""The message about a still picture that seems to lie on its side or its head. By how much it must
be turned isn't said: of photographs that lie, one in ten seems to lie the other way."""


def may_lie(warning_ids: Iterable[str]) -> bool:
    """Whether nothing was judged because it is open which way is up. warning_ids: of a result."""
    return any(one.startswith(("recording.unclear_", PICTURE_LIES)) for one in warning_ids)


def cuts_told(cuts_s: Sequence[float], most: int = 5) -> tuple[Message, ...]:
    """What is said of a recording that was cut at these seconds; the first `most` are named."""
    if not cuts_s:
        return ()
    times = [clock_exactly(cut_s) for cut_s in cuts_s[:most]]
    if len(cuts_s) > most:
        times.append(message("recording.more_cuts", count=len(cuts_s) - most))
    return (message("recording.cuts", count=len(cuts_s), times=times),)
