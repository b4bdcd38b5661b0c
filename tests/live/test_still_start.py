"""A set begins from a start that is still."""

import pytest

from formcheck.exercises.load import library
from formcheck.live.hands_free.still_start import StillStart

TWIST = library()["seated-twist"].repetition


@pytest.mark.parametrize(("degrees_a_second", "still"), [(0.0, True), (3.0, True), (15.0, False)])
def test_who_is_turning_already_is_not_still(degrees_a_second: float, still: bool) -> None:
    start = StillStart(TWIST)

    seen = [start.update(n / 20, degrees_a_second * n / 20) for n in range(40)]

    assert seen[-1] is still


def test_what_cannot_be_seen_is_no_movement() -> None:
    start = StillStart(TWIST)

    assert all(start.update(n / 20, float("nan")) for n in range(40))
