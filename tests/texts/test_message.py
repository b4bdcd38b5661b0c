"""A message is put into words when it is known in which language."""

import pytest

from formcheck.texts.message import MOST_LINES, message, message_from, one_below_the_other
from formcheck.texts.texts import load_texts

GERMAN = load_texts("de")
ENGLISH = load_texts()


def test_the_same_message_in_two_languages() -> None:
    lost = message("recording.lost", count=1, first=2.5)
    assert ENGLISH.told(lost).startswith("From 2.5 s on it showed something else")
    assert GERMAN.told(lost).startswith("Ab 2,5 s zeigte sie etwas anderes")


def test_several_of_something_are_listed() -> None:
    cuts = message("recording.cuts", count=2, times=["1 s", "4 s"])
    assert "2 cuts, at 1 s and 4 s;" in ENGLISH.told(cuts)
    assert "2 Schnitte, bei 1 s und 4 s;" in GERMAN.told(cuts)


def test_messages_may_hold_messages() -> None:
    gap = message("times.gap", missing=1.0, begin=message("times.seconds", seconds=0.5), end="1:05")
    assert "(von 0,5 s bis 1:05)" in GERMAN.told(gap)


def test_messages_are_the_same_where_they_tell_the_same() -> None:
    assert message("company.covered", seconds=2.0) == message("company.covered", seconds=2.0)
    assert len({message("list.and", before=["a"]), message("list.and", before=["a"])}) == 1


def test_the_id_says_what_it_is_about_in_every_language() -> None:
    assert message("times.guessed").id == "times.guessed"
    assert (
        message("result.advice", "toe-touch", title="", advice="").id == "result.advice.toe-touch"
    )


def test_a_title_within_a_sentence() -> None:
    assert ENGLISH.inline("Raised leg straight.") == "raised leg straight"
    assert ENGLISH.inline("I can't see you.") == "I can't see you"
    assert GERMAN.inline("Bein gestreckt") == "Bein gestreckt"


def test_lines_one_below_the_other_are_as_many_as_anybody_reads() -> None:
    """A file of a megabyte may have a hundred thousand mistakes."""
    few = one_below_the_other(str(number) for number in range(5))
    assert ENGLISH.told(few).split("\n") == ["0", "1", "2", "3", "4"]

    days = (message("dates.day", day=day, month="", year="") for day in range(99_999))
    many = one_below_the_other(days)
    first, *_, last, more = ENGLISH.told(many).split("\n")
    assert (first.split()[0], last.split()[0]) == ("0", str(MOST_LINES - 1))
    assert more == f"… and {99_999 - MOST_LINES} more lines like these."
    assert GERMAN.told(many).endswith(f"… und {99_999 - MOST_LINES} weitere solche Zeilen.")
    assert many.deepest_id == "dates.day"


@pytest.mark.parametrize("times", [[1, 2], [[1]], [None], [{}]])
def test_what_a_file_lists_is_text_or_messages(times: list[object]) -> None:
    """Anything else couldn't be put into words."""
    with pytest.raises(ValueError, match="no message"):
        message_from({"key": "recording.cuts", "values": [["count", 2], ["times", times]]})
