"""Whatever is typed after `formcheck`, it never ends with a mistake of our own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.commands import every_command
from tests.cli.running import run_here
from tests.cli.test_borders import NUMBERS, ODD, TEXTS

COMMANDS = [words for words, _ in every_command()]
OPTIONS = sorted({name for _, found in every_command() for one in found for name in one.opts})
# Nothing that leads out of the folder, as some options write files.
LETTERS = st.characters(exclude_characters="/\\.\0~:")
WORDS = st.one_of(
    st.sampled_from([one for one in OPTIONS if one.startswith("-")]),
    st.sampled_from((*NUMBERS, *TEXTS, *ODD, "push-up", "auto", "plank", "csv", "2026-11-01")),
    st.text(LETTERS, max_size=8),
)


@pytest.mark.usefixtures("opens_nothing")
@given(command=st.sampled_from(COMMANDS), words=st.lists(WORDS, max_size=6))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed(command: tuple[str, ...], words: list[str]) -> None:
    ended = run_here(*command, *words)
    assert ended.status in (0, 1, 2)
    assert "mistake in formcheck" not in ended.err
    assert ended.err or ended.status < 2


@pytest.mark.usefixtures("opens_nothing")
@given(words=st.lists(WORDS, max_size=3))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_for_a_command(words: list[str]) -> None:
    ended = run_here(*words)
    assert ended.status in (0, 1, 2)
    assert "mistake in formcheck" not in ended.err
