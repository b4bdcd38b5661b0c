"""Settings for all tests."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is slow, and that is no failure.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_configure() -> None:
    """Tests read English, whatever the system speaks.

    Where the tests are started in the background, interrupts are ignored, and so by all that
    they start; what Ctrl-C does could not be tried then.
    """
    os.environ["FORMCHECK_LANGUAGE"] = "en"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte; it can be taken away only when no file on it is open."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    busy = subprocess.run(["umount", str(place)], capture_output=True, check=False).returncode
    if busy:
        subprocess.run(["umount", "-l", str(place)], check=False)
    assert not busy
