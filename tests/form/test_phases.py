"""Cutting a repetition into its phases, with hindsight."""

from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.phases import cut
from formcheck.form.verdicts.measured_frame import MeasuredFrame


def frames(*values: float) -> list[MeasuredFrame]:
    """One value in each half second."""
    return [MeasuredFrame(0.5 * i, value, {}, "side") for i, value in enumerate(values)]


def test_a_repetition_has_a_way_out_a_furthest_point_and_a_way_back() -> None:
    phases = cut(frames(0, 0, 0, 50, 100, 100, 100, 50, 0, 0), RepetitionCycle(0, 100, 4.0))

    assert [phases.start_s, phases.end_s] == [1.0, 4.0]
    assert [phases.peak.start_s, phases.peak.end_s] == [2.0, 3.0]
    assert phases.rest.end_s == 1.0


def test_what_was_higher_before_it_left_rest_is_not_its_furthest_point() -> None:
    """Who arches their back comes from a level one, which lies as high as the next level one."""
    values = (70, 70, 70, 0, 0, 30, 60, 60, 60, 30, 0)

    phases = cut(frames(*values), RepetitionCycle(0, 60, 5.0, left_rest_s=2.0))

    assert [phases.start_s, phases.end_s] == [2.0, 5.0]
    assert [phases.peak.start_s, phases.peak.end_s] == [3.0, 4.0]


def test_the_rest_before_reaches_back_to_the_last_repetition() -> None:
    phases = cut(frames(70, 70, 0, 0, 60, 60, 0), RepetitionCycle(0, 60, 3.0, left_rest_s=1.5))

    assert phases.rest.start_s == 0.0
    assert max(frame.signal for frame in phases.rest.frames) == 70


def test_who_sways_in_a_hold_that_the_recording_ends_in_has_not_left_it() -> None:
    swaying = frames(0, 0, 50, 100, 100, 100, 85, 80, 85, 95, 90, 85)

    phases = cut(swaying, RepetitionCycle(0, 100, 5.5, complete=False))

    assert phases.end_s == 5.5


def test_a_way_back_that_stopped_short_of_rest_ends_where_it_stopped() -> None:
    phases = cut(frames(0, 0, 50, 100, 100, 40, 45), RepetitionCycle(0, 100, 3.0))

    assert phases.end_s == 2.5


def test_who_stays_where_the_way_back_stopped_trembles_there_and_is_still_back() -> None:
    stays = frames(0, 0, 50, 100, 100, 41, 41, 42, 40, 41)

    assert cut(stays, RepetitionCycle(0, 100, 2.5)).end_s == 2.5
