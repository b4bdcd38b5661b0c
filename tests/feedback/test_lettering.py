"""Text as it is drawn: whatever a file name or an exercise holds, it fits and never crashes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.feedback.drawing.lettering import (
    DIGIT_HEIGHT,
    fit,
    printable,
    text_width,
    wrap,
    write,
)

anything = st.text(st.characters(exclude_categories=()), max_size=40)
words = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=14).map(" ".join)


def ink(text: str, size: int) -> np.ndarray:
    """Rows and columns of the pixels that a text leaves on an empty picture."""
    image = np.zeros((3 * size, 2000, 3), np.uint8)
    write(image, text, (10, 2 * size), size, (255, 255, 255))
    return np.argwhere(image[..., 0] > 128)


@given(anything)
def test_any_text_can_be_drawn(text: str) -> None:
    """A lone surrogate in OpenCV's `putText` ends the process; it must never get there."""
    image = np.zeros((40, 60, 3), np.uint8)

    write(image, text, (2, 30), 20, (255, 255, 255))

    assert "\n" not in printable(text)
    printable(text).encode("utf-8")


def test_digits_are_as_tall_as_the_layout_reckons() -> None:
    rows = ink("38", 100)[:, 0]

    assert rows.max() - rows.min() + 1 == pytest.approx(100 * DIGIT_HEIGHT, abs=2)


@given(st.integers(12, 120))
def test_text_ends_where_its_width_says(size: int) -> None:
    columns = ink("Straighten 10", size)[:, 1]

    assert columns.max() - 10 <= text_width("Straighten 10", size)
    assert columns.max() - 10 >= 0.95 * text_width("Straighten 10", size) - 2


def test_a_zero_has_no_slash_that_from_afar_looks_like_an_eight() -> None:
    zero = np.zeros((140, 140, 3), np.uint8)
    write(zero, "0", (20, 110), 120, (255, 255, 255))

    rows, columns = np.nonzero(zero[..., 0] > 128)
    middle = zero[rows.min() + 20 : rows.max() - 20, (columns.min() + columns.max()) // 2, 0]
    assert middle.max() < 128


@given(words, st.integers(60, 800))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, 30, width)

    assert " ".join(lines) == text
    assert all(text_width(line, 30) <= width or " " not in line for line in lines)


@given(words, st.integers(150, 900), st.integers(1, 3))
def test_fitting_text_stays_within_width_and_lines(text: str, width: int, lines: int) -> None:
    size, fitted = fit(text, 60, width, lines)

    assert " ".join(fitted) == text
    if size > 20:
        assert len(fitted) <= lines
        assert all(text_width(line, size) <= width for line in fitted)


def test_no_word_is_left_alone_on_the_last_line() -> None:
    _, lines = fit("I can see you well. Begin when you are ready.", 60, 1100, 2)

    assert len(lines) == 2
    assert text_width(lines[1], 60) > 0.6 * text_width(lines[0], 60)


def test_a_round_bracket_stands_at_its_word() -> None:
    widths = [np.ptp(ink(text, 100)[:, 1]) for text in ("(as)", "(", "as", ")")]

    assert 4 < widths[0] - sum(widths[1:]) < 30
    assert text_width("(as)", 100) - widths[0] < 20


def test_a_dot_between_two_pieces_begins_and_ends_no_line() -> None:
    assert wrap("q ends · Space", 20, text_width("q ends ·", 20)) == ("q ends", "Space")
    assert wrap("q ends · Space", 20, text_width("q ends", 20)) == ("q ends", "Space")
    assert wrap("q ends · Space", 20, 1000) == ("q ends · Space",)


def test_a_number_stays_with_what_it_counts() -> None:
    narrow = text_width("The other side · 2", 20)
    assert wrap("The other side · 2 times", 20, narrow) == ("The other side", "2 times")
    assert wrap("12 repetitions", 20, text_width("12", 20)) == ("12", "repetitions")
