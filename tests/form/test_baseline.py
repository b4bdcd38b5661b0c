"""The person's own start position: the median over their rests, once these are long enough."""

import pytest

from formcheck.exercises.load import library
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.baseline import Baseline, BaselineSettings
from formcheck.form.verdicts.measured_frame import MeasuredFrame

CAT_STRETCH = library()["cat-stretch"]
ROUNDING = CAT_STRETCH.criteria[0]
FRAME_S = 0.1
NEAR = SideChoice(near="left")


@pytest.fixture
def baseline() -> Baseline:
    return Baseline(CAT_STRETCH.criteria)


def rest(*roundings: float, since_s: float = 0.0, in_posture: bool = True) -> list[MeasuredFrame]:
    return [
        MeasuredFrame(since_s + i * FRAME_S, value, {"back_rounding": value}, "side", in_posture)
        for i, value in enumerate(roundings)
    ]


def test_the_median_over_a_rest_is_the_start(baseline: Baseline) -> None:
    baseline.learn(rest(0.02, 0.03, 0.04, 0.05, 0.9), NEAR)
    assert baseline.of(ROUNDING) == 0.04


def test_a_glimpse_is_not_enough(baseline: Baseline) -> None:
    baseline.learn(rest(0.02, 0.03), NEAR)
    assert BaselineSettings().least_rest_s > FRAME_S
    assert not baseline.known


def test_short_rests_add_up(baseline: Baseline) -> None:
    for number in range(5):
        baseline.learn(rest(0.02, 0.04, since_s=number), NEAR)
    assert baseline.of(ROUNDING) == pytest.approx(0.03)


def test_once_known_it_is_kept(baseline: Baseline) -> None:
    baseline.learn(rest(*[0.04] * 6), NEAR)
    baseline.learn(rest(*[0.2] * 6), NEAR)
    assert baseline.of(ROUNDING) == 0.04


def test_frames_out_of_the_posture_tell_nothing(baseline: Baseline) -> None:
    baseline.learn(rest(*[0.04] * 9, in_posture=False), NEAR)
    assert not baseline.known
