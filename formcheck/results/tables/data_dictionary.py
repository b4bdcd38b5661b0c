"""What every column of the tables means, and in which unit: a data dictionary beside them.

The names of tables and columns are for programs, the same in every language."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from formcheck.measure.catalogue import find
from formcheck.measure.measure_name import name_and_role
from formcheck.measure.unit import SECONDS, Unit
from formcheck.results.files.folder import MEASURES, REPS
from formcheck.results.tables.csv_format import PLAIN, CsvFormat, CsvTable
from formcheck.results.wording.measure_wording import unit_name
from formcheck.texts.texts import Texts

HEADINGS: Final = ("table", "column", "unit", "meaning")

FRAME_COLUMNS: Final[Mapping[str, Unit | None]] = {
    "time_s": SECONDS,
    "frame": None,
    "set": None,
    "exercise": None,
    "pose_seen": None,
    "view": None,
    "near_side": None,
    "phase": None,
    "repetition": None,
}
"""Of measures.csv, before its measures: the unit by column."""

REPETITION_COLUMNS: Final[Mapping[str, Unit | None]] = {
    "set": None,
    "exercise": None,
    "number": None,
    "side": None,
    "start_s": SECONDS,
    "end_s": SECONDS,
    "hold_s": SECONDS,
    "verdict": None,
    "faults": None,
}
"""Of reps.csv, before its measures."""


def error_column(measure: str) -> str:
    """The column of a measure's standard error."""
    return f"{measure} error"


def peak_column(measure: str) -> str:
    """The column of a measure at the furthest point of a repetition."""
    return f"peak {measure}"


def write_data_dictionary(
    path: Path,
    measures: Sequence[str],
    peaks: Sequence[str],
    texts: Texts,
    form: CsvFormat = PLAIN,
) -> None:
    """Write a row for each column of measures.csv and reps.csv.

    measures, peaks: full names of the measures that have columns in the one and in the other.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = CsvTable(file, form)
        table.write(HEADINGS)
        for row in _rows(measures, peaks, texts):
            table.write(row)


def _rows(
    measures: Sequence[str], peaks: Sequence[str], texts: Texts
) -> Iterator[tuple[str, str, str, str]]:
    for column, unit in FRAME_COLUMNS.items():
        yield MEASURES, column, _unit(unit, texts), texts.text(f"dictionary.frame.{column}")
    for name in measures:
        told, meaning = _of_measure(name, texts)
        yield MEASURES, name, told, meaning
        yield MEASURES, error_column(name), told, texts.text("dictionary.error", name=name)
    for column, unit in REPETITION_COLUMNS.items():
        yield REPS, column, _unit(unit, texts), texts.text(f"dictionary.repetition.{column}")
    for name in peaks:
        told, meaning = _of_measure(name, texts)
        yield REPS, peak_column(name), told, texts.text("dictionary.peak", meaning=meaning)


def _of_measure(name: str, texts: Texts) -> tuple[str, str]:
    """The unit of a measure by full name, and what its number means."""
    plain, side = name_and_role(name)
    about = texts.text(f"measure.about.{plain}").rstrip(".")
    if side:
        told = texts.text(f"measure.side.{side}")
        about = texts.text("measure.sided", name=about, side=told)
    return _unit(find(name).unit, texts), about


def _unit(unit: Unit | None, texts: Texts) -> str:
    return "" if unit is None else unit_name(unit, texts)
