"""Tables in the page: the same numbers as in the plots, for reading and for screen readers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A cell of plain text, line by line. number: whether it is set to the right."""

    lines: tuple[str, ...]
    number: bool = False


@dataclass(frozen=True)
class HtmlTable:
    """Rows below their headings; a row's first cell is its heading.

    A heading is set to the right where the first cell of its column is a number.
    """

    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def words(*lines: str) -> Cell:
    """A cell of words, or a dash where there are none."""
    return Cell(lines or ("–",))


def number(text: str) -> Cell:
    """A cell of a number, as it is read."""
    return Cell((text,), number=True)


def table(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HtmlTable:
    """The table, with its headings set as what stands below them."""
    cells = tuple(tuple(row) for row in rows)
    right = [one.number for one in cells[0]] if cells else [False] * len(headings)
    named = zip(headings, right, strict=True)
    return HtmlTable(tuple(Cell((heading,), is_right) for heading, is_right in named), cells)
