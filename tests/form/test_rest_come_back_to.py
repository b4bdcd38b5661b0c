"""Where somebody rests, told once they have come back to where they had stopped."""

import pytest

from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.rest_come_back_to import from_where_they_came_back_to
from formcheck.form.verdicts.measured_frame import MeasuredFrame

STEP_S = 0.25


def frames(*values: float) -> list[MeasuredFrame]:
    """One value in each quarter of a second."""
    return [MeasuredFrame(STEP_S * i, value, {}, "side") for i, value in enumerate(values)]


def cycle(way: list[MeasuredFrame], end: int, *, complete: bool = True) -> RepetitionCycle:
    """As it is counted: from its lowest before the way out."""
    highest = max(frame.signal for frame in way)
    lowest = min(frame.signal for frame in way)
    left_s = max(frame.time_s for frame in way[: len(way) // 2] if frame.signal == lowest)
    return RepetitionCycle(lowest, highest, way[end].time_s, complete, left_s)


GETTING_READY = (-15, -15, -10)
LIFT = (5, 25, 30, 30, 10)


def test_who_rested_higher_than_they_lay_while_getting_ready_sets_out_from_there() -> None:
    """Stated: the stop from 0.75 s to 2 s, at -4, to which they come back."""
    way = frames(*GETTING_READY, *[-4] * 6, *LIFT, *[-4] * 4)

    found = from_where_they_came_back_to(way, cycle(way, -3))

    assert found.low == -4
    assert found.left_rest_s == 2.0
    assert found.travel == 34


def test_trembling_there_changes_nothing() -> None:
    way = frames(*GETTING_READY, -5, -3, -4, -6, -4, -3, *LIFT, -3, -5, -4, -4)

    found = from_where_they_came_back_to(way, cycle(way, -3))

    assert found.low == pytest.approx(-4, abs=1)
    assert 1.75 <= found.left_rest_s <= 2.0


@pytest.mark.parametrize(
    ("name", "values", "end"),
    [
        ("they come back to the lowest", (*GETTING_READY, *[-4] * 6, *LIFT, *[-15] * 4), -3),
        ("they stopped for a moment only", (*GETTING_READY, *[-4] * 3, *LIFT, *[-4] * 4), -3),
        ("they didn't stop there", (*GETTING_READY, *LIFT, *[-4] * 4), -3),
        ("they stopped elsewhere", (*GETTING_READY, *[5] * 6, *LIFT, *[-7] * 4), -3),
    ],
)
def test_else_they_set_out_from_where_they_were_lowest(
    name: str, values: tuple[float, ...], end: int
) -> None:
    way = frames(*values)
    counted = cycle(way, end)

    assert from_where_they_came_back_to(way, counted) == counted, name


def test_where_the_recording_ends_on_the_way_back_nobody_came_back() -> None:
    way = frames(*GETTING_READY, *[-4] * 6, *LIFT, -4)
    counted = cycle(way, -1, complete=False)

    assert from_where_they_came_back_to(way, counted) == counted
