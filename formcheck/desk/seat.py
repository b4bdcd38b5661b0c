"""Where in the picture somebody sits, and whether it stirs there."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class SeatSettings:
    """reach: trunk lengths about the middle of the shoulders within which somebody who sits stirs:
    head and upper arms (engineering).
    """

    reach: float = 0.7


DEFAULTS = SeatSettings()


@dataclass(frozen=True)
class Seat:
    """Down to the picture's lower edge, in shares of its width and height from the upper left."""

    left: float
    right: float
    top: float

    @classmethod
    def about(
        cls,
        shoulders: tuple[float, float],
        trunk: float,
        picture: tuple[int, int],
        settings: SeatSettings = DEFAULTS,
    ) -> "Seat":
        """Where somebody with these shoulders sits; all in pixels."""
        (x, y), (width, height), reach = shoulders, picture, settings.reach * trunk
        left, right, top = (x - reach) / width, (x + reach) / width, (y - reach) / height
        return cls(left=max(0.0, left), right=min(1.0, right), top=max(0.0, top))


class Stir(StrEnum):
    """Where the picture changes: whoever sits is never quite still, an empty room is."""

    NONE = "none"
    SEATED = "seated"
    ABOVE = "above"  # too, as whoever stands there does; or the seat reaches up to the edge
