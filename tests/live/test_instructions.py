"""What is said between two sets."""

import pytest

from formcheck.exercises.load import find_exercise
from formcheck.live.scenes.instructions import heading, how_much, position_of, spoken
from formcheck.programmes.programme import ProgrammeEntry
from formcheck.programmes.steps import Step, steps_of
from formcheck.texts.texts import load_texts

TEXTS = load_texts()


def steps(name: str, **entry: object) -> list[Step]:
    one = ProgrammeEntry.model_validate({"exercise": name, **entry})
    return list(steps_of(find_exercise(name), one))


@pytest.mark.parametrize(
    ("name", "entry", "expected"),
    [
        ("bird-dog", {}, "8 to 12 times, 3 seconds each"),
        ("leg-raise", {}, "10 times"),
        ("childs-pose", {}, "Once, hold for 20 seconds"),
        ("partial-sit-up", {"reps": 1}, "Once"),
        ("desk-sitting", {}, ""),
    ],
)
def test_how_much_in_words(name: str, entry: dict[str, object], expected: str) -> None:
    assert how_much(steps(name, **entry)[0], TEXTS) == expected


def test_the_first_exercise_is_explained_from_camera_to_goal() -> None:
    (step,) = steps("bird-dog")

    said = spoken(step, None, TEXTS)

    assert said.startswith("We begin with: Bird dog. Camera: ")
    for sentence in step.exercise.steps:
        assert sentence in said
    assert said.endswith("8 to 12 times, 3 seconds each.")


def test_a_camera_that_may_stay_is_not_described_again() -> None:
    (before,), (step,) = steps("bridge"), steps("pelvic-tilt")

    assert "The camera stays where it is." in spoken(step, before, TEXTS)


def test_the_other_side_and_further_sets_need_few_words() -> None:
    first, other, second, _ = steps("leg-raise", sets=2)

    assert spoken(other, first, TEXTS) == "Now the other side."
    assert spoken(second, other, TEXTS) == "Set 2 of 2. 10 times."
    assert heading(first, TEXTS) == "First one side"


def test_who_is_to_do_one_side_is_told_which() -> None:
    (step,) = steps("bird-dog", sides="left")
    _, second = steps("leg-raise", sides="right", sets=2)

    assert heading(step, TEXTS) == "Left side"
    assert spoken(step, None, TEXTS).endswith("3 seconds each. Left side.")
    assert heading(second, TEXTS) == "Right side  ·  Set 2 of 2"


def test_how_to_begin() -> None:
    assert position_of(steps("bird-dog")[0], TEXTS) == "Begin on all fours."
