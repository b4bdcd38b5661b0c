"""The person's back, drawn as the curve that it is."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from formcheck.feedback.drawing.judged_joints import WEIGHT, drawn_as
from formcheck.feedback.drawing.palette import INK, LIMB_STYLES, RIM, LimbStyle
from formcheck.feedback.drawing.panels import Rectangle, part_of
from formcheck.feedback.drawing.skeleton import Points, shown_places
from formcheck.form.state import FormState, Verdict
from formcheck.measure.definition import DrawnAs
from formcheck.pose.pose import Pose
from formcheck.video.frame import Image

Polygon = NDArray[np.int32]

STATIONS_TOGETHER: Final = 7
"""Points of the outline over which the drawn line is smoothed: the outline has the steps of a
coarse grid, which are no part of the person."""

SHADE: Final = 0.45
"""How much of the picture the bow of a back at fault hides."""


NOWHERE: Final = np.empty((0, 2))


def back_verdict(state: FormState) -> Verdict:
    """How the back stands now; `unknown` where nothing judges it."""
    judged = [
        criterion.verdict
        for criterion in state.criteria
        if criterion.active and drawn_as(criterion) is DrawnAs.BACK_CURVE
    ]
    return max(judged, key=WEIGHT.__getitem__, default=Verdict.UNKNOWN)


def draw_back(image: Image, state: FormState, pose: Pose, *, mirrored: bool) -> Points:
    """Draw the edge of the back where it was measured, in the style of its verdict.

    A back at fault also shows its bow: the area between the curve and the straight line from end
    to end, which is what is measured. Returns the points of the line, n × 2 pixels.
    """
    if state.back is None:
        return NOWHERE
    points = shown_places(_smooth(state.back.points), pose, image.shape, mirrored=mirrored)
    if not np.isfinite(points).all():
        return NOWHERE
    verdict, curve = back_verdict(state), np.asarray(points.round(), np.int32)
    if verdict is Verdict.FAULT:
        _shade(image, curve, LIMB_STYLES[verdict].colour)
    _draw(image, curve, LIMB_STYLES[verdict])
    return points


def _draw(image: Image, curve: Polygon, style: LimbStyle) -> None:
    side = min(image.shape[:2])
    thickness = max(round(style.thickness * side), 1)
    rim = max(round(RIM * side), 1)
    layers = [(INK, thickness + 2 * rim), (style.colour, thickness)]
    if style.core is not None:
        layers.append((style.core, max(thickness // 4, 1)))
    for colour, width in layers:
        cv2.polylines(image, [curve], False, colour, width, cv2.LINE_AA)


def _shade(image: Image, curve: Polygon, colour: tuple[int, int, int]) -> None:
    """Tint what lies between the curve and the straight line between its ends."""
    left, top = np.maximum(curve.min(axis=0), 0).tolist()
    right, bottom = np.maximum(curve.max(axis=0) + 1, 0).tolist()
    part = part_of(image, Rectangle(left, top, right - left, bottom - top))
    if part.size == 0:
        return
    tinted = part.copy()
    cv2.fillPoly(tinted, [curve - np.array([left, top], np.int32)], colour, cv2.LINE_AA)
    cv2.addWeighted(part, 1 - SHADE, tinted, SHADE, 0, dst=part)


def _smooth(points: NDArray[np.floating]) -> NDArray[np.floating]:
    """The running mean of the points; the ends stay where they are."""
    half = STATIONS_TOGETHER // 2
    # Mirrored about its ends, a straight line stays the line that it is.
    before = 2 * points[0] - points[half:0:-1]
    after = 2 * points[-1] - points[-2 : -2 - half : -1]
    windows = np.lib.stride_tricks.sliding_window_view(
        np.concatenate([before, points, after]), STATIONS_TOGETHER, axis=0
    )
    return np.asarray(windows.mean(axis=-1))
