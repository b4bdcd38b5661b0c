"""What a notebook shows: the report, plots and tables of an analysis."""

import html
import re
from pathlib import Path

import numpy as np
import pytest

from formcheck.analysis.analyse import analyse
from formcheck.analysis.analysis import Analysis
from formcheck.analysis.comparing.compare_saved import compare
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.results import sessions


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notebook") / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        for pose in sessions.push_ups(2):
            writer.write(pose)
    return path


@pytest.fixture(scope="module")
def written(track: Path) -> Analysis:
    """With a folder of results."""
    return analyse(track, "push-up", out=track.parent / "out")


@pytest.fixture(scope="module")
def unwritten(track: Path) -> Analysis:
    return analyse(track, "push-up")


def test_a_console_shows_one_line_and_not_all_that_is_known(unwritten: Analysis) -> None:
    assert "2 of 2 repetitions good" in repr(unwritten)
    assert len(repr(unwritten)) < 300


def page_in(shown: str) -> str:
    """The page inside the frame."""
    found = re.search(r'<iframe srcdoc="(.*?)" ', shown, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def test_the_report_that_was_written_is_shown(written: Analysis) -> None:
    assert written.folder is not None
    report = (written.folder / "report.html").read_text("utf-8")
    assert page_in(written._repr_html_()) == report


def test_without_files_it_says_the_same_in_short(unwritten: Analysis) -> None:
    page = page_in(unwritten._repr_html_())
    assert "2 of 2 repetitions good" in page
    assert "Body in one straight line" in page
    assert page.count("<svg") >= 2
    assert not re.search(r"(src|href)=\"|url\(|@import", page)


def test_a_plot_shows_itself(unwritten: Analysis) -> None:
    plot = unwritten.plot("elbow")
    assert plot.title == "elbow"
    assert plot.svg.startswith("<svg")
    assert plot.svg in page_in(plot._repr_html_())


@pytest.mark.parametrize("measure", ["elbow.near", "elbow.far", "elbow.left", "arm_lead"])
def test_measures_are_called_as_exercises_call_them(unwritten: Analysis, measure: str) -> None:
    if measure == "arm_lead":
        with pytest.raises(KeyError):
            unwritten.plot(measure)
    else:
        assert unwritten.plot(measure).title.startswith("elbow (")


def test_repetitions_and_frames_are_tables(unwritten: Analysis) -> None:
    reps = unwritten.to_pandas()
    assert list(reps["number"]) == [1, 2]
    assert reps["elbow.right"].between(70, 90).all()
    frames = unwritten.frames.to_pandas()
    assert len(frames) == len(unwritten.frames)
    assert np.isfinite(frames["elbow.right error"]).any()


def test_a_comparison_shows_its_page(written: Analysis) -> None:
    assert written.folder is not None
    compared = compare(written.folder, str(written.folder / "result.json"))
    assert page_in(compared._repr_html_()) == compared.page
    assert compared.document["recordings"][0]["reps"] == 2
