"""Whoever sets out from somewhere else than where they were seen to rest before."""

from formcheck.form.repetition_cycle import RepetitionCycle
from formcheck.form.repetitions.repetitions import RepetitionCounter
from tests.form.test_repetitions import FRAME_S, movement

USUAL, LEAST = 55.0, 6.0


def frames(level: float, seconds: float) -> list[float]:
    return [level] * round(seconds / FRAME_S)


def counted(signal: list[float]) -> list[RepetitionCycle]:
    counter = RepetitionCounter(LEAST, USUAL)
    found = [counter.update(number * FRAME_S, value) for number, value in enumerate(signal)]
    found.append(counter.finish(len(signal) * FRAME_S))
    return [cycle for cycle in found if cycle is not None]


def slowly(low: float, high: float, seconds: float) -> list[float]:
    steps = round(seconds / FRAME_S)
    return [low + (high - low) * step / steps for step in range(steps)]


def test_the_first_repetition_of_somebody_who_leant_on_the_wall_begins_at_the_wall() -> None:
    upright, leaning = frames(3, 2), slowly(3, 17, 0.5) + frames(17, 5)
    squats = movement(17, 75, 4, hold_s=5) * 2
    first, second = counted(upright + leaning + squats)
    assert first.left_rest_s > 7.3
    assert (round(first.low), round(second.low)) == (17, 17)


def test_a_slow_way_out_begins_at_its_beginning() -> None:
    slow = [*slowly(3, 75, 9), *frames(75, 5), *slowly(75, 3, 9)]
    (found,) = counted(frames(3, 2) + slow + frames(3, 1))
    assert found.left_rest_s < 3.0
    assert found.low == 3


def test_a_moments_stop_on_the_way_is_no_rest() -> None:
    out = [*slowly(3, 18, 1), *frames(18, 1.5), *slowly(18, 75, 3)]
    (found,) = counted(frames(3, 2) + out + frames(75, 5) + slowly(75, 3, 3) + frames(3, 1))
    assert found.left_rest_s < 3.0


def test_hardly_bent_knees_are_a_repetition_all_the_same() -> None:
    shallow = movement(3, 20, 2, hold_s=5)
    assert len(counted(frames(3, 2) + shallow * 2 + frames(3, 6))) == 2
