"""Every Python example of the pages and of public docstrings runs.

They run as they are written, in a folder where recordings are short, a webcam is a recording, and a
window is not opened.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from inspect import getdoc
from itertools import count
from pathlib import Path
from textwrap import dedent

import cv2
import numpy as np
import pytest

import formcheck
from formcheck.video.cameras.simulated_camera import SimulatedCamera
from formcheck.video.frame import Image
from tests.pages import commands
from tests.results import sessions

CHECKOUT = Path(__file__).parents[1]
PAGES = tuple(page.relative_to(CHECKOUT) for page in commands.PAGES)
CLIPS = ("bird-dog-good", "wall-squat-good")
FRAMES = 24
"""Of each clip and from the camera: enough for a pose to be found and drawn."""


def on_pages() -> Iterator[pytest.ParameterSet]:
    """Every fenced Python block."""
    for page in PAGES:
        text = (CHECKOUT / page).read_text("utf-8")
        for block in re.finditer(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
            line = text.count("\n", 0, block.start()) + 1
            yield as_parameter(block[1], f"{page.name}-{line}")


def in_docstrings() -> Iterator[pytest.ParameterSet]:
    """Every indented paragraph in the docstring of a public name."""
    for name in formcheck.__all__:
        for block in re.findall(r"\n\n((?: {4}.*\n)+)", getdoc(getattr(formcheck, name)) or ""):
            yield as_parameter(dedent(block), name)


def as_parameter(code: str, name: str) -> pytest.ParameterSet:
    """What opens a recording or a camera runs the pose model, mostly."""
    slow = re.search(r"\.mp4|open_camera", code)
    return pytest.param(code, id=name, marks=[pytest.mark.slow] if slow else [])


EXAMPLES = [*on_pages()]
DOCSTRINGS = [*in_docstrings()]


def shorten(clip: Path, target: Path) -> None:
    """The first frames of a clip."""
    with (
        formcheck.open_recording(clip) as recording,
        formcheck.VideoWriter(target, recording.info.width, recording.info.height) as writer,
    ):
        for frame, _ in zip(recording, range(FRAMES), strict=False):
            writer.write(frame.image, frame.time_s)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the examples name."""
    place = tmp_path_factory.mktemp("examples")
    (place / "samples/clips").mkdir(parents=True)
    for name in CLIPS:
        clip = place / f"samples/clips/{name}.mp4"
        shorten(CHECKOUT / f"samples/clips/{name}.mp4", clip)
    shutil.copy(clip, place / "clip.mp4")
    shutil.copytree(CHECKOUT / "tests/exercises/own", place / "my-exercises")
    results = place / "results/wall-squat-good"
    results.mkdir(parents=True)
    with formcheck.PoseTrackWriter(results / "poses.npz", model="full") as writer:
        for pose in sessions.push_ups(2):
            writer.write(pose)
    shutil.copy(results / "poses.npz", place)
    analysis = formcheck.analyse(place / "poses.npz", "push-up", out=place / "out")
    assert analysis.folder is not None
    for month in ("october", "november"):
        shutil.copytree(analysis.folder, place / month / "squat")
    return place


@pytest.fixture(autouse=True)
def shown(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[Image]:
    """What would have been shown in a window; `q` is pressed in the end."""
    pictures: list[Image] = []
    looks = count(1)
    monkeypatch.chdir(place)
    monkeypatch.setenv("MPLBACKEND", "Agg")
    monkeypatch.setattr("formcheck.video.open.Webcam", webcam)
    monkeypatch.setattr(cv2, "imshow", lambda _, picture: pictures.append(picture))
    monkeypatch.setattr(cv2, "waitKey", lambda _: ord("q") if next(looks) == FRAMES else -1)
    return pictures


def webcam(number: int, interval_s: float) -> SimulatedCamera:
    assert number == 0
    return SimulatedCamera(formcheck.open_recording("clip.mp4"), interval_s)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example: str, shown: list[Image], place: Path) -> None:
    exec(compile(example, "example", "exec"), {})
    if "imshow" in example:
        assert shown
        assert np.ptp(shown[-1]) > 0
    if "savefig" in example:
        assert (place / "knee.png").stat().st_size > 0


@pytest.mark.parametrize("example", DOCSTRINGS)
def test_the_example_of_a_docstring_runs(example: str) -> None:
    """In the light of what stands around it."""
    exercise = formcheck.find_exercise("push-up")
    checker = formcheck.checker_for(exercise)
    pose = sessions.push_ups(1)[0]
    around = {
        "formcheck": formcheck,
        "exercise": exercise,
        "checker": checker,
        "cues": formcheck.CueChooser(exercise),
        "frame": next(sessions.frames([pose])),
        "pose": pose,
        "state": checker.update(pose),
    }
    exec(compile(example, "example", "exec"), around)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    text = (CHECKOUT / page).read_text("utf-8")
    for target, section in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text):
        there = CHECKOUT / page.parent / (target or page.name)
        assert there.exists(), target
        if section:
            headings = re.findall(r"^#+ (.*)$", there.read_text("utf-8"), re.MULTILINE)
            assert section in {one.lower().replace(" ", "-") for one in headings}


def test_the_pages_have_examples() -> None:
    assert len(EXAMPLES) > 8
    assert len(DOCSTRINGS) > 8


@pytest.mark.slow
def test_the_examples_are_well_typed(tmp_path: Path) -> None:
    files = []
    for number, example in enumerate(EXAMPLES):
        file = tmp_path / f"example_{number}.py"
        file.write_text(str(example.values[0]), "utf-8")
        files.append(str(file))
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml", *files],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout
