"""Which side works: the one that is further out, or, where both go out, the one made for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formcheck.exercises.exercise import Exercise
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.sides import SideVote
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.pose.landmarks import SIDES, Side, other


@dataclass(frozen=True)
class WorkingSideSettings:
    """When both sides go out."""

    both_share: float = 1 / 3
    """Share of the leading side's way from which the other side has gone out as well."""

    settled_s: float = 0.4
    """After so long on the way out the side is kept until the repetition is over: nobody changes
    legs on the way, and the pose model does (engineering)."""


DEFAULTS = WorkingSideSettings()


class WorkingSide:
    """Tells the working side; remembers where both sides rest."""

    def __init__(
        self,
        exercise: Exercise,
        signal: RepetitionSignal,
        settings: WorkingSideSettings = DEFAULTS,
    ) -> None:
        self._settings = settings
        self._signal = signal
        self._tie_break = exercise.sides.both_move
        self._rest: Mapping[Side, float] = {}
        self._lowest = float("inf")
        self._vote = SideVote()
        self._kept: Side | None = None
        self._since_s: float | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        """Names, without side, of the measures that it needs besides the repetition's own."""
        return (self._tie_break,) if self._tie_break else ()

    def rest(self, measures: Mapping[str, float]) -> None:
        """Take in a frame at rest; the lowest counts, since a movement is noticed late."""
        self._forget_side()
        values = self._signal.by_side(measures)
        if values and max(values.values()) <= self._lowest:
            self._rest, self._lowest = values, max(values.values())

    def begin_rest(self) -> None:
        """A repetition is over."""
        self._lowest = float("inf")
        self._forget_side()

    def now(self, measures: Mapping[str, float]) -> Side | None:
        """The side that works at this moment; None where the exercise has no working side."""
        leading = self._signal.leading_side(measures)
        if leading is None or not self._tie_break or not self._both_out(measures, leading):
            return leading
        values = {side: measures.get(f"{self._tie_break}.{side}", float("nan")) for side in SIDES}
        return other(leading) if values[other(leading)] > values[leading] else leading

    def settled(self, measures: Mapping[str, float], time_s: float) -> Side | None:
        """The side that works in the repetition under way: None at first, then always the same."""
        if self._since_s is None:
            self._since_s = time_s
        if self._kept is None:
            self._vote.add(self.now(measures))
            if time_s - self._since_s < self._settings.settled_s:
                return None
            self._kept = self._vote.winner
        return self._kept

    def over(self, frames: Iterable[MeasuredFrame]) -> Side | None:
        """The side that most of the frames show."""
        vote = SideVote()
        for frame in frames:
            vote.add(self.now(frame.drawn))
        return vote.winner

    def _forget_side(self) -> None:
        self._vote, self._kept, self._since_s = SideVote(), None, None

    def _both_out(self, measures: Mapping[str, float], leading: Side) -> bool:
        values = self._signal.by_side(measures)
        if set(values) != set(SIDES) or set(self._rest) != set(SIDES):
            return False
        travel = {side: values[side] - self._rest[side] for side in SIDES}
        return travel[other(leading)] >= self._settings.both_share * travel[leading]
