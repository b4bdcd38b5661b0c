"""What is said between two sets."""

import re
from collections.abc import Iterator

import pytest

from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import find_exercise, library
from formcheck.exercises.translation import translated
from formcheck.live.scenes.instructions import heading, how_much, position_of, spoken
from formcheck.programmes.programme import ProgrammeEntry
from formcheck.programmes.steps import Step, steps_of
from formcheck.texts.entries import languages
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
        ("bird-dog", {"reps": [5, 8], "hold_s": 2.5}, "5 to 8 times, 2.5 seconds each"),
        ("plank", {"hold_s": 0.5}, "Once, hold for 0.5 seconds"),
        ("bridge", {"hold_s": 1}, "8 to 12 times, one second each"),
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


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("side", ["left", "right"])
def test_who_is_to_do_one_side_alone_is_not_told_to_change(language: str, side: str) -> None:
    texts = load_texts(language)
    change = re.compile(r"change|then the other|wechs|dann die andere|dann das andere", re.I)
    for one in library().values():
        if one.sides.pattern != "none":
            [step] = _first_of(translated(one, texts), side)
            told = spoken(step, None, texts)
            assert not change.search(told)


def test_who_works_both_sides_in_turn_is_told_to_change() -> None:
    (step,) = steps("bird-dog")
    assert "Change sides after each repetition." in spoken(step, None, TEXTS)


def _first_of(exercise: Exercise, side: str) -> Iterator[Step]:
    entry = ProgrammeEntry.model_validate({"exercise": exercise.id, "sides": side})
    return steps_of(exercise, entry)
