"""Tables that can be read in a narrow terminal, too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

NOTHING = "–"
"""A cell that tells nothing."""

READABLE = 16
"""Columns of a cell that wraps; in less there is a word a line (engineering)."""

UNBOUNDED = 10_000
"""Columns; more than any table needs."""


@dataclass(frozen=True)
class FittingTable:
    """A table; where it doesn't fit, each row is a paragraph that names its cells.

    Its first column says what a row is about. Cells are strings or `Text`. readable: columns that a
    cell needs at least; in fewer than its longest word it is never shown.
    """

    table: Table
    readable: int = READABLE

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Rich calls this."""
        if self._needed(console, options) <= options.max_width:
            yield self.table
            return
        columns = self.table.columns
        for first, *others in zip(*(column.cells for column in columns), strict=True):
            yield Text(str(first), style="bold")
            for column, cell in zip(columns[1:], others, strict=True):
                if str(cell) not in ("", NOTHING):
                    yield Padding(Text(f"{column.header}: {cell}"), (0, 0, 0, 2))
        yield Text()

    def _needed(self, console: Console, options: ConsoleOptions) -> int:
        """The columns below which lines would be cut off or have hardly a word each."""
        for column in self.table.columns:
            longest = max(cell_len(str(cell)) for cell in (column.header, *column.cells))
            column.min_width = longest if column.no_wrap else min(longest, self.readable)
        return Measurement.get(console, options.update_width(UNBOUNDED), self.table).minimum


@dataclass(frozen=True)
class FittingGoals:
    """What was reached of some goals, one below the other; a sentence each where there is no room.

    rows: the goal's name, what was reached, and of how much.
    """

    rows: Sequence[tuple[str, str, str]]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Rich calls this."""
        room, grid = options.max_width, Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True, justify="right", min_width=6)
        grid.add_column(no_wrap=True)
        for row in self.rows:
            grid.add_row(*row)
        if Measurement.get(console, options.update_width(UNBOUNDED), grid).maximum <= room:
            yield grid
            return
        for name, reached, of in self.rows:
            yield Text(f"{name}: {reached} {of}")
