"""Sitting and being away: how long someone has sat, and what counts as a break."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PresenceSettings:
    """When somebody is there, gone, and on a break; engineering values, in seconds."""

    break_s: float = 60.0
    """Nobody there for this long is a break; less is reaching for something on the floor."""

    back_s: float = 3.0
    """How long someone must be seen before they are back: a chair is taken for a person at
    times."""

    gone_s: float = 4.0
    """How long nobody must be seen before someone has gone: a person is overlooked at times."""


DEFAULTS = PresenceSettings()


@dataclass(frozen=True)
class Presence:
    """Who is there now.

    here: whether someone is sitting there.
    sitting_s: how long they have sat since the last break; 0 while they are away on one.
    breaks: finished breaks so far.
    break_over_s: length of a break that is over at this moment, else None.
    """

    here: bool
    sitting_s: float
    breaks: int
    break_over_s: float | None = None


class PresenceWatch:
    """Follows whether someone sits at the desk.

    A break begins with the last moment at which they sat. A gap in the pictures, e.g. because the
    camera was lost, is neither sitting nor away, and the time since the last break goes on. A
    computer that slept was left alone: a gap as long as a break in the calls themselves is one.
    """

    def __init__(self, *, settings: PresenceSettings = DEFAULTS) -> None:
        self._settings = settings
        self._here = False
        self._candidate_s: float | None = None
        self._sat_down_s: float | None = None
        self._last_here_s: float | None = None
        self._last_s: float | None = None
        self._breaks = 0

    def update(self, time_s: float, sitting: bool | None) -> Presence:
        """Take this moment's look. sitting: None where there is no picture."""
        slept = self._last_s is not None and time_s - self._last_s >= self._settings.break_s
        self._last_s = time_s
        if slept:
            self._here, self._candidate_s = False, None
        if sitting is None:
            self._candidate_s = None
            if self._here:
                self._last_here_s = time_s
            return self._presence(time_s)
        over_s = self._change_over(time_s, sitting)
        if self._here and sitting:
            self._last_here_s = time_s
        return self._presence(time_s, over_s)

    def _change_over(self, time_s: float, sitting: bool) -> float | None:
        """Change over once the other has lasted; the break's length where one is over."""
        if sitting is self._here:
            self._candidate_s = None
            return None
        if self._candidate_s is None:
            self._candidate_s = time_s
        first = self._sat_down_s is None
        lasting_s = self._settings.gone_s if self._here else self._settings.back_s
        if time_s - self._candidate_s < (0.0 if first else lasting_s):
            return None
        since_s, self._candidate_s, self._here = self._candidate_s, None, sitting
        return self._sit_down(since_s) if sitting else None

    def _sit_down(self, since_s: float) -> float | None:
        away_s = 0.0 if self._last_here_s is None else since_s - self._last_here_s
        if self._sat_down_s is None or away_s >= self._settings.break_s:
            self._sat_down_s = since_s
        if away_s < self._settings.break_s:
            return None
        self._breaks += 1
        return away_s

    def _presence(self, time_s: float, over_s: float | None = None) -> Presence:
        sitting_s = 0.0
        if self._sat_down_s is not None and self._last_here_s is not None:
            on_a_break = not self._here and time_s - self._last_here_s >= self._settings.break_s
            sitting_s = 0.0 if on_a_break else time_s - self._sat_down_s
        return Presence(self._here, sitting_s, self._breaks, over_s)
