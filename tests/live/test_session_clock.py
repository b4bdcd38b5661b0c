"""Time in a session leaves its pauses out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.live.sets.session_clock import SessionClock
from tests.feedback.builders import frame


def test_without_a_pause_it_is_the_cameras_time() -> None:
    clock = SessionClock()

    assert [clock.judged(frame(time_s)).time_s for time_s in (3.0, 3.1, 7.0)] == [3.0, 3.1, 7.0]


def test_a_pause_takes_no_time() -> None:
    clock = SessionClock()
    clock.judged(frame(10.0))
    clock.pause()

    after = [clock.judged(frame(time_s)).time_s for time_s in (70.0, 71.0)]

    assert after[0] == pytest.approx(10.0, abs=0.05)
    assert after[1] - after[0] == pytest.approx(1.0)


@pytest.mark.parametrize(("paused_s", "breaks"), [(0.3, 0), (0.9, 0), (3.0, 1), (60.0, 1)])
def test_after_a_long_pause_nothing_of_before_goes_on(paused_s: float, breaks: int) -> None:
    clock = SessionClock()
    clock.judged(frame(10.0))
    clock.pause()
    clock.judged(frame(10.0 + paused_s))
    clock.judged(frame(10.1 + paused_s))

    assert clock.breaks == breaks


@given(st.lists(st.tuples(st.floats(0.01, 100), st.booleans()), min_size=2, max_size=40))
def test_times_always_rise(steps: list[tuple[float, bool]]) -> None:
    clock, now, times = SessionClock(), 0.0, []
    for step, paused in steps:
        now += step
        if paused:
            clock.pause()
        times.append(clock.judged(frame(now)).time_s)

    assert (np.diff(times) > 0).all()
