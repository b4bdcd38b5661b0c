"""Tables in a terminal of any width."""

import io

import pytest
from rich.console import Console
from rich.table import Table
from rich.text import Text

from formcheck.cli.terminal.fitting_table import READABLE, FittingGoals, FittingTable


def shown(width: int, readable: int = READABLE) -> list[str]:
    table = Table(box=None)
    table.add_column("Date", no_wrap=True)
    table.add_column("Exercises")
    for title in ("Good/all", "Pain"):
        table.add_column(title, no_wrap=True)
    table.add_row(Text("16 Nov 2026 18:45"), "Bird dog 9/14, Bridge 8/11, Plank 1/2", "18/27", "–")
    written = io.StringIO()
    Console(file=written, width=width, highlight=False).print(FittingTable(table, readable))
    return written.getvalue().splitlines()


def test_where_there_is_room_it_is_a_table() -> None:
    heading, row, *_ = shown(100)
    assert heading.split() == ["Date", "Exercises", "Good/all", "Pain"]
    assert row.split()[-2:] == ["18/27", "–"]


def test_in_40_columns_each_row_is_a_paragraph_and_nothing_is_lost() -> None:
    lines = [line.rstrip() for line in shown(40)]
    assert lines == [
        "16 Nov 2026 18:45",
        "  Exercises: Bird dog 9/14, Bridge 8/11,",
        "  Plank 1/2",
        "  Good/all: 18/27",
        "",
    ]


def test_where_a_word_a_line_will_do_it_stays_a_table_until_words_would_be_cut() -> None:
    assert shown(51, readable=0)[1].split()[-2:] == ["18/27", "–"]
    assert shown(40, readable=0)[0].rstrip() == "16 Nov 2026 18:45"


@pytest.mark.parametrize(("width", "lines"), [(60, 1), (40, 2)])
def test_goals_are_told_whole_in_any_width(width: int, lines: int) -> None:
    goals = FittingGoals([("Minuten in Bewegung", "30", "von 150 (0 gesehen, 30 eingetragen)")])
    written = io.StringIO()
    Console(file=written, width=width, highlight=False).print(goals)
    told = written.getvalue()
    assert len(told.splitlines()) == lines
    assert "eingetragen)" in told.replace("\n", " ")
