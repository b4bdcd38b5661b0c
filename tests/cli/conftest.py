"""Settings for the tests of the commands."""

from pathlib import Path
from typing import Any

import pytest

from formcheck.analysis.batches import cluster
from formcheck.cli.actions import desk_session, judge_samples, live_session, model_files
from formcheck.cli.terminal import doctor_report
from formcheck.errors import FormcheckError
from tests.cli.homes import Home, used_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The data of somebody who has done nothing yet."""
    return Home(tmp_path)


@pytest.fixture
def used(tmp_path: Path) -> Home:
    """The data of somebody with two sessions."""
    return used_home(tmp_path)


class NothingOpenedError(FormcheckError):
    """Stands where a test must not go further."""


@pytest.fixture
def opens_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Commands run in an empty folder, and up to where a camera, a window or a model would open."""

    def refuse(*_: object, **__: object) -> Any:
        raise NothingOpenedError("Nothing is opened here.")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORMCHECK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("FORMCHECK_DEBUG", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(live_session, "DesktopWindow", refuse)
    monkeypatch.setattr(desk_session, "find_backend", refuse)
    monkeypatch.setattr(judge_samples, "check_clips", lambda *_: iter(()))
    monkeypatch.setattr(doctor_report, "all_checks", lambda _: iter(()))
    monkeypatch.setattr(model_files, "download_model", refuse)
    monkeypatch.setattr(cluster, "_connect", refuse)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("no recording")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    return tmp_path
