"""Exercises as the user asked for them."""

import pytest

from formcheck.cli.arguments.chosen import NotChosenError, check_sides
from formcheck.exercises.load import library


def test_a_side_makes_no_sense_where_both_work() -> None:
    with pytest.raises(NotChosenError, match="both sides"):
        check_sides(library()["push-up"])
