"""`formcheck live auto`: what its options mean, without a window."""

import pytest

from formcheck.cli.main import run
from formcheck.video.open import open_camera
from formcheck.video.video_errors import CameraUnavailableError


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


def test_nobody_is_led_through_a_movement_to_avoid(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["live", "full-sit-up"]) == 2

    [line] = capsys.readouterr().err.splitlines()
    assert "is a movement to avoid" in line


def test_only_a_film_can_be_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CameraUnavailableError, match="Only a video file can be repeated"):
        open_camera("0", repeated=True)
    assert run(["live", "--help"]) == 0
    assert "--loop" in capsys.readouterr().out
