"""When somebody is there to do an exercise: a little before and after what speaks for it.

Of a session that goes on, getting down and up lies there too. Who kneels down to stand up again
has bent their knees as in a squat, but never stood before it.
"""

from dataclasses import dataclass

import numpy as np

from formcheck.exercises.exercise import Exercise
from formcheck.recognition.cycles import column, in_ranges
from formcheck.recognition.feature_table import Array, FeatureTable, Mask
from formcheck.recognition.runs import runs


@dataclass(frozen=True)
class AroundSettings:
    """How much around what was recognised belongs to a set."""

    around_s: float = 5.0
    """Seconds before and after it at most: time to take the start position, and for a repetition
    that isn't like the others, if it begins and ends there."""

    within_s: float = 2.0
    """Seconds within what was recognised in which they may already be on their way elsewhere: as
    long as a wide posture still holds of somebody who gets up."""

    stayed_s: float = 0.5
    """Seconds for which they must be in the start position: who rolls over passes through many."""

    not_there_s: float = 1.0
    """Seconds around it that belong to it where nobody is seen in the start position: what speaks
    for an exercise begins with a sample that is clearly out of rest."""


DEFAULTS = AroundSettings()


class Around:
    """The time around a part of a recording in which an exercise speaks.

    table: of the whole recording.
    """

    def __init__(
        self, exercise: Exercise, table: FeatureTable, settings: AroundSettings = DEFAULTS
    ) -> None:
        self._table = table
        self._settings = settings
        position = exercise.start.position.ranges
        seen = sum(np.isfinite(column(one.measure, table)).astype(int) for one in position)
        there = in_ranges(position, table, seen=False) & (2 * seen > len(position))
        self._there = _stayed(there, table, settings.stayed_s)

    def ready_s(self, begin: int) -> float:
        """From when they are in the start position, or from where their take begins.

        begin: the part's first place.
        """
        settings, begin_s = self._settings, float(self._table.times[begin])
        first = np.searchsorted(self._table.takes, self._table.takes[begin])
        if begin_s - self._table.times[first] <= settings.not_there_s:
            return float(self._table.times[first])
        there = self._there_between(begin, begin_s - settings.around_s, begin_s + settings.within_s)
        return float(there[0]) if there.size else begin_s - settings.not_there_s

    def left_s(self, last: int) -> float:
        """Until when they are in it, or until their take ends. last: the part's last place."""
        settings, end_s = self._settings, float(self._table.times[last])
        over = np.searchsorted(self._table.takes, self._table.takes[last], side="right") - 1
        if self._table.times[over] - end_s <= settings.not_there_s:
            return float(self._table.times[over])
        there = self._there_between(last, end_s - settings.within_s, end_s + settings.around_s)
        return float(there[-1]) if there.size else end_s + settings.not_there_s

    def _there_between(self, place: int, begin_s: float, end_s: float) -> Array:
        """The times in the take of a place at which they are there."""
        times, takes = self._table.times, self._table.takes
        between = (times >= begin_s) & (times <= end_s) & (takes == takes[place])
        return np.asarray(times[between & self._there], float)


def _stayed(there: Mask, table: FeatureTable, least_s: float) -> Mask:
    """Where they are for so long at once."""
    stayed = np.zeros(len(there), bool)
    for begin, end in runs(there):
        stayed[begin:end] = table.times[end - 1] - table.times[begin] >= least_s
    return stayed
