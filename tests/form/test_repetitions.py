"""Counting: what is a repetition, and what isn't."""

import math
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.form.repetition_cycle import CyclePhase, RepetitionCycle
from formcheck.form.repetitions.repetitions import RepetitionCounter

FRAME_S = 1 / 15


def count(
    signal: Sequence[float], frame_s: float = FRAME_S, least_travel: float = 30.0
) -> list[RepetitionCycle]:
    """Feed a signal and return the finished movements."""
    counter = RepetitionCounter(least_travel)
    found = [counter.update(i * frame_s, value) for i, value in enumerate(signal)]
    found.append(counter.finish(len(signal) * frame_s))
    return [cycle for cycle in found if cycle]


def movement(
    low: float,
    high: float,
    seconds: float,
    hold_s: float = 0.0,
    rest_s: float = 0.5,
    frame_s: float = FRAME_S,
) -> list[float]:
    """Smoothly from low to high and back, with a hold and a rest after it."""
    way = [
        low + (high - low) * (1 - math.cos(math.pi * i * frame_s / (seconds / 2))) / 2
        for i in range(round(seconds / 2 / frame_s))
    ]
    hold = [high] * round(hold_s / frame_s)
    return way + hold + way[::-1] + [low] * round(rest_s / frame_s)


def test_three_movements_are_three_repetitions() -> None:
    found = count([0.0] * 15 + movement(0, 80, 2) * 3)
    assert len(found) == 3
    assert all(cycle.complete for cycle in found)
    assert [cycle.travel for cycle in found] == pytest.approx([80, 80, 80], abs=2)


def test_a_movement_smaller_than_the_least_travel_is_none() -> None:
    assert count([0.0] * 15 + movement(0, 25, 2) * 3) == []


@pytest.mark.parametrize("way_s", [1.0, 2.0, 3.0])
def test_holding_begins_when_the_person_has_come_to_rest(way_s: float) -> None:
    counter = RepetitionCounter(30.0)
    shares = [i * FRAME_S / way_s for i in range(round(way_s / FRAME_S))]
    least_jerk = [80 * x**3 * (x * (6 * x - 15) + 10) for x in shares]
    held = []
    for i, value in enumerate([0.0] * 15 + least_jerk + [80.0] * round(3 / FRAME_S)):
        counter.update(i * FRAME_S, value)
        held.append(counter.hold_s)
    first = next(i for i, hold_s in enumerate(held) if hold_s > 0)
    assert (first - 15) * FRAME_S == pytest.approx(way_s, abs=0.3)
    assert held[-1] == pytest.approx(3, abs=0.3)


def test_a_wobble_after_large_repetitions_is_none_though_it_exceeds_the_least_travel() -> None:
    signal = [0.0] * 15 + movement(0, 120, 2) * 2 + movement(0, 35, 1) + movement(0, 100, 2)
    assert len(count(signal)) == 3


def test_a_person_with_a_small_range_is_counted_by_that_range() -> None:
    assert len(count([0.0] * 15 + movement(0, 34, 2) * 4)) == 4


def test_returns_that_stop_short_of_rest_count() -> None:
    """Push-ups without locking the arms out are repetitions, if faulty ones."""
    signal = movement(0, 80, 2, rest_s=0)[:-12] + movement(30, 80, 2, rest_s=0) * 3
    assert len(count(signal)) == 4


def test_trembling_in_the_hold_doesnt_count_twice() -> None:
    tremble = [80 + 8 * math.sin(i) for i in range(60)]
    up = movement(0, 80, 2, rest_s=0)[:15]
    assert len(count([0.0] * 15 + up + tremble + up[::-1] + [0.0] * 15)) == 1


def test_a_single_wild_frame_is_no_repetition() -> None:
    assert count([0.0] * 20 + [90.0] + [0.0] * 20) == []


def test_frames_without_a_value_are_passed_over() -> None:
    signal = [0.0] * 15 + movement(0, 80, 3) * 2
    holes = [math.nan if i % 5 == 0 else value for i, value in enumerate(signal)]
    assert len(count(holes)) == 2


def test_starting_at_the_furthest_point_counts_nothing_until_there_was_a_rest() -> None:
    down = movement(0, 80, 2, rest_s=0)[15:]
    assert len(count([80.0] * 30 + down + [0.0] * 15 + movement(0, 80, 2))) == 1


def test_a_recording_that_ends_on_the_way_back_counts_and_says_so() -> None:
    signal = [0.0] * 15 + movement(0, 80, 2, rest_s=0)[:24]
    (cycle,) = count(signal)
    assert not cycle.complete


def test_a_recording_that_ends_at_the_furthest_point_doesnt_count() -> None:
    assert count([0.0] * 15 + movement(0, 80, 2, rest_s=0)[:15] + [80.0] * 15) == []


def test_the_parts_come_in_order() -> None:
    counter = RepetitionCounter(30)
    parts: list[CyclePhase] = []
    for i, value in enumerate([0.0] * 15 + movement(0, 80, 3, hold_s=2, rest_s=1)):
        counter.update(i * FRAME_S, value)
        if not parts or parts[-1] is not counter.phase:
            parts.append(counter.phase)
    assert parts == [
        CyclePhase.REST,
        CyclePhase.OUT,
        CyclePhase.PEAK,
        CyclePhase.BACK,
        CyclePhase.REST,
    ]


@pytest.mark.parametrize("frames_per_second", [5, 10, 15, 24, 30, 60])
def test_the_count_doesnt_depend_on_the_frame_rate(frames_per_second: int) -> None:
    frame_s = 1 / frames_per_second
    signal = [0.0] * frames_per_second + movement(0, 80, 2.4, 0.5, 0.6, frame_s) * 4
    assert len(count(signal, frame_s)) == 4


@settings(max_examples=60, deadline=None)
@given(
    number=st.integers(0, 6),
    high=st.floats(45, 160),
    seconds=st.floats(1.2, 5),
    hold_s=st.floats(0, 4),
    noise=st.floats(0, 3),
    seed=st.integers(0, 1000),
)
def test_any_clear_movement_is_counted_whatever_its_size_pace_and_noise(
    number: int, high: float, seconds: float, hold_s: float, noise: float, seed: int
) -> None:
    chance = random.Random(seed)
    clean = [0.0] * 15 + movement(0, high, seconds, hold_s) * number
    assert len(count([value + chance.gauss(0, noise) for value in clean])) == number


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-200, 200), max_size=200), st.integers(-500, 500))
def test_the_count_doesnt_depend_on_where_zero_is(signal: list[int], offset: int) -> None:
    """Whole numbers, so that rounding decides nothing."""
    moved = count([float(value + offset) for value in signal])
    assert [e.end_s for e in moved] == [e.end_s for e in count([float(v) for v in signal])]


def test_an_excursion_knows_its_travel() -> None:
    assert RepetitionCycle(low=10, high=70, end_s=3).travel == 60
