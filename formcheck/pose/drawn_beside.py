"""Joints that are drawn where nothing of the body is seen: furniture hides them.

The model draws a knee behind a cupboard, is sure of it, and measures of it are told as if it were
seen. But its own outline of the body leaves the cupboard out.
"""

from collections import deque
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.people.person_cover import HANGING
from formcheck.pose.pose import Floats, Pose, Silhouette


@dataclass(frozen=True)
class BesideSettings:
    """When furniture hides a leg.

    beside_m: metres from the outline, in which nothing of the body is: of the elbows, wrists, knees
        and ankles in 107 tracks of real people 2 in 10 000 lie so far out.
    over_s: for so long it is watched.
    share: of that time, in which the knee or the ankle must be drawn there. The outline of who
        moves behind furniture comes and goes: of legs behind boxes it is a third to all of the
        time, of legs that a caption crosses a quarter at most (engineering).
    """

    beside_m: float = 0.05
    over_s: float = 2.0
    share: float = 0.5


DEFAULTS = BesideSettings()

LEGS: Final = [(INDEX[f"{side}_knee"], INDEX[f"{side}_ankle"]) for side in SIDES]
"""Rows of the joints that are looked at. An outline fills a trunk of which a part is hidden, and
of arms one that is hidden would be taken for the other."""

JOINTS: Final = [row for leg in LEGS for row in leg]


class BesideWatch:
    """Remembers which joints were drawn beside the body lately; state over a film's poses."""

    def __init__(self, settings: BesideSettings = DEFAULTS) -> None:
        self._settings = settings
        self._take = 0
        self._looks: deque[tuple[float, frozenset[int]]] = deque()

    def seen_of(self, pose: Pose, take: int) -> Pose:
        """The next pose, in which such joints, and what hangs on them, are unseen.

        As it is where it has no outline. take: number of the frame's take, see `Frame`.
        """
        if take != self._take:
            self._take = take
            self._looks.clear()
        if not pose.found or pose.silhouette is None:
            return pose
        beside = frozenset(_beside(pose, pose.silhouette, self._settings.beside_m))
        self._looks.append((pose.time_s, beside))
        while pose.time_s - self._looks[0][0] > self._settings.over_s:
            self._looks.popleft()
        hidden = np.zeros(len(pose.landmarks), np.bool_)
        hidden[[row for leg in LEGS for row in self._hidden_of(leg)]] = True
        if not hidden.any():
            return pose
        for upper, lower in HANGING:
            hidden[lower] |= hidden[upper]
        return replace(
            pose,
            visibility=np.where(hidden, np.float32(0), pose.visibility),
            presence=np.where(hidden, np.float32(0), pose.presence),
        )

    def _hidden_of(self, leg: tuple[int, int]) -> set[int]:
        """Rows of those joints of a leg that furniture hides."""
        beside = [drawn.intersection(leg) for _, drawn in self._looks]
        share = sum(map(bool, beside)) / len(beside)
        return set().union(*beside) if share >= self._settings.share else set()


def _beside(pose: Pose, outline: Silhouette, beside_m: float) -> list[int]:
    """Rows of the joints that the model is sure of, in the picture and beside the outline."""
    mask = outline.mask
    reach = 1 + int(beside_m * pose.pixels_per_metre * outline.scale)
    sure = [row for row in JOINTS if pose.visibility[row] >= pose.calibration.visibility]
    places: Floats = pose.landmarks[sure, :2] * np.float32(outline.scale)
    rows, columns = mask.shape
    beside = []
    for row, (x, y) in zip(sure, places.tolist(), strict=True):
        if not (0 <= x < columns and 0 <= y < rows):
            continue
        left, top = max(0, int(x) - reach), max(0, int(y) - reach)
        if not mask[top : int(y) + reach + 1, left : int(x) + reach + 1].any():
            beside.append(row)
    return beside
