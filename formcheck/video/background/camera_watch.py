"""Tells in every picture of a take how the camera has moved since the first one; state over time.

A camera that stands still is told not to have moved at all: what the pictures' noise seems to move
isn't added up, and what changes no measure by more than its error is left.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formcheck.video.background.background import Matrix, Outline, shrunk, unmoved
from formcheck.video.background.background_follower import BackgroundFollower
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.frame import Frame


@dataclass(frozen=True)
class CameraWatchSettings:
    """When a camera counts as moving; from then on it does until the take ends."""

    least_move: float = 0.006
    """Of the picture's longer side, by which the place of something in it must change: 4 in 640
    pixels, about 0.03 trunk lengths. With a camera on a stand 0.003 are reached (sample clips)."""

    apart_s: float = 0.05
    """Seconds between two looks while the camera stands still: of 30 pictures a second every second
    one is looked at. A camera that is nudged is noticed a picture later (engineering)."""


DEFAULTS = CameraWatchSettings()

LOOKED_AT = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])
"""Where in the picture a move is measured, as shares of its width and height: where people are."""

FARTHEST = 10_000
"""Pixels at which a wild outline is cut off: it is a polygon of 32-bit numbers that is filled."""


class CameraWatch:
    """Follows the camera through one take."""

    def __init__(self, settings: CameraWatchSettings = DEFAULTS) -> None:
        self._settings = settings
        self._follower = BackgroundFollower()
        self._earlier_restarts = 0
        self._size: tuple[int, int] | None = None
        self._moves = False
        self._motion = STILL
        self._stood_still_s = -np.inf

    @property
    def moves(self) -> bool:
        """Whether the camera has moved since the first picture."""
        return self._moves

    @property
    def restarts(self) -> int:
        """How often the camera was lost while it moved, so that a later picture stands for the
        first one from then on: nothing may be compared across it.
        """
        return self._earlier_restarts + self._follower.restarts

    def update(self, frame: Frame, body: NDArray[np.floating] | None) -> CameraMotion:
        """How the camera has moved; take the next frame.

        body: outline of where somebody was in the frame before, ... × 2 of its pixels; None where
        nobody was.
        """
        if (frame.width, frame.height) != self._size:
            self._begin(frame)
        if frame.time_s - self._stood_still_s < self._settings.apart_s:
            return STILL
        picture = shrunk(frame.image)
        to_small = picture.shape[1] / frame.width
        outline: Outline | None = None
        if body is not None:
            outline = np.clip(body * to_small, -FARTHEST, FARTHEST).astype(np.int32)
        restarts = self.restarts
        first = self._follower.update(picture, frame.time_s, outline, moves=self._moves)
        if self.restarts > restarts:
            self._moves = False
        if first is None:
            return replace(self._motion, known=False) if self._moves else STILL
        if not self._moves and np.array_equal(first, unmoved()):
            # Where a picture becomes the key, the body in it is told with the next one.
            self._stood_still_s = -np.inf if self._follower.is_waiting else frame.time_s
            return STILL
        first = np.column_stack([first[:, :2], first[:, 2] / to_small])
        self._moves = self._moves or self._has_moved(first, frame)
        self._motion = _motion(first, frame) if self._moves else STILL
        return self._motion

    def _begin(self, frame: Frame) -> None:
        """Pictures of another size can't be compared with those before."""
        self._size = (frame.width, frame.height)
        self._earlier_restarts = self.restarts + self._moves
        self._follower = BackgroundFollower()
        self._moves, self._motion = False, STILL
        self._stood_still_s = -np.inf

    def _has_moved(self, first: Matrix, frame: Frame) -> bool:
        places = LOOKED_AT * (frame.width, frame.height)
        moved = places @ first[:, :2].T + first[:, 2] - places
        longer = max(frame.width, frame.height)
        return bool(np.linalg.norm(moved, axis=1).max() >= self._settings.least_move * longer)


def _motion(first: Matrix, frame: Frame) -> CameraMotion:
    """What a matrix of this frame's pixels, of turning, enlarging and moving, says in words."""
    middle = np.array([frame.width, frame.height]) / 2
    right, down = first[:, :2] @ middle + first[:, 2] - middle
    return CameraMotion(
        right=float(right),
        down=float(down),
        roll=float(np.degrees(np.arctan2(first[1, 0], first[0, 0]))),
        zoom=float(np.hypot(first[0, 0], first[1, 0])),
    )
