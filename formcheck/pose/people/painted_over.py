"""People painted over, so that a model finds who is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from formcheck.closeable import Closeable
from formcheck.pose.cutout import squares
from formcheck.pose.estimator import PeopleDetector
from formcheck.pose.people.people import box_round, distinct
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame


def painted_over(frame: Frame, others: Sequence[Pose], kept: Pose | None = None) -> Frame:
    """The frame with people painted over in its mean colour, but not where the one kept is."""
    image = frame.image.copy()
    colour = frame.image[::8, ::8].mean(axis=(0, 1)).astype(np.uint8)
    for other in others:
        left, top, right, bottom = box_round(other)
        image[top:bottom, left:right] = colour
    if kept is not None:
        left, top, right, bottom = box_round(kept)
        image[top:bottom, left:right] = frame.image[top:bottom, left:right]
    return replace(frame, image=image)


@dataclass(frozen=True)
class SecondLookSettings:
    """How often, and where, there is more than one look.

    every_s: seconds between two second looks: while somebody passes, everybody is looked for
        several times a second, and who else is there is known.
    long: how many times as long as high, or as high as long, a picture is that is looked at in
        squares although somebody was found: films are laid side by side in it (engineering).
    """

    every_s: float = 0.9
    long: float = 2.0


class SecondLookDetector(Closeable):
    """Looks again with those painted over who were found, and in squares where nobody was, or where
    the picture is long.

    The model's detector looks at the whole picture on 224 × 224 pixels and now and then sees the
    most striking body alone: of two who do push-ups side by side it found one in 11 of 11 pictures,
    and the other, with the first painted over, in 11 of 11. Of two who did wall squats side by side
    in a picture 960 × 360, and of four in the tiles of a call, it found nobody in 8 of 11 pictures,
    and in squares of them two in each.

    detector: closed with it.
    """

    def __init__(
        self, detector: PeopleDetector, settings: SecondLookSettings = SecondLookSettings()
    ) -> None:
        self._detector = detector
        self._settings = settings
        self._looked_s = -np.inf

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        """Everybody in a frame; see `PeopleDetector`."""
        found = self._detector.detect(frame)
        if 0 <= frame.time_s - self._looked_s < self._settings.every_s:
            return found
        self._looked_s = frame.time_s
        if found:
            found = (*found, *self._detector.detect(painted_over(frame, found)))
        longer, shorter = max(frame.width, frame.height), min(frame.width, frame.height)
        if distinct(found) and longer < self._settings.long * shorter:
            return found
        return (*found, *self._in_squares(painted_over(frame, found)))

    def _in_squares(self, frame: Frame) -> Iterator[Pose]:
        for part in squares(frame):
            for pose in self._detector.detect(part.of(frame)):
                yield part.carry_back(pose, frame)

    def close(self) -> None:
        """Free the model."""
        self._detector.close()
