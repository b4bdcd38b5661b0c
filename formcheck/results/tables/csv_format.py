"""How tables of values are written as text: for programs, or for a double click in Excel."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from formcheck.results.files.ordinary_file import check_ordinary
from formcheck.texts.texts import load_texts

BYTE_ORDER_MARK = "\ufeff"
"""By which Excel knows that a file is in UTF-8."""

MOST_BYTES, LONGEST_HEADER = 1_000_000_000, 100_000
"""Of a table, and of its first line; an hour's has 60 MB, and its first line 4,000."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
"""With which Excel begins to reckon instead of showing a text."""


class CsvKind(StrEnum):
    """Who reads the tables: `plain` is what programs read, `excel` what a double click opens."""

    PLAIN = "plain"
    EXCEL = "excel"


@dataclass(frozen=True)
class CsvFormat:
    """How a table is written.

    separator: between cells. decimal: the sign before decimals. marked: whether the file begins
    with a byte-order mark. line_end: behind each row. guarded: whether a text that a spreadsheet
    would reckon with is kept a text by an apostrophe.
    """

    separator: str = ","
    decimal: str = "."
    marked: bool = False
    line_end: str = "\r\n"
    guarded: bool = False

    @classmethod
    def of(cls, kind: CsvKind, language: str) -> "CsvFormat":
        """That of a kind, for an Excel in a language; raises UnknownLanguageError."""
        texts = load_texts(language)
        if kind is CsvKind.PLAIN:
            return PLAIN
        separator, decimal = texts.text("csv.separator"), texts.text("csv.decimal")
        return cls(separator=separator, decimal=decimal, marked=True, guarded=True)


PLAIN = CsvFormat()
"""Commas, decimal points, UTF-8: what every program reads."""

Cell = str | float | None


class CsvTable:
    """Writes rows into an open file; a number may come as one or as its text, None is empty.

    file: opened in UTF-8 with `newline=""`.
    """

    def __init__(self, file: TextIO, form: CsvFormat = PLAIN) -> None:
        self._form = form
        self._as_given = form.decimal == "." and not form.guarded
        if form.marked:
            file.write(BYTE_ORDER_MARK)
        self._rows = csv.writer(file, delimiter=form.separator, lineterminator=form.line_end)

    def write(self, cells: Iterable[Cell]) -> None:
        """Add a row."""
        told = cells if self._as_given else [self._text(cell) for cell in cells]
        self._rows.writerow(told)

    def _text(self, cell: Cell) -> str:
        if cell is None:
            return ""
        if isinstance(cell, str) and not _is_number(cell):
            is_formula = self._form.guarded and cell.startswith(FORMULA_SIGNS)
            return f"'{cell}" if is_formula else cell
        return str(cell).replace(".", self._form.decimal)


def read_header(path: Path) -> tuple[CsvFormat, tuple[str, ...]]:
    """How a table of ours was written, and its columns.

    Raises OSError where it can't be read, or could be no table of ours.
    """
    check_ordinary(path, MOST_BYTES)
    with path.open(encoding="utf-8", newline="") as file:
        line = file.readline(LONGEST_HEADER)
    marked = line.startswith(BYTE_ORDER_MARK)
    # No column of ours has either sign in its name.
    separator = ";" if ";" in line else ","
    decimal = "," if separator == ";" else "."
    form = CsvFormat(separator, decimal, marked=marked, guarded=marked)
    columns = next(csv.reader([line.removeprefix(BYTE_ORDER_MARK)], delimiter=separator), [])
    return form, tuple(columns)


def _is_number(text: str) -> bool:
    if not text or text[0] not in "-0123456789":
        return False
    try:
        float(text)
    except ValueError:
        return False
    return True
