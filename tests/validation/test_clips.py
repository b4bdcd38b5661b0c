"""Finding the clips."""

from pathlib import Path

import pytest

from formcheck.validation.clips import NoClipsError, clips_folder, find_clips


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("bird-dog-good", "bird-dog-front", "push-up-good"):
        (tmp_path / f"{name}.toml").write_text(f'clip = "{name}.mp4"\nview = "side"\n')
    return tmp_path


def names(folder: Path, *wanted: str) -> list[str]:
    return [clip.name for clip in find_clips(folder, wanted)]


def test_without_names_all_clips_come_in_alphabetical_order(folder: Path) -> None:
    assert names(folder) == ["bird-dog-front", "bird-dog-good", "push-up-good"]


def test_clips_are_named_or_fit_a_pattern_and_come_once(folder: Path) -> None:
    assert names(folder, "push-up-good") == ["push-up-good"]
    assert names(folder, "*-good", "bird-dog-*") == [
        "bird-dog-front",
        "bird-dog-good",
        "push-up-good",
    ]


def test_the_clip_is_the_file_that_the_label_names(folder: Path) -> None:
    (clip,) = find_clips(folder, ["push-up-good"])
    assert clip.path == folder / "push-up-good.mp4"


def test_a_name_that_is_not_there_gets_the_nearest_one(folder: Path) -> None:
    with pytest.raises(NoClipsError, match="did you mean 'bird-dog-good'"):
        find_clips(folder, ["bird-dog-god"])


def test_a_folder_without_labels_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoClipsError, match="--clips DIR"):
        find_clips(tmp_path)


def test_the_clips_of_a_checkout_are_found_from_within_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = tmp_path / "samples" / "clips"
    below = tmp_path / "docs"
    clips.mkdir(parents=True)
    below.mkdir()
    monkeypatch.setattr("formcheck.validation.clips.CHECKOUT", tmp_path / "installed")
    monkeypatch.chdir(below)
    assert clips_folder() == clips


def test_an_installed_program_says_where_the_clips_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formcheck.validation.clips.CHECKOUT", tmp_path / "installed")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoClipsError, match="--clips DIR"):
        clips_folder()
