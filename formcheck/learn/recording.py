"""The poses of a recording, kept in a file so that they can be gone through several times."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from formcheck.analysis.poses.open_poses import open_pose_source
from formcheck.analysis.progress import Progress
from formcheck.errors import FormcheckError
from formcheck.learn.beginning import DemonstrationError
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import PoseTrack, is_pose_track, read_poses
from formcheck.results.files.held_folder import temporary_folder
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import problem_of
from formcheck.texts.shown import shown


@dataclass(frozen=True, eq=False)
class Recording:
    """A recording as poses.

    poses: in rising time, to be gone through as often as one likes. warnings: what was missing or
    damaged in it, such as where it broke off.
    """

    poses: PoseTrack
    warnings: tuple[Message | str, ...] = ()


@contextmanager
def recorded_poses(
    path: Path, model: str | Path | None = None, progress: Progress | None = None
) -> Iterator[Recording]:
    """The poses of a video, estimated with silhouettes, or of a saved pose track.

    model: "full" (built in, where it is None), "lite", "heavy", or the path of a .task file.

    A video that is damaged on the way ends there, with a warning. Raises FormcheckError, with the
    remedy, where the recording or the model can't be used, or where the recording is a still
    picture.
    """
    if path.is_file() and is_pose_track(path):
        yield Recording(read_poses(path))
        return
    with temporary_folder() as folder:
        track = folder / "poses.npz"
        prepare = partial(prepare_estimation, model, silhouette=True)
        warnings = _estimate(path, track, prepare, progress)
        yield Recording(read_poses(track), warnings)


def _estimate(
    path: Path,
    track: Path,
    prepare: Callable[[], Estimation],
    progress: Progress | None,
) -> tuple[Message | str, ...]:
    """Write the poses of a video into a track; what was missing or damaged in it."""
    with open_pose_source(path, prepare) as source:
        facts, told = source.facts, list[Message | str]()
        if facts.kind == "image":
            raise DemonstrationError(message("error.learn.picture", path=shown(path)))
        written = 0
        with PoseTrackWriter(
            track, model=source.model, source=shown(path.name), rotation=facts.rotation
        ) as writer:
            try:
                for posed in source:
                    writer.write(posed.pose)
                    written += 1
                    if progress is not None:
                        progress(written, facts.frames)
            except FormcheckError as error:
                if not written:
                    raise
                told.append(problem_of(error))
            writer.timing = source.timing
        return (*source.warnings, *told)
