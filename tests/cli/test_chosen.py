"""Exercises as the user asked for them."""

import pytest

from formcheck.cli.arguments.chosen import NotChosenError, for_side
from formcheck.exercises.load import library
from formcheck.form.vocabulary import check_vocabulary


def test_one_side_is_counted_and_judged() -> None:
    exercise = for_side(library()["bird-dog"], "right")
    measures = {criterion.id: criterion.measure for criterion in exercise.criteria}
    check_vocabulary(exercise)
    assert exercise.repetition.measure == "thigh_elevation.right"
    assert measures["leg-straight"] == "knee.right"
    assert measures["arm-straight"] == "elbow.reaching"
    assert measures["back-level"] == "trunk_inclination"


def test_a_side_makes_no_sense_where_both_work() -> None:
    with pytest.raises(NotChosenError, match="both sides"):
        for_side(library()["push-up"], "left")
