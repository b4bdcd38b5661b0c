"""What is learnt says of the back's curve: of the outline's edge and of the body that it is of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.learned.estimates import SIGMAS, Estimate, InSpace
from formcheck.measure.learned.kept import LEARNT, networks_at
from formcheck.pose.landmarks import SIDES

Array = NDArray[np.float64]

BACK = "back_rounding"
"""The measure, in chord lengths."""

PER_CHORD = 300.0
"""What a chord's length counts as, among degrees: 0.1 of it as much as 30 degrees."""


def back_estimate(found: InSpace, drawn: float, turn: float) -> Estimate:
    """How far the back is rounded, in chord lengths, where its edge in the outline says `drawn`.

    turn: degrees by which the camera is off the body's plane.
    """
    rows, networks = len(SIDES), networks_at(LEARNT[found.model].back)
    values, scales = networks.unwidened(*shown_of_back(found.shown, np.full(rows, drawn)))
    halves = networks.halves(scales, np.ones(rows, np.bool_), np.full(rows, turn))
    # A back has no side: what the picture and its mirror image say of it is one.
    value, half = (float(both.sum()) / rows / PER_CHORD for both in (values, halves))
    return Estimate(value, half / SIGMAS)


def shown_of_back(body: NDArray[np.floating], drawn: Array) -> tuple[Array, Array]:
    """What the networks are shown (N × F), and the one candidate (N × 1 × 1), in PER_CHORD.

    body (N × F): what the other networks are shown. drawn (N): how far the edge of the outline is
    rounded, in chord lengths.
    """
    edge = PER_CHORD * drawn[:, None]
    return np.concatenate([body, edge / 30], axis=1), edge[:, :, None]
