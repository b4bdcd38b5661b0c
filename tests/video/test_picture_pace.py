"""When a camera's next picture is waited for, and when the newest is taken."""

import pytest

from formcheck.video.cameras.picture_pace import PicturePace

RATE_30 = 1 / 30


def pace(times_s: list[float]) -> PicturePace:
    told = PicturePace()
    for time_s in times_s:
        told.update(time_s)
    return told


def steady(interval_s: float) -> PicturePace:
    """Pictures at even times, the last of them at 0."""
    return pace([interval_s * number for number in range(-20, 1)])


@pytest.mark.parametrize("age_s", [0.0, 0.005, 0.009])
def test_a_picture_that_has_just_come_is_taken(age_s: float) -> None:
    assert steady(RATE_30).worth_waiting_s(age_s) == 0


@pytest.mark.parametrize("age_s", [0.015, 0.025, 0.033])
def test_one_that_has_waited_is_left_for_the_next(age_s: float) -> None:
    wait_s = steady(RATE_30).worth_waiting_s(age_s)

    assert RATE_30 < age_s + wait_s < 1.25 * RATE_30


def test_a_picture_that_should_have_come_is_not_waited_for() -> None:
    assert steady(RATE_30).worth_waiting_s(0.05) == 0


def test_a_slow_cameras_next_picture_is_waited_for_only_when_it_is_about_to_come() -> None:
    assert steady(0.2).worth_waiting_s(0.1) == 0
    assert steady(0.2).worth_waiting_s(0.17) == 0
    assert steady(0.2).worth_waiting_s(0.19) == pytest.approx(0.05)


def test_nothing_is_waited_for_until_it_is_known_how_pictures_come() -> None:
    assert pace([-2 * RATE_30, -RATE_30, 0.0]).worth_waiting_s(0.025) == 0


def test_nor_where_they_come_in_bursts() -> None:
    bursts = [0.3 * burst + 0.01 * number for burst in range(-6, 1) for number in range(3)]

    assert pace(bursts).worth_waiting_s(bursts[-1] + 0.005) == 0
    assert pace(bursts).worth_waiting_s(bursts[-1] + 0.009) == 0


def test_one_gap_changes_nothing() -> None:
    times_s = [RATE_30 * number for number in range(-20, 1) if number not in (-4, -5)]

    assert pace(times_s).worth_waiting_s(0.025) > 0
