"""Many recordings as two Parquet tables: what pandas, R and Spark read at once."""

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from formcheck.errors import FormcheckError
from formcheck.results.csv_format import CsvFormat, read_header
from formcheck.results.folder import MEASURES, REPS
from formcheck.results.saved_results import names_of
from formcheck.texts.message import message

TABLES: Final = {"measures.parquet": MEASURES, "reps.parquet": REPS}
"""What each file holds: the table of that name of every result."""

RECORDING: Final = "recording"
"""The column that says which recording a row is of: see `names_of`."""

TEXTS: Final = frozenset({"exercise", "view", "near_side", "phase", "side", "verdict", "faults"})
WHOLE: Final = frozenset({"frame", "set", "pose_seen", "repetition", "number"})
"""Columns of texts and of whole numbers; all others are numbers with decimals."""


class ParquetMissingError(FormcheckError):
    """Parquet was asked for where the library for it isn't installed."""


def write_parquet(folder: Path, results: Sequence[Path]) -> tuple[Path, ...]:
    """Write the tables of all results as `measures.parquet` and `reps.parquet`.

    Each recording is a row group of its own, so that memory doesn't grow with their number. A
    measure that a recording doesn't have is null in its rows.

    folder: where they go; it is made. results: the folders of the results. Returns the files.
    Raises ParquetMissingError where pyarrow isn't installed, OSError where they can't be written.
    """
    arrow = _library()
    folder.mkdir(parents=True, exist_ok=True)
    named = list(zip(names_of(results), results, strict=True))
    for name, table in TABLES.items():
        there = [(label, one / table) for label, one in named if (one / table).is_file()]
        _write(arrow, folder / name, there)
    return tuple(folder / name for name in TABLES)


def _write(arrow: ModuleType, file: Path, tables: Sequence[tuple[str, Path]]) -> None:
    from pyarrow import parquet

    headers = [read_header(path) for _, path in tables]
    columns = dict.fromkeys(column for _, header in headers for column in header)
    types = {column: _type(arrow, column) for column in columns}
    schema = arrow.schema([(RECORDING, arrow.string()), *types.items()])
    part = file.with_name(f".{file.name}.part")
    with parquet.ParquetWriter(part, schema) as writer:
        for (name, path), (form, _) in zip(tables, headers, strict=True):
            rows = _rows(path, form, types)
            names = arrow.array([name] * len(rows), arrow.string())
            writer.write_table(arrow.table([names, *rows.columns], schema=schema))
    part.replace(file)


def _rows(path: Path, form: CsvFormat, types: dict[str, Any]) -> Any:
    """A table as it stands in a file, with all columns that any of the files has."""
    from pyarrow import csv

    options = csv.ConvertOptions(
        column_types=types,
        include_columns=list(types),
        include_missing_columns=True,
        strings_can_be_null=True,
        decimal_point=form.decimal,
        null_values=[""],
    )
    return csv.read_csv(
        path, parse_options=csv.ParseOptions(delimiter=form.separator), convert_options=options
    )


def _type(arrow: ModuleType, column: str) -> Any:
    if column in TEXTS:
        return arrow.string()
    return arrow.int32() if column in WHOLE else arrow.float64()


def _library() -> ModuleType:
    try:
        import pyarrow
    except ImportError as error:
        raise ParquetMissingError(message("error.no_pyarrow")) from error
    library: ModuleType = pyarrow
    return library
