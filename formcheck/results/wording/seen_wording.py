"""What is said of what could not be seen."""

from collections.abc import Iterator, Sequence

from formcheck.form.repetitions.unseen_end import LeftPicture
from formcheck.results.wording.times_wording import clock
from formcheck.texts.message import Message, message

MOST_TIMES = 5
"""Times that are told one by one."""

PART = {"ankle": "foot", "wrist": "hand", "ear": "head"}
"""What people name what hangs on a joint by; of the other joints their own names."""


def left_picture_told(left: Sequence[LeftPicture]) -> Iterator[Message]:
    """What left the picture at the end of repetitions; nothing where all stayed inside."""
    if not left:
        return
    parts = [message(key) for key in dict.fromkeys(_part(one) for one in left)]
    times = [clock(round(one.time_s, 1)) for one in left]
    yield message("seen.left_picture", parts=parts, times=times)


def seldom_in_view(share: float) -> Message:
    """That most of what was done could not be seen. share: of the pictures in which it could."""
    return message("seen.seldom", percent=round(100 * share))


def guessed_from_little(title: str) -> Message:
    """That an exercise that was recognised in so little may be another. title: its name."""
    return message("seen.guessed", title=title)


def jumps_told(jumps_s: Sequence[float]) -> Iterator[Message]:
    """Where the body was suddenly elsewhere; nothing where it moved as bodies do.

    jumps_s: the times, in seconds.
    """
    if not jumps_s:
        return
    times = [clock(round(time_s, 1)) for time_s in jumps_s[:MOST_TIMES]]
    more = len(jumps_s) - MOST_TIMES
    if more > 0:
        yield message("seen.jumped_more", times=times, more=more)
    else:
        yield message("seen.jumped", times=times)


def _part(left: LeftPicture) -> str:
    """The key of its name."""
    name = PART.get(left.joint, left.joint)
    whole = left.side is None or name == "head"
    return f"seen.part.{name}" if whole else f"seen.part.{left.side}_{name}"
