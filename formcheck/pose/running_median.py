"""The median of the last so many numbers, without sorting them anew for each."""

from bisect import bisect_left, insort
from collections import deque
from math import isnan, nan


class RunningMedian:
    """The median of the last `most` numbers; NaN while one of them is.

    State over the numbers.
    """

    def __init__(self, most: int) -> None:
        self._recent: deque[float] = deque()
        self._sorted: list[float] = []
        self._most = most

    def update(self, number: float) -> float:
        """Take in the next number; returns the median with it."""
        self._recent.append(number)
        if not isnan(number):
            insort(self._sorted, number)
        if len(self._recent) > self._most:
            oldest = self._recent.popleft()
            if not isnan(oldest):
                del self._sorted[bisect_left(self._sorted, oldest)]
        if len(self._sorted) < len(self._recent):
            return nan
        middle = len(self._sorted) // 2
        if len(self._sorted) % 2:
            return self._sorted[middle]
        return (self._sorted[middle - 1] + self._sorted[middle]) / 2
