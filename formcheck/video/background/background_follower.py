"""Finds the first picture's background in every later one of a take, key after key."""

from dataclasses import dataclass

import numpy as np

from formcheck.video.background.background import (
    Background,
    Grey,
    Matrix,
    Outline,
    Sighting,
    one_after_the_other,
    unmoved,
)


@dataclass(frozen=True)
class FollowerSettings:
    """When another picture becomes the key; engineering values."""

    far_look_s: float = 0.15
    """Seconds between two looks further afield for a background that was lost, of some pictures'
    work each."""

    lost_s: float = 1.0
    """After which another key is tried, beside the one that was lost."""

    settled_s: float = 0.5
    """For so long another must be followed before it is taken."""

    few_corners: int = 25
    """With fewer a better key is looked for, while the camera stands still."""

    better_s: float = 1.0
    """Seconds between two such looks."""

    kept_share: float = 0.5
    """Of the key's corners: with fewer in the picture of a camera that moves, the next key is
    taken."""

    unlike: float = 0.06
    """Of its size, by which a corner that is turned or enlarged may differ: 3 degrees, or a zoom of
    6 %. Beyond that it is no longer found for certain, and the next key is taken."""


DEFAULTS = FollowerSettings()


@dataclass(frozen=True, eq=False)
class _Seen:
    """A picture that may become the key, where the first one lies in it, and its time."""

    picture: Grey
    first: Matrix
    time_s: float


@dataclass(frozen=True, eq=False)
class _Key:
    """A background that is looked for, where the first picture lies in it, and its time."""

    background: Background
    first: Matrix
    time_s: float


class BackgroundFollower:
    """Follows the background through one take; state over time.

    restarts: how often it was lost while the camera moved, so that a later picture stands for the
        first one from then on.
    """

    def __init__(self, settings: FollowerSettings = DEFAULTS) -> None:
        self.restarts = 0
        self._settings = settings
        self._pending: _Seen | None = None
        self._key: _Key | None = None
        self._other: _Key | None = None
        self._guess = unmoved()
        self._lost_since_s: float | None = None
        self._looked_far_s = -np.inf

    @property
    def is_waiting(self) -> bool:
        """Whether a picture is to become the key."""
        return self._pending is not None

    def update(
        self, picture: Grey, time_s: float, body: Outline | None, *, moves: bool
    ) -> Matrix | None:
        """Where the first picture lies in the next one; None where that can't be told.

        picture: small and grey. body: where somebody was in the picture before. moves: whether the
        camera has moved: the background of one that stands still is lost behind something else.
        """
        self._take_pending(body, moves)
        key = self._key
        if key is None:
            self._pending = _Seen(picture, unmoved(), time_s)
            return unmoved()
        if not moves and key.background.surely_still_in(picture, body, self._guess):
            sighting = Sighting(unmoved(), key.background.corners)
        else:
            sighting = key.background.place_in(picture, body, self._guess)
        if sighting.place is None:
            sighting = self._far_off(key, picture, body, time_s)
        if sighting.place is None:
            return self._lost(picture, body, time_s, moves)
        self._lost_since_s = self._other = None
        self._guess = sighting.place
        first = one_after_the_other(key.first, sighting.place)
        if self._wants_another(key, sighting, time_s, moves):
            self._pending = _Seen(picture, first if moves else unmoved(), time_s)
        return first

    def _take_pending(self, body: Outline | None, moves: bool) -> None:
        """Now that it is known where the body was in it, a picture becomes the key."""
        pending, self._pending = self._pending, None
        if pending is None:
            return
        background = Background(pending.picture, body)
        better = self._key is None or background.corners > self._key.background.corners
        if better or (moves and background.tells):
            self._key = _Key(background, pending.first, pending.time_s)
            self._guess = unmoved()

    def _wants_another(self, key: _Key, sighting: Sighting, time_s: float, moves: bool) -> bool:
        if moves and sighting.place is not None:
            few = sighting.seen < self._settings.kept_share * key.background.corners
            changed = np.linalg.norm(sighting.place[:, 0] - (1, 0))
            return bool(few or changed > self._settings.unlike)
        poor = key.background.corners < self._settings.few_corners
        return poor and time_s - key.time_s >= self._settings.better_s

    def _far_off(self, key: _Key, picture: Grey, body: Outline | None, time_s: float) -> Sighting:
        """Look now and then where a jolt may have moved it."""
        if time_s - self._looked_far_s < self._settings.far_look_s:
            return Sighting(None, 0)
        self._looked_far_s = time_s
        return key.background.place_in(picture, body, key.background.shift_in(picture, body))

    def _lost(
        self, picture: Grey, body: Outline | None, time_s: float, moves: bool
    ) -> Matrix | None:
        """Follow another key for a while before it is taken."""
        self._lost_since_s = time_s if self._lost_since_s is None else self._lost_since_s
        other = self._other
        if time_s - self._lost_since_s < self._settings.lost_s:
            return None
        if other is None or other.background.place_in(picture, body, unmoved()).place is None:
            self._other = _Key(Background(picture, body), unmoved(), time_s)
        elif time_s - other.time_s >= self._settings.settled_s:
            self.restarts += moves
            self._key, self._other = other, None
            self._guess, self._lost_since_s = unmoved(), None
            return unmoved()
        return None
