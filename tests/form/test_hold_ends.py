"""A hold is timed by the whole body: parts that come to rest, hide, tremble or do something else.

Each part is a measure that goes from 0 (rest) to its own furthest and back, with the least jerk.
The told stop is from 3 to 7 s; the body sets out at 1 s and is back at 9.
"""

import random
from collections.abc import Callable
from math import isnan, nan

import numpy as np
import pytest

from formcheck.form.holds.body_hold import body_hold
from formcheck.form.holds.hold_clock import hold_of
from formcheck.form.holds.hold_ends import Ends, hold_ends, hold_seconds
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.phases import cut
from formcheck.form.verdicts.measured_frame import MeasuredFrame
from formcheck.measure.limbs import COUNT, renamed

FRAME_S = 1 / 15
LEFT_S, BEGIN_S, END_S, BACK_S = 1.0, 3.0, 7.0, 9.0
TIMES = [i * FRAME_S for i in range(150)]
PARTS = {"knee": 60.0, "hip": 90.0, "trunk_elevation": -30.0, "elbow": 45.0, "neck": 25.0}
CYCLE = RepetitionCycle(0.0, 80.0, BACK_S, left_rest_s=LEFT_S, over_s=TIMES[-1])


def way(time_s: float) -> float:
    """Share of the way that is done."""
    there, back = (min(max((time_s - since_s) / 2, 0.0), 1.0) for since_s in (LEFT_S, END_S))
    return eased(there) - eased(back)


def eased(share: float) -> float:
    return share**3 * (share * (6 * share - 15) + 10)


def rounded_early(share: float) -> float:
    """As an outline shows it that is round before the back is."""
    return min(share / 0.7, 1.0)


def body(signals: list[float], parts: dict[str, list[float]]) -> list[MeasuredFrame]:
    return [
        MeasuredFrame(time_s, signals[i], {name: one[i] for name, one in parts.items()}, "side")
        for i, time_s in enumerate(TIMES)
    ]


def moving(tremble: float = 0.0) -> dict[str, list[float]]:
    chance = random.Random(7)
    return {
        name: [travel * way(time_s) + chance.gauss(0, tremble) for time_s in TIMES]
        for name, travel in PARTS.items()
    }


def counted(show: Callable[[float], float] = lambda share: share) -> list[float]:
    return [80 * show(way(time_s)) for time_s in TIMES]


@pytest.mark.parametrize("tremble", [0.0, 0.3])
def test_a_hold_is_timed_as_it_was_told(tremble: float) -> None:
    phases = cut(body(counted(), moving(tremble)), CYCLE)
    assert phases.hold_s == pytest.approx(END_S - BEGIN_S, abs=0.25)


def test_a_measure_that_shows_the_last_bit_of_the_way_too_little_is_outvoted() -> None:
    signals = counted(rounded_early)
    begin, end = hold_of(TIMES, signals, 0.0)
    assert end - begin > END_S - BEGIN_S + 0.6
    assert cut(body(signals, moving()), CYCLE).hold_s == pytest.approx(4.0, abs=0.3)


@pytest.mark.parametrize("hidden", [(1.8, 4.0), (6.0, 8.2)], ids=["coming", "leaving"])
def test_a_measure_that_is_hidden_on_the_way_is_stood_in_for(hidden: tuple[float, float]) -> None:
    signals = [
        nan if hidden[0] <= time_s <= hidden[1] else value
        for time_s, value in zip(TIMES, counted(), strict=True)
    ]
    phases = cut(body(signals, moving()), CYCLE)
    assert phases.hold_s == pytest.approx(4.0, abs=0.3)
    assert not phases.timed


def test_a_hidden_end_that_nothing_else_shows_stays_open() -> None:
    signals = [nan if 1.8 <= time_s <= 4.0 else way(time_s) * 80 for time_s in TIMES]
    phases = cut(body(signals, {"knee": counted()}), CYCLE)
    assert isnan(phases.hold_s)


def test_where_the_parts_differ_by_seconds_nobody_can_tell() -> None:
    """Each part comes to rest at another time."""
    late = {
        name: [travel * eased(min(max((t - 1 - i) / 2, 0), 1)) for t in TIMES]
        for i, (name, travel) in enumerate(PARTS.items())
    }
    signals = [nan if 1.8 <= time_s <= 6.0 else way(time_s) * 80 for time_s in TIMES]
    assert isnan(ends_told(signals, late))


