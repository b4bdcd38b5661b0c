"""Writing that nobody waits for: the live picture comes first, the recording when there is time."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Condition, Thread

from formcheck.give_way import give_way
from formcheck.results.moment import Moment
from formcheck.right_of_way import RightOfWay


@dataclass(frozen=True)
class BackgroundSettings:
    """How much may wait, and how many pictures the video gets."""

    pictures_waiting: int = 3
    """A fifth of a second, beside those that the drawing and the encoding hold themselves."""

    moments_waiting: int = 900
    """Half a minute or more of moments without their pictures, about 100 MB with the
    silhouettes."""

    picture_interval_s: float = 1 / 16
    """Least time between two pictures of the video: about fifteen a second show an exercise well,
    and drawing and encoding each of thirty takes the processor from finding the pose."""

    niceness: int = 5
    """Of the thread, on Linux's scale from -20 to 19: the picture in the window comes first."""


DEFAULTS = BackgroundSettings()


class BackgroundWriter:
    """Hands moments on in a thread of its own, in order; `update` never waits.

    Every moment is handed on, but not every one with its picture, of which the video gets about
    fifteen a second. Where the writing can't keep up, more pictures are left out, so that
    everything measured is kept; where it stands still for long, whole moments are. Both are
    counted.

    keep: called with each moment in that thread. What it raises is raised here by the next
        `update` or by `close`; nothing is handed on after it. right_of_way: which each moment
        lets pass.
    """

    def __init__(
        self,
        keep: Callable[[Moment], None],
        settings: BackgroundSettings = DEFAULTS,
        right_of_way: RightOfWay | None = None,
    ) -> None:
        self._right_of_way = right_of_way or RightOfWay()
        self._keep = keep
        self._settings = settings
        self._changed = Condition()
        self._waiting: deque[Moment] = deque()
        self._pictures = 0
        self._picture_due_s = float("-inf")
        self._closed = False
        self._error: Exception | None = None
        self.pictures_left_out = 0
        self.moments_left_out = 0
        self._thread = Thread(target=self._run, name="recording", daemon=True)
        self._thread.start()

    def update(self, moment: Moment) -> None:
        """Take a moment, or leave out its picture or all of it; raises what went wrong earlier."""
        with self._changed:
            if self._error is not None:
                raise self._error
            if len(self._waiting) >= self._settings.moments_waiting:
                self.moments_left_out += 1
                return
            moment = self._thinned(moment)
            self._pictures += moment.frame is not None
            self._waiting.append(moment)
            self._changed.notify()

    def _thinned(self, moment: Moment) -> Moment:
        """The moment without its picture where it is too early for one, or where too many wait."""
        if moment.frame is None:
            return moment
        if moment.frame.time_s < self._picture_due_s:
            return replace(moment, frame=None)
        if self._pictures >= self._settings.pictures_waiting:
            self.pictures_left_out += 1
            return replace(moment, frame=None)
        self._picture_due_s = moment.frame.time_s + self._settings.picture_interval_s
        return moment

    def close(self) -> None:
        """Wait until everything is written; raises what went wrong."""
        self._end()
        if self._error is not None:
            raise self._error

    def discard(self) -> None:
        """Leave what hasn't been written yet."""
        with self._changed:
            self._waiting.clear()
        self._end()

    def _end(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        give_way(self._settings.niceness)
        try:
            while (moment := self._next()) is not None:
                self._right_of_way.wait()
                self._keep(moment)
        except Exception as error:
            with self._changed:
                self._error = error
                self._waiting.clear()

    def _next(self) -> Moment | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            if not self._waiting:
                return None
            moment = self._waiting.popleft()
            self._pictures -= moment.frame is not None
            return moment
