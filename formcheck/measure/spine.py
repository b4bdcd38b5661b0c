"""The curve of the back, from the silhouette.

No pose model of this family has a landmark on the spine. The silhouette has it: walk along the
line from hip to shoulder, find the edge on the back's side, and see how it bows.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.body import Body
from formcheck.measure.orientation import Orientation
from formcheck.pose.pose import Silhouette
from formcheck.pose.upright.upright import clockwise, pictured

Array = NDArray[np.floating]

STATIONS = np.linspace(0.08, 0.92, 43)
"""Where along the hip–shoulder line the edge is sought; the ends are left to buttock and arm."""

DEEPEST_STEP, FURTHEST_STEP = -0.10, 1.00
"""How far the edge may lie from the line, in its lengths: a little on the belly's side where the
back is hollow, and as far out as a strongly rounded back bows, whose shoulders and hips come close
to each other."""

STEPS = np.linspace(DEEPEST_STEP, FURTHEST_STEP, 111)


@dataclass(frozen=True)
class BackCurveSettings:
    """When an edge that was found is a back's."""

    least_seen_share: float = 0.8
    """Share of stations that must show an edge; a torn mask gives NaN."""
    hollowest: float = -0.25
    roundest: float = 0.35
    """Chord lengths. No back bends further: people's swing between -0.14 and 0.15 (photographs,
    videos), the deepest rendered slump is 0.19. Beyond it the edge is that of an arm or a leg."""
    smoothing_stations: int = 5
    """Stations over which the edge is smoothed, so that folds of cloth don't count as spine."""
    least_chord: float = 10.0
    """Pixels of the mask between hip and shoulder; below it the edge is a staircase."""
    least_sideways: float = 0.5
    """Share of the chest's direction that must lie across the chord in the picture: where it points
    to or from the camera, the back has no edge there."""


DEFAULTS = BackCurveSettings()


@dataclass(frozen=True, eq=False)
class BackCurve:
    """The edge of the back between hip and shoulder.

    points: stations × 2, pixels of the frame, from hip to shoulder, for drawing.
    rounding: sagitta of the curve over its chord, in chord lengths; positive where the back is
        rounded outwards, negative where it is arched.
    """

    points: Array
    rounding: float


def back_curve(
    body: Body, orientation: Orientation, settings: BackCurveSettings = DEFAULTS
) -> BackCurve | None:
    """The back's edge in this frame, or None where it can't be had.

    None without a silhouette, where hips or shoulders are hidden, where the chest points to or
    from the camera so that the back has no edge in the picture, where the mask is torn, or where no
    back is bent like that.
    """
    silhouette = body.pose.silhouette
    hip, shoulder = (pictured(body.pose, body.centre(joint)) for joint in ("hip", "shoulder"))
    chord = shoulder - hip
    length = float(np.hypot(*chord))
    chest = clockwise(orientation.chest[:2], body.pose.lean)
    outwards = _towards_the_back(chord, chest, settings.least_sideways)
    if silhouette is None or outwards is None:
        return None
    if not length * silhouette.scale > settings.least_chord:
        return None
    offsets = _edge(silhouette, hip, chord, outwards * length, settings)
    if offsets is None:
        return None
    rounding = sagitta(STATIONS, offsets)
    if not settings.hollowest <= rounding <= settings.roundest:
        return None
    points = hip + STATIONS[:, None] * chord + offsets[:, None] * outwards * length
    return BackCurve(points, rounding)


def sagitta(along: Array, offsets: Array) -> float:
    """Height of an arc over a chord of length 1, by the parabola that fits best.

    along: positions along the chord, rising, 0 and 1 at its ends; they need not reach the ends.
    offsets: distance from the chord in its lengths, positive outwards. A slope or a constant
    distance has no sagitta.
    """
    return float(_sagitta_weights(tuple(along.tolist())) @ offsets)


@cache
def _sagitta_weights(along: tuple[float, ...]) -> Array:
    """How much each offset counts; the stations are the same on every frame."""
    # Over a chord of length 1 a parabola of height h is h − 4 h (x − 1/2)².
    return np.asarray(-np.linalg.pinv(np.vander(along, 3))[0] / 4)


def _towards_the_back(chord: Array, chest: Array, least_sideways: float) -> Array | None:
    """Unit vector in the picture at right angles to the chord, on the back's side.

    chest: where it points in the picture; shorter than 1 where it points to or from the camera.
    """
    length = float(np.hypot(*chord))
    if not length > 0:
        return None
    normal = np.array([-chord[1], chord[0]]) / length
    towards_chest = float(normal @ chest)
    if not abs(towards_chest) > least_sideways:
        return None
    return -normal if towards_chest > 0 else normal


def _edge(
    silhouette: Silhouette, hip: Array, chord: Array, out: Array, settings: BackCurveSettings
) -> Array | None:
    """Offset of the silhouette's edge from the chord at each station, in chord lengths."""
    start, along, outwards = (part * silhouette.scale for part in (hip, chord, out))
    column, row = (
        (start[axis] + STATIONS[:, None] * along[axis] + STEPS * outwards[axis]).astype(np.int32)
        for axis in (0, 1)
    )
    mask = silhouette.mask
    rows, columns = mask.shape
    person = mask.ravel().take(row * columns + column, mode="clip")
    inside = np.ones_like(person)
    if not (_corners_within(column, columns) and _corners_within(row, rows)):
        inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        person &= inside
    leaving = person[:, :-1] & ~person[:, 1:]
    first = leaving.argmax(axis=1)
    # A person cut off by the picture's border has no edge there.
    seen = leaving.any(axis=1) & inside[np.arange(len(first)), first + 1]
    if np.count_nonzero(seen) / len(seen) < settings.least_seen_share:
        return None
    offsets = np.interp(STATIONS, STATIONS[seen], STEPS[first[seen]])
    return _smooth(offsets, settings.smoothing_stations)


def _corners_within(places: NDArray[np.int32], count: int) -> bool:
    """Whether all of these lie from 0 to below `count`, as they rise or fall evenly."""
    corners = places[0, 0], places[0, -1], places[-1, 0], places[-1, -1]
    return bool(min(corners) >= 0 and max(corners) < count)


def _smooth(offsets: Array, stations: int) -> Array:
    """Running median, then running mean; the ends are extended."""
    around = _around(len(offsets), stations)
    medians = np.sort(offsets[around], axis=1)[:, stations // 2]
    return np.asarray(medians[around].sum(axis=1) / stations)


@cache
def _around(count: int, stations: int) -> NDArray[np.intp]:
    """For each of so many values the places of those around it, which are odd in number; beyond an
    end stands the one at the end.
    """
    half = stations // 2
    places = np.arange(count)[:, None] + np.arange(-half, half + 1)
    return np.asarray(places.clip(0, count - 1), np.intp)
