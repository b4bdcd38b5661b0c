"""What tells a repetition from a wobble."""

from dataclasses import dataclass

from formcheck.form.holds.hold_clock import DEFAULTS as HOLDS
from formcheck.form.repetition_cycle import LEAST_S, REST_SHARE, RETURN_SHARE


@dataclass(frozen=True)
class RepetitionSettings:
    """How a repetition is told from a wobble. Shares are of the travel, times in seconds.

    Where nothing else is said they are engineering values, with what they weigh against each other.
    """

    remembered_travels: int = 5
    """Repetitions whose median is the person's usual travel: they tire, or warm up."""

    own_range_share: float = 0.3
    """Share of the person's usual travel below which a movement is a wobble and no repetition: a
    larger one overlooks a half repetition, which should be told, a smaller one counts fidgeting."""

    rest_share: float = REST_SHARE
    return_share: float = RETURN_SHARE
    least_s: float = LEAST_S

    turn_share: float = 0.2
    """Share of the travel by which the signal must turn back before the turn is believed: more than
    a sway at rest, and early enough to end one repetition before the next is far."""

    leave_share: float = HOLDS.live_share
    """Share of the travel below the furthest point at which the way back has begun: as much as may
    be swayed in a live hold."""

    arrived_s: float = 0.2
    """Seconds all the way out after which the way out is over: three frames at fifteen a second."""

    unfinished_share: float = 0.6
    """Share of the travel above rest below which a return that the recording cuts off counts: a
    little more than `return_share`, since it was going on."""

    still_falling_share: float = 0.02
    """Share of the travel by which the signal must be lower than before to be falling still; a
    smaller one waits for trembling to end."""

    settled_s: float = 0.3
    """Time without falling, at rest, after which a repetition is over: its end can be judged
    too."""

    linger_s: float = 0.5
    """A return that stops short of rest for this long is over; longer than `settled_s`, as it may
    yet go on."""

    median_frames: int = 3
    """Frames over which the signal's median is taken: one wild frame is no movement."""


DEFAULTS = RepetitionSettings()
