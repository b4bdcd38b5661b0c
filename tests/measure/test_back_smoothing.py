"""The back's rounding without the mask's tremble."""

import math
import random
from collections.abc import Sequence
from statistics import pstdev

import numpy as np
import pytest

from formcheck.measure.back_smoothing import BackSmoothing
from formcheck.measure.spine import BackCurve

FRAME_S = 1 / 15


def smoothed(values: Sequence[float]) -> list[float]:
    back = BackSmoothing()
    return [rounding(back, value, i * FRAME_S) for i, value in enumerate(values)]


def rounding(back: BackSmoothing, seen: float, time_s: float) -> float:
    curve = back.update(BackCurve(np.zeros((3, 2)), seen), time_s)
    assert curve is not None
    return curve.rounding


def test_a_still_back_trembles_less() -> None:
    draw = random.Random(1)
    seen = [0.05 + draw.gauss(0, 0.005) for _ in range(150)]
    assert pstdev(smoothed(seen)[15:]) < 0.6 * pstdev(seen[15:])


def test_a_moving_back_is_followed_within_two_tenths_of_a_second() -> None:
    seen = [0.1 * math.sin(2 * math.pi * i * FRAME_S / 8) for i in range(120)]
    delayed = [seen[max(i - 3, 0)] for i in range(120)]
    assert smoothed(seen)[30:] == pytest.approx(delayed[30:], abs=0.012)


def test_a_torn_mask_stays_unseen_and_is_not_filled_in() -> None:
    back = BackSmoothing()
    back.update(BackCurve(np.zeros((3, 2)), 0.1), 0.0)
    assert back.update(None, FRAME_S) is None


def test_a_frame_at_the_same_time_is_taken_as_it_is() -> None:
    back = BackSmoothing()
    rounding(back, 0.1, 0.0)
    assert rounding(back, 0.3, 0.0) == 0.3
