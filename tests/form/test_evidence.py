"""A value with an error against a range: the prices decide, and nothing contradicts the value."""

from math import hypot

import pytest

from formcheck.form.state import Verdict
from formcheck.form.verdicts.evidence import Evidence, EvidenceSettings, error_of
from formcheck.form.verdicts.limits import Limits

OWN = 8 / 1.2816
"""The error of a value of which eight degrees are let pass."""


def verdict(
    value: float,
    excess: float,
    low: float | None = 155.0,
    high: float | None = None,
    tolerance: float = 8.0,
    **prices: float,
) -> Verdict:
    bounds = Limits(low, high, tolerance, 0.1)
    return bounds.evidence(value, bounds.error(excess), excess).verdict(EvidenceSettings(**prices))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (146.9, Verdict.FAULT),
        (147.1, Verdict.UNKNOWN),
        (154.9, Verdict.UNKNOWN),
        (155, Verdict.GOOD),
        (180, Verdict.GOOD),
    ],
)
def test_in_the_exercise_s_own_view_the_limit_and_its_tolerance_decide(
    value: float, expected: Verdict
) -> None:
    assert verdict(value, 0.0) is expected


@pytest.mark.parametrize(
    ("value", "excess", "expected"),
    [
        (140, 5, Verdict.FAULT),
        (156, 5, Verdict.UNKNOWN),
        (160, 5, Verdict.GOOD),
        (140, 20, Verdict.UNKNOWN),
        (160, 20, Verdict.UNKNOWN),
        (100, 20, Verdict.FAULT),
        (175, 20, Verdict.GOOD),
    ],
)
def test_gross_faults_are_told_whatever_the_error_and_fine_ones_only_with_a_small_one(
    value: float, excess: float, expected: Verdict
) -> None:
    assert verdict(value, excess) is expected


def test_errors_that_have_nothing_to_do_with_each_other_add_up_by_their_squares() -> None:
    assert Limits(155, None, 8.0, 0.1).error(10.0) == pytest.approx(hypot(OWN, 10), abs=0.01)
    assert error_of(0.0) == 0.0


def test_without_a_tolerance_a_value_is_as_sure_as_its_measure_says() -> None:
    bounds = Limits(155, None, 0.0, 0.1)
    assert bounds.error(own=7.0) == 7.0
    assert bounds.error(excess=9.0, own=7.0) == hypot(7, 9)
    assert bounds.evidence(150, bounds.error(own=7.0)).verdict() is Verdict.UNKNOWN
    assert bounds.evidence(155.1, bounds.error(own=7.0)).verdict() is Verdict.GOOD
    assert Limits(155, None, 8.0, 0.1).error(own=20.0) == pytest.approx(OWN, abs=0.01)


def test_between_two_limits_closer_together_than_the_error_nothing_is_good() -> None:
    assert verdict(90, 30, low=80, high=100) is Verdict.UNKNOWN
    assert verdict(90, 3, low=80, high=100) is Verdict.GOOD


def test_the_dearer_a_wrong_answer_the_more_evidence_it_needs() -> None:
    assert verdict(140, 5) is Verdict.FAULT
    assert verdict(140, 25, false_alarm=100) is Verdict.UNKNOWN
    assert verdict(160, 5) is Verdict.GOOD
    assert verdict(160, 5, miss=1000) is Verdict.UNKNOWN


def test_without_limits_that_are_near_there_is_no_doubt() -> None:
    assert Evidence(8.0).verdict() is Verdict.GOOD
