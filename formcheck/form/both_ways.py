"""Movements that pass the start position both ways, as a cat's back does: rounded, then arched.

One repetition is the way out (rounding) and the way beyond (arching), whichever comes first. The
counter sees the arch as the rest between two rounded backs, so three things need care: where the
person's own start position lies, which arch belongs to which repetition, and a cycle that arched
but never rounded, which only shows at the end of the set.
"""

from collections import deque
from statistics import median

from formcheck.exercises.exercise import RepetitionRule
from formcheck.form.repetitions import Excursion

MOST_FRAMES = 300
"""Frames from which the start position is taken: some seconds."""

BACK_SHARE = 0.5
"""Share of the least travel within which a signal is back at the start position."""


class BothWays:
    """Keeps, for one set, what a both-way movement needs; does nothing for other movements."""

    def __init__(self, rule: RepetitionRule) -> None:
        self._both_ways = rule.both_ways
        self._least = rule.least_travel
        self._at_start: deque[float] = deque(maxlen=MOST_FRAMES)
        self._left_start = not rule.both_ways
        self._start = float("nan")
        self._went_out = False
        self._used_after = False

    def leaves_start(self, signal: float) -> bool:
        """Take in the signal; whether the person leaves their start position in this frame."""
        if self._left_start or signal != signal:
            return False
        if self._at_start:
            self._start = median(self._at_start)
            self._left_start = abs(signal - self._start) >= self._least
        self._at_start.append(signal)
        return self._left_start

    @property
    def arch_before_is_free(self) -> bool:
        """Whether what was reached in the rest before belongs to the repetition that follows."""
        return self._both_ways and not self._used_after

    def used(self, *, after: bool) -> None:
        """Note on which rest a repetition was judged: the one after it, or the one before."""
        self._used_after = after

    def count(self, excursion: Excursion) -> None:
        """Take in a finished repetition."""
        self._went_out |= excursion.high >= self._start + self._least

    def ends(self, excursion: Excursion) -> bool:
        """Whether what is under way at the end was a whole cycle of someone who never went out.

        They went beyond the start position and came back to it, and do so every time.
        """
        if not self._both_ways or self._went_out or self._used_after:
            return False
        beyond = excursion.low <= self._start - self._least
        return beyond and abs(excursion.high - self._start) <= BACK_SHARE * self._least
