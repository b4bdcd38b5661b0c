"""A measure that became much less sure than it was: it shows no movement any more.

Folded up, seen from the feet or half hidden, a body shows joints whose place is a guess, and each
picture has another: what is counted on would go out and come back by itself. How sure a measure is
anyway differs from film to film, but as the set begins the person is at rest and seen as well as
they will be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan
from statistics import median


@dataclass(frozen=True)
class SurenessSettings:
    """When a measure is as good as unseen.

    calm_s: seconds from the set's beginning over which its error is as it usually is: the first
        repetition hardly begins sooner (engineering).
    times: so many times as large its error must be. In 105 random films for choosing, values whose
        error had grown to 2 times the first were off by a tenth to a quarter of the usual way on
        average, from 3 times on by half of it and more.
    """

    calm_s: float = 1.0
    times: float = 3.0


DEFAULTS = SurenessSettings()


class LostSureness:
    """Knows how sure measures are as a set begins. State over time; feed it in order."""

    def __init__(self, settings: SurenessSettings = DEFAULTS) -> None:
        self._settings = settings
        self._since_s = nan
        self._first: dict[str, list[float]] = {}
        self._usual: dict[str, float] = {}

    def update(self, time_s: float, errors: Mapping[str, float]) -> None:
        """Take in a frame's standard errors by the measures' full names; 0 tells nothing."""
        if self._since_s != self._since_s:
            self._since_s = time_s
        if time_s - self._since_s > self._settings.calm_s:
            return
        for name, error in errors.items():
            if error > 0:
                self._first.setdefault(name, []).append(error)
                self._usual[name] = median(self._first[name])

    def lost(self, name: str, error: float) -> bool:
        """Whether a measure with this error says nothing any more."""
        usual = self._usual.get(name, nan)
        return error > self._settings.times * usual