def ends_told(signals: list[float], parts: dict[str, list[float]]) -> float:
    return cut(body(signals, parts), CYCLE).hold_s


def test_one_part_that_does_something_else_decides_nothing() -> None:
    parts = moving()
    parts["neck"] = [25.0 * (3 <= time_s <= 5) for time_s in TIMES]
    assert ends_told(counted(), parts) == pytest.approx(4.0, abs=0.25)


def test_who_only_turns_round_there_holds_nothing() -> None:
    turning = [80 * (eased(min(t / 2, 1)) - eased(min(max(t - 2, 0) / 2, 1))) for t in TIMES]
    parts = {name: [travel * value / 80 for value in turning] for name, travel in PARTS.items()}
    cycle = RepetitionCycle(0.0, 80.0, 4.0, left_rest_s=0.0, over_s=4.5)
    assert cut(body(turning, parts), cycle).hold_s <= 0.2


def test_a_stop_that_the_counted_measure_does_not_show_is_seen_in_the_others() -> None:
    """It goes on creeping all the time, as the picture of a limb that turns to the camera does."""
    signals = [80 * max(min(time_s - 1, 9 - time_s) / 4, 0.0) for time_s in TIMES]
    begin, end = hold_of(TIMES, signals, 0.0)
    assert begin == end
    assert ends_told(signals, moving()) == pytest.approx(4.0, abs=0.25)


def test_a_stop_that_the_counted_measure_shows_for_a_moment_only_is_seen_in_the_others() -> None:
    """It goes back at once, as one does that follows something else than the movement."""
    signals = [80 * (way(t) if t < 3 else eased(max(min((6 - t) / 3, 1.0), 0.0))) for t in TIMES]
    begin, end = hold_of(TIMES, signals, 0.0)
    assert end - begin < 1.0
    assert ends_told(signals, moving()) == pytest.approx(4.0, abs=0.25)


def test_most_of_a_body_is_held_where_the_counted_measure_shows_but_a_moment() -> None:
    frames = body(counted(), moving())
    assert body_hold(frames, (0.0, LEFT_S), (4.8, 4.8)) == pytest.approx((3.0, 7.0), abs=0.25)
    alone = body(counted(), {"knee": counted()})
    assert body_hold(alone, (0.0, LEFT_S), (4.5, 5.0)) == (4.5, 5.0)


def test_an_end_says_how_sure_it_is() -> None:
    """Parts that don't move together, as those of somebody who rolls up bit by bit."""
    one_by_one = {
        name: [travel * way(time_s + 0.2 * (i - 2)) for time_s in TIMES]
        for i, (name, travel) in enumerate(PARTS.items())
    }
    sure, doubtful = (
        hold_ends(body(counted(), parts), CYCLE, (3.0, 7.0), (True, True))
        for parts in (moving(), one_by_one)
    )
    assert errors(sure) < 0.15 < errors(doubtful)


def errors(ends: Ends) -> float:
    return max(one.error_s for one in ends if one is not None)


def test_without_parts_the_counted_measure_is_believed_where_it_was_seen() -> None:
    nothing: Ends = (None, None)
    assert hold_seconds(nothing, (3.0, 7.0), (True, True)) == 4.0
    assert isnan(hold_seconds(nothing, (3.0, 7.0), (True, False)))


def test_limbs_time_a_hold_though_left_and_right_change_names() -> None:
    """The model calls the legs by each other's names in every third frame."""
    chance = np.random.default_rng(3)
    rest, moved = chance.normal(size=(2, COUNT, 2))
    orders = renamed()
    frames = [
        MeasuredFrame(
            time_s,
            80 * way(time_s),
            {},
            "side",
            limbs=(rest + way(time_s) * moved)[orders[1] if i % 3 == 0 else orders[0]],
        )
        for i, time_s in enumerate(TIMES)
    ]
    began, ended = hold_ends(frames, CYCLE, (2.4, 7.4), (False, False))
    assert began is not None
    assert ended is not None
    assert (began.time_s, ended.time_s) == pytest.approx((BEGIN_S, END_S), abs=0.25)
