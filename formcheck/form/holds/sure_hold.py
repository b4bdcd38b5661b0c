"""A position in which nobody rests: while it shows somebody holds, whatever is counted shows.

Who goes from the forearms onto the hands in a plank lifts their hips, and holds on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, nan

from formcheck.exercises.range import Range
from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.sides import SideChoice, all_hold
from formcheck.form.verdicts.measured_frame import MeasuredFrame

MOST_UNSURE = 20.0
"""Standard error, in degrees, beyond which a measure doesn't tell a hold from what may be rest: who
lies on the forearms is bent by 12 degrees more than who holds. From 56 degrees off, a body line of
178 ± 32 was somebody's who lay; from up to 44 degrees off those of seven who held were 10 to 17
unsure."""


@dataclass(frozen=True)
class SurePosition:
    """Held, and surely no rest; never so where the exercise doesn't say what may be rest."""

    held: tuple[Range, ...]
    rest: tuple[Range, ...]
    no_rest: tuple[Range, ...]

    @classmethod
    def of(cls, rule: RepetitionRule) -> "SurePosition":
        """That of an exercise."""
        return cls(rule.held_when, rule.rest_when, rule.no_rest_when)

    def shows(self, frame: MeasuredFrame, sides: SideChoice) -> bool:
        """Whether a frame shows it; not where nobody knows."""
        held = self.seems_held(frame, sides)
        return held and self.is_no_rest(frame, sides, most_unsure=MOST_UNSURE)

    def seems_held(self, frame: MeasuredFrame, sides: SideChoice) -> bool:
        """Whether a frame shows the furthest point, at which somebody may rest as well."""
        if not frame.in_posture:
            return False
        known = _known(self.no_rest, frame, sides, MOST_UNSURE)
        nobody_rests = any(one.contains(value) for one, value in known)
        return nobody_rests or all_hold(self.held, frame.measures, sides)

    def is_no_rest(
        self, frame: MeasuredFrame, sides: SideChoice, *, most_unsure: float = inf
    ) -> bool:
        """Whether what may be rest shows to be none. most_unsure: standard error, in degrees."""
        known = _known(self.rest, frame, sides, most_unsure)
        return any(not one.contains(value) for one, value in known)

    def beyond_rest(self, frame: MeasuredFrame, sides: SideChoice) -> tuple[float, float]:
        """How far what may be rest is from being it, and the standard error; NaN where unseen."""
        found = _measured(self.rest, frame, sides)
        return max(((one.beyond(value), error) for one, value, error in found), default=(nan, nan))


def _known(
    ranges: tuple[Range, ...], frame: MeasuredFrame, sides: SideChoice, most_unsure: float
) -> Iterator[tuple[Range, float]]:
    """The ranges whose measure is known, and no less surely than that, each with its value."""
    for one, value, error in _measured(ranges, frame, sides):
        if error <= most_unsure:
            yield one, value


def _measured(
    ranges: tuple[Range, ...], frame: MeasuredFrame, sides: SideChoice
) -> Iterator[tuple[Range, float, float]]:
    """The ranges whose measure is seen, each with its value and standard error."""
    for one in ranges:
        name = sides.full_name(one.measure, frame.measures)
        value = frame.measures.get(name, nan)
        if value == value:
            yield one, value, frame.error(name)


class SureHold:
    """Follows one signal through such a hold; state over time."""

    def __init__(self, rule: RepetitionRule) -> None:
        self._position = SurePosition.of(rule)
        self._level = inf

    def begin(self, level: float) -> None:
        """Hold from now on, with the signal where it is."""
        self._level = level

    def end(self) -> None:
        """They are back at rest."""
        self._level = inf

    def told(self, signal: float, frame: MeasuredFrame, sides: SideChoice) -> float:
        """The signal as long as nobody holds so; then where it was, and lower on the way out of it.

        What is unknown stays so.
        """
        if self._level == inf or signal != signal:
            return signal
        return self._level if self._position.shows(frame, sides) else min(signal, self._level)
