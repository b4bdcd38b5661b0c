"""How things stand at the desk is one line, and no part of it is cut."""

import pytest

from formcheck.cli.terminal.desk_terminal import fitting

STATUS = "aufrecht · sitzt seit 12 min · Pause in 38 min · Pausen: 1"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (80, STATUS),
        (57, "aufrecht · sitzt seit 12 min · Pause in 38 min"),
        (40, "aufrecht · sitzt seit 12 min"),
        (20, "aufrecht"),
        (4, "aufrecht"),
    ],
)
def test_what_has_no_room_is_left_out_whole(columns: int, shown: str) -> None:
    assert fitting(STATUS, columns) == shown
