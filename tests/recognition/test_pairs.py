"""One exercise right after another, the first begun anywhere: none is taken for a third."""

from itertools import permutations

import pytest

from formcheck.recognition.sets import find_sets
from tests.recognition.saved_sets import EXERCISES, begun_late, good_set, one_after_the_other

DONE = (
    "back-extension",
    "bird-dog",
    "bridge",
    "childs-pose",
    "hamstring-stretch",
    "leg-raise",
    "partial-sit-up",
    "plank",
    "push-up",
    "side-leg-lift",
    "side-plank",
    "wall-squat",
)

BEGINNINGS = tuple(0.15 * number for number in range(6))
"""Share of the first set that is missing."""


def found(first: str, second: str, begin: float, *, cut: bool) -> set[str]:
    recording = one_after_the_other(begun_late(good_set(first), begin), good_set(second), cut=cut)
    return {one.exercise.id for one in find_sets(EXERCISES, recording)}


@pytest.mark.parametrize("number", range(len(DONE)))
def test_an_exercise_after_another_is_found_and_no_third_one(number: int) -> None:
    first, second = DONE[number - 1], DONE[number]
    cut = number % 2 == 0
    ids = found(first, second, BEGINNINGS[number % len(BEGINNINGS)], cut=cut)
    assert ids <= {first, second}
    assert second in ids


@pytest.mark.slow
@pytest.mark.parametrize("begin", BEGINNINGS)
def test_no_pair_is_taken_for_a_third_exercise(begin: float) -> None:
    for first, second in permutations(DONE, 2):
        ids = found(first, second, begin, cut=bool(len(first) % 2))
        assert ids <= {first, second}, (first, second)
