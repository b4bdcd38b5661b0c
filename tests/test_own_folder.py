"""Where what is the user's own lies, whatever the environment says."""

from pathlib import Path

import pytest

from formcheck.history.place import history_path
from formcheck.own_folder import DATA_FOLDER, own_folder
from formcheck.pose.blazepose.model_file import models_folder
from tests.cli.running import run_here


def test_history_and_models_lie_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_FOLDER, str(tmp_path))
    assert history_path().parent == models_folder().parent == tmp_path


def test_a_tilde_that_no_shell_has_replaced_is_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv(DATA_FOLDER, "~/body")
    assert own_folder() == tmp_path / "body"


@pytest.mark.parametrize("home", ["~", "somewhere"])
def test_nothing_is_kept_where_one_happens_to_be(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(DATA_FOLDER, raising=False)
    monkeypatch.setattr("formcheck.own_folder.user_data_path", lambda *_, **__: Path(home))
    ended = run_here("history", "--add-activity", "walk", "--minutes", "3")
    assert ended.status == 2
    assert home in ended.complaint
    assert list(tmp_path.iterdir()) == []
