"""What every column of the tables means, and in which unit: a data dictionary beside them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from formcheck.measure.catalogue import find
from formcheck.results.csv_format import PLAIN, CsvFormat, CsvTable
from formcheck.results.folder import MEASURES, REPS

HEADINGS: Final = ("table", "column", "unit", "meaning")

FRAME_COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "time_s": ("seconds", "time of the frame in the recording"),
    "frame": ("", "number of the frame, from 0"),
    "set": ("", "number of the set that the frame is in, from 1; empty between two"),
    "exercise": ("", "id of the exercise that the set is judged as"),
    "pose_seen": ("", "1 where all joints that the exercise needs were seen, else 0"),
    "view": ("", "plane of the body that the camera sees"),
    "near_side": ("", "side of the body nearer to the camera: left or right; empty until known"),
    "phase": ("", "part of the repetition, in the exercise's own words; empty where none is on"),
    "repetition": ("", "number of the repetition under way in the set, from 1; empty between two"),
}
"""Of measures.csv, before its measures: unit and meaning by column."""

REPETITION_COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "set": ("", "number of the set, from 1"),
    "exercise": ("", "id of the exercise that the set is judged as"),
    "number": ("", "number of the repetition in its set, from 1"),
    "side": ("", "working side: left, right or both; empty where it could not be told"),
    "start_s": ("seconds", "leaving the rest position; empty where times can't be believed"),
    "end_s": ("seconds", "reaching the rest position; empty where times can't be believed"),
    "hold_s": ("seconds", "time near the furthest point; empty where times can't be believed"),
    "verdict": ("", "good, fault or unknown"),
    "faults": ("", "ids of the criteria that were broken, most important first"),
}
"""Of reps.csv, before its measures."""


def error_column(measure: str) -> str:
    """The column of a measure's standard error."""
    return f"{measure} error"


def peak_column(measure: str) -> str:
    """The column of a measure at the furthest point of a repetition."""
    return f"peak {measure}"


def write_data_dictionary(
    path: Path, measures: Sequence[str], peaks: Sequence[str], form: CsvFormat = PLAIN
) -> None:
    """Write a row for each column of measures.csv and reps.csv.

    measures, peaks: full names of the measures that have columns in the one and in the other.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = CsvTable(file, form)
        table.write(HEADINGS)
        for row in _rows(measures, peaks):
            table.write(row)


def _rows(measures: Sequence[str], peaks: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    for column, (unit, meaning) in FRAME_COLUMNS.items():
        yield MEASURES, column, unit, meaning
    for name in measures:
        unit, meaning = _of_measure(name)
        yield MEASURES, name, unit, meaning
        told = f"standard error of {name}; empty where nobody knows it"
        yield MEASURES, error_column(name), unit, told
    for column, (unit, meaning) in REPETITION_COLUMNS.items():
        yield REPS, column, unit, meaning
    for name in peaks:
        unit, meaning = _of_measure(name)
        yield REPS, peak_column(name), unit, f"at the furthest point: {meaning}"


def _of_measure(name: str) -> tuple[str, str]:
    """The unit of a measure by full name, and what its number means."""
    definition = find(name)
    side = name.partition(".")[2]
    about = definition.about.rstrip(".")
    return definition.unit.name, f"{about} ({side} side)" if side else about
