"""Movements that pass the start position both ways: rounding and arching the back."""

from dataclasses import replace

import pytest

from formcheck.exercises.load import library
from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.bidirectional import BidirectionalMovement
from formcheck.form.repetitions.phases import PhaseCut, cut
from formcheck.form.repetitions.repetitions import RepetitionCounter
from formcheck.form.verdicts.measured_frame import MeasuredFrame

CAT = library()["cat-stretch"].repetition
LEVEL, ROUND, ARCH = 0.04, 0.14, -0.1


def begun(signal: float = LEVEL, frames: int = 20) -> BidirectionalMovement:
    cat = BidirectionalMovement(CAT)
    assert not any(cat.leaves_start(signal) for _ in range(frames))
    return cat


def test_the_start_position_is_left_whichever_way_comes_first() -> None:
    assert begun().leaves_start(ROUND)
    assert begun().leaves_start(ARCH)


def test_the_start_position_is_left_once() -> None:
    cat = begun()
    assert cat.leaves_start(ARCH)
    assert not cat.leaves_start(ROUND)


def test_frames_without_a_value_are_passed_over() -> None:
    assert not begun().leaves_start(float("nan"))


def test_a_movement_one_way_has_no_such_start() -> None:
    assert not BidirectionalMovement(library()["push-up"].repetition).leaves_start(1000.0)


def test_someone_who_arched_and_came_back_to_level_did_a_cycle_without_rounding() -> None:
    cat = begun()
    cat.leaves_start(ARCH)
    assert cat.ends(RepetitionCycle(ARCH, LEVEL, 9.0, complete=False))


def test_coming_back_to_level_after_rounding_and_arching_is_no_further_cycle() -> None:
    cat = begun()
    cat.leaves_start(ROUND)
    cat.used(after=True)
    cat.count(RepetitionCycle(LEVEL, ROUND, 6.0))
    assert not cat.ends(RepetitionCycle(ARCH, LEVEL, 9.0, complete=False))


def test_trembling_in_the_arch_is_no_cycle() -> None:
    cat = begun()
    assert not cat.counts(RepetitionCycle(ARCH, ARCH + 0.06, 9.0))
    assert cat.counts(RepetitionCycle(ARCH, LEVEL, 9.0))
    assert cat.counts(RepetitionCycle(ARCH, ROUND, 9.0))


def test_someone_who_begins_by_arching_ends_level_without_a_further_cycle() -> None:
    cat = begun()
    cat.leaves_start(ARCH)
    assert cat.beyond_before_is_free
    cat.used(after=False)
    cat.count(RepetitionCycle(ARCH, ROUND, 6.0))
    assert not cat.ends(RepetitionCycle(ARCH, LEVEL, 9.0, complete=False))


def test_a_way_back_that_stops_half_way_to_level_is_no_cycle_yet() -> None:
    cat = begun()
    cat.leaves_start(ARCH)
    assert not cat.ends(RepetitionCycle(ARCH, ARCH / 2, 9.0, complete=False))


FRAME_S = 1 / 15


def back(*stays: tuple[float, float]) -> list[MeasuredFrame]:
    """A back that stays at each value for some seconds, and takes one second from each to the next.

    stays: value and seconds.
    """
    values: list[float] = []
    for value, seconds in stays:
        before = values[-1] if values else value
        values += [before + (value - before) * i * FRAME_S for i in range(round(1 / FRAME_S))]
        values += [value] * round(seconds / FRAME_S)
    return [MeasuredFrame(i * FRAME_S, value, {}, "side") for i, value in enumerate(values)]


def cycles(frames: list[MeasuredFrame]) -> list[PhaseCut]:
    """The repetitions that a set's frames show, as the checker puts them together."""
    cat, counter = BidirectionalMovement(CAT), RepetitionCounter(CAT.least_travel)
    found: list[PhaseCut] = []
    kept: list[MeasuredFrame] = []
    for frame in frames:
        kept.append(frame)
        cat.leaves_start(frame.signal)
        cycle = counter.update(frame.time_s, frame.signal)
        if cycle is not None:
            found.append(cat.shape(cut(kept, cycle), cycle))
            cat.count(cycle)
            kept = [one for one in kept if one.time_s >= found[-1].end_s]
    last = counter.under_way(frames[-1].time_s)
    if last is not None and (cat.ends(last) or counter.finish(frames[-1].time_s)):
        found.append(cat.shape(cut(kept, last), last))
    return found


