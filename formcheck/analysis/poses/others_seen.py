"""How many others were seen at once besides the one who is followed."""

from collections import deque

from formcheck.pose.pose import Pose
from formcheck.video.cuts.transitions import DEFAULTS, TransitionSettings


class OthersSeen:
    """Counts the others, take by take. State over the poses of a recording.

    Where one scene dissolves into the next, two bodies are in one picture that never were in one
    room. Whoever turned up just before a take's end is not counted, therefore.
    """

    def __init__(self, settings: TransitionSettings = DEFAULTS) -> None:
        self._lately_s = settings.over_s
        self._take: int | None = None
        self._sure = 0
        self._lately: deque[tuple[float, int]] = deque()
        self._begin_s = 0.0

    @property
    def most(self) -> int:
        """The largest number so far."""
        return max(self._sure, self._most_lately)

    def update(self, pose: Pose) -> None:
        """Take the next pose."""
        if pose.take != self._take:
            self._end_take(pose.time_s)
            self._take, self._begin_s = pose.take, pose.time_s
        while self._lately and pose.time_s - self._lately[0][0] > self._lately_s:
            self._sure = max(self._sure, self._lately.popleft()[1])
        if pose.others:
            self._lately.append((pose.time_s, pose.others))

    def _end_take(self, time_s: float) -> None:
        # A take that is as short as a dissolve may well be of two people all along.
        if time_s - self._begin_s <= self._lately_s:
            self._sure = self.most
        self._lately.clear()

    @property
    def _most_lately(self) -> int:
        return max((others for _, others in self._lately), default=0)
