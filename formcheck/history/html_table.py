"""Tables in the page: the same numbers as in the plots, for reading and for screen readers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Cell:
    """A cell of plain text; line breaks are kept. number: whether it is set to the right."""

    text: str
    number: bool = False


def html_table(headings: Sequence[str], rows: Iterable[Sequence[str | Cell]]) -> str:
    """A table that scrolls by itself where it is too wide; a row's first cell is its heading.

    A column is set to the right where its first cell is a number.
    """
    cells = [[Cell(one) if isinstance(one, str) else one for one in row] for row in rows]
    numbers = [one.number for one in cells[0]] if cells else [False] * len(headings)
    head = "".join(
        f'<th scope="col"{_class(number)}>{escape(heading)}</th>'
        for heading, number in zip(headings, numbers, strict=True)
    )
    body = "".join(f"<tr>{''.join(_row(row))}</tr>" for row in cells)
    # A region that scrolls must be reachable with the keyboard.
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[Cell]) -> Iterable[str]:
    first, *others = cells
    yield f'<th scope="row">{_text(first)}</th>'
    for one in others:
        yield f"<td{_class(one.number)}>{_text(one)}</td>"


def _text(cell: Cell) -> str:
    return escape(cell.text).replace("\n", "<br>")


def _class(number: bool) -> str:
    return ' class="number"' if number else ""
