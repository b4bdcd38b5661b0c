"""A value with an error against a range: the prices decide, and nothing contradicts the value."""

from math import hypot

import pytest

from formcheck.form.evidence import Evidence, EvidenceSettings, error_of
from formcheck.form.limits import Limits
from formcheck.form.state import Verdict


def verdict(value: float, error: float, low=155.0, high=None, **prices: float) -> Verdict:
    evidence = Limits(low, high, 8.0, 0.1).evidence(value, error)
    return evidence.verdict(EvidenceSettings(**prices))


@pytest.mark.parametrize(
    ("value", "error", "expected"),
    [
        (140, 5, Verdict.FAULT),
        (150, 5, Verdict.UNKNOWN),
        (156, 5, Verdict.UNKNOWN),
        (160, 5, Verdict.GOOD),
        (140, 20, Verdict.UNKNOWN),
        (160, 20, Verdict.UNKNOWN),
        (100, 20, Verdict.FAULT),
    ],
)
def test_gross_faults_are_told_whatever_the_error_and_fine_ones_only_with_a_small_one(
    value: float, error: float, expected: Verdict
) -> None:
    assert verdict(value, error) is expected


def test_between_two_limits_closer_together_than_the_error_nothing_is_good() -> None:
    assert verdict(90, 30, low=80, high=100) is Verdict.UNKNOWN
    assert verdict(90, 3, low=80, high=100) is Verdict.GOOD


def test_the_dearer_a_wrong_answer_the_more_evidence_it_needs() -> None:
    assert verdict(145, 5) is Verdict.FAULT
    assert verdict(145, 5, false_alarm=100) is Verdict.UNKNOWN
    assert verdict(160, 5) is Verdict.GOOD
    assert verdict(160, 5, miss=1000) is Verdict.UNKNOWN


def test_in_the_exercise_s_own_view_a_fault_is_told_from_the_tolerance_on() -> None:
    error = Limits(155, None, 8.0, 0.1).error()
    assert verdict(146.9, error) is Verdict.FAULT
    assert verdict(147.1, error) is Verdict.UNKNOWN
    assert verdict(162, error) is Verdict.GOOD
    assert error_of(0.0) == 0.0


def test_where_the_measure_is_less_sure_it_takes_as_much_more() -> None:
    error = Limits(155, None, 8.0, 0.1).error(10.0)
    assert error == pytest.approx(hypot(8 / 1.2816, 10), abs=0.01)
    assert verdict(142, error) is Verdict.UNKNOWN
    assert verdict(138, error) is Verdict.FAULT
    assert verdict(162, error) is Verdict.UNKNOWN


def test_without_limits_that_are_near_there_is_no_doubt() -> None:
    assert Evidence(8.0).verdict() is Verdict.GOOD
