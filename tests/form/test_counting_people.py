"""Counting what people do: they set out twice, turn back on the way, get ready, are stiff or slow.

Each is one signal that goes from 0 (rest) to 80 (the furthest point) or so, with the least jerk.
"""

import random

import pytest

from formcheck.form.holds.hold_clock import hold_of
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.repetitions import RepetitionCounter

FRAME_S = 1 / 15
LEAST, USUAL = 15.0, 80.0

Stop = tuple[float, float]
"""A level, and the seconds that it takes to get there."""


def going(*stops: Stop, first: float = 0.0, rest_s: float = 1.0) -> list[float]:
    """At rest, then from stop to stop, then at rest again; the same level twice is a stay."""
    values, level = [first] * round(rest_s / FRAME_S), first
    for goal, seconds in stops:
        for i in range(1, round(seconds / FRAME_S) + 1):
            share = min(i * FRAME_S / seconds, 1.0)
            values.append(level + (goal - level) * share**3 * (share * (6 * share - 15) + 10))
        level = goal
    return [*values, *[level] * round(rest_s / FRAME_S)]


def trembling(signal: list[float], by: float) -> list[float]:
    chance = random.Random(7)
    return [value + chance.gauss(0, by) for value in signal]


def count(signal: list[float], expected: float = USUAL) -> list[RepetitionCycle]:
    counter = RepetitionCounter(LEAST, expected)
    found = [counter.update(i * FRAME_S, value) for i, value in enumerate(signal)]
    found.append(counter.finish(len(signal) * FRAME_S))
    return [cycle for cycle in found if cycle is not None]


WHOLE: tuple[Stop, ...] = ((80, 1.5), (80, 0.5), (0, 1.5), (0, 0.5))
SET_OUT_TWICE: tuple[Stop, ...] = ((48, 0.8), (20, 0.7), (80, 1.2), (80, 1), (0, 1.5), (0, 0.5))
TURNED_BACK: tuple[Stop, ...] = ((80, 1.5), (80, 1), (32, 0.8), (60, 0.7), (0, 1.2), (0, 0.5))
WITHOUT_REST: tuple[Stop, ...] = ((80, 1.2), (30, 1.2))
FIDGETING: tuple[Stop, ...] = ((25, 0.8), (0, 0.8), (0, 1.5))
SHIFTING: tuple[Stop, ...] = ((25, 0.8), (8, 0.8), (8, 2.5))


@pytest.mark.parametrize("tremble", [0.0, 1.0])
@pytest.mark.parametrize("slower", [0.7, 1.0, 2.0])
@pytest.mark.parametrize("broken", [SET_OUT_TWICE, TURNED_BACK], ids=["out", "back"])
def test_who_turns_for_a_moment_on_the_way_does_one(
    broken: tuple[Stop, ...], slower: float, tremble: float
) -> None:
    once = [(level, slower * seconds) for level, seconds in broken]
    assert len(count(trembling(going(*once), tremble))) == 1
    assert len(count(trembling(going(*once, *once), tremble))) == 2
    assert len(count(trembling(going(*WHOLE, *once, *WHOLE), tremble))) == 3


def test_such_a_one_is_told_from_where_it_left_rest_to_where_it_came_back() -> None:
    (one,) = count(going(*SET_OUT_TWICE))
    assert one.travel == pytest.approx(80, abs=2)
    assert one.left_rest_s == pytest.approx(1.2, abs=0.2)
    assert one.end_s == pytest.approx(6.2, abs=0.4)


@pytest.mark.parametrize("times", [1, 2, 5])
def test_going_on_before_coming_to_rest_is_one_each(times: int) -> None:
    """Push-ups without locking the arms out are repetitions, if faulty ones."""
    assert len(count(going(*WITHOUT_REST * times))) == times
    assert len(count(going(*WITHOUT_REST * times, (0, 0.8)))) == times


@pytest.mark.parametrize("rest", [0, 8, 14])
@pytest.mark.parametrize("shallow", [42, 46])
def test_half_a_movement_after_a_first_whole_one_is_its_own(shallow: float, rest: float) -> None:
    """Who isn't filmed from the beginning has done nothing yet that it could be held against."""
    whole = ((80, 1.5), (rest, 1.5), (rest, 0.2))
    assert len(count(going(*whole, (shallow, 1.2), (0, 1.2), (0, 0.5)))) == 2


def test_one_that_stops_short_of_rest_is_told_soon_though_nothing_follows() -> None:
    counter = RepetitionCounter(LEAST, USUAL)
    signal = going(*WITHOUT_REST, rest_s=5)
    told = [i for i, value in enumerate(signal) if counter.update(i * FRAME_S, value) is not None]
    assert told[0] * FRAME_S == pytest.approx(5 + 2.4 + 1.5, abs=0.5)


@pytest.mark.parametrize("ready", [FIDGETING, SHIFTING], ids=["fidgeting", "shifting"])
def test_getting_ready_before_the_first_is_none(ready: tuple[Stop, ...]) -> None:
    found = count(going(*ready, *WHOLE, *WHOLE))
    assert [round(one.travel, -1) for one in found] == [80, 80]


