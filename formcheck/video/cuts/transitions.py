"""Tells where one scene has gone over into another little by little: a dissolve, a slide."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot

import numpy as np
from numpy.typing import NDArray

from formcheck.video.thumbnail import Floats, Thumbnail, change

Array = NDArray[np.float64]


@dataclass(frozen=True)
class TransitionSettings:
    """What a transition is. Changes are those of `thumbnail.change`."""

    over_s: float = 2.5
    """The longest transition that is looked for, and the time after it; programs for cutting offer
    one second by default."""

    parts: tuple[float, ...] = (1, 1 / 2, 1 / 3)
    """Of that time, over which it is looked for: the shorter, the less people move around it."""

    settled_s: float = 0.3
    """For so long the new scene must have been there, so that its end is known."""

    least_change: float = 0.12
    """Between what was before and what is now. In clips without a transition what lies between two
    pictures that differ so is at least 0.25 off a mixture of them."""

    most_rest: float = 0.2
    """Share of the way between two pictures by which those in between may lie beside it: in a
    dissolve each is a mixture of both, in a movement none is. Of 95 in 100 dissolves between
    sample clips they stay below it."""

    alike_contrast: float = 0.5
    """Of the contrast of one end of a dissolve what the other has at least: a scene that appears
    out of the dark is a mixture all the way too, but of itself (engineering)."""

    same_scene: float = 0.25
    """Change up to which two pictures in different light are of one scene, in which somebody moved:
    within a second or two people change 57 of 59 sample clips by 0.23 at most; two clips differ by
    0.23 at least, 99 in 100 pairs by 0.33."""

    arrived: float = 0.9
    """Share of the way from which the new scene is there."""

    backward: float = 0.1
    """Share of the way by which a mixture may seem to go back: people move meanwhile."""

    other_scene: float = 0.6
    """Change from which it is another scene, however it came: a zoom by a fifth within two seconds
    makes 0.4, and nobody stands still who walks past."""

    rush: float = 0.4
    """Change from one frame to the next while a picture slides or the camera is swung; somebody who
    walks past makes 0.32, a swaying hand 0.2."""

    rush_frames: int = 3
    """So many of them are no flash."""

    still: float = 0.15
    """Change within that time up to which a scene stays as it is: people move in it, and of a
    dissolve between two rooms that lasts two seconds more is seen (engineering)."""


DEFAULTS = TransitionSettings()

SOME = 6
"""Pictures of a passage that are looked at before all of them are: of a movement most lie beside
the way."""


@dataclass(frozen=True, eq=False)
class _Seen:
    time_s: float
    picture: Thumbnail
    change: float


class TransitionWatch:
    """Watches for the ends of transitions; state over time."""

    def __init__(self, settings: TransitionSettings = DEFAULTS) -> None:
        self._settings = settings
        self._seen: deque[_Seen] = deque()

    def update(self, time_s: float, picture: Thumbnail, changed: float) -> float | None:
        """Take the next frame; from when on one scene has gone over into another until now.

        changed: from the frame before. Returns None where none has.
        """
        self._seen.append(_Seen(time_s, picture, changed))
        while time_s - self._seen[0].time_s > self._settings.over_s:
            self._seen.popleft()
        return None if picture.blank else self._over_since()

    def _over_since(self) -> float | None:
        """When what is over now began, going by all that is remembered or by the last of it."""
        now_s = self._seen[-1].time_s
        for part in self._settings.parts:
            since_s = now_s - part * self._settings.over_s
            seen = [one for one in self._seen if one.time_s >= since_s]
            if _Passage(seen, self._settings).is_over:
                return seen[0].time_s
        return None

    def restart(self, time_s: float, picture: Thumbnail) -> None:
        """Begin with this frame: what was before is another take."""
        self._seen.clear()
        self._seen.append(_Seen(time_s, picture, 0.0))


@dataclass(frozen=True, eq=False)
class _Passage:
    """Some frames in a row, at the last of which a transition may be over."""

    seen: Sequence[_Seen]
    settings: TransitionSettings

    @property
    def is_over(self) -> bool:
        settings = self.settings
        changed = change(self.seen[0].picture, self.seen[-1].picture)
        if changed < settings.least_change or not self._lately:
            return False
        if (changed >= settings.other_scene or self._is_rushed) and self._is_still_at_both_ends:
            return True
        return self._is_mixed

    @property
    def _is_rushed(self) -> bool:
        rushed = [one for one in self.seen if one.change >= self.settings.rush]
        return len(rushed) >= self.settings.rush_frames

    @cached_property
    def _lately(self) -> list[_Seen]:
        """The frames before the last in which the new scene must have been there."""
        since_s = self.seen[-1].time_s - self.settings.settled_s
        return [one for one in self.seen[1:-1] if one.time_s >= since_s]

    @property
    def _is_still_at_both_ends(self) -> bool:
        """Whether it goes from a scene to a scene: somebody who walks past is none."""
        still = self.settings.still
        first, last = self.seen[0], self.seen[-1]
        until_s = first.time_s + self.settings.settled_s
        early = [one for one in self.seen[1:] if one.time_s <= until_s]
        return all(change(first.picture, one.picture) <= still for one in early) and all(
            change(one.picture, last.picture) <= still for one in self._lately
        )

    @property
    def _is_lit_otherwise(self) -> bool:
        """Whether it is one scene that becomes lighter or darker by more than it changes else."""
        first, last = self.seen[0].picture, self.seen[-1].picture
        if change(first, last) > self.settings.same_scene:
            return False
        brighter = float(last.colours.mean() - first.colours.mean())
        lit = hypot(brighter, last.contrast - first.contrast)
        return lit > last.contrast * float(np.sqrt(((last.pattern - first.pattern) ** 2).mean()))

    @property
    def _is_mixed(self) -> bool:
        """Whether the frames in between are mixtures of the first and the last, more and more."""
        settings = self.settings
        low, high = sorted(self.seen[end].picture.contrast for end in (0, -1))
        if low < settings.alike_contrast * high or self._is_lit_otherwise:
            return False
        first, last = (self.seen[end].picture.colours.ravel() for end in (0, -1))
        way = last - first
        length = max(float(np.linalg.norm(way)), 1e-6)
        # Asked first as it is seldom so: all of them cost a millisecond.
        arrived = self.seen[-1 - len(self._lately)].picture.colours.ravel()
        if (arrived - first) @ way < settings.arrived * length**2:
            return False
        between = [one.picture for one in self.seen[1:-1]]
        middle = between[len(between) // 2 : len(between) // 2 + 1]
        some = between[:: max(1, len(between) // SOME)]
        for fewer in (middle, some):
            if (_on_the_way(fewer, first, way, length)[1] > settings.most_rest).any():
                return False
        shares, rests = _on_the_way(between, first, way, length)
        mixed = (shares > 1 - settings.arrived) & (shares < settings.arrived)
        return bool(
            mixed.sum() > 1
            and (shares[-len(self._lately) :] >= settings.arrived).all()
            and (np.diff(shares) >= -settings.backward).all()
            and (rests <= settings.most_rest).all()
        )


def _on_the_way(
    pictures: Sequence[Thumbnail], first: Floats, way: Floats, length: float
) -> tuple[Array, Array]:
    """How far pictures are on a way from the first one on, and how far beside it, in its lengths.

    length: of the way.
    """
    moved = np.stack([one.colours.ravel() for one in pictures]) - first
    along = np.asarray(moved @ way / length, np.float64)
    squares = np.einsum("ij,ij->i", moved, moved, dtype=np.float64)
    beside = np.sqrt(np.maximum(squares - along**2, 0.0))
    return along / length, beside / length
