"""How the time was spent adds up to the time that there was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.desk.minutes import TimeSpent
from formcheck.desk.posture import Posture


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


def test_who_is_overlooked_for_a_moment_sat_on_as_they_sat() -> None:
    spent = TimeSpent()
    seen = [Posture.SLOUCHED] * 3 + [Posture.AWAY, Posture.UNKNOWN] + [Posture.SLOUCHED] * 2
    for second, posture in enumerate(seen):
        spent.update(float(second), posture, here=True)
    assert spent.seconds[Posture.SLOUCHED] == 6.0


def test_what_was_between_two_postures_or_lasted_is_left_open() -> None:
    spent = TimeSpent()
    seen = [Posture.SLOUCHED] * 2 + [Posture.UNKNOWN] * 2 + [Posture.UPRIGHT] * 2
    seen += [Posture.UNKNOWN] * 5 + [Posture.UPRIGHT]
    for second, posture in enumerate(seen):
        spent.update(float(second), posture, here=True)
    assert spent.seconds[Posture.UNKNOWN] == 7.0


@pytest.mark.parametrize(
    ("posture", "lost_s", "counted_s"),
    [(Posture.SLOUCHED, 10, 12.0), (Posture.SLOUCHED, 20, 2.0), (Posture.UPRIGHT, 2, 2.0)],
)
def test_only_who_slouches_before_and_after_may_have_been_bent_too_far_to_be_found(
    posture: Posture, lost_s: int, counted_s: float
) -> None:
    spent = TimeSpent()
    seen = [posture] * 2 + [Posture.UNKNOWN] * lost_s + [posture] * 2
    for second, one in enumerate(seen):
        lost = one is Posture.UNKNOWN
        spent.update(float(second), one, here=True, may_bend=lost)
    assert spent.seconds[posture] - 1.0 == counted_s


def test_who_has_gone_was_away_from_the_first_moment_on() -> None:
    spent = TimeSpent()
    for second in range(10):
        spent.update(float(second), Posture.AWAY, here=second < 4)
    assert spent.seconds[Posture.AWAY] == 9.0


@pytest.mark.parametrize(("proven", "slouched_s"), [(True, 5.0), (False, 0.0)])
def test_withheld_slouching_counts_once_it_is_proven(proven: bool, slouched_s: float) -> None:
    spent = TimeSpent()
    spent.update(0.0, Posture.UPRIGHT, here=True)
    spent.update(30.0, Posture.UNKNOWN, here=True, withheld=True)
    for second in range(31, 36):
        spent.update(float(second), Posture.UNKNOWN, here=True, withheld=True)
    spent.settle_withheld(proven=proven)
    spent.settle_withheld(proven=True)
    assert spent.seconds[Posture.SLOUCHED] == slouched_s
    assert spent.seconds[Posture.UNKNOWN] == 35.0 - slouched_s


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from(list(Posture))), max_size=50))
def test_it_adds_up(steps: list[tuple[float, Posture]]) -> None:
    spent, now_s = TimeSpent(), 0.0
    spent.update(now_s, Posture.UNKNOWN)
    for step_s, posture in steps:
        now_s += step_s
        spent.update(now_s, posture)
    assert sum(spent.seconds.values()) == pytest.approx(now_s)
