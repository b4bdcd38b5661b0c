"""`formcheck analyse` on real recordings, as a user runs it."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from formcheck.results.result_document import ResultDocument
from tests.cli.running import REAL, environment, formcheck
from tests.patience import PATIENCE_S, wait_until
from tests.video.clips import write_clip

PUSH_UPS = REAL / "push-up/quickpose__quickpose-ios-sdk__fitness-pushup.mp4"
SQUATS = REAL / "wall-squat/tensorflow__tfjs-models__pose_squats.mp4"
DANCING = REAL / "other/tensorflow__tfjs-models__pose_1.mp4"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not REAL.is_dir(), reason="the real recordings are not here"),
]


def results(out: str) -> list[dict[str, Any]]:
    document: dict[str, list[dict[str, Any]]] = json.loads(out)
    return document["results"]


def test_a_summary_to_read_and_files_to_keep(tmp_path: Path) -> None:
    ended = formcheck("analyse", PUSH_UPS, "-e", "push-up", folder=tmp_path)
    folder = tmp_path / "formcheck-out" / PUSH_UPS.stem
    assert (ended.status, ended.err) == (0, "")
    assert "It is too near the limit to" in ended.out
    assert "5 repetitions seen, 3 of them good" in ended.out
    assert "Body in one straight line" in ended.out
    assert (folder / "report.html").is_file()
    assert (folder / "annotated.mp4").is_file()


def test_json_is_one_valid_document_and_nothing_else(tmp_path: Path) -> None:
    ended = formcheck("analyse", PUSH_UPS, "-e", "push-up", "--json", folder=tmp_path)
    [result] = results(ended.out)
    written = (tmp_path / "formcheck-out" / PUSH_UPS.stem / "result.json").read_text("utf-8")
    assert result == json.loads(written)
    assert ResultDocument.model_validate(result).summary.reps >= 4


def test_a_saved_track_gives_the_same_repetitions(tmp_path: Path) -> None:
    first = formcheck("analyse", PUSH_UPS, "-e", "push-up", "--json", folder=tmp_path)
    track = tmp_path / "formcheck-out" / PUSH_UPS.stem / "poses.npz"
    second = formcheck("analyse", track, "-e", "push-up", "--json", folder=tmp_path)
    assert results(second.out)[0]["reps"] == results(first.out)[0]["reps"]
    assert results(second.out)[0]["criteria"] == results(first.out)[0]["criteria"]


def test_from_half_to_the_front_what_is_gross_is_told_and_the_rest_left_open(
    tmp_path: Path,
) -> None:
    ended = formcheck("analyse", SQUATS, "-e", "wall-squat", "--no-video", folder=tmp_path)
    assert ended.status == 0
    assert "0 of 3 repetitions good" in ended.out
    assert "Lean your back on the wall" in ended.out
    assert "Turn a little more sideways" in ended.out


def test_several_at_once_keep_their_order(tmp_path: Path) -> None:
    paths = [SQUATS, PUSH_UPS]
    ended = formcheck(
        "analyse", *paths, "-e", "push-up", "--json", "--jobs", "2", "--no-video", folder=tmp_path
    )
    assert [one["input"]["path"] for one in results(ended.out)] == [str(path) for path in paths]


def long_clip(path: Path) -> Path:
    """The push-ups thirty times over: long enough to be interrupted."""
    with av.open(str(PUSH_UPS)) as video:
        pictures = [frame.to_ndarray(format="rgb24") for frame in video.decode(video=0)]
    images = [np.asarray(picture, np.uint8) for picture in pictures] * 30
    return write_clip(path, images, [100 * number for number in range(len(images))])


@pytest.mark.parametrize(("jobs", "names"), [("1", ["a"]), ("2", ["a"]), ("2", ["a", "b"])])
def test_ctrl_c_saves_what_was_found_and_ends_with_130(
    tmp_path: Path, jobs: str, names: list[str]
) -> None:
    inputs = [long_clip(tmp_path / f"{name}.mp4") for name in names]
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "formcheck", "analyse", *map(str, inputs)),
            *("-e", "push-up", "--json", "--jobs", jobs),
        ],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    wait_for_frames(tmp_path / "formcheck-out", len(inputs), process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert len(results(out)) == len(inputs)
    for one in results(out):
        assert 0 < one["input"]["frames"] < 30 * 66
        assert "Interrupted" in one["warnings"][-1]
        folder = tmp_path / "formcheck-out" / Path(one["input"]["path"]).stem
        assert json.loads((folder / "result.json").read_text("utf-8")) == one
    assert not list((tmp_path / "formcheck-out").glob(".*"))


def wait_for_frames(out: Path, inputs: int, process: "subprocess.Popen[str]") -> None:
    """Until poses have begun to be written for every input."""

    def under_way() -> bool:
        return sum(map(_is_growing, out.glob(".*"))) == inputs

    wait_until(lambda: under_way() or process.poll() is not None)
    assert process.poll() is None, "the analysis did not get under way"


def _is_growing(folder: Path) -> bool:
    return any(path.stat().st_size > 1000 for path in folder.glob(".*npz-*/*"))


def test_the_python_interface_is_the_same_thing(tmp_path: Path) -> None:
    import formcheck as package

    analysis = package.analyse(str(PUSH_UPS), exercise="push-up")
    assert analysis.folder is None
    assert len(analysis.reps) == analysis.summary.reps >= 4
    assert {one.id for one in analysis.criteria} >= {"body-straight"}
    assert list(tmp_path.iterdir()) == []


def test_without_being_told_it_says_what_it_recognised(tmp_path: Path) -> None:
    ended = formcheck("analyse", PUSH_UPS, "--no-video", folder=tmp_path)
    assert (ended.status, ended.err) == (0, "")
    assert "Recognised: Push-up (score " in ended.out


def test_where_nothing_is_recognised_one_line_says_what_to_do(tmp_path: Path) -> None:
    ended = formcheck("analyse", DANCING, folder=tmp_path)
    assert ended.status == 1
    assert ended.err.count("\n") == 1
    assert "I did not recognise an exercise; name it with --exercise ID." in ended.err
    written = (tmp_path / "formcheck-out" / DANCING.stem / "result.json").read_text("utf-8")
    assert ResultDocument.model_validate_json(written).exercise.id is None
