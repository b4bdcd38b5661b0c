"""What is said where the one who was judged wasn't alone."""

import pytest

from formcheck.pose.people.census import Followed, Sighting
from formcheck.results.wording.company_wording import company_told, laid_over_told
from tests.pose.poses import standing
from tests.texts.english import told


def test_alone_there_is_nothing_to_say() -> None:
    assert not list(told(company_told(0, 0.0)))
    assert not list(told(company_told(0, 2.0)))


@pytest.mark.parametrize(("others", "word"), [(1, "Two"), (2, "Three"), (7, "Several")])
def test_others_are_told_and_how_to_have_them_judged(others: int, word: str) -> None:
    (line,) = told(company_told(others, 0.0))
    assert line.startswith(f"{word} people were seen: the one who is nearest")
    assert "--person" in line
    assert "--everybody" in line


def test_who_was_chosen_is_named() -> None:
    (line,) = told(company_told(1, 0.0, Followed(2, 2)))
    assert line == "Two people were seen: the right one was judged."
    (line,) = told(company_told(3, 0.0, Followed(2, 4)))
    assert line == "Four people were seen: number 2 from the left was judged."


def test_it_is_told_where_nobody_knows_who_is_who() -> None:
    known, lost, title = (
        Sighting(0.0, 2, standing()),
        Sighting(12.3, 1, None),
        Sighting(30.0, 0, None),
    )
    line, _ = told(company_told(1, 0.0, Followed(2, 2, (known, lost, title))))
    assert "begins at 12 s" in line
    assert "nobody is judged" in line


def test_it_is_told_for_how_long_somebody_was_in_front() -> None:
    _, line = told(company_told(1, 2.04))
    assert "2.0 s" in line


def test_so_it_is_where_something_was_laid_over_them() -> None:
    (line,) = told(laid_over_told(3.46))
    assert "laid over the one who was judged for 3.5 s" in line
    assert "may have been missed" in line
    assert laid_over_told(0.0) == ()
