"""How the time was spent adds up to the time that there was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.desk.minutes import TimeSpent
from formcheck.desk.sitting_posture import Posture


def test_a_moment_counts_for_the_time_since_the_one_before() -> None:
    spent = TimeSpent()
    for second, posture in enumerate([Posture.UPRIGHT, Posture.UPRIGHT, Posture.SLOUCHED]):
        spent.update(float(second), posture)
    assert spent.seconds[Posture.UPRIGHT] == 1.0
    assert spent.seconds[Posture.SLOUCHED] == 1.0


def test_of_a_long_gap_nothing_is_known() -> None:
    spent = TimeSpent()
    spent.update(0.0, Posture.UPRIGHT)
    spent.update(3600.0, Posture.UPRIGHT)
    assert spent.seconds[Posture.UNKNOWN] == 3600.0


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from(list(Posture))), max_size=50))
def test_it_adds_up(steps: list[tuple[float, Posture]]) -> None:
    spent, now_s = TimeSpent(), 0.0
    spent.update(now_s, Posture.UNKNOWN)
    for step_s, posture in steps:
        now_s += step_s
        spent.update(now_s, posture)
    assert sum(spent.seconds.values()) == pytest.approx(now_s)
