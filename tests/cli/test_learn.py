"""`formcheck learn` as a user runs it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from formcheck.exercises.load import read_exercise
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.cli.running import REAL, ROOT, Ended, formcheck, run_here
from tests.learn.films import squats
from tests.results import sessions
from tests.video.clips import write_picture

CLIPS = ROOT / "samples" / "clips"


def refused(folder: Path, *arguments: str | Path) -> str:
    """Learn in a folder, and see that nothing is there that wasn't before; the complaint."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ended = formcheck("learn", *arguments, folder=folder)
    assert (ended.status, ended.out) == (2, "")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return ended.complaint


def counted(ended: Ended) -> tuple[int, int, set[str]]:
    """Repetitions, good ones, and the faults of an analysis."""
    assert ended.status == 0, ended.err
    [result] = json.loads(ended.out)["results"]
    faults = {fault for one in result["reps"] for fault in one["faults"]}
    return result["summary"]["reps"], result["summary"]["good_reps"], faults


def analyse(clip: str, folder: Path) -> Ended:
    return formcheck(
        "analyse", clip, "--exercise", "slow-push-up.toml", "--no-video", "--json", folder=folder
    )


@pytest.mark.slow
def test_the_example_of_the_readme(tmp_path: Path) -> None:
    for name in ("push-up-good", "push-up-good-2", "push-up-some-shallow"):
        shutil.copy(CLIPS / f"{name}.mp4", tmp_path)
    learnt = formcheck("learn", "slow-push-up", "push-up-good.mp4", folder=tmp_path)
    assert learnt.status == 0, learnt.err
    readme = (ROOT / "README.md").read_text("utf-8")
    told = readme.partition("Slow push up: a first draft")[2].partition("  ...")[0]
    assert told.splitlines()
    (said,) = re.findall(r"Slow push up: a first draft(?:.*\n)+?(?=  asks for)", learnt.out)[:1]
    of_draft = told.partition("  asks for")[0].splitlines()
    lines = said.removeprefix("Slow push up: a first draft").splitlines()
    for line, wanted in zip(lines, of_draft, strict=True):
        assert re.sub(r"\d+", "0", line) == re.sub(r"\d+", "0", wanted)
        # Libraries for another Python round the last digit otherwise.
        numbers = zip(re.findall(r"\d+", line), re.findall(r"\d+", wanted), strict=True)
        assert all(abs(int(one) - int(other)) <= 1 for one, other in numbers), line
    assert told.partition("  asks for")[2] in learnt.out
    valid = formcheck("exercises", "--validate", "slow-push-up.toml", folder=tmp_path)
    assert valid.status == 0
    assert "is a valid exercise file" in valid.out
    assert counted(analyse("push-up-good.mp4", tmp_path)) == (4, 4, set())
    assert counted(analyse("push-up-good-2.mp4", tmp_path)) == (4, 4, set())
    assert counted(analyse("push-up-some-shallow.mp4", tmp_path)) == (4, 2, {"elbow-furthest"})


@pytest.mark.slow
def test_a_real_person_and_a_title_of_ones_own(tmp_path: Path) -> None:
    clip = REAL / "push-up/quickpose__quickpose-ios-sdk__fitness-pushup.mp4"
    if not clip.exists():
        pytest.skip("the real recordings are not here")
    out = tmp_path / "own.toml"
    ended = formcheck(
        "learn", "own", clip, "--title", 'My "own" [push-up]', "--out", out, folder=tmp_path
    )
    assert ended.status == 0, ended.err
    assert ended.out.startswith('My "own" [push-up]: a first draft is in ')
    assert read_exercise(out).title == 'My "own" [push-up]'
    assert "shown       5 repetitions" in ended.out
    # Elbows bend and shoulders sink: either tells a push-up.
    assert read_exercise(out).repetition.measure in ("elbow.near", "shoulder_height.near")


def test_a_saved_pose_track_is_learnt_from_as_well(tmp_path: Path) -> None:
    with PoseTrackWriter(tmp_path / "squat.npz", model="full") as track:
        for pose in squats(3):
            track.write(pose)
    ended = formcheck("learn", "slow-squat", "squat.npz", folder=tmp_path)
    assert (ended.status, ended.err) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["slow-squat.toml", "squat.npz"]
    learnt = read_exercise(tmp_path / "slow-squat.toml")
    assert learnt.repetition.measure == "knee.near"
    assert "knee-furthest" in [criterion.id for criterion in learnt.criteria]
    again = formcheck("learn", "slow-squat", "squat.npz", "--force", folder=tmp_path)
    assert again.out == ended.out


@pytest.mark.parametrize(
    ("typed", "told"), [("\udcff", r"\xff"), (" two\n lines ", "two lines"), ("  ", "Slow squat")]
)
def test_a_title_that_is_no_line_of_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with PoseTrackWriter(tmp_path / "squat.npz", model="full") as track:
        for pose in squats(3):
            track.write(pose)
    assert run_here("learn", "slow-squat", "squat.npz", "--title", typed).status == 0
    assert read_exercise(tmp_path / "slow-squat.toml").title == told


@pytest.mark.slow
def test_a_clip_without_a_person(tmp_path: Path) -> None:
    clip = tmp_path / "empty.mp4"
    sessions.clip(clip, sessions.nobody(30))
    assert "No person was found" in refused(tmp_path, "new-one", clip)


def test_a_file_is_never_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "new-one.toml").write_text("mine")
    assert "--force" in refused(tmp_path, "new-one", "demo.mp4")


def test_a_picture_shows_no_movement(tmp_path: Path) -> None:
    write_picture(tmp_path / "one.png")
    assert "picture" in refused(tmp_path, "new-one", "one.png")


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (("bird-dog", "demo.mp4"), '"my-bird-dog"'),
        (("Bird Dog", "demo.mp4"), "small letters"),
        (("new-one", "demo.mp4"), "demo.mp4"),
        (("new-one", "demo.mp4", "--out", "new-one.txt"), ".toml"),
        (("new-one", "demo.mp4", "--out", "nowhere/new-one.toml"), "no folder nowhere"),
    ],
)
def test_bad_usage_is_told_with_its_remedy(
    tmp_path: Path, arguments: tuple[str, ...], remedy: str
) -> None:
    assert remedy in refused(tmp_path, *arguments)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Mein Üben", "mein-uben. Its usual name stands beside it: --title 'Mein Üben'"),
        ("Große_Füße", "grosse-fusse."),
        ("???", 'for example "heel-slide"'),
    ],
)
def test_a_name_that_cannot_be_is_told_with_the_nearest(
    tmp_path: Path, name: str, told: str
) -> None:
    assert told in refused(tmp_path, name, "none.mp4")
