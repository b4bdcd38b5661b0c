"""Many recordings as two Parquet tables: what pandas, R and Spark read at once."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from formcheck.errors import FormcheckError
from formcheck.results.document.saved_results import names_of
from formcheck.results.files.folder import MEASURES, REPS
from formcheck.results.files.whole_file import written_whole
from formcheck.results.tables.csv_format import CsvFormat, read_header
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import refusal_told
from formcheck.texts.shown import shown

Failed = Callable[[Message], object]
Header = tuple[CsvFormat, tuple[str, ...]]

TABLES: Final = {"measures.parquet": MEASURES, "reps.parquet": REPS}
"""What each file holds: the table of that name of every result."""

RECORDING: Final = "recording"
"""The column that says which recording a row is of: see `names_of`."""

TEXTS: Final = frozenset({"exercise", "view", "near_side", "phase", "side", "verdict", "faults"})
WHOLE: Final = frozenset({"frame", "set", "pose_seen", "repetition", "number"})
"""Columns of texts and of whole numbers; all others are numbers with decimals."""


class ParquetMissingError(FormcheckError):
    """Parquet was asked for where the library for it isn't installed."""


def write_parquet(
    folder: Path, results: Sequence[Path], failed: Failed = lambda _: None
) -> tuple[Path, ...]:
    """Write the tables of all results as `measures.parquet` and `reps.parquet`.

    Each recording is a row group of its own, so that memory doesn't grow with their number. A
    measure that a recording doesn't have is null in its rows.

    folder: where they go; it is made. results: the folders of the results. failed: told of each
    table that can't be read, which costs itself alone. Returns the files.
    Raises ParquetMissingError where pyarrow isn't installed, OSError where they can't be written.
    """
    arrow = _library()
    folder.mkdir(parents=True, exist_ok=True)
    named = list(zip(names_of(results), results, strict=True))
    for name, table in TABLES.items():
        there = [(label, one / table) for label, one in named if (one / table).is_file()]
        _write(arrow, folder / name, there, failed)
    return tuple(folder / name for name in TABLES)


def _write(
    arrow: ModuleType, file: Path, tables: Sequence[tuple[str, Path]], failed: Failed
) -> None:
    from pyarrow import parquet

    read = [(name, path, _header(path, failed)) for name, path in tables]
    known = [(name, path, header) for name, path, header in read if header is not None]
    headers = [header for _, _, header in known]
    columns = dict.fromkeys(column for _, header in headers for column in header)
    types = {column: _type(arrow, column) for column in columns}
    schema = arrow.schema([(RECORDING, arrow.string()), *types.items()])
    with written_whole(file) as part, parquet.ParquetWriter(part, schema) as writer:
        for name, path, (form, _) in known:
            try:
                rows = _rows(path, form, types)
            except (arrow.ArrowException, OSError) as error:
                failed(_damaged(path, error))
                continue
            names = arrow.array([name] * len(rows), arrow.string())
            writer.write_table(arrow.table([names, *rows.columns], schema=schema))


def _header(path: Path, failed: Failed) -> Header | None:
    try:
        return read_header(path)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        failed(_damaged(path, error))
        return None


def _damaged(path: Path, error: Exception) -> Message:
    if isinstance(error, OSError):
        return refusal_told(error)
    return message("error.compare.damaged", path=shown(path))


def _rows(path: Path, form: CsvFormat, types: dict[str, Any]) -> Any:
    """A table as it stands in a file, with all columns that any of the files has."""
    from pyarrow.csv import ConvertOptions, ParseOptions, read_csv

    options = ConvertOptions(
        column_types=types,
        include_columns=list(types),
        include_missing_columns=True,
        strings_can_be_null=True,
        decimal_point=form.decimal,
        null_values=[""],
    )
    return read_csv(
        path, parse_options=ParseOptions(delimiter=form.separator), convert_options=options
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
