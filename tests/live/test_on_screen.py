"""A live session in a real window, on a virtual screen, with real key presses."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from formcheck.feedback.drawing.palette import BLUE
from tests.live.virtual_screen import VirtualScreen, missing
from tests.patience import PATIENCE_S

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}"),
]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def screen() -> Iterator[VirtualScreen]:
    screen = VirtualScreen()
    yield screen
    screen.close()


@pytest.fixture
def start(screen: VirtualScreen) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a session; what is still running at the test's end is ended."""
    running: list[subprocess.Popen[str]] = []

    def begin(**environment: str) -> subprocess.Popen[str]:
        session = subprocess.Popen(
            [sys.executable, "-m", "tests.live.try_live"],
            cwd=ROOT,
            env={**screen.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(session)
        return session

    yield begin
    for session in running:
        session.kill()
        out, err = session.communicate()
        sys.stdout.write(f"ended with {session.returncode}: {out}{err}")


def outcome(session: subprocess.Popen[str]) -> dict[str, Any]:
    """How a session ended, once it has; nothing may be written to standard error."""
    out, err = session.communicate(timeout=PATIENCE_S)
    assert session.returncode == 0, err
    assert err == ""
    found: dict[str, Any] = json.loads(out)
    return found


def extent(picture: np.ndarray) -> tuple[int, int, int]:
    """The first column and the ends of the columns and rows that are not black."""
    rows, columns = np.nonzero(picture.any(axis=2))
    return int(columns.min()), int(columns.max()) + 1, int(rows.max()) + 1


def blue_limbs(picture: np.ndarray) -> bool:
    """Whether a limb is shown as good; before the set they are grey."""
    leg = picture[200:290, 340:500].astype(int)
    return int((np.abs(leg - BLUE).max(axis=2) < 10).sum()) > 400


def test_a_set_begins_by_itself_and_keys_reach_it(
    screen: VirtualScreen, start: Callable[..., subprocess.Popen[str]]
) -> None:
    session = start()
    screen.window("formcheck")
    screen.press("Return")
    screen.press("m")
    going = screen.picture()
    for _ in range(40):
        if blue_limbs(going):
            break
        time.sleep(0.25)
        going = screen.picture()
    screen.press("space")
    paused = screen.picture()
    for key in ("space", "r", "Left"):
        screen.press(key)
    screen.press("q")
    screen.press("q")

    found = outcome(session)

    assert blue_limbs(going)
    assert np.median(paused[:720, :960]) < np.median(going[:720, :960]) - 20
    assert (found["ending"], found["sets"]) == ("quit", 1)
    assert (found["muted"], found["mirrored"]) == (True, False)
    assert found["threads"] == 1


def test_the_window_opens_at_a_readable_size_and_keeps_the_pictures_proportions(
    screen: VirtualScreen, start: Callable[..., subprocess.Popen[str]]
) -> None:
    session = start()
    screen.window("formcheck")
    page = screen.picture()
    screen.press("Return")
    camera = screen.picture()
    screen.press("Escape")
    screen.press("Escape")

    assert extent(page) == (0, 1280, 720)
    # A picture of 4 to 3 stands in the middle, between dark borders.
    assert np.median(camera[100:600, :150]) < 40 < np.median(camera[100:600, 200:1100])
    assert outcome(session)["ending"] == "quit"


def test_the_windows_own_button_ends_the_session(
    screen: VirtualScreen, start: Callable[..., subprocess.Popen[str]]
) -> None:
    session = start()
    window = screen.window("formcheck")
    screen.press("h")

    screen.press_close_button(window)

    assert outcome(session)["ending"] == "window closed"


def test_ctrl_c_ends_the_session(
    screen: VirtualScreen, start: Callable[..., subprocess.Popen[str]]
) -> None:
    session = start()
    screen.window("formcheck")

    session.send_signal(signal.SIGINT)

    assert outcome(session)["ending"] == "interrupted"


def test_a_desktop_that_prefers_wayland_gets_its_window_all_the_same(
    screen: VirtualScreen, start: Callable[..., subprocess.Popen[str]]
) -> None:
    session = start(QT_QPA_PLATFORM="wayland")
    screen.window("formcheck")
    screen.press("q")
    screen.press("q")

    assert outcome(session)["ending"] == "quit"


def test_a_display_that_is_not_there_ends_the_session_with_one_line(
    start: Callable[..., subprocess.Popen[str]],
) -> None:
    session = start(DISPLAY=":987")

    _, err = session.communicate(timeout=PATIENCE_S)

    assert session.returncode == 1
    assert "DisplayUnavailableError: No window can be opened" in err
