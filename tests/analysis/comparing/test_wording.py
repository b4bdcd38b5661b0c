"""Numbers of a comparison that are shown beside each other add up."""

from math import nan

from formcheck.analysis.comparing.comparison import Comparison, Row
from formcheck.analysis.comparing.comparison_wording import ComparisonWords
from formcheck.analysis.comparing.differences import Amount, Difference, Weight
from formcheck.exercises.load import library
from formcheck.measure.unit import DEGREES
from formcheck.texts.texts import load_texts


def line(before: float, after: float, least: float, weight: Weight) -> tuple[str, ...]:
    """A line of the table: both amounts, and the difference."""
    amounts = tuple(Amount(mean, nan, 3, 1.0) for mean in (before, after))
    difference = Difference(after - before, least, weight)
    row = Row("range", "knee.near", DEGREES, amounts, (None, difference))
    compared = Comparison(library()["bridge"], (), (row,), (), ())
    [told] = ComparisonWords(compared, load_texts("en")).amounts[1:]
    return (*told.amounts, *told.differences)


def test_a_difference_is_that_of_the_numbers_beside_it() -> None:
    assert line(84.6, 95.4, 6.0, "more") == ("85°", "95°", "+10°, more than the errors (6°)")


def test_where_a_difference_would_look_like_its_errors_there_are_decimals() -> None:
    told = line(80.0, 90.4, 10.2, "more")
    assert told == ("80.0°", "90.4°", "+10.4°, more than the errors (10.2°)")
    assert line(79.6, 90.4, 10.9, "within")[2] == "+10°, within the errors (11°)"
