"""Notices on the picture itself that something moves beside the one who is followed.

A look at everybody costs as much as several frames, so there is one every few seconds only; who
walks in from the side is in front of somebody within half a second. What moves beside the body is
seen at once, and next to nothing is needed for it.
"""

from collections import deque
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class WatchSettings:
    """What counts as somebody who comes.

    columns: of the coarse picture that is compared.
    back_s: with the picture of so long ago; less than it takes to walk through the picture.
    change: of 255 grey levels; noise of a dim room is below it when averaged.
    least, most: share of the picture that changes: less than an arm is nobody, and when nearly
        everything does, the camera moved or the light changed.
    room: share of a body's longer side round it in which its own movement and shadow count.
    grown: so many times as much must move as at the last look for the next not to wait: whoever
        was half in the picture is whole now.
    pause_s: after a look that found nobody, twice as long each time up to `longest_pause_s`, so
        that a curtain in the wind costs little; all engineering.
    """

    columns: int = 80
    back_s: float = 0.35
    change: int = 22
    least: float = 0.006
    most: float = 0.7
    room: float = 0.15
    grown: float = 1.4
    pause_s: float = 0.2
    longest_pause_s: float = 3.2


class NewcomerWatch:
    """Says when a look at everybody is worth while. State over time."""

    def __init__(self, settings: WatchSettings = WatchSettings()) -> None:
        self._settings = settings
        self._lately: deque[tuple[float, NDArray[np.uint8]]] = deque()
        self._pause_s = settings.pause_s
        self._rest_until_s = -np.inf
        self._share = self._share_at_look = 0.0

    def update(self, frame: Frame, body: Pose | None) -> bool:
        """Take a frame; whether something moves beside the body, and it is time to look.

        body: the one who is followed, where they were seen last.
        """
        now = self._coarse(frame)
        before = self._before(frame.time_s)
        self._lately.append((frame.time_s, now))
        self._share = 0.0
        if before is None or before.shape != now.shape:
            return False
        moved = cv2.absdiff(now, before) > self._settings.change
        if moved.mean() > self._settings.most:
            return False
        if body is not None:
            self._leave_out(moved, body)
        self._share = float(moved.mean())
        rests = frame.time_s < self._rest_until_s
        if rests and self._share < self._settings.grown * self._share_at_look:
            return False
        return self._share > self._settings.least

    def look(self) -> None:
        """A look is begun at what moves now; its answer may come some frames later."""
        self._share_at_look = max(self._share, self._settings.least)

    def rest(self, time_s: float, *, somebody: bool) -> None:
        """The look is over; somebody: whether it found one more person."""
        pause_s = self._settings.pause_s if somebody else self._pause_s
        self._pause_s = min(2 * pause_s, self._settings.longest_pause_s)
        self._rest_until_s = time_s + pause_s

    def _coarse(self, frame: Frame) -> NDArray[np.uint8]:
        step = max(1, frame.width // (4 * self._settings.columns))
        thin = np.ascontiguousarray(frame.image[::step, ::step, 1])
        rows = max(1, round(self._settings.columns * frame.height / frame.width))
        return np.asarray(
            cv2.resize(thin, (self._settings.columns, rows), interpolation=cv2.INTER_AREA),
            np.uint8,
        )

    def _before(self, time_s: float) -> NDArray[np.uint8] | None:
        before = None
        while self._lately and time_s - self._lately[0][0] >= self._settings.back_s:
            before = self._lately.popleft()[1]
        return before

    def _leave_out(self, moved: NDArray[np.bool_], body: Pose) -> None:
        low, high = body.box
        room = self._settings.room * float((high - low).max())
        scale = moved.shape[1] / body.width
        left, top = np.clip((low - room) * scale, 0, None).astype(int)
        right, bottom = np.clip((high + room) * scale + 1, 0, None).astype(int)
        moved[top:bottom, left:right] = False
