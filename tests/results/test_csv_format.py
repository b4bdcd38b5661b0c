"""Tables open by a double click in an English and in a German Excel."""

import csv
import io
from pathlib import Path

import pytest

from formcheck.results.tables.csv_format import (
    BYTE_ORDER_MARK,
    PLAIN,
    CsvFormat,
    CsvKind,
    CsvTable,
    read_header,
)
from formcheck.texts.entries import languages
from formcheck.texts.texts import UnknownLanguageError

GERMAN = CsvFormat.of(CsvKind.EXCEL, "de")
ENGLISH = CsvFormat.of(CsvKind.EXCEL, "en")


def written(form: CsvFormat, *rows: list[str | float | None]) -> str:
    file = io.StringIO(newline="")
    table = CsvTable(file, form)
    for row in rows:
        table.write(row)
    return file.getvalue()


def test_programs_get_commas_and_decimal_points() -> None:
    assert written(PLAIN, ["time_s", "knee"], [0.5, None]) == "time_s,knee\r\n0.5,\r\n"


def test_a_german_excel_gets_semicolons_and_decimal_commas() -> None:
    text = written(GERMAN, ["time_s", "knee.left"], ["0.500", -12.25])
    assert text == f"{BYTE_ORDER_MARK}time_s;knee.left\r\n0,500;-12,25\r\n"


def test_an_english_excel_gets_commas_and_decimal_points() -> None:
    assert written(ENGLISH, ["a", "b"], [1.5, 2]) == f"{BYTE_ORDER_MARK}a,b\r\n1.5,2\r\n"


def test_programs_get_plain_tables_in_every_language() -> None:
    assert CsvFormat.of(CsvKind.PLAIN, "de") == PLAIN


@pytest.mark.parametrize("language", languages())
def test_a_decimal_sign_never_separates(language: str) -> None:
    form = CsvFormat.of(CsvKind.EXCEL, language)
    assert form.decimal != form.separator


def test_a_language_that_there_is_not_is_told() -> None:
    with pytest.raises(UnknownLanguageError, match="There are: de, en"):
        CsvFormat.of(CsvKind.EXCEL, "xx")


def test_excel_reckons_with_no_text() -> None:
    text = written(GERMAN, ["=1+1", "@home", "-walk", "-1.5"])
    assert text == f"{BYTE_ORDER_MARK}'=1+1;'@home;'-walk;-1,5\r\n"
    assert written(PLAIN, ["=1+1"]) == "=1+1\r\n"


@pytest.mark.parametrize("form", [PLAIN, ENGLISH, GERMAN], ids=["plain", "en", "de"])
def test_how_a_table_was_written_is_found_out_again(form: CsvFormat, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(written(form, ["time_s", "knee.left error"], [1.5, 2]), "utf-8", newline="")
    assert read_header(path) == (form, ("time_s", "knee.left error"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file, delimiter=form.separator))) == 2
