"""Values that change only when the change lasts."""

from hypothesis import given
from hypothesis import strategies as st

from formcheck.measure.steady import Lasting, Majority, RunningMedian


def test_a_short_change_is_not_taken_over() -> None:
    steady = Lasting("side")
    seen = [steady.update(t, v, 0.5) for t, v in [(0, "side"), (0.1, "front"), (0.3, "side")]]
    assert seen == ["side"] * 3


def test_a_lasting_change_is_taken_over() -> None:
    steady = Lasting("side")
    times = [i / 10 for i in range(10)]
    seen = [steady.update(t, "front", 0.5) for t in times]
    assert seen[4] == "side"
    assert seen[5] == "front"


def test_the_majority_of_the_window_prevails_and_the_past_is_forgotten() -> None:
    majority = Majority[str](1.0)
    for i in range(10):
        assert majority.update(i / 10, "left") == "left"
    assert majority.update(1.0, "right") == "left"
    for i in range(11, 25):
        last = majority.update(i / 10, "right")
    assert last == "right"


@given(st.lists(st.floats(0, 90), min_size=1, max_size=40))
def test_the_running_median_is_that_of_the_last_seconds(values: list[float]) -> None:
    running = RunningMedian(10.0)
    for i, value in enumerate(values):
        last = sorted(values[max(0, i - 10) : i + 1])
        assert running.update(float(i), value) == last[len(last) // 2]


def test_the_running_median_forgets_the_past() -> None:
    running = RunningMedian(1.0)
    assert [running.update(t / 2, value) for t, value in enumerate([9, 9, 1, 1, 1])] == [
        9,
        9,
        9,
        1,
        1,
    ]


@given(st.lists(st.sampled_from("ab"), min_size=1, max_size=50))
def test_a_steady_value_was_always_an_input(values: list[str]) -> None:
    steady = Lasting("a")
    for i, value in enumerate(values):
        assert steady.update(i / 10, value, 0.25) in {"a", *values[: i + 1]}


def test_what_is_seen_too_seldom_has_not_lasted() -> None:
    steady = Lasting("a")
    assert [steady.update(t, "b", 0.3, needed_times=3) for t in (0.0, 1.0, 2.0)] == ["a", "a", "b"]


def test_what_began_to_last_before_nobody_looked_begins_anew() -> None:
    steady = Lasting("a")
    steady.update(0.0, "b", 0.3)
    steady.drop()
    assert steady.update(9.0, "b", 0.3) == "a"
    assert steady.update(9.3, "b", 0.3) == "b"
