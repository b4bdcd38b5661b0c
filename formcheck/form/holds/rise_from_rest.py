"""Who rises out of what may have been rest rested there, though it seemed too straight for that.

Who lies propped on the forearm may be drawn by some degrees straighter than they are: just outside
what is rest, and within the error of it.
"""

from math import inf

from formcheck.form.holds.sure_hold import SurePosition
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame

STRAIGHTENED = 12.0
"""Degrees by which who holds is straighter than who lies on the forearms (`MOST_UNSURE`)."""


class RiseFromRest:
    """Notices it; state over time.

    least_travel: of the counted measure, for the smallest movement that counts.
    """

    def __init__(self, position: SurePosition, least_travel: float) -> None:
        self._position = position
        self._least_travel = least_travel
        self._bent, self._level = inf, inf

    def update(self, frame: MeasuredFrame, sides: SideChoice) -> bool:
        """Whether a frame shows them risen from there."""
        beyond, error = self._position.beyond_rest(frame, sides)
        if beyond <= error and beyond < self._bent and frame.signal == frame.signal:
            self._bent, self._level = beyond, frame.signal
        straightened = beyond - self._bent >= STRAIGHTENED
        return straightened and frame.signal - self._level >= self._least_travel
