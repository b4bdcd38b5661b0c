"""A recording is analysed with a pose model of the caller's own."""

from pathlib import Path

import formcheck
from tests.pose.replaying_backend import ReplayingBackend
from tests.results import sessions


def test_a_backend_may_be_given_where_a_model_is_asked_for(tmp_path: Path) -> None:
    poses = sessions.push_ups(2)
    clip = sessions.clip(tmp_path / "clip.mp4", poses)
    with formcheck.PoseTrackWriter(tmp_path / "poses.npz", model="full") as writer:
        for pose in poses:
            writer.write(pose)
    backend: formcheck.PoseBackend = ReplayingBackend(tmp_path / "poses.npz")
    analysis = formcheck.analyse(clip, "push-up", model=backend)
    assert analysis.document.pose.model == "replayed"
    assert (analysis.summary.reps, analysis.summary.good_reps) == (2, 2)
