"""Is a set over? By what was done of it, and by whether the person goes on."""

from dataclasses import dataclass

from formcheck.form.state import FormState
from formcheck.live.sets.goal_progress import GoalProgress


@dataclass(frozen=True)
class SetEndSettings:
    """How long is waited for who may go on; seconds."""

    resting_s: float = 6.0
    """Who has done the fewest repetitions and then rests for this long has done enough
    (engineering)."""


DEFAULTS = SetEndSettings()


class SetEnd:
    """Looks whether all is done, or enough and the person rests or leaves. State over one set."""

    def __init__(self, *, settings: SetEndSettings = DEFAULTS) -> None:
        self._settings = settings
        self._resting_since_s: float | None = None

    def begin(self) -> None:
        """The set begins or goes on: how long somebody had rested before counts no more."""
        self._resting_since_s = None

    def update(self, state: FormState, progress: GoalProgress, *, at_rest: bool) -> bool:
        """Take the next state; whether the set is over. progress: with this state in it."""
        if not at_rest:
            self._resting_since_s = None
        elif self._resting_since_s is None:
            self._resting_since_s = state.time_s
        rested = self._resting_since_s is not None and (
            state.time_s - self._resting_since_s >= self._settings.resting_s
        )
        return progress.all_done or (progress.enough and (rested or not state.in_set))
