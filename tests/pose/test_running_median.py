"""The median of what came lately."""

from math import isnan, nan
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from formcheck.pose.running_median import RunningMedian


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40))
def test_it_is_that_of_the_last_numbers(numbers: list[float]) -> None:
    running = RunningMedian(7)
    for count, number in enumerate(numbers, 1):
        assert running.update(number) == median(numbers[max(count - 7, 0) : count])


def test_it_is_unknown_while_a_number_is() -> None:
    running = RunningMedian(2)
    found = [running.update(number) for number in (1.0, nan, 3.0, 5.0)]
    assert [isnan(one) for one in found] == [False, True, True, False]
    assert found[3] == 4.0
