"""The signal that repetitions are counted on."""

from collections.abc import Iterable, Mapping, Set

from formcheck.exercises.repetition import Wave
from formcheck.form.roles import ROLES, side_by_measure
from formcheck.form.sides import SideChoice, SideVote
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.measure.measure_name import plain_name, role_of
from formcheck.pose.landmarks import SIDES, Side

WORKING = ".working"

NOTHING_BEYOND: Mapping[str, float] = {}

BEYOND_AHEAD = 0.5
"""Share of the least travel by which a limb that left the picture must be drawn further out than
the other one to be the one that works: a foot that is always cut off rests beside the other."""


class RepetitionSignal:
    """Turns a frame's measures into one number that rises on the way out.

    With a working side, the side that is further out at the moment gives the number, so that a
    swap of left and right by the pose model changes nothing. Lying on one side, that side works. A
    measure of the left or the right names the side itself.
    """

    def __init__(self, rule: Wave) -> None:
        self._sign = 1.0 if rule.direction == "rises" else -1.0
        self._measure = rule.measure
        self._ahead = BEYOND_AHEAD * rule.least_travel
        self._two_sided = rule.measure.endswith(WORKING)
        suffix = role_of(rule.measure)
        self._given = next((side for side in SIDES if side == suffix), None)
        role = ROLES.get(suffix)
        self._role = role if role is not None and role.measure else None

    def value(
        self,
        measures: Mapping[str, float],
        sides: SideChoice,
        beyond: Mapping[str, float] = NOTHING_BEYOND,
        doubted: Set[str] = frozenset(),
    ) -> float:
        """The signal; NaN where the measure can't be had, or not of the side that is further out.

        beyond: measures of what left the picture, as the model draws it. doubted: names of those
        of limbs that moved as none does, which may be further out.
        """
        if not self._two_sided:
            name = sides.full_name(self._measure, measures)
            return self._sign * measures.get(name, float("nan"))
        known = self.by_side(measures)
        if not known or self.doubted(doubted):
            return float("nan")
        furthest = max(known.values())
        left = self.by_side({**measures, **beyond}) if beyond else known
        return furthest if max(left.values()) <= furthest + self._ahead else float("nan")

    def names(self, measures: Mapping[str, float], sides: SideChoice) -> tuple[str, ...]:
        """Full names of the measures that may make the signal, the one that makes it first."""
        if not self._two_sided:
            return (sides.full_name(self._measure, measures),)
        plain = self._measure.removesuffix(WORKING)
        known = self.by_side(measures)
        return tuple(f"{plain}.{side}" for side in sorted(known, key=lambda one: -known[one]))

    def doubted(self, names: Set[str]) -> bool:
        """Whether one of these measures makes the signal, on either side."""
        plain = plain_name(self._measure)
        return any(plain_name(name) == plain for name in names)

    def out_of_picture(
        self, measures: Mapping[str, float], sides: SideChoice, beyond: Mapping[str, float]
    ) -> bool:
        """Whether the signal can't be had because what makes it left the picture."""
        if not beyond:
            return False
        value = self.value(measures, sides, beyond)
        drawn = self.value({**measures, **beyond}, sides)
        return value != value and drawn == drawn

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
