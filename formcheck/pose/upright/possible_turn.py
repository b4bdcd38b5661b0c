"""A turn that the pictures of a recording may need."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PossibleTurn:
    """A turn that may be needed, where neither this nor the usual one can be ruled out.

    degrees: clockwise. ahead: natural logarithm by which it is likelier than the usual one; below 0
    where it is less likely.
    """

    degrees: int
    ahead: float
