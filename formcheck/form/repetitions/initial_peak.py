"""A set that begins at the furthest point of a movement whose way back is whole by itself."""

from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.sides import SideChoice, all_hold
from formcheck.form.verdicts.measured_frame import MeasuredFrame


class InitialPeak:
    """Notices, in a set's first frame, that somebody is bent to the load already; once a set."""

    def __init__(self, rule: RepetitionRule) -> None:
        self._ranges = rule.begun_when
        self._open = bool(rule.begun_when)

    def begins(self, frame: MeasuredFrame, sides: SideChoice) -> bool:
        """Whether this is the frame that begins the set, at the furthest point."""
        if not self._open or frame.signal != frame.signal:
            return False
        self._open = False
        return all_hold(self._ranges, frame.measures, sides)
