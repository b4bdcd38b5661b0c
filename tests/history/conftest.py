"""A history that doesn't exist yet, and a clock that a test sets."""

from pathlib import Path

import pytest

from tests.history.builders import MONDAY_EVENING, Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY_EVENING)
