"""A difference is one where it is more than the errors explain."""

from math import isnan, nan, sqrt

import pytest

from formcheck.analysis.comparing.differences import Amount, amount_of, difference


def amount(mean: float, error: float = 5.0, spread: float = nan) -> Amount:
    return Amount(mean, spread, 4, error)


def test_what_is_not_seen_counts_for_nothing() -> None:
    found = amount_of([80.0, nan, 90.0], 5.0)
    assert (found.mean, found.repetitions) == (85.0, 2)
    assert found.spread == pytest.approx(sqrt(50))


def test_less_than_the_errors_is_no_difference() -> None:
    found = difference(amount(95), than=amount(85))
    assert (found.value, found.weight) == (10, "within")
    assert found.least == pytest.approx(1.96 * sqrt(2) * 5)


def test_more_than_the_errors_is_one_either_way() -> None:
    assert difference(amount(100), than=amount(85)).weight == "more"
    assert difference(amount(70), than=amount(85)).weight == "more"


def test_what_one_camera_does_to_one_person_twice_is_no_difference() -> None:
    before, now = amount(85), amount(98)
    assert difference(now, than=before).weight == "within"
    assert difference(now, than=before, alike=True).weight == "more"


def test_how_much_somebody_varies_is_shared_with_nothing() -> None:
    before, now = (amount(mean, error=0.0, spread=10.0) for mean in (85, 98))
    assert difference(now, than=before, alike=True) == difference(now, than=before)


def test_who_varies_much_differs_less_surely() -> None:
    assert difference(amount(100, spread=20), than=amount(85)).weight == "within"


def test_many_repetitions_make_no_camera_surer() -> None:
    many = Amount(100, 1.0, 1000, 20.0)
    assert difference(many, than=Amount(85, 1.0, 1000, 20.0)).weight == "within"


@pytest.mark.parametrize("unsure", [amount(100, error=nan), amount_of([], 5.0)])
def test_without_an_error_or_a_value_there_is_no_telling(unsure: Amount) -> None:
    assert difference(unsure, than=amount(0)).weight == "unknown"
    assert difference(amount(0), than=unsure).weight == "unknown"


def test_errors_as_large_as_numbers_get_are_no_mistake() -> None:
    huge = Amount(1.0, 1e308, 4, 1e308)
    assert difference(huge, huge).weight == "unknown"


def test_a_single_value_has_no_spread() -> None:
    assert isnan(amount_of([5.0], 1.0).spread)
    assert amount_of([5.0], 1.0).standard_error() == 1.0
