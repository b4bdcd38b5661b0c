"""Bad input: a clear line, exit status 2, and nothing half-written."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.cli.running import Ended, formcheck
from tests.results import sessions
from tests.video.clips import write_picture, write_sound


def analyse(folder: Path, *arguments: str | Path, **variables: str) -> Ended:
    """Analyse in a folder, and see that whatever was there before is all that is there after."""
    before = sorted(folder.rglob("*"))
    ended = formcheck("analyse", *arguments, folder=folder, **variables)
    assert ended.status == 2
    assert ended.out == ""
    assert sorted(folder.rglob("*")) == before
    return ended


def empty(path: Path) -> None:
    path.touch()


def text(path: Path) -> None:
    path.write_text("This is a shopping list and no video.\n" * 50)


def truncated(path: Path) -> None:
    sessions.clip(path, sessions.nobody(3))
    os.truncate(path, path.stat().st_size // 2)


def sound(path: Path) -> None:
    write_sound(path)


def without_pictures(path: Path) -> None:
    """A video of which no frame was ever written."""
    sessions.clip(path, sessions.nobody(1))
    data = bytearray(path.read_bytes())
    place = data.index(b"mdat") + 4
    length = int.from_bytes(data[place - 8 : place - 4], "big") - 8
    data[place : place + length] = bytes(length)
    path.write_bytes(data)


def damaged_track(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(200))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (empty, "is empty"),
        (text, "neither a video nor a picture"),
        (truncated, "was cut off before it was finished"),
        (sound, "holds only sound"),
        (without_pictures, "no picture in it can be decoded"),
        (damaged_track, "is no pose track or is damaged"),
    ],
)
def test_a_file_that_is_no_recording(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    make(tmp_path / "clip.mp4")
    assert words in analyse(tmp_path, "clip.mp4", "-e", "push-up").complaint


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no such file" in analyse(tmp_path, "clip.mp4", "-e", "push-up").complaint


def test_an_archive_that_is_no_pose_track(tmp_path: Path) -> None:
    np.savez(tmp_path / "bird-dog.truth.npz", time_s=np.arange(3.0))
    ended = analyse(tmp_path, "bird-dog.truth.npz")
    assert ended.status == 2
    assert ended.complaint.startswith("bird-dog.truth.npz is no pose track")


def test_a_folder_without_recordings(tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    ended = analyse(tmp_path, "clips", "-e", "push-up")
    assert "holds no video and no picture" in ended.complaint


def test_a_folder_of_folders_names_one_that_holds_recordings(tmp_path: Path) -> None:
    (tmp_path / "all/empty").mkdir(parents=True)
    (tmp_path / "all/monday").mkdir()
    write_picture(tmp_path / "all/monday/photo.png")
    ended = analyse(tmp_path, "all", "-e", "push-up")
    assert "all/monday" in ended.complaint


def test_an_unknown_exercise_names_the_nearest(tmp_path: Path) -> None:
    assert "'bird-dog'" in analyse(tmp_path, "clip.mp4", "-e", "brd-dog").complaint


def test_an_exercise_file_that_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('id = "unfinished\n')
    ended = analyse(tmp_path, "clip.mp4", "-e", "own.toml")
    assert ended.status == 2
    assert "own.toml: line 1: end the text with the quote" in ended.err.splitlines()[0]


def test_an_exercise_file_that_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("%PDF-1.7\n")
    assert "not valid TOML" in analyse(tmp_path, "clip.mp4", "-e", "own.toml").complaint


def test_a_folder_of_exercises_that_is_not_there(tmp_path: Path) -> None:
    ended = analyse(tmp_path, "clip.mp4", "-e", "own", "--exercises", "nowhere")
    assert "nowhere" in ended.complaint


def test_a_file_in_place_of_the_output_folder_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    ended = analyse(tmp_path, "clip.mp4", "-e", "push-up", "--out", "out/deeper")
    assert "is a file, not a folder" in ended.complaint


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_output_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    ended = analyse(tmp_path, "clip.mp4", "-e", "push-up", "--out", "out")
    assert "may not be written to" in ended.complaint


def test_a_missing_model(tmp_path: Path) -> None:
    sessions.clip(tmp_path / "clip.mp4", sessions.nobody(0.5))
    ended = analyse(tmp_path, "clip.mp4", "-e", "push-up", "--model", "mine.task")
    assert "mine.task" in ended.complaint


def test_a_corrupt_model(tmp_path: Path) -> None:
    sessions.clip(tmp_path / "clip.mp4", sessions.nobody(0.5))
    (tmp_path / "mine.task").write_bytes(os.urandom(5000))
    ended = analyse(tmp_path, "clip.mp4", "-e", "push-up", "--model", "mine.task")
    assert "no pose model or is damaged" in ended.complaint


def test_a_model_that_was_not_downloaded(tmp_path: Path) -> None:
    sessions.clip(tmp_path / "clip.mp4", sessions.nobody(0.5))
    ended = analyse(
        tmp_path, "clip.mp4", "-e", "push-up", "--model", "heavy", XDG_DATA_HOME=str(tmp_path)
    )
    assert "formcheck models get heavy" in ended.complaint


def test_live_without_a_display(tmp_path: Path) -> None:
    clip = sessions.clip(tmp_path / "clip.mp4", sessions.nobody(0.5))
    ended = formcheck("live", "push-up", "--camera", clip, folder=tmp_path)
    assert ended.status == 2
    assert "no display" in ended.complaint.lower()


def test_live_without_an_exercise_is_a_programme_which_needs_a_display_too(tmp_path: Path) -> None:
    clip = sessions.clip(tmp_path / "clip.mp4", sessions.nobody(0.5))
    ended = formcheck("live", "--camera", clip, folder=tmp_path)
    assert ended.status == 2
    assert "no display" in ended.complaint.lower()


@pytest.mark.parametrize("option", ["--reps", "--hold"])
def test_what_is_for_one_exercise_is_told_so_without_one(tmp_path: Path, option: str) -> None:
    ended = formcheck("live", option, "3", folder=tmp_path)
    assert ended.status == 2
    assert "are for one exercise" in ended.complaint


def test_a_programme_with_mistakes(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('title = "Mine"\n[[entries]]\nexercise = "bird-cat"\n', "utf-8")
    ended = formcheck("live", "--programme", mine, folder=tmp_path)
    assert ended.status == 2
    assert "mine.toml: entries[1].exercise: there is no exercise" in ended.complaint
    assert "did you mean 'bird-dog'" in ended.complaint
    mine.write_text('title = "Mine"\n[[entries]]\nexercise = "plank"\nreps = 0\n', "utf-8")
    ended = formcheck("live", "--programme", mine, folder=tmp_path)
    assert ended.status == 2
    assert "entries[1].reps" in ended.complaint
    ended = formcheck("live", "plank", "--programme", mine, folder=tmp_path)
    assert ended.status == 2
    assert "not both" in ended.complaint


def test_every_exercise_that_a_programme_cannot_hold_is_told_in_the_persons_language(
    tmp_path: Path,
) -> None:
    mine = tmp_path / "mine.toml"
    entries = ('exercise = "toe-touch"', 'exercise = "safe-lift"\nsides = "left"')
    mine.write_text("\n[[entries]]\n".join(('title = "Mine"', *entries)), "utf-8")
    ended = formcheck("live", "--programme", mine, "--language", "de", folder=tmp_path)
    assert ended.status == 2
    first, second = ended.err.strip().splitlines()
    assert "entries[1].exercise: Rumpfbeuge zu den Zehen ist eine Bewegung" in first
    assert "entries[2].sides: Richtig heben: Hier arbeiten beide Seiten" in second


@pytest.mark.slow
def test_a_clip_without_a_person_is_unknown_with_status_1(tmp_path: Path) -> None:
    sessions.clip(tmp_path / "clip.mp4", sessions.nobody(2))
    ended = formcheck("analyse", "clip.mp4", "-e", "push-up", folder=tmp_path)
    assert ended.status == 1
    assert "no person could be found" in ended.complaint
    assert (tmp_path / "formcheck-out/clip/result.json").exists()


@pytest.mark.slow
def test_a_bad_input_does_not_lose_the_good_one(tmp_path: Path) -> None:
    write_picture(tmp_path / "photo.png")
    empty(tmp_path / "empty.mp4")
    ended = formcheck(
        "analyse", "empty.mp4", "photo.png", "-e", "push-up", "--json", folder=tmp_path
    )
    assert ended.status == 2
    assert "empty.mp4 is empty" in ended.err
    assert '"photo.png"' in ended.out


def test_a_decimal_comma_is_told_with_its_remedy(tmp_path: Path) -> None:
    ended = formcheck("history", "--add-activity", "walk", "--minutes", "30,5", folder=tmp_path)
    assert ended.status == 2
    assert "30,5 is no number. Use a point: 30.5." in ended.complaint
