"""Evidence over time cut into stretches, with plain numbers."""

import numpy as np

from formcheck.recognition.feature_table import Array
from formcheck.recognition.segmentation import segments

TIMES = np.arange(0, 30, 0.1)
ONE_TAKE = np.zeros(len(TIMES), int)


def spoken_for(begin_s: float, end_s: float, degree: float = 0.9) -> Array:
    """Evidence from when to when, none elsewhere."""
    return np.where((begin_s <= TIMES) & (end_s > TIMES), degree, 0.0)


def in_seconds(found: list[tuple[int, int, int]]) -> list[tuple[int, float, float]]:
    return [(which, float(TIMES[begin]), float(TIMES[end - 1])) for which, begin, end in found]


def test_one_after_the_other_with_nothing_between() -> None:
    found = in_seconds(segments([spoken_for(2, 10), spoken_for(15, 28)], TIMES, ONE_TAKE))
    assert [which for which, _, _ in found] == [0, 1]
    assert np.allclose([found[0][1:], found[1][1:]], [(2, 9.9), (15, 27.9)])


def test_a_moment_that_looks_like_another_one_is_no_set() -> None:
    blink = spoken_for(5, 5.6, degree=1.0)
    assert [which for which, _, _ in segments([spoken_for(2, 12), blink], TIMES, ONE_TAKE)] == [0]


def test_weak_evidence_is_none() -> None:
    assert segments([spoken_for(0, 30, degree=0.3)], TIMES, ONE_TAKE) == []


def test_without_samples_or_exercises_there_is_nothing() -> None:
    assert segments([np.zeros(0)], np.zeros(0), np.zeros(0, int)) == []
    assert segments([], TIMES, ONE_TAKE) == []


def test_a_long_time_without_pictures_speaks_for_nothing() -> None:
    times = np.array([0.0, 0.1, 60.0, 60.1])
    assert segments([np.full(4, 0.9)], times, np.zeros(4, int)) == []


def test_a_stretch_lies_in_one_take() -> None:
    takes = (TIMES >= 10).astype(int)
    found = in_seconds(segments([spoken_for(2, 20)], TIMES, takes))
    assert np.allclose([one[1:] for one in found], [(2, 9.9), (10, 19.9)])
