"""How far a limb is taken to be while it is outside the picture, for counting alone."""

from math import nan


class OutsideReach:
    """Follows one signal over the picture's edge; state over time.

    Outside, the limb is at least as far as it was seen last. A limb that is drawn further out has
    gone on, but how far is anybody's guess: by the least that is counted at most.
    """

    def __init__(self, least_travel: float) -> None:
        self._least_travel = least_travel
        self._seen = self._drawn = nan

    def update(self, signal: float, drawn: float, *, outside: bool) -> float:
        """The signal to count on.

        signal: as seen, NaN where it wasn't. drawn: the same with what is drawn outside.
        """
        if not outside:
            self._seen = signal if signal == signal else self._seen
            self._drawn = nan
            return signal
        self._drawn = drawn if self._drawn != self._drawn else max(self._drawn, drawn)
        return max(self._seen, min(self._drawn, self._seen + self._least_travel))
