"""The judged angle as it is drawn: an arc at the joint, and a band where the limb should be."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.drawing.judged_joints import drawn_as
from formcheck.feedback.drawing.palette import INK, LIMB_STYLES, PAPER
from formcheck.feedback.drawing.panels import Rectangle, part_of
from formcheck.form.state import CriterionState, Verdict
from formcheck.measure.definition import DrawnAs
from formcheck.pose.upright.upright import clockwise
from formcheck.video.frame import Image

Points = NDArray[np.float64]

LARGEST_MISMATCH = 15.0
"""Degrees by which the picture may differ from the measure before the band is left out: some
measures correct for depth, and a band that contradicts its number would mislead."""


WIDEST_BAND = 50.0
"""Degrees of the allowed range that are drawn to either side of the limb: a range that is open to
one side would be a ring, from which nothing can be read."""


RADIUS, OF_LIMB, LEAST_RADIUS = 0.085, 0.6, 8
"""Of the arc: the largest over the picture's shorter side, the largest over the distance to the
nearer joint, and the least in pixels."""

LINE = 0.006
"""Thickness of the arc over the picture's shorter side."""

WEDGE = 0.5
"""How much of the picture the filled angle hides."""


@dataclass(frozen=True)
class AngleArc:
    """An angle in the picture, in degrees clockwise from the right, as OpenCV counts them.

    vertex: where it is drawn, in pixels. reach: pixels to the nearer neighbouring joint.
    start, end: from the line or direction that the angle is measured from to the limb.
    allowed: where the limb may lie, None where that can't be shown.
    """

    vertex: tuple[float, float]
    reach: float
    start: float
    end: float
    allowed: tuple[float, float] | None


def angle_arc(criterion: CriterionState, joints: Points, roll: float = 0.0) -> AngleArc | None:
    """The arc of a criterion at two or three joints in pixels; None where there is nothing to draw.

    How it is drawn is the measure's own, see `DrawnAs`.

    roll: degrees clockwise by which the vertical leans in the shown picture.
    """
    if len(joints) not in (2, 3) or not np.isfinite(joints).all():
        return None
    drawn, way = drawn_as(criterion), joints[-1] - joints[-2]
    reach = min(float(np.hypot(*line)) for line in np.diff(joints, axis=0))
    reference = _reference(drawn, joints, roll)
    if reference is None or not math.isfinite(criterion.value) or reach < 1:
        return None
    limb = _direction(way)
    turn = min((1.0, -1.0), key=lambda turn: _apart(reference + turn * criterion.value, limb))
    span = (limb - reference + 180) % 360 - 180
    if criterion.value > 180:
        span += 360 * turn
    fits = _apart(reference + turn * criterion.value, limb) <= LARGEST_MISMATCH
    allowed = _allowed(criterion, drawn, reference, turn) if fits else None
    vertex = (float(joints[-2][0]), float(joints[-2][1]))
    return AngleArc(vertex, reach, reference, reference + span, allowed)


def _reference(drawn: DrawnAs, joints: Points, roll: float) -> float | None:
    """The direction from which a measure counts, in degrees; None where it isn't drawn as an arc.

    An elevation counts from the horizontal on the side to which the limb points.
    """
    first = joints[0] - joints[1]
    match drawn:
        case DrawnAs.INTERIOR_ANGLE:
            return _direction(first)
        case DrawnAs.BEND | DrawnAs.SIGNED_BEND:
            return _direction(first) + 180
        case DrawnAs.INCLINATION:
            return roll - 90
        case DrawnAs.ELEVATION:
            return roll + (0 if clockwise(-first, -roll)[0] >= 0 else 180)
    return None


def _allowed(
    criterion: CriterionState, drawn: DrawnAs, reference: float, turn: float
) -> tuple[float, float] | None:
    low, high = criterion.low, criterion.high
    if low is None and high is None:
        return None
    match drawn:
        case DrawnAs.ELEVATION:
            lowest, highest = -90.0, 90.0
        case DrawnAs.SIGNED_BEND:
            lowest, highest = -180.0, 180.0
        case DrawnAs.INCLINATION:
            # A line may lean to either side.
            lowest, highest = -(high or 0.0), 360 - (low or 0.0)
        case _:
            # A straight limb may bend a little either way.
            lowest, highest = 0.0, 360 - (low or 0.0)
    return (
        reference + turn * (lowest if low is None else low),
        reference + turn * (highest if high is None else high),
    )


def near_limb(allowed: tuple[float, float], limb: float) -> tuple[float, float]:
    """The part of a span of directions that lies around a limb, or that is nearest to it."""
    low, high = min(allowed), max(allowed)
    # Whole turns away it is the same limb: the one that lies nearest to the span counts.
    middle = (low + high) / 2
    limb += 360 * round((middle - limb) / 360)
    nearest = max(low, min(limb, high))
    return max(low, nearest - WIDEST_BAND), min(high, nearest + WIDEST_BAND)


def _direction(way: Points) -> float:
    """Degrees clockwise from the right."""
    return math.degrees(math.atan2(way[1], way[0]))


def _apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def draw_arc(image: Image, arc: AngleArc, verdict: Verdict) -> None:
    """Draw the angle as a wedge, and the allowed range as a pale band around it."""
    side = min(image.shape[:2])
    radius = arc_radius(arc, side)
    centre = (round(arc.vertex[0]), round(arc.vertex[1]))
    colour = LIMB_STYLES[verdict].colour
    _wedge(image, centre, radius, arc, colour)
    line = max(round(LINE * side), 2)
    if arc.allowed is not None:
        band = radius + 2 * line
        nearby = near_limb(arc.allowed, arc.end)
        _arc(image, centre, band, nearby, INK, 2 * line + 2)
        _arc(image, centre, band, nearby, PAPER, line + 1)
    _arc(image, centre, radius, (arc.start, arc.end), INK, line + 2)
    _arc(image, centre, radius, (arc.start, arc.end), colour, line)


def arc_radius(arc: AngleArc, side: int) -> int:
    """Pixels; as large as the limbs allow, up to a share of the picture's shorter side."""
    return max(round(min(RADIUS * side, OF_LIMB * arc.reach)), LEAST_RADIUS)


def _wedge(
    image: Image,
    centre: tuple[int, int],
    radius: int,
    arc: AngleArc,
    colour: tuple[int, int, int],
) -> None:
    left, top = centre[0] - radius, centre[1] - radius
    part = part_of(image, Rectangle(left, top, 2 * radius, 2 * radius))
    if part.size == 0:
        return
    filled = part.copy()
    inside = (centre[0] - max(left, 0), centre[1] - max(top, 0))
    cv2.ellipse(filled, inside, (radius, radius), 0, arc.start, arc.end, colour, -1)
    cv2.addWeighted(part, 1 - WEDGE, filled, WEDGE, 0, dst=part)


def _arc(
    image: Image,
    centre: tuple[int, int],
    radius: int,
    span: tuple[float, float],
    colour: tuple[int, int, int],
    thickness: int,
) -> None:
    cv2.ellipse(
        image, centre, (radius, radius), 0, span[0], span[1], colour, thickness, cv2.LINE_AA
    )
