"""Saved poses: what was found in a video, to be judged again without the video.

`track_format` describes the file.
"""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.calibration import Calibration
from formcheck.pose.pose import Pose
from formcheck.pose.saved.npz import (
    DAMAGE,
    open_column,
    spooled_columns,
)
from formcheck.pose.saved.track_format import (
    BATCH,
    LATER,
    METADATA,
    PER_FRAME,
    SILHOUETTE_BITS,
    TIME,
    PoseTrackError,
    TrackInfo,
    read_info,
)
from formcheck.pose.saved.track_rows import columns_in, poses_in_rows
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown

__all__ = ["PoseTrack", "PoseTrackError", "is_pose_track", "read_poses"]

SUFFIX: Final = ".npz"
ZIP_BEGINNING: Final = b"PK\x03\x04"

LATEST_S: Final = 1e7
"""Seconds; a third of a year. Times may be those of a clock that runs since the computer was
started; what looks at a film second by second would never end with those of damage."""


@dataclass(frozen=True)
class PoseTrack(TrackInfo):
    """A saved track; iterating reads its poses from the file, some at a time, as often as asked.

    frames: how many poses it holds. duration_s: the last frame's time, 0 without frames.

    Iterating raises PoseTrackError where the file turns out damaged.
    """

    path: Path = field(kw_only=True)
    frames: int = field(kw_only=True)
    duration_s: float = field(kw_only=True)

    def __len__(self) -> int:
        return self.frames

    def __iter__(self) -> Iterator[Pose]:
        try:
            with zipfile.ZipFile(self.path) as archive:
                yield from _poses(archive, self.calibration)
        except DAMAGE as error:
            raise _damaged(self.path) from error
        except OSError as error:
            raise _unreadable(self.path, error) from error


def is_pose_track(path: Path) -> bool:
    """Whether a file says that it is a pose track, whatever its name.

    An archive that can't be opened is taken for one by its name or its first bytes, so that
    `read_poses` tells what is wrong with it. Archives of something else are none.
    """
    if not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return {f"{METADATA}.npy", f"{TIME.name}.npy"} <= set(archive.namelist())
    except DAMAGE:
        return path.suffix.lower() == SUFFIX or _begins_like_an_archive(path)
    except OSError:
        return False


def _begins_like_an_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ZIP_BEGINNING)) == ZIP_BEGINNING


def read_poses(path: str | Path) -> PoseTrack:
    """The track in a file, such as the `poses.npz` of an analysis, its poses yet unread.

        for pose in formcheck.read_poses("poses.npz"):
            print(pose.time_s, pose.found)

    Raises PoseTrackError where the file is missing, damaged or no pose track.
    """
    path = Path(path)
    if path.is_char_device() or path.is_block_device() or path.is_fifo():
        # It may have no end, and an archive is read from there.
        raise _damaged(path)
    try:
        with zipfile.ZipFile(path) as archive:
            info = read_info(archive, path)
            rows = [open_column(archive, column).rows for column in columns_in(archive)]
            open_column(archive, SILHOUETTE_BITS)
            if len(set(rows)) != 1:
                raise ValueError("columns of different lengths")
            duration_s = _last_time_s(archive)
    except DAMAGE as error:
        raise _damaged(path) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    return PoseTrack(**vars(info), path=path, frames=rows[0], duration_s=duration_s)


def unfinished_poses(target: Path, calibration: Calibration = FULL) -> Iterator[Pose]:
    """What was handed to the system of a track whose writer was killed, up to what is whole.

    target: where the track would have been. calibration: of the pose model. Nothing where there is
    no such track.
    """
    last_s = -np.inf
    with (
        suppress(OSError, *DAMAGE),
        spooled_columns(target, (*PER_FRAME, *LATER)) as columns,
        spooled_columns(target, (SILHOUETTE_BITS,)) as (bits,),
    ):
        for pose in poses_in_rows(columns, bits, calibration):
            if pose.time_s <= last_s:
                return
            last_s = pose.time_s
            yield pose


def _last_time_s(archive: zipfile.ZipFile) -> float:
    """0 without frames; raises ValueError where the times don't rise, or no film has them."""
    last = -np.inf
    for times in open_column(archive, TIME).batches(BATCH):
        if not (np.diff(times, prepend=last) > 0).all():
            raise ValueError("time doesn't rise")
        last = float(times[-1])
        if not (times[0] >= 0 and last <= LATEST_S):
            raise ValueError("a time that no film has")
    return 0.0 if last == -np.inf else last


def _poses(archive: zipfile.ZipFile, calibration: Calibration) -> Iterator[Pose]:
    columns = [open_column(archive, column) for column in columns_in(archive)]
    yield from poses_in_rows(columns, open_column(archive, SILHOUETTE_BITS), calibration)


def _unreadable(path: Path, error: OSError) -> PoseTrackError:
    return PoseTrackError(
        message("error.track.unread", path=shown(path), reason=reason_told(error))
    )


def _damaged(path: Path) -> PoseTrackError:
    return PoseTrackError(message("error.track.damaged", path=shown(path)))
