"""Which model is used, and that nothing but a pose landmarker bundle ever reaches native code."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from formcheck.errors import FormcheckError
from formcheck.pose.blazepose import model_file as model_module
from formcheck.pose.blazepose.model_file import (
    BUNDLED,
    BUNDLED_FILE,
    MEMBERS,
    downloaded_path,
    find_model,
)
from formcheck.pose.estimator import ModelError

NETWORK = b"\x1c\x00\x00\x00TFL3" + bytes(64)


def bundle(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("choice", [None, "full"])
def test_the_built_in_model_is_used_unless_another_is_chosen(choice: str | None) -> None:
    found = find_model(choice)
    assert (found.name, found.origin, found.sha256) == ("full", "bundled", BUNDLED.sha256)
    assert found.path.is_file()


def test_an_installed_package_carries_the_model_beside_its_modules(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "site-packages" / "formcheck" / "pose" / "blazepose"
    package.mkdir(parents=True)
    copy = shutil.copy(find_model().path, package / BUNDLED_FILE)
    monkeypatch.setattr(model_module, "__file__", str(package / "model_file.py"))
    assert find_model().path == Path(copy)


def test_a_package_without_the_model_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(model_module, "__file__", str(tmp_path / "a" / "b" / "c" / "model_file.py"))
    with pytest.raises(ModelError, match="install formcheck again"):
        find_model()


def test_a_damaged_built_in_model_is_found_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = bytearray(find_model().path.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / BUNDLED_FILE).write_bytes(data)
    monkeypatch.setattr(model_module, "__file__", str(tmp_path / "model_file.py"))
    with pytest.raises(ModelError, match="damaged"):
        find_model()


def test_a_variant_that_is_not_downloaded_yet_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="formcheck models get heavy"):
        find_model("heavy", folder=tmp_path)


def test_a_damaged_download_is_found_out(tmp_path: Path) -> None:
    downloaded_path("lite", tmp_path).write_bytes(b"half of it")
    with pytest.raises(ModelError, match="formcheck models get lite"):
        find_model("lite", folder=tmp_path)


def test_the_built_in_model_is_recognised_under_another_path(tmp_path: Path) -> None:
    copy = Path(shutil.copy(find_model().path, tmp_path / "mine.task"))
    found = find_model(copy)
    assert (found.name, found.origin, found.path) == ("full", "given", copy)


def test_a_bundle_of_ones_own_is_taken_by_its_path(tmp_path: Path) -> None:
    path = bundle(tmp_path / "own.task", dict.fromkeys(MEMBERS, NETWORK))
    found = find_model(str(path))
    assert (found.name, found.origin) == ("custom", "given")


def truncated(path: Path) -> Path:
    path.write_bytes(find_model().path.read_bytes()[:-1000])
    return path


def with_a_flipped_bit(path: Path) -> Path:
    data = bytearray(find_model().path.read_bytes())
    data[4_000_000] ^= 1
    path.write_bytes(data)
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def missing(path: Path) -> Path:
    return path


BAD: dict[str, Callable[[Path], Path]] = {
    "empty": lambda path: written(path, b""),
    "text": lambda path: written(path, b"not a model at all"),
    "bare network": lambda path: written(path, NETWORK),
    "cut short": truncated,
    "flipped bit": with_a_flipped_bit,
    "zip of something else": lambda path: bundle(path, {"readme": b"hello"}),
    "one network missing": lambda path: bundle(path, {MEMBERS[0]: NETWORK}),
    "no networks inside": lambda path: bundle(path, dict.fromkeys(MEMBERS, b"rubbish")),
    "empty networks": lambda path: bundle(path, dict.fromkeys(MEMBERS, b"")),
    "compressed": lambda path: bundle(path, dict.fromkeys(MEMBERS, NETWORK), zipfile.ZIP_DEFLATED),
    "folder": folder,
    "missing": missing,
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_pose_model_is_refused_in_one_line(kind: str, tmp_path: Path) -> None:
    path = BAD[kind](tmp_path / "bad.task")
    with pytest.raises(ModelError) as raised:
        find_model(path)
    assert isinstance(raised.value, FormcheckError)
    assert "bad.task" in str(raised.value)
    assert "\n" not in str(raised.value)
