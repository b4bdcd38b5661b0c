"""A missing display is an error with a remedy, never the end of the process."""

import sys

import pytest

from formcheck.feedback import display
from formcheck.feedback.display import DisplayTrial, DisplayUnavailableError


def check() -> None:
    with DisplayTrial() as trial:
        trial.check()


pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only on Linux may the display be missing"
)


def test_without_a_display_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    with pytest.raises(DisplayUnavailableError, match=r"no display.*formcheck analyse"):
        check()


def test_a_wayland_desktop_without_x11_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    with pytest.raises(DisplayUnavailableError, match="XWayland"):
        check()


def test_a_display_that_is_named_but_not_there_ends_no_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":987")

    with pytest.raises(DisplayUnavailableError, match=r":987.*desktop session"):
        check()


def test_a_display_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setattr(display, "OPEN_A_WINDOW", "import time; time.sleep(60)")
    monkeypatch.setattr(display, "PATIENCE_S", 0.2)

    with pytest.raises(DisplayUnavailableError, match="doesn't answer"):
        check()
