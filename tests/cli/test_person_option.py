"""What `--person` and `--everybody` take."""

import pytest
import typer

from formcheck.cli.arguments.person_option import person_asked


@pytest.mark.parametrize(
    ("given", "asked"), [(None, None), ("left", "left"), ("right", "right"), ("3", 3)]
)
def test_a_side_or_a_number(given: str | None, asked: str | int | None) -> None:
    assert person_asked(given, everybody=False) == asked


@pytest.mark.parametrize("given", ["", "0", "-1", "middle", "1.5", "²", "LEFT"])
def test_anything_else_is_refused(given: str) -> None:
    with pytest.raises(typer.BadParameter, match="left, right or a number from 1"):
        person_asked(given, everybody=False)


def test_each_or_one_and_not_both() -> None:
    assert person_asked(None, everybody=True) == "everybody"
    with pytest.raises(typer.BadParameter, match="leave --person out"):
        person_asked("left", everybody=True)
