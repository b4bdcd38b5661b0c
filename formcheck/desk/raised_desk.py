"""Who stands at a desk that was raised with the camera on it hasn't sat down."""

from collections import deque
from dataclasses import dataclass

from formcheck.desk.posture import Who
from formcheck.desk.sitting_posture import Stature


@dataclass(frozen=True)
class RaisedDeskSettings:
    """How a desk that is raised is told from somebody who sits down."""

    fastest: float = 0.09
    """Trunk lengths a second, 4.5 cm: most desks rise by 2 to 4 (engineering; 0.065 in two rendered
    films). Who sits down, be it with care, sinks by half a trunk length and more within 5 s."""

    sway: float = 0.05
    """Trunk lengths between two looks that are nobody's doing: how the shoulders of one who stands
    still are found (engineering)."""

    least: float = 0.2
    """Trunk lengths by which somebody must sink: 10 cm, more than who stands and slumps."""

    as_large: float = 1.2
    """Somebody who is smaller by this in the end has stepped back from the camera, and sinks by
    that; between 0.6 and 0.4 trunk lengths above they would be 1.5 times smaller."""

    within_s: float = 3.0
    """Looks that are compared with each other; who wasn't found for longer may have sat down."""

    gone_s: float = 60.0
    """Nobody there for so long: the desk may have been lowered meanwhile (engineering)."""


DEFAULTS = RaisedDeskSettings()


class RaisedDesk:
    """Remembers whether the desk is raised, and the camera on it; state over time.

    In the picture somebody who stands sinks then, slowly and evenly, until they are where they sat.
    Whoever sits down sinks at once. The room behind them moves too, but often shows nothing to see
    that by. Down again, they rise as slowly, and then sit down.

    raised: whether it is.
    """

    def __init__(self, settings: RaisedDeskSettings = DEFAULTS) -> None:
        self.raised = False
        self._settings = settings
        self._looks: deque[tuple[float, float]] = deque()
        self._stood: Stature | None = None

    def who(self, time_s: float, who: Who, stature: Stature | None) -> Who:
        """Who that is; somebody standing where only the camera has come up.

        stature: None where nobody was found.
        """
        if stature is None:
            if self._looks and time_s - self._looks[-1][0] >= self._settings.gone_s:
                self.raised, self._stood = False, None
            return who
        fast = self._sinks_fast(time_s, stature.height)
        self._looks.append((time_s, stature.height))
        if who is Who.STANDING:
            higher = fast or self._stood is None or stature.height > self._stood.height
            self._stood = stature if higher else self._stood
        elif self._stood is not None and (fast or self._has_sunk(self._stood, stature)):
            # Sat down, or come up on the desk to where somebody sits.
            self.raised, self._stood = not fast, None
        return Who.STANDING if self.raised and who is not Who.OTHER else who

    def _sinks_fast(self, time_s: float, height: float) -> bool:
        """Whether they have sunk faster than a desk rises, or weren't seen sinking."""
        settings, looks = self._settings, self._looks
        if looks and time_s - looks[-1][0] > settings.within_s:
            looks.clear()
            return True
        while looks and time_s - looks[0][0] > settings.within_s:
            looks.popleft()
        return any(
            before - height > settings.fastest * (time_s - then) + settings.sway
            for then, before in looks
        )

    def _has_sunk(self, stood: Stature, now: Stature) -> bool:
        as_large = now.size * self._settings.as_large > stood.size
        return as_large and stood.height - now.height > self._settings.least
