"""A pose track once more, in another place."""

import shutil
from itertools import islice
from pathlib import Path

from formcheck.pose.saved.track_writer import PoseTrackWriter, unwritable
from formcheck.pose.saved.tracks import PoseTrack


def copy_track(track: PoseTrack, target: Path, frames: int) -> None:
    """Keep the first poses of a track in another file; all of them are copied as they are.

    frames: how many. Raises PoseTrackError where that can't be written.
    """
    if frames == track.frames:
        try:
            shutil.copyfile(track.path, target)
        except OSError as error:
            raise unwritable(target, error) from error
        return
    with PoseTrackWriter(
        target, model=track.model, source=track.source, rotation=track.rotation
    ) as writer:
        writer.timing, writer.warnings = track.timing, track.warnings
        writer.roll_sure, writer.possible_turn = track.roll_sure, track.possible_turn
        for pose in islice(track, frames):
            writer.write(pose)
