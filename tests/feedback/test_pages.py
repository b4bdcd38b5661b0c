"""Pages of text: everything on them, nothing beyond them."""

import numpy as np
import pytest

from formcheck.feedback.drawing.pages import (
    SIDE_MARGIN,
    SIZE,
    Block,
    blank_page,
    draw_pain_scale,
    draw_table,
    draw_time_left,
    write_blocks,
)
from formcheck.feedback.drawing.palette import BLUE, INK
from formcheck.texts.entries import languages
from formcheck.texts.texts import load_texts

ROWS, COLUMNS = SIZE


def written(page: np.ndarray) -> tuple[int, int, int, int]:
    """First and last column, first and last row that are not the page's own colour."""
    rows, columns = np.nonzero((page != INK).any(axis=2))
    return columns.min(), columns.max(), rows.min(), rows.max()


def test_blocks_stand_one_below_the_other_in_the_middle() -> None:
    page = blank_page()

    bottom = write_blocks(page, [Block("Rest", 0.15), Block("", 0.1), Block("Plank", 0.1)], 0.1)

    left, right, first, last = written(page)
    assert abs((left + right) / 2 - COLUMNS / 2) < 20
    assert 0.1 * ROWS < first < last <= bottom < 0.6 * ROWS


def test_a_long_text_is_written_smaller_rather_than_over_the_edge() -> None:
    page = blank_page()
    long = "Straighten that knee and draw the leg slowly towards you. " * 3

    write_blocks(page, [Block(long, 0.11, lines=4)] * 2, 0.05)

    left, right, _, last = written(page)
    assert 0 < left < right < COLUMNS - 1
    assert last < ROWS - 1


@pytest.mark.parametrize("language", languages())
def test_the_advice_fits_in_every_language(language: str) -> None:
    text = load_texts(language).text
    page = blank_page()
    blocks = [
        Block(text("live.severe_pain"), 0.11, lines=3),
        Block(text("live.severe_pain_more"), 0.075, lines=4, bold=False, space=0.06),
    ]

    assert write_blocks(page, blocks, 0.07) < 0.97 * ROWS


def test_the_number_that_was_typed_is_lit() -> None:
    def lit(typed: str) -> int:
        page = blank_page()
        draw_pain_scale(page, typed, 0.5)
        columns = np.nonzero((page == BLUE).all(axis=2))[1]
        if not columns.size:
            return -1
        share = (np.median(columns) / COLUMNS - SIDE_MARGIN) / (1 - 2 * SIDE_MARGIN)
        return int(11 * share)

    assert [lit(typed) for typed in ("", "0", "5", "10")] == [-1, 0, 5, 10]


@pytest.mark.parametrize(("share", "blue"), [(1.0, 1.0), (0.25, 0.25), (0.0, 0.0), (-1.0, 0.0)])
def test_the_time_that_is_left_runs_out(share: float, blue: float) -> None:
    page = blank_page()

    draw_time_left(page, share)

    assert (page[-1] == BLUE).all(axis=1).mean() == pytest.approx(blue, abs=0.01)


@pytest.mark.parametrize("count", [0, 1, 6, 7, 12])
def test_a_table_stays_on_the_page(count: int) -> None:
    page = blank_page()

    draw_table(page, [("A rather long exercise title", "10 of 12 good")] * count, 0.35)

    if count:
        left, right, first, last = written(page)
        assert 0 < left < right < COLUMNS - 1
        assert 0.3 * ROWS < first < last < 0.97 * ROWS
