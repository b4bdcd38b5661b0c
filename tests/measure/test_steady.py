"""Values that change only when the change lasts."""

from hypothesis import given
from hypothesis import strategies as st

from formcheck.measure.steady import Lasting, Majority


def test_a_short_change_is_not_taken_over():
    steady = Lasting("side")
    seen = [steady.update(t, v, 0.5) for t, v in [(0, "side"), (0.1, "front"), (0.3, "side")]]
    assert seen == ["side"] * 3


def test_a_lasting_change_is_taken_over():
    steady = Lasting("side")
    times = [i / 10 for i in range(10)]
    seen = [steady.update(t, "front", 0.5) for t in times]
    assert seen[4] == "side"
    assert seen[5] == "front"


def test_the_majority_of_the_window_prevails_and_the_past_is_forgotten():
    majority = Majority(1.0)
    for i in range(10):
        assert majority.update(i / 10, "left") == "left"
    assert majority.update(1.0, "right") == "left"
    for i in range(11, 25):
        last = majority.update(i / 10, "right")
    assert last == "right"


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=50))
def test_a_steady_value_was_always_an_input(values):
    steady = Lasting("a")
    for i, value in enumerate(values):
        assert steady.update(i / 10, value, 0.25) in {"a", *values[: i + 1]}
