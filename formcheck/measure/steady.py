"""Values that change only when the change lasts."""

from bisect import bisect_left, insort
from collections import Counter, deque
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Majority(Generic[Value]):
    """The most frequent value of the last seconds."""

    def __init__(self, window_s: float) -> None:
        self._window_s = window_s
        self._values: deque[tuple[float, Value]] = deque()
        self._counts: Counter[Value] = Counter()

    def update(self, time_s: float, value: Value) -> Value:
        """Take this moment's value and return the one that prevails."""
        self._values.append((time_s, value))
        self._counts[value] += 1
        while time_s - self._values[0][0] > self._window_s:
            _, old = self._values.popleft()
            self._counts[old] -= 1
        return self._counts.most_common(1)[0][0]


class Lasting(Generic[Value]):
    """A value that follows its input once the input has stayed the same for some time."""

    def __init__(self, first: Value) -> None:
        self.value = first
        self._candidate = first
        self._since_s = 0.0
        self._times = 0

    def update(self, time_s: float, value: Value, needed_s: float, needed_times: int = 1) -> Value:
        """Take this moment's value.

        It is taken over when it has lasted for `needed_s` and been there so many times in a row.
        """
        if value != self._candidate:
            self._candidate, self._since_s, self._times = value, time_s, 0
        self._times += 1
        lasted = time_s - self._since_s >= needed_s and self._times >= needed_times
        if self._candidate != self.value and lasted:
            self.value = self._candidate
        return self.value

    def drop(self) -> None:
        """What has begun to last is not gone on with: nobody looked for a while."""
        self._candidate = self.value


class RunningMedian:
    """The middle value of the last seconds."""

    def __init__(self, window_s: float) -> None:
        self._window_s = window_s
        self._values: deque[tuple[float, float]] = deque()
        self._ordered: list[float] = []

    def update(self, time_s: float, value: float) -> float:
        """Take this moment's value, which is a number, and return the middle one."""
        self._values.append((time_s, value))
        insort(self._ordered, value)
        while time_s - self._values[0][0] > self._window_s:
            _, old = self._values.popleft()
            del self._ordered[bisect_left(self._ordered, old)]
        return self._ordered[len(self._ordered) // 2]
