"""`formcheck models`: what is here, and what can be fetched."""

import json
from pathlib import Path

import pytest

from formcheck.cli.main import run


def test_the_built_in_model_is_here_and_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("formcheck.pose.blazepose.model_file.models_folder", lambda: tmp_path)
    assert run(["models", "list", "--json"]) == 0
    paths = {one["name"]: one["path"] for one in json.loads(capsys.readouterr().out)["models"]}
    assert paths["full"].endswith("pose_landmarker_full.task")
    assert (paths["lite"], paths["heavy"]) == (None, None)
    assert run(["models", "list"]) == 0
    assert "formcheck models get lite" in capsys.readouterr().out


def test_a_model_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "get", "gigantic"]) == 2
    assert "lite or heavy" in capsys.readouterr().err
