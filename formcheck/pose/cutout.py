"""A part of the frame, possibly turned, in which a body is looked for."""

from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np

from formcheck.pose.pose import Floats, Pose, Silhouette
from formcheck.video.frame import Frame

Turn = Literal[-90, 0, 90]
"""Degrees clockwise."""

TURNS: tuple[Turn, ...] = (0, -90, 90)

QUARTER_TURNS: dict[Turn, int] = {-90: 1, 0: 0, 90: -1}
"""What numpy calls the same: quarter turns anticlockwise."""

TURN_BACK: dict[Turn, Floats] = {
    0: np.array([[1, 0], [0, 1]], np.float32),
    90: np.array([[0, 1], [-1, 0]], np.float32),
    -90: np.array([[0, -1], [1, 0]], np.float32),
}
"""Takes a direction in the turned cutout to the same direction in the upright frame."""

PIXEL_MIDDLE = np.array([0.5, 0.5], np.float32)

LONGEST_MASK_SIDE = 480
"""Pixels of the longer side of a silhouette carried back to the frame: as fine as the landmarker's
own, so that one that was found again is measured alike."""


@dataclass(frozen=True)
class Cutout:
    """A rectangle of the upright frame, in its pixels, that is cut out and then turned."""

    left: int
    top: int
    width: int
    height: int
    turn: Turn = 0

    def of(self, frame: Frame) -> Frame:
        """The frame's part, as a frame of its own at the same time."""
        part = frame.image[self.top : self.top + self.height, self.left : self.left + self.width]
        return replace(frame, image=np.rot90(part, QUARTER_TURNS[self.turn]))

    def carry_back(self, pose: Pose, frame: Frame) -> Pose:
        """A pose found in the cutout, as a pose in the frame."""
        if not pose.found:
            return Pose.missing(frame.time_s, frame.width, frame.height)
        offset = self._offset()
        landmarks, world = pose.landmarks.copy(), pose.world.copy()
        landmarks[:, :2] = landmarks[:, :2] @ TURN_BACK[self.turn].T + offset
        world[:, :2] = world[:, :2] @ TURN_BACK[self.turn].T
        silhouette = pose.silhouette
        return replace(
            pose,
            width=frame.width,
            height=frame.height,
            landmarks=landmarks,
            world=world,
            silhouette=None if silhouette is None else self._carry_back(silhouette, frame),
        )

    def holds(self, points: Floats, frame: Frame, margin: float = 0.0) -> bool:
        """Whether points (n × 2, frame pixels) keep a margin inside; the frame's own border
        doesn't count.
        """
        right, bottom = self.left + self.width, self.top + self.height
        low = [
            self.left + margin if self.left > 0 else -np.inf,
            self.top + margin if self.top > 0 else -np.inf,
        ]
        high = [
            right - margin if right < frame.width else np.inf,
            bottom - margin if bottom < frame.height else np.inf,
        ]
        return bool(((points >= low) & (points <= high)).all())

    def _offset(self) -> Floats:
        """Where the turned cutout's corner (0, 0) lies in the frame."""
        corner = {0: (0, 0), 90: (0, self.height), -90: (self.width, 0)}[self.turn]
        return np.array([self.left + corner[0], self.top + corner[1]], np.float32)

    def _carry_back(self, silhouette: Silhouette, frame: Frame) -> Silhouette:
        scale = min(silhouette.scale, LONGEST_MASK_SIDE / max(frame.width, frame.height))
        linear = TURN_BACK[self.turn] * (scale / silhouette.scale)
        shift = self._offset() * scale + linear @ PIXEL_MIDDLE - PIXEL_MIDDLE
        size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
        mask = 255 * silhouette.mask.astype(np.uint8)
        laid = cv2.warpAffine(mask, np.column_stack([linear, shift]), size)
        return Silhouette(mask=np.asarray(laid) >= 128, scale=scale)


def whole(frame: Frame, turn: Turn = 0) -> Cutout:
    """All of the frame."""
    return Cutout(0, 0, frame.width, frame.height, turn)


def squares(frame: Frame) -> list[Cutout]:
    """Three overlapping squares along the frame's longer side; none where the frame is square."""
    side = min(frame.width, frame.height)
    spare_x, spare_y = frame.width - side, frame.height - side
    if spare_x == spare_y:
        return []
    return [
        Cutout(round(spare_x * share), round(spare_y * share), side, side)
        for share in (0.0, 0.5, 1.0)
    ]


def close_up(pose: Pose, times: float, turn: Turn = 0) -> Cutout:
    """The part of the frame round a body: so many times its longer side, within the frame."""
    low, high = pose.box
    side = max(1, round(times * float((high - low).max())))
    width, height = min(side, pose.width), min(side, pose.height)
    left, top = (low + high) / 2 - np.array([width, height]) / 2
    return Cutout(
        left=int(np.clip(round(float(left)), 0, pose.width - width)),
        top=int(np.clip(round(float(top)), 0, pose.height - height)),
        width=width,
        height=height,
        turn=turn,
    )
