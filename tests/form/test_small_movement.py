"""Out and back by less than a repetition is noticed; a sway and a whole repetition are not."""

import pytest

from formcheck.form.repetitions.small_movement import SmallMovement

LEAST_TRAVEL = 10.0
STEP_S = 0.1


def seen(*signals: float, step_s: float = STEP_S) -> bool:
    small = SmallMovement(LEAST_TRAVEL)
    for number, signal in enumerate(signals):
        small.update(number * step_s, signal)
    return small.seen


OUT_AND_BACK = (0.0, 0.3, 0.6, 1.0, 1.0, 0.6, 0.3, 0.0)


@pytest.mark.parametrize("share", [0.45, 0.7, 0.95])
def test_out_and_back_by_less_than_a_repetition_is_a_small_movement(share: float) -> None:
    assert seen(*(LEAST_TRAVEL * share * part for part in OUT_AND_BACK))


@pytest.mark.parametrize("share", [0.1, 0.35])
def test_a_sway_is_none(share: float) -> None:
    assert not seen(*(LEAST_TRAVEL * share * part for part in OUT_AND_BACK))


def test_a_repetition_is_none() -> None:
    assert not seen(*(LEAST_TRAVEL * 1.2 * part for part in OUT_AND_BACK))


def test_one_wild_frame_is_none() -> None:
    assert not seen(0.0, 0.0, 0.6 * LEAST_TRAVEL, 0.0, 0.0)


def test_who_stays_out_has_not_come_back() -> None:
    assert not seen(0.0, 0.3 * LEAST_TRAVEL, *[0.6 * LEAST_TRAVEL] * 20)


def test_what_is_unseen_for_a_moment_doesnt_matter() -> None:
    nan = float("nan")
    far = 0.6 * LEAST_TRAVEL
    assert seen(0.0, nan, 0.5 * far, far, nan, far, 0.5 * far, nan, 0.0)


def test_a_person_who_settles_lower_is_measured_from_there() -> None:
    lower = -3 * LEAST_TRAVEL
    assert seen(0.0, *(lower + 0.6 * LEAST_TRAVEL * part for part in OUT_AND_BACK))
