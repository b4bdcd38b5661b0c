"""Whether what was done is another exercise than the one that was asked for."""

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.recognition.answer import Answer, Likeness
from formcheck.recognition.asked import is_as_asked, is_clearly_other, may_be_too_far, other_than

BRIDGE, TILT, BIRD_DOG = (library()[one] for one in ("bridge", "pelvic-tilt", "bird-dog"))


def seen(exercise: str, score: float, **likeness: tuple[float, float]) -> Answer:
    """Something recognised. likeness: with others, as score and share of the time in posture."""
    alike = {name.replace("_", "-"): Likeness(*value) for name, value in likeness.items()}
    return Answer(library()[exercise], score, likeness=alike)


def test_a_bridge_is_no_bird_dog() -> None:
    answer = seen("bridge", 0.9)
    assert other_than(BIRD_DOG, answer) is BRIDGE
    assert is_clearly_other(BIRD_DOG, answer)


def test_what_was_asked_for_is_nothing_else() -> None:
    answer = seen("bridge", 0.9, bridge=(0.9, 1.0))
    assert other_than(BRIDGE, answer) is None
    assert not is_clearly_other(BRIDGE, answer)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(seen("bridge", 0.9, bird_dog=(0.2, 0.0)), id="alike enough"),
        pytest.param(seen("bridge", 0.9, bird_dog=(0.1, 0.6)), id="alike and in its posture"),
        pytest.param(seen("bridge", 0.5), id="not sure"),
    ],
)
def test_what_may_be_the_asked_one_done_badly_is_only_told(answer: Answer) -> None:
    assert other_than(BIRD_DOG, answer) is BRIDGE
    assert not is_clearly_other(BIRD_DOG, answer)


def test_a_low_bridge_may_be_a_pelvic_tilt_in_which_the_hips_come_up() -> None:
    low, full = (seen("bridge", 1.0, pelvic_tilt=(alike, 1.0)) for alike in (0.04, 0.002))
    assert may_be_too_far(TILT, low)
    assert other_than(TILT, low) is None
    assert not may_be_too_far(TILT, full)
    assert other_than(TILT, full) is BRIDGE


def test_who_is_in_its_posture_may_always_be_doing_the_asked_one() -> None:
    answer = seen("bridge", 1.0, pelvic_tilt=(0.0, 1.0))
    assert other_than(TILT, answer) is BRIDGE
    assert not is_clearly_other(TILT, answer)


def test_a_movement_to_avoid_is_no_exercise_that_looks_nothing_like_it() -> None:
    answer = seen("toe-touch", 0.9)
    assert is_clearly_other(BIRD_DOG, answer)


@pytest.mark.parametrize("seen_as", ["desk-sitting", "full-sit-up"])
def test_resting_and_going_too_far_are_no_other_exercise(seen_as: str) -> None:
    sit_up = library()["partial-sit-up"]
    answer = seen(seen_as, 0.9, partial_sit_up=(0.1, 1.0))
    assert other_than(sit_up, answer) is None
    assert not is_clearly_other(sit_up, answer)


@pytest.mark.parametrize(
    ("seen_as", "next_one", "as_asked"),
    [
        ("partial-sit-up", None, True),
        ("full-sit-up", "partial-sit-up", True),
        ("full-sit-up", "safe-lift", False),
        ("bridge", "partial-sit-up", False),
        (None, "partial-sit-up", False),
    ],
)
def test_what_was_asked_for_is_seen_also_where_it_goes_too_far(
    seen_as: str | None, next_one: str | None, as_asked: bool
) -> None:
    likeliest, runner_up = (None if one is None else library()[one] for one in (seen_as, next_one))
    answer = Answer(likeliest, 0.9, runner_up, 0.5)
    assert is_as_asked(library()["partial-sit-up"], answer) is as_asked


def test_of_one_s_own_exercise_without_a_signature_nobody_knows(my_own: Exercise) -> None:
    assert is_clearly_other(BIRD_DOG, seen("bridge", 0.9))
    assert not is_clearly_other(my_own, seen("bridge", 0.9))


@pytest.fixture
def my_own() -> Exercise:
    """A bird dog of one's own that doesn't say how it is told from others."""
    return BIRD_DOG.model_copy(update={"id": "mine", "signature": type(BIRD_DOG.signature)()})
