"""What `formcheck analyse` prints of a recording."""

from pathlib import Path

import pytest

from formcheck.cli.main import run
from formcheck.pose.saved.track_writer import PoseTrackWriter
from tests.results import sessions


@pytest.mark.parametrize(("bottom", "something"), [(80.0, False), (150.0, True)])
def test_where_nothing_is_to_be_done_there_is_no_column_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, bottom: float, something: bool
) -> None:
    poses = tmp_path / "poses.npz"
    with PoseTrackWriter(poses, model="full") as writer:
        for pose in sessions.push_ups(3, bottom):
            writer.write(pose)

    run(["analyse", str(poses), "-e", "push-up", "--no-video", "-o", str(tmp_path / "out")])

    printed = capsys.readouterr().out
    assert "Body in one straight line" in printed
    assert ("What to do" in printed) == something
