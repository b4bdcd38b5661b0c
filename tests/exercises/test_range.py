"""Whether a value lies in a range, also where there is no value."""

from hypothesis import given
from hypothesis import strategies as st

from formcheck.exercises.range import Range

UNSEEN = float("nan")


@given(st.floats(-180, 180), st.booleans())
def test_a_value_that_is_seen_counts_as_it_is(value: float, may_be_unseen: bool) -> None:
    limit = Range(measure="knee.near", at_least=-20, at_most=90, may_be_unseen=may_be_unseen)
    assert limit.contains(value) == (-20 <= value <= 90)


def test_what_is_not_seen_is_never_in_a_range_that_must_be_seen() -> None:
    assert not Range(measure="knee.near", at_least=60).contains(UNSEEN)
    assert Range(measure="knee.near", at_least=60, may_be_unseen=True).contains(UNSEEN)


@given(st.floats(-180, 180))
def test_how_far_a_value_is_outside_is_nothing_inside(value: float) -> None:
    limit = Range(measure="knee.near", at_least=-20, at_most=90)
    assert (limit.beyond(value) == 0) == limit.contains(value)
    assert limit.beyond(95.0) == 5.0
    assert limit.beyond(-21.0) == 1.0
    assert limit.beyond(UNSEEN) == 0