def test_who_only_arches_did_each_cycle_from_level_into_the_arch_and_back_to_level() -> None:
    first, second = cycles(
        back((LEVEL, 5), (ARCH, 3), (LEVEL, 3), (ARCH, 3), (LEVEL, 1)),
    )
    assert [round(first.start_s), round(first.end_s)] == [6, 11]
    assert [round(second.start_s), round(second.end_s)] == [14, 19]


def test_the_arch_of_such_a_cycle_is_its_own() -> None:
    both = cycles(back((LEVEL, 5), (ARCH, 3), (LEVEL, 3), (ARCH - 0.02, 3), (LEVEL, 1)))
    lowest = [min(s.signal for s in one.rest.frames) for one in both]
    assert lowest == [ARCH, ARCH - 0.02]


def test_coming_back_to_level_is_no_hold_of_a_rounded_back() -> None:
    held = [
        one.hold_s for one in cycles(back((LEVEL, 5), (ARCH, 3), (LEVEL, 3), (ARCH, 3), (LEVEL, 1)))
    ]
    assert held == [0.0, 0.0]


def test_a_rounded_back_is_held_and_begins_its_cycle() -> None:
    (only,) = cycles(back((LEVEL, 3), (ROUND, 3), (ARCH, 3), (LEVEL, 0)))
    assert only.hold_s > 2
    assert round(only.start_s) == 4


def test_of_who_is_filmed_from_a_rounded_back_on_nobody_knows_what_is_held() -> None:
    ways = back((ROUND, 2), (ARCH, 2), (LEVEL, 1), (ROUND, 3), (ARCH, 2), (LEVEL, 1))
    (one,) = cycles(ways)
    assert one.hold_s != one.hold_s


def test_an_arch_before_the_rounded_back_leaves_its_cycle_as_it_is() -> None:
    (only,) = cycles(back((LEVEL, 3), (ARCH, 3), (ROUND, 3), (LEVEL, 2)))
    assert only.hold_s > 2
    assert round(only.start_s) == 8


def test_a_back_that_comes_a_little_over_level_at_the_end_did_a_cycle() -> None:
    cat = begun()
    cat.leaves_start(ARCH)
    assert cat.ends(RepetitionCycle(ARCH, LEVEL + 0.03, 9.0, complete=False))


def started_after(start: float, cycle: tuple[tuple[float, float], ...]) -> bool:
    """Whether somebody who is first seen at this value is said to have begun at a cycle's end."""
    cat = begun(start)
    cat.leaves_start(start + 1)
    cat.see(cycles(back(*cycle))[0])
    return cat.began_at_an_end


def test_who_is_filmed_from_amid_a_cycle_on_was_never_seen_level() -> None:
    cycle = ((LEVEL, 3), (ROUND, 3), (ARCH, 3), (LEVEL, 1))
    assert started_after(ROUND, cycle)
    assert started_after(ARCH, cycle)


def test_who_begins_level_was() -> None:
    assert not started_after(LEVEL, ((LEVEL, 3), (ROUND, 3), (ARCH, 3), (LEVEL, 1)))


def test_a_back_that_is_rounded_by_nature_is_level_amid_its_own_way() -> None:
    assert not started_after(0.08, ((0.08, 3), (0.16, 3), (0.0, 3), (0.08, 1)))


def test_nor_is_who_only_rounds_from_level_at_an_end() -> None:
    assert not started_after(LEVEL, ((LEVEL, 3), (ROUND, 3), (LEVEL, 3)))


def test_the_half_of_a_cycle_that_sinks_begins_at_no_end() -> None:
    level = 0.07
    cat = begun(level)
    cat.leaves_start(ARCH)
    cat.see(cycles(back((level, 3), (0.16, 3), (ARCH, 3), (level, 1)))[0])
    cat.see(cycles(back((level, 3), (ARCH, 3), (level, 3)))[0])
    assert not cat.began_at_an_end


@pytest.mark.parametrize(("excess", "at_an_end"), [(0.0, True), (0.05, False)])
def test_half_to_the_camera_a_level_back_may_look_rounded(excess: float, at_an_end: bool) -> None:
    frames = [
        replace(frame, excess={CAT.measure: excess})
        for frame in back((0.09, 3), (0.1, 3), (ARCH, 3), (0.09, 1))
    ]
    cat = begun(0.09)
    cat.leaves_start(ARCH)
    cat.see(cycles(frames)[0])
    assert cat.began_at_an_end is at_an_end