def test_getting_ready_is_none_though_who_sets_out_then_trembles() -> None:
    signal = going((25, 0.8), (0, 0.8), (22, 0.8), (16, 0.3), (80, 1.5), (80, 1), (0, 1.5))
    assert len(count(signal)) == 1


def count_held(signal: list[float]) -> int:
    """Holds are not over before the signal is below 30."""
    counter = RepetitionCounter(LEAST, USUAL, held_from=30.0)
    found = [counter.update(i * FRAME_S, value) for i, value in enumerate(signal)]
    return sum(cycle is not None for cycle in (*found, counter.finish(len(signal) * FRAME_S)))


@pytest.mark.parametrize(("dip", "times"), [(60, 1), (35, 1), (20, 2), (0, 2)])
def test_who_gives_way_in_a_hold_and_does_not_leave_it_holds_once(dip: float, times: int) -> None:
    held: tuple[Stop, ...] = ((80, 1.5), (80, 2.0))
    signal = going(*held, (dip, 1.0), *held, (0, 1.5), (0, 0.5))
    assert count_held(signal) == times
    assert len(count(signal)) == (2 if dip <= 35 else 1)


def test_a_return_that_the_recording_cuts_off_counts_before_the_hold_is_over_for_sure() -> None:
    once: tuple[Stop, ...] = ((80, 1.5), (80, 2.0))
    assert count_held(going(*once, (0, 1.5), (0, 0.5), *once, (42, 0.8))) == 2
    assert count_held(going(*once, (0, 1.5), (0, 0.5), *once, (65, 0.5))) == 1


def test_who_sways_where_a_position_is_held_does_no_repetition() -> None:
    sways: tuple[Stop, ...] = ((78, 1.0), (58, 1.0))
    signal = going(*sways * 3, first=58)
    assert count_held(signal) == 0
    assert len(count(signal)) == 3


def test_getting_ready_is_no_rest_to_begin_from() -> None:
    first, *_ = count(going(*FIDGETING, *WHOLE))
    assert first.left_rest_s == pytest.approx(1 + 3.1, abs=0.4)


@pytest.mark.parametrize("range_of_motion", [20, 30, 45])
def test_a_stiff_person_is_counted_by_their_own_range(range_of_motion: float) -> None:
    each: tuple[Stop, ...] = ((range_of_motion, 1.5), (range_of_motion, 0.5), (0, 1.5), (0, 0.5))
    assert len(count(trembling(going(*each * 3), 0.5))) == 3


def test_a_single_small_one_is_counted_at_the_end() -> None:
    assert len(count(going((30, 1.5), (0, 1.5)))) == 1


def test_what_hardly_moves_is_none() -> None:
    assert count(trembling(going(*((10, 1.0), (0, 1.0)) * 5), 0.5)) == []


@pytest.mark.parametrize("seconds", [0.4, 1.0, 8.0, 20.0])
def test_the_pace_is_anybodys_own(seconds: float) -> None:
    each: tuple[Stop, ...] = ((80, seconds), (0, seconds), (0, 0.5))
    assert len(count(trembling(going(*each * 3), 0.5))) == 3


def test_who_begins_in_the_middle_is_counted_from_the_first_return() -> None:
    assert len(count(going((80, 1.0), (0, 1.5), (0, 0.5), *WHOLE, first=40, rest_s=0.2))) == 2


@pytest.mark.parametrize("way_s", [1.2, 2.0, 3.5])
@pytest.mark.parametrize("hold_s", [1.0, 3.0])
def test_a_pause_on_the_way_is_no_part_of_the_hold_nor_shortens_it(
    way_s: float, hold_s: float
) -> None:
    half, pause = 0.4 * way_s, 0.2 * way_s
    out: tuple[Stop, ...] = ((40, half), (40, pause), (80, half))
    back: tuple[Stop, ...] = ((40, half), (40, pause), (0, half))
    signal = going(*out, (80, hold_s), *back)
    begin, end = hold_of([i * FRAME_S for i in range(len(signal))], signal, 0.0)
    assert end - begin == pytest.approx(hold_s, abs=0.4)


@pytest.mark.parametrize("way_s", [1.2, 2.0, 3.0])
def test_a_hold_begins_when_who_went_too_far_has_settled(way_s: float) -> None:
    signal = going((88, 0.75 * way_s), (80, 0.25 * way_s), (80, 3), (0, way_s))
    begin, end = hold_of([i * FRAME_S for i in range(len(signal))], signal, 0.0)
    assert begin == pytest.approx(1 + way_s, abs=0.3)
    assert end - begin == pytest.approx(3, abs=0.4)


def test_what_stays_below_rest_is_no_hold() -> None:
    assert hold_of([0.0, 0.1, 0.2], [-1.0, -1.0, -1.0], 0.0) == (0.0, 0.0)
