"""The poses of a clip, estimated once and kept by the clip's content."""

import hashlib
from pathlib import Path

from formcheck.analysis.poses.open_poses import open_pose_source
from formcheck.pose.blazepose.model_file import PoseModel, find_model
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import PoseTrack, read_poses


def poses_of(clip: Path, cache: Path) -> PoseTrack:
    """The clip's poses with silhouettes, as the built-in model finds them in a video.

    cache: a folder for the tracks, one a clip and model; it is made where it is missing.
    """
    model = find_model(None)
    track = cache / f"{clip.stem}-{_key(clip, model)}.npz"
    if not track.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _estimate(clip, model, track)
    return read_poses(track)


def _key(clip: Path, model: PoseModel) -> str:
    content = hashlib.sha256(clip.read_bytes())
    content.update(model.name.encode())
    return content.hexdigest()[:16]


def _estimate(clip: Path, model: PoseModel, track: Path) -> None:
    estimation = prepare_estimation(model.path, silhouette=True)
    writer = PoseTrackWriter(track, model=model.name, source=clip.name)
    try:
        with open_pose_source(clip, lambda: estimation) as source:
            for posed in source:
                writer.write(posed.pose)
    except BaseException:
        writer.discard()
        raise
    writer.close()
