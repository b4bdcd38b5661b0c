"""How much of a set's goal is done."""

from dataclasses import dataclass

from formcheck.form.state import FormState
from formcheck.programmes.steps import Goal


@dataclass(frozen=True)
class GoalSettings:
    """What counts towards a goal; engineering values that weigh patience against being kept."""

    held_share: float = 0.7
    """Share of the wanted time from which a finished repetition was held: the time that is measured
    leaves out arriving and leaving."""

    further_tries: int = 2
    """So many repetitions that were held too briefly are let go by, then they count: nobody is kept
    at an exercise that they can't hold."""


DEFAULTS = GoalSettings()


class GoalProgress:
    """Counts what counts towards a goal; state over one set.

    held, tried: repetitions that are over: those held for long enough, and all.
    """

    def __init__(self, goal: Goal, *, settings: GoalSettings = DEFAULTS) -> None:
        self._settings = settings
        self._goal = goal
        self.held = self.tried = 0
        self._last_reached = False
        self._holds_reached = 0

    @property
    def done(self) -> int:
        """How many count so far; the last long hold need not be left first."""
        over = max(self.held, self.tried - self._settings.further_tries, 0)
        return over + (self._goal.long_hold and self._last_reached)

    @property
    def holds(self) -> bool:
        """Whether a hold lasts that has reached its time."""
        return self._last_reached

    @property
    def moments(self) -> int:
        """Grows with everything that happens: repetitions and holds reached."""
        return self.tried + self._holds_reached

    @property
    def enough(self) -> bool:
        """Whether the set may end."""
        return self._at_least(self._goal.fewest)

    @property
    def all_done(self) -> bool:
        """Whether the set is over."""
        return self._at_least(self._goal.most)

    def update(self, state: FormState) -> bool:
        """Take the next state; whether at this moment a hold has reached its time."""
        if state.finished is not None:
            self.tried += 1
            long_enough = state.finished.hold_s >= self._settings.held_share * self._goal.hold_s
            self.held += long_enough or not self._goal.long_hold
        reached = self._goal.hold_s > 0 and state.hold_s >= self._goal.hold_s
        news = reached and not self._last_reached
        self._holds_reached += news
        self._last_reached = reached
        return news

    def _at_least(self, wanted: int | None) -> bool:
        return wanted is not None and self.done >= wanted
