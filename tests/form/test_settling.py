"""Who goes too far and comes back a little is timed from where they are still."""

import math

import pytest

from formcheck.form.holds.settling import settled_s

FRAME_S = 1 / 15
TRAVEL = 60.0


def settling(
    excess: float, back_s: float, stays_s: float = 4.0, sways: float = 0.0
) -> tuple[list[float], list[float]]:
    """The hold from a moment before its furthest point: times and values."""
    up = [50.0 + (10 + excess) * i / 5 for i in range(5)]
    back = [
        60 + excess * (1 + math.cos(math.pi * i * FRAME_S / back_s)) / 2
        for i in range(round(back_s / FRAME_S))
    ]
    stays = [60 + sways * math.sin(i) for i in range(round(stays_s / FRAME_S))]
    values = [*up, *back, *stays]
    return [i * FRAME_S for i in range(len(values))], values


@pytest.mark.parametrize("back_s", [0.3, 0.6, 0.9])
def test_a_hold_begins_where_who_went_too_far_has_come_back(back_s: float) -> None:
    times, values = settling(6, back_s)
    found = settled_s(times, values, TRAVEL)
    assert found == pytest.approx(5 * FRAME_S + back_s, abs=0.12)


def test_swaying_is_no_settling() -> None:
    times, values = settling(6, 0.6, sways=4)
    assert settled_s(times, values, TRAVEL) is None


def test_a_little_is_no_settling() -> None:
    times, values = settling(2, 0.6)
    assert settled_s(times, values, TRAVEL) is None


def test_who_sinks_on_is_holding_all_the_time() -> None:
    values = [60 - 5 * i * FRAME_S for i in range(60)]
    assert settled_s([i * FRAME_S for i in range(60)], values, TRAVEL) is None


def test_a_limb_that_the_tracker_loses_has_not_settled() -> None:
    times, values = settling(20, 0.6)
    assert settled_s(times, values, TRAVEL) is None


def test_a_moment_is_too_short_to_settle_in() -> None:
    assert settled_s([0.0, 0.1], [60.0, 58.0], TRAVEL) is None
