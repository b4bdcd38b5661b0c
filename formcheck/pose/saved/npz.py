"""Writes and reads numpy's .npz files row by row, in memory that doesn't grow with the rows.

numpy itself holds whole arrays. A file written here is an ordinary .npz that `numpy.load` opens.
"""

import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from pathlib import Path
from tokenize import TokenError
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OverflowError,
    KeyError,
    TypeError,
    MemoryError,
    NotImplementedError,
    RuntimeError,
    SyntaxError,
    TokenError,
)
"""What reading a file raises that is damaged, cut short or no .npz at all."""


CHUNK: Final = 1 << 20

LARGEST_SINGLE: Final = 1 << 20
"""Bytes of an array that is read whole; engineering value, far above what a track says of itself.
A small file can claim, or unpack to, more than there is memory."""


@dataclass(frozen=True)
class Column:
    """One array of the file, whose first axis grows.

    dtype: little-endian, as numpy writes it, such as "<f4".
    shape: of one row; () for a column of numbers.
    """

    name: str
    dtype: str
    shape: tuple[int, ...] = ()

    @cached_property
    def row_bytes(self) -> int:
        """How many bytes a row takes."""
        return int(np.dtype(self.dtype).itemsize * np.prod(self.shape, dtype=int))


@dataclass
class NpzWriter:
    """Collects rows in files beside the target and joins them into an .npz at the end."""

    target: Path
    columns: tuple[Column, ...]
    _spool: Path = field(init=False)
    _files: dict[str, IO[bytes]] = field(init=False, default_factory=dict)
    _rows: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self._spool = Path(tempfile.mkdtemp(prefix=f".{self.target.name}-", dir=self.target.parent))
        self._files = {c.name: (self._spool / c.name).open("w+b") for c in self.columns}
        self._rows = {column.name: 0 for column in self.columns}

    def append(self, rows: Mapping[Column, NDArray[Any]]) -> None:
        """Add rows (n × the column's shape) to columns: to all of them or, on an error, to none."""
        try:
            for column, added in rows.items():
                self._files[column.name].write(np.ascontiguousarray(added, column.dtype).tobytes())
        except OSError:
            for column in rows:
                with suppress(OSError):
                    self._files[column.name].seek(self._rows[column.name] * column.row_bytes)
            raise
        for column, added in rows.items():
            self._rows[column.name] += len(added)

    def flush(self) -> None:
        """Hand what was appended to the system, so that it outlives this process."""
        for file in self._files.values():
            file.flush()

    def finish(self, **single: NDArray[Any]) -> None:
        """Join all rows, and single arrays beside them, into the target, in one step."""
        part = self._spool / "joined"
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                for name, array in single.items():
                    with archive.open(f"{name}.npy", "w") as member:
                        np.lib.format.write_array(member, array, allow_pickle=False)
                for column in self.columns:
                    self._join(archive, column)
            part.replace(self.target)
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove what was collected."""
        for file in self._files.values():
            with suppress(OSError):
                file.close()
        shutil.rmtree(self._spool, ignore_errors=True)

    def _join(self, archive: zipfile.ZipFile, column: Column) -> None:
        header = {
            "descr": column.dtype,
            "fortran_order": False,
            "shape": (self._rows[column.name], *column.shape),
        }
        left = self._rows[column.name] * column.row_bytes
        file = self._files[column.name]
        file.seek(0)
        with archive.open(f"{column.name}.npy", "w", force_zip64=True) as member:
            np.lib.format.write_array_header_1_0(member, header)
            while left:
                chunk = file.read(min(left, CHUNK))
                if not chunk:
                    raise OSError(f"{column.name} is shorter than what was written to it")
                member.write(chunk)
                left -= len(chunk)


@dataclass(frozen=True)
class NpzColumn:
    """A column of an open .npz, or of one that was never joined, read from its beginning to its end
    once.
    """

    column: Column
    rows: int
    member: IO[bytes]

    def read(self, rows: int) -> NDArray[Any]:
        """The next rows, exactly so many; raises EOFError where there are fewer."""
        wanted = rows * self.column.row_bytes
        data = self.member.read(wanted)
        if len(data) != wanted:
            raise EOFError(f"{self.column.name} ends early")
        return np.frombuffer(data, self.column.dtype).reshape(rows, *self.column.shape)

    def batches(self, rows: int) -> Iterator[NDArray[Any]]:
        """All rows, so many at a time."""
        for start in range(0, self.rows, rows):
            yield self.read(min(rows, self.rows - start))


@contextmanager
def spooled_columns(target: Path, columns: Sequence[Column]) -> Iterator[tuple[NpzColumn, ...]]:
    """What a writer collected that never came to `finish`: as many rows as all columns have.

    Raises OSError where there is nothing of the kind.
    """
    spool = next(target.parent.glob(f".{target.name}-*"), target)
    with ExitStack() as opened:
        files = [opened.enter_context((spool / one.name).open("rb")) for one in columns]
        sizes = [os.fstat(file.fileno()).st_size for file in files]
        rows = min(size // one.row_bytes for size, one in zip(sizes, columns, strict=True))
        yield tuple(NpzColumn(one, rows, file) for one, file in zip(columns, files, strict=True))


def open_column(archive: zipfile.ZipFile, column: Column) -> NpzColumn:
    """A column of an .npz, ready to be read; raises one of DAMAGE where it isn't as expected."""
    member = _opened(archive, column.name)
    shape, fortran_order, dtype = _read_header(member)
    if dtype.hasobject or dtype != np.dtype(column.dtype) or fortran_order:
        raise ValueError(f"{column.name} is of another kind")
    if not shape or shape[1:] != column.shape:
        raise ValueError(f"{column.name} is of another shape")
    return NpzColumn(column, shape[0], member)


def read_single(archive: zipfile.ZipFile, name: str) -> NDArray[Any]:
    """A small array of an .npz, whole; raises one of DAMAGE where it isn't one."""
    with _opened(archive, name) as member:
        shape, _, dtype = _read_header(member)
        size = dtype.itemsize * prod(shape)
        if dtype.hasobject or size > LARGEST_SINGLE:
            raise ValueError(f"{name} is of another kind")
        data = member.read(size)
        if len(data) != size:
            raise EOFError(f"{name} ends early")
        return np.frombuffer(data, dtype).reshape(shape)


def _opened(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """A member, packed in the one way that is unpacked a little at a time and in bounded memory."""
    found = archive.getinfo(f"{name}.npy")
    if found.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(f"{name} is packed in another way")
    return archive.open(found)


def _read_header(member: Any) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    # Of the versions only the first can't claim a header as large as the memory.
    if np.lib.format.read_magic(member) != (1, 0):
        raise ValueError("another version of npy")
    return np.lib.format.read_array_header_1_0(member)
