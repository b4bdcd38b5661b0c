"""Notices on the desktop, shown by a real service on a session bus of the test's own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from formcheck.desk.desktop_notices import DesktopNotices, NoticesUnavailableError

ROOT = Path(__file__).parents[2]
SERVICE = Path(__file__).with_name("notification_service.py")

needs_bus = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None,
    reason="needs dbus-daemon (Debian package dbus-daemon)",
)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus of its own, without any service."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait(10)


@pytest.fixture
def desktop(bus: str) -> Iterator["subprocess.Popen[str]"]:
    """A service on that bus; prints what it shows."""
    pytest.importorskip("dbus_fast")
    service = subprocess.Popen(
        [sys.executable, str(SERVICE)],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert heard(service) == "ready"
    yield service
    service.terminate()
    service.wait(10)


def heard(service: "subprocess.Popen[str]") -> Any:
    assert service.stdout is not None
    return json.loads(service.stdout.readline())


@needs_bus
def test_a_notice_is_shown_and_the_next_takes_its_place(desktop: "subprocess.Popen[str]") -> None:
    notices = DesktopNotices()
    notices.show("Sit up straight", "You are not sitting the way you wanted to.")
    shown = heard(desktop)
    assert shown["from"] == "formcheck"
    assert shown["title"] == "Sit up straight"
    assert shown["text"] == "You are not sitting the way you wanted to."
    notices.show("Time to stand up", "Walk a little.")
    assert heard(desktop) == {"closed": shown["shown"]}
    assert heard(desktop)["title"] == "Time to stand up"
    notices.close()
    assert notices.problem == ""


@needs_bus
def test_a_desktop_that_shows_no_notices_is_a_problem_and_no_error(
    bus: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert bus
    pytest.importorskip("desktop_notifier")
    notices = DesktopNotices()
    notices.show("Sit up straight", "")
    notices.close()
    assert "org.freedesktop.Notifications" in str(notices.problem)
    assert capfd.readouterr() == ("", "")


def test_without_the_library_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "desktop_notifier", None)
    with pytest.raises(NoticesUnavailableError, match=r"pip install \"formcheck\[desk\]\""):
        DesktopNotices()
