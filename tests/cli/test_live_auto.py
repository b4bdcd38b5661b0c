"""`formcheck live auto`: what its options mean, without a window."""

import pytest

from formcheck.cli.main import run


@pytest.mark.parametrize("option", [("--reps", "8"), ("--hold", "5"), ("--side", "left")])
def test_what_is_for_one_exercise_needs_its_name(
    option: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["live", "auto", *option]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    assert "in place of auto" in line


def test_help_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["live", "--help"]) == 0
    assert "formcheck live auto" in " ".join(capsys.readouterr().out.split())
