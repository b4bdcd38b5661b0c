"""Others in a recording: how many people were seen is told, and goes with the poses."""

from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.analysis.analyse import analyse
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.results import sessions


def track(path: Path, others: int) -> Path:
    with PoseTrackWriter(path, model="known") as poses:
        for number, pose in enumerate(sessions.push_ups()):
            company = others if 10 <= number < 20 else 0
            poses.write(replace(pose, others=company, covered=bool(company)))
    return path


@pytest.mark.parametrize("others", [0, 1, 3])
def test_the_result_says_how_many_people_were_seen(tmp_path: Path, others: int) -> None:
    saved = track(tmp_path / "poses.npz", others)

    analysis = analyse(saved, sessions.exercise())

    assert analysis.document.input.people == 1 + others
    told = [text for text in analysis.document.warnings if "people were seen" in text]
    assert len(told) == bool(others)
