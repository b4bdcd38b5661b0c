"""Whether files can be made in a folder is told beforehand, with the place that is in the way."""

from pathlib import Path

import pytest

from formcheck.folder_access import check_can_be_filled


def test_a_folder_that_can_be_made_is_not_made(tmp_path: Path) -> None:
    check_can_be_filled(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError) as refused:
        check_can_be_filled(tmp_path / "file" / "out")
    assert refused.value.filename == str(tmp_path / "file")


def test_a_link_that_leads_nowhere_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    with pytest.raises(NotADirectoryError):
        check_can_be_filled(tmp_path / "link" / "out")


def test_what_is_not_allowed_is_told_of_the_folder_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Who may do anything, as in a container, is refused nothing.
    monkeypatch.setattr("formcheck.folder_access.os.access", lambda *_: False)
    with pytest.raises(PermissionError) as refused:
        check_can_be_filled(tmp_path / "a" / "b")
    assert refused.value.filename == str(tmp_path)
