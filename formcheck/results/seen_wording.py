"""What is said of what could not be seen."""

from collections.abc import Iterator, Sequence

from formcheck.form.unseen_end import LeftPicture
from formcheck.results.times_wording import clock

MOST_TIMES = 5
"""Times that are told one by one."""

PART = {"ankle": "foot", "wrist": "hand", "ear": "head"}
"""What people call what hangs on a joint; of the other joints their own names."""


def left_picture_told(left: Sequence[LeftPicture]) -> Iterator[str]:
    """What left the picture at the end of repetitions; nothing where all stayed inside."""
    if not left:
        return
    parts = list(dict.fromkeys(_part(one) for one in left))
    named = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    times = ", ".join(clock(round(one.time_s, 1)) for one in left)
    yield (
        f"Your {named} left the picture at {times}: place the camera further away. "
        "How far it went there, and for how long, was not seen."
    )


def jumps_told(jumps_s: Sequence[float]) -> Iterator[str]:
    """Where the body was suddenly elsewhere; nothing where it moved as bodies do.

    jumps_s: the times, in seconds.
    """
    if not jumps_s:
        return
    times = ", ".join(clock(round(time_s, 1)) for time_s in jumps_s[:MOST_TIMES])
    more = len(jumps_s) - MOST_TIMES
    times += f" and {more} more times" if more > 0 else ""
    yield (
        f"The body jumped as none can at {times}: something may have covered it, such as a caption "
        "or furniture. What was done just before and after may have been missed."
    )


def _part(left: LeftPicture) -> str:
    name = PART.get(left.joint, left.joint)
    return name if left.side is None or name == "head" else f"{left.side} {name}"
