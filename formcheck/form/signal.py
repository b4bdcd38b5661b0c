"""The signal that repetitions are counted on."""

from collections.abc import Iterable, Mapping

from formcheck.exercises.repetition import Wave
from formcheck.form.measured_frame import MeasuredFrame
from formcheck.form.roles import ROLES, side_by_measure
from formcheck.form.sides import SideChoice, SideVote
from formcheck.pose.landmarks import SIDES, Side

WORKING = ".working"


class RepetitionSignal:
    """Turns a frame's measures into one number that rises on the way out.

    With a working side, the side that is further out at the moment gives the number, so that a
    swap of left and right by the pose model changes nothing. Lying on one side, that side works. A
    measure of the left or the right names the side itself.
    """

    def __init__(self, rule: Wave) -> None:
        self._sign = 1.0 if rule.direction == "rises" else -1.0
        self._measure = rule.measure
        self._two_sided = rule.measure.endswith(WORKING)
        suffix = rule.measure.partition(".")[2]
        self._given = next((side for side in SIDES if side == suffix), None)
        role = ROLES.get(suffix)
        self._role = role if role is not None and role.measure else None

    def value(self, measures: Mapping[str, float], sides: SideChoice) -> float:
        """The signal; NaN where the measure can't be had."""
        if not self._two_sided:
            name = sides.full_name(self._measure, measures)
            return self._sign * measures.get(name, float("nan"))
        known = self.by_side(measures)
        return max(known.values()) if known else float("nan")

    def leading_side(self, measures: Mapping[str, float]) -> Side | None:
        """The side that works at this moment; None where the exercise has no working side."""
        if self._given is not None:
            return self._given
        if self._role is not None:
            return side_by_measure(self._role, measures)
        known = self.by_side(measures) if self._two_sided else {}
        return max(known, key=lambda side: known[side], default=None)

    def working_side(self, frames: Iterable[MeasuredFrame]) -> Side | None:
        """The side that was further out in most of the frames."""
        vote = SideVote()
        for frame in frames:
            vote.add(self.leading_side(frame.measures))
        return vote.winner

    def by_side(self, measures: Mapping[str, float]) -> dict[Side, float]:
        """The number of each side that can be seen; none where no side works by it."""
        if not self._two_sided:
            return {}
        plain = self._measure.removesuffix(WORKING)
        values = {side: self._sign * measures[f"{plain}.{side}"] for side in SIDES}
        return {side: value for side, value in values.items() if value == value}
