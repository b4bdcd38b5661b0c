"""Every command on the pages and in the help does what it is there for.

They are typed as they stand, in a folder that has what they name. What would open a camera or fetch
something is only asked for. With a recording the pose model runs, on a second of it.
"""

import io
import json
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from formcheck.cli import work
from formcheck.cli.main import run
from formcheck.history.session_diary import local_time
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.history.builders import Done, session
from tests.pages.commands import CHECKOUT, Typed, all_typed
from tests.results import sessions
from tests.test_examples import shorten

CLIPS = ("bird-dog-good", "push-up-good", "push-up-good-2", "push-up-some-shallow")
CLIP_NAMES = ("clip.mp4", "demonstration.mp4", "recordings/clip.mp4")
RESULTS = (
    "formcheck-out/clip",
    "formcheck-out/bird-dog",
    "last-month/bridge",
    "today/bridge",
    "october/squat",
    "november/squat",
    "bird-dog",
)

NOT_HERE = ("run_session", "watch_desk", "fetch_model", "report_health", "judge_samples")
"""What needs a camera, the internet, or minutes; each has tests of its own."""

WITH_MODEL = ("judge_inputs", "draft_exercise")

OTHERS = {
    *("python3", ".", "pip", "pytest", "apt-get", "ruff", "mypy", "lint-imports", "sphinx-build"),
    *("uv", "pipx", "powershell", "curl", "python", "dask"),
}
"""Programs that the pages also speak of."""

TYPED = all_typed()
OURS = [one for one in TYPED if one.words[0] == "formcheck"]
PLAIN = [one for one in OURS if not re.search(r"\.mp4|recordings", one.line)]
RECORDED = [one for one in OURS if one not in PLAIN]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the commands name, but for recordings."""
    place = tmp_path_factory.mktemp("typed")
    poses = place / "poses.npz"
    with PoseTrackWriter(poses, model="full") as writer:
        for pose in sessions.push_ups(3):
            writer.write(pose)
    with pytest.MonkeyPatch.context() as here:
        here.chdir(place)
        assert run(["analyse", "poses.npz", "-e", "push-up", "--no-video", "-o", "made"]) == 0
    for name in RESULTS:
        shutil.copytree(place / "made/poses", place / name)
        if "bird-dog" in name:
            _by_turns(place / name / "result.json")
    library = CHECKOUT / "formcheck/exercises/library"
    (place / "my-exercise.toml").write_text(shown_file("[repetition]"), "utf-8")
    for name in ("mine", "slow-push-up"):
        text = (library / "push-up/exercise.toml").read_text("utf-8")
        (place / f"{name}.toml").write_text(re.sub(r'id = "push-up"', f'id = "{name}"', text))
    for name in ("mine", "my-exercises"):
        (place / name).mkdir()
        shutil.copy(place / "my-exercise.toml", place / name)
    (place / "my-programme.toml").write_text(shown_file("[[entries]]"), "utf-8")
    session(place / "data/history.sqlite3", local_time(), {"bridge": [Done()]}, pain=(3, 2))
    return place


def _by_turns(result: Path) -> None:
    """Have the sides work in turn, as in a bird dog."""
    document = json.loads(result.read_text("utf-8"))
    for reps in (document["reps"], *(one["reps"] for one in document["sets"])):
        for number, rep in enumerate(reps):
            rep["side"] = ("left", "right")[number % 2]
    result.write_text(json.dumps(document), "utf-8")


def shown_file(part: str) -> str:
    """The one with such a part that the page for physiotherapists shows."""
    page = (CHECKOUT / ".github/docs/physiotherapists.md").read_text("utf-8")
    blocks = (found[1] for found in re.finditer(r"```toml\n(.*?)```", page, re.DOTALL))
    return next(block for block in blocks if part in block)


@pytest.fixture(autouse=True)
def in_place(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder, nobody at the keyboard, and a home that is nobody's."""
    here = tmp_path / "here"
    shutil.copytree(place, here)
    monkeypatch.chdir(here)
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    monkeypatch.setenv("FORMCHECK_DATA", str(here / "data"))
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(here))
    for name in NOT_HERE:
        monkeypatch.setattr(work, name, lambda *_, **__: 0)
    return here


@pytest.mark.parametrize("one", PLAIN, ids=lambda one: one.line)
def test_what_a_page_says_can_be_typed(one: Typed) -> None:
    if "--install-completion" in one.words:
        pytest.skip("it writes into the shell's own files; see tests/cli/test_completion.py")
    assert run(one.words[1:]) == 0


@pytest.mark.parametrize("one", RECORDED, ids=lambda one: one.line)
def test_what_a_page_says_of_recordings_can_be_typed(
    one: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its words are right; below, it runs."""
    for name in WITH_MODEL:
        monkeypatch.setattr(work, name, lambda *_, **__: 0)
    assert run(one.words[1:]) == 0
    for name in re.findall(r"samples/\S+", one.line):
        assert (CHECKOUT / name).exists()


@pytest.mark.slow
@pytest.mark.parametrize("one", RECORDED, ids=lambda one: one.line)
def test_what_a_page_says_of_recordings_runs(one: Typed, in_place: Path) -> None:
    """A second of a clip is too short to be taught or judged by, and says so."""
    if "--scheduler" in one.words:
        pytest.skip("no cluster is there; see tests/analysis/test_cluster.py")
    (in_place / "samples/clips").mkdir(parents=True)
    (in_place / "recordings").mkdir()
    for name in CLIPS:
        clip = in_place / f"samples/clips/{name}.mp4"
        shorten(CHECKOUT / f"samples/clips/{name}.mp4", clip)
    for name in CLIP_NAMES:
        shutil.copy(clip, in_place / name)
    assert run(one.words[1:]) in ((0, 1, 2) if one.words[1] == "learn" else (0, 1))


def test_other_programs_are_given_what_is_there() -> None:
    extras = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    known = extras["optional-dependencies"]
    others = [one for one in TYPED if one not in OURS]
    assert {one.words[0] for one in others} <= OTHERS
    for one in others:
        for wanted in re.findall(r"\.\[(.*?)\]", one.line):
            assert set(wanted.split(",")) <= set(known)
        for file in re.findall(r"\S*\w/\S+\.txt", one.line):
            assert (CHECKOUT / file.split("=")[-1].strip('"')).exists()


def test_the_pages_have_commands() -> None:
    assert len(PLAIN) > 30
    assert len(RECORDED) > 8
