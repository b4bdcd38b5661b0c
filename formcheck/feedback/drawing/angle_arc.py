"""The judged angle as it is drawn: an arc at the joint, and a band where the limb should be."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.drawing.palette import INK, LIMB_STYLES, PAPER
from formcheck.feedback.drawing.panels import Rectangle, part_of
from formcheck.form.state import CriterionState, Verdict
from formcheck.pose.upright import clockwise
from formcheck.video.frame import Image

Points = NDArray[np.float64]

LARGEST_MISMATCH = 15.0
"""Degrees by which the picture may differ from the measure before the band is left out: some
measures correct for depth, and a band that contradicts its number would mislead."""


WIDEST_BAND = 50.0
"""Degrees of the allowed range that are drawn to either side of the limb: a range that is open to
one side would be a ring, from which nothing can be read."""


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

    Three joints: an interior angle at the middle one, except that a flexion and an angle to the
    trunk are measured from the first line drawn on. Two joints: a line from the first to the
    second, whose inclination is from the vertical and whose elevation is from the horizontal.

    roll: degrees clockwise by which the vertical leans in the shown picture.
    """
    if len(joints) not in (2, 3) or criterion.unit != "degrees" or not np.isfinite(joints).all():
        return None
    vertex, limb = joints[-2], joints[-1] - joints[-2]
    reach = min(float(np.hypot(*line)) for line in np.diff(joints, axis=0))
    reference = _reference(criterion.measure.partition(".")[0], joints, roll)
    if reference is None or not math.isfinite(criterion.value) or reach < 1:
        return None
    towards = math.degrees(math.atan2(limb[1], limb[0]))
    turn = min((1.0, -1.0), key=lambda way: _apart(reference + way * criterion.value, towards))
    drawn = (towards - reference + 180) % 360 - 180
    if criterion.value > 180:
        drawn += 360 * turn
    fits = _apart(reference + turn * criterion.value, towards) <= LARGEST_MISMATCH
    allowed = _allowed(criterion, reference, turn) if fits else None
    return AngleArc(
        (float(vertex[0]), float(vertex[1])), reach, reference, reference + drawn, allowed
    )


def _reference(measure: str, joints: Points, roll: float) -> float | None:
    """The direction from which a measure counts, in degrees; None where its name doesn't tell."""
    if len(joints) == 3:
        first = joints[0] - joints[1]
        drawn_on = measure.endswith(("_flexion", "_to_trunk"))
        return math.degrees(math.atan2(first[1], first[0])) + (180 if drawn_on else 0)
    if measure.endswith("_inclination"):
        return roll - 90
    if measure.endswith("_elevation"):
        return roll + (0 if clockwise(joints[1] - joints[0], -roll)[0] >= 0 else 180)
    return None


def _allowed(
    criterion: CriterionState, reference: float, turn: float
) -> tuple[float, float] | None:
    low, high = criterion.low, criterion.high
    if low is None and high is None:
        return None
    measure = criterion.measure.partition(".")[0]
    if measure.endswith("_elevation"):
        lowest, highest = -90.0, 90.0
    elif measure.endswith("_to_trunk"):
        lowest, highest = -180.0, 180.0
    else:
        # A straight limb may bend a little either way, and a line lean to either side.
        leans = measure.endswith("_inclination")
        lowest, highest = -(high or 0.0) if leans else 0.0, 360 - (low or 0.0)
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


def _apart(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def draw_arc(image: Image, arc: AngleArc, verdict: Verdict) -> None:
    """Draw the angle as a wedge, and the allowed range as a pale band around it."""
    side = min(image.shape[:2])
    radius = arc_radius(arc, side)
    centre = (round(arc.vertex[0]), round(arc.vertex[1]))
    colour = LIMB_STYLES[verdict].colour
    _wedge(image, centre, radius, arc, colour)
    line = max(round(0.006 * side), 2)
    if arc.allowed is not None:
        band = radius + 2 * line
        nearby = near_limb(arc.allowed, arc.end)
        _arc(image, centre, band, nearby, INK, 2 * line + 2)
        _arc(image, centre, band, nearby, PAPER, line + 1)
    _arc(image, centre, radius, (arc.start, arc.end), INK, line + 2)
    _arc(image, centre, radius, (arc.start, arc.end), colour, line)


def arc_radius(arc: AngleArc, side: int) -> int:
    """Pixels; as large as the limbs allow, up to a share of the picture's shorter side."""
    return max(round(min(0.085 * side, 0.6 * arc.reach)), 8)


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
    cv2.addWeighted(part, 0.5, filled, 0.5, 0, dst=part)


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
