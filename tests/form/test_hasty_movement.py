"""A jerk as somebody is first seen is getting ready, where what follows takes its time."""

from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.repetitions import RepetitionCounter
from tests.form.test_repetitions import FRAME_S, movement

STILL = [0.0] * 10


def count(signal: list[float]) -> list[RepetitionCycle]:
    """The repetitions of a set that begins with the first value."""
    counter = RepetitionCounter(30.0, begins_set=True)
    found = [counter.update(i * FRAME_S, value) for i, value in enumerate(signal)]
    found.append(counter.finish(len(signal) * FRAME_S))
    return [cycle for cycle in found if cycle]


def test_a_jerk_before_an_unhurried_movement_is_getting_ready() -> None:
    jerk = movement(0, 100, 1.0, rest_s=1.0)
    found = count([*STILL, *jerk, *movement(0, 80, 3, hold_s=1.5)])
    assert [cycle.high for cycle in found] == [80]


def test_hurried_movements_are_all_counted() -> None:
    assert len(count([*STILL, *movement(0, 80, 1.0) * 4])) == 4


def test_a_hurried_movement_that_nothing_follows_is_counted() -> None:
    assert len(count([*STILL, *movement(0, 80, 1.0, rest_s=8.0)])) == 1
    assert len(count([*STILL, *movement(0, 80, 1.0)])) == 1


def test_a_sway_after_a_jerk_does_not_make_it_a_repetition() -> None:
    jerk, sway = movement(0, 90, 1.0, rest_s=0.6), movement(0, 40, 0.8, rest_s=0.6)
    found = count([*STILL, *jerk, *sway, *movement(0, 250, 3, hold_s=1.0)])
    assert [cycle.high for cycle in found] == [250]


def test_who_has_rested_is_ready() -> None:
    rested = [0.0] * 45
    jerk = movement(0, 100, 1.0, rest_s=1.0)
    assert len(count([*rested, *jerk, *movement(0, 80, 3, hold_s=1.5)])) == 2


def test_half_a_movement_as_somebody_is_first_seen_is_getting_ready_for_whole_ones() -> None:
    """Also where half of this person's is as far as people go."""
    half = movement(0, 45, 2.2, rest_s=1.0)
    assert len(count([*STILL, *half, *movement(0, 100, 3, hold_s=1.0)])) == 1
