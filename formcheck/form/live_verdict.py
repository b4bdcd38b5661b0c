"""A criterion while it happens: told when it lasts, taken back when it is clearly right again."""

from formcheck.exercises.criterion import Condition
from formcheck.form.judgement import Limits
from formcheck.form.state import Verdict
from formcheck.measure.steady import Lasting

CLEARED_S = 0.3
"""A fault is over when the value has been well inside for this long."""


class LiveVerdict:
    """The debounced verdict of one condition of a criterion, frame by frame."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self._verdict: Lasting[Verdict] = Lasting(Verdict.UNKNOWN)
        self.too_low = False

    def update(self, time_s: float, value: float, bounds: Limits | None) -> Verdict:
        """Take the value of a frame in the criterion's phase; NaN where it can't be seen."""
        now = self._now(value, bounds)
        needed = self.condition.lasting_s if now is Verdict.FAULT else CLEARED_S
        if self._verdict.value is Verdict.UNKNOWN and now is Verdict.GOOD:
            needed = 0.0
        return self._verdict.update(time_s, now, needed)

    def settle(self, verdict: Verdict, too_low: bool | None) -> None:
        """Take over the verdict of a finished repetition."""
        self._verdict = Lasting(verdict)
        if too_low is not None:
            self.too_low = too_low

    @property
    def verdict(self) -> Verdict:
        """The verdict as it stands."""
        return self._verdict.value

    def _now(self, value: float, bounds: Limits | None) -> Verdict:
        if bounds is None or value != value:
            return Verdict.UNKNOWN
        # Once at fault, half the tolerance must be regained: no flicker at the limit.
        share = 0.5 if self._verdict.value is Verdict.FAULT else 1.0
        out = bounds.beyond(value, bounds.tolerance * share)
        if not out:
            return Verdict.GOOD
        if self.condition.judge == "reached":
            # Not there yet is no fault while there is still time; the repetition's end decides.
            return self._verdict.value
        self.too_low = out < 0
        return Verdict.FAULT
