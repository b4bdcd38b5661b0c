"""Help in a narrow terminal: what an option does stands below its name, and no name is cut."""

import shutil
from typing import Any, Final

NARROW: Final = 72
"""Columns below which names, places and what they do have no room beside each other."""


def stack_where_narrow() -> None:
    """Let Typer put what an option does below its name where the terminal is too narrow."""
    from rich.table import Table
    from typer import rich_utils

    narrow = shutil.get_terminal_size().columns < NARROW
    typers: Any = rich_utils
    typers.Table = _stacked() if narrow else Table


def _stacked() -> Any:
    """Rich's table, which takes a tenth of a second to load, with its cells below each other."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    class Stacked(Table):
        """A row is a line, and its last cell, which says what that is, hangs below it."""

        def add_column(self, *how: Any, **more: Any) -> None:
            """There is one alone, which comes by itself."""

        def add_row(self, *cells: Any, **how: Any) -> None:
            *names, does = cells
            words = [one if isinstance(one, Text) else Text(str(one)) for one in names]
            line = Text(" ").join(one for one in words if one.plain)
            super().add_row(Group(line, Padding(does, (0, 0, 0, 4))), **how)

    return Stacked
