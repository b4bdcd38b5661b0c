"""What would settle a criterion that could not be told: what made its error large, or hid it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from formcheck.form.verdicts.known_median import known_median
from formcheck.form.verdicts.measured_frame import MeasuredFrame


class Need(StrEnum):
    """What is missing for a verdict."""

    TURN = "turn"
    """The camera must see more of the plane in which the exercise is judged."""
    CLOSER = "closer"
    """The person is small in the picture."""
    IN_PICTURE = "in-picture"
    """Joints are hidden or outside the picture."""
    CLEARER = "clearer"
    """Nothing but a clearer movement: the value is too near its limit."""


@dataclass(frozen=True)
class NeedSettings:
    """From where on a camera is what makes an error large.

    turned: degrees off the plane; within them the errors of the measures are at their least.
    small: trunk length over the picture's longer side, half as much again as is refused.
    """

    turned: float = 15.0
    small: float = 0.135


DEFAULTS = NeedSettings()


def needed(
    frames: Sequence[MeasuredFrame],
    views: Sequence[str],
    *,
    seen: bool,
    settings: NeedSettings = DEFAULTS,
) -> Need | None:
    """What would settle what these frames leave open; None where nothing was done in them.

    views: those that it can be judged from. seen: whether there is a value, too near its limit.
    """
    if not frames:
        return None
    wrong_view = sum(frame.view not in views for frame in frames) * 2 > len(frames)
    if wrong_view or known_median(frame.turn for frame in frames) > settings.turned:
        return Need.TURN
    if known_median(frame.size for frame in frames) < settings.small:
        return Need.CLOSER
    return Need.CLEARER if seen else Need.IN_PICTURE
