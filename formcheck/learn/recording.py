"""The poses of a recording, kept in a file so that they can be gone through several times."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from formcheck.analysis.analysis import Progress
from formcheck.analysis.pose_source import open_pose_source
from formcheck.errors import FormcheckError
from formcheck.learn.beginning import DemonstrationError
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.pose.tracks import PoseTrack, PoseTrackWriter, is_pose_track, read_poses
from formcheck.texts.shown import shown


@contextmanager
def recorded_poses(
    path: Path, model: str | Path | None = None, progress: Progress | None = None
) -> Iterator[PoseTrack]:
    """The poses of a video, estimated with silhouettes, or of a saved pose track.

    model: "full" (built in, where it is None), "lite", "heavy", or the path of a .task file.

    A video that is damaged on the way ends there. Raises FormcheckError, with the remedy, where
    the recording or the model can't be used, or where the recording is a still picture.
    """
    if path.is_file() and is_pose_track(path):
        yield read_poses(path)
        return
    with TemporaryDirectory(prefix="formcheck-") as folder:
        track = Path(folder) / "poses.npz"
        _estimate(path, track, partial(prepare_estimation, model, silhouette=True), progress)
        yield read_poses(track)


def _estimate(
    path: Path,
    track: Path,
    prepare: Callable[[], Estimation],
    progress: Progress | None,
) -> None:
    with open_pose_source(path, prepare) as source:
        if source.facts.kind == "image":
            raise DemonstrationError(
                f"{shown(path)} is a picture: give a video in which the exercise is done at "
                "least twice."
            )
        written = 0
        with PoseTrackWriter(track, model=source.model, source=shown(path.name)) as writer:
            try:
                for posed in source:
                    writer.write(posed.pose)
                    written += 1
                    if progress is not None:
                        progress(written, source.facts.frames)
            except FormcheckError:
                if not written:
                    raise
