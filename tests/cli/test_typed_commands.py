"""What is typed while the watch runs."""

import os

from formcheck.cli.terminal.typed_commands import TypedCommands
from formcheck.desk.commands import Command
from tests.patience import wait_until


def typed(text: bytes, number: int) -> list[Command]:
    """The commands that come of a text, once there are so many."""
    reading, writing = os.pipe()
    commands = TypedCommands(reading)
    for part in (text[:3], text[3:]):
        os.write(writing, part)
    os.close(writing)
    got: list[Command] = []

    def all_came() -> bool:
        command = commands.pending()
        got.extend([] if command is None else [command])
        return len(got) >= number

    wait_until(all_came)
    return got


def test_words_and_enter_are_commands() -> None:
    assert typed(b"b\n\nq\n", 3) == [Command.BASELINE, Command.ENTER, Command.QUIT]


def test_other_words_are_left_out_and_windows_line_ends_are_no_matter() -> None:
    assert typed(b"hello\r\nB \r\n", 1) == [Command.BASELINE]


def test_nothing_typed_is_no_command() -> None:
    reading, _ = os.pipe()
    assert TypedCommands(reading).pending() is None
