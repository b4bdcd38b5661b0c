"""Saved poses: what was found in a video, to be judged again without the video.

`track_format` describes the file.
"""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from formcheck.closeable import Closeable
from formcheck.pose.blazepose_calibration import BLAZEPOSE
from formcheck.pose.calibration import Calibration
from formcheck.pose.npz import (
    DAMAGE,
    Column,
    NpzColumn,
    NpzWriter,
    open_column,
    spooled_columns,
)
from formcheck.pose.pose import Pose, Silhouette
from formcheck.pose.track_format import (
    BETWEEN,
    CAMERA,
    COVERED,
    FRAME_SIZE,
    FROZEN,
    LANDMARK_POINTS,
    LARGEST_MASK,
    LATER,
    METADATA,
    OTHERS,
    PER_FRAME,
    PRESENCE,
    ROLL,
    SILHOUETTE_BITS,
    SILHOUETTE_SCALE,
    SILHOUETTE_SHAPE,
    TAKE,
    TIME,
    VISIBILITY,
    WORLD_POINTS,
    PoseTrackError,
    TrackInfo,
    info_as_array,
    read_info,
)
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.timing import KNOWN

__all__ = ["PoseTrack", "PoseTrackError", "PoseTrackWriter", "is_pose_track", "read_poses"]

SUFFIX: Final = ".npz"
ZIP_BEGINNING: Final = b"PK\x03\x04"

LATEST_S: Final = 1e7
"""Seconds; a third of a year. Times may be those of a clock that runs since the computer was
started; what looks at a film second by second would never end with those of damage."""

BATCH: Final = 64
"""Frames read, or written, at a time."""

NOBODY: Final = np.empty(0, np.bool_)
"""The outline where there is none."""


class PoseTrackWriter(Closeable):
    """Writes poses as they come; leaving the with statement saves them, also after an error.

        with formcheck.PoseTrackWriter("poses.npz", model="full") as writer:
            writer.write(pose)

    What is written lies in temporary files beside the target until it is closed.

    model: name of the pose model. source: name of the video. rotation: degrees clockwise by which
    the stored pictures were turned to stand upright. timing, warnings, roll_sure: what the times
    are worth, what was missing, and whether the camera's roll is known; they may be found out while
    poses are written.

    Raises PoseTrackError where the file can't be written.
    """

    def __init__(
        self, path: str | Path, *, model: str, source: str = "", rotation: int = 0
    ) -> None:
        self._path = path = Path(path)
        self._info = TrackInfo(source, model, rotation, 0, 0)
        self.timing = KNOWN
        self.warnings: tuple[Message, ...] = ()
        self.roll_sure = True
        self._is_open = True
        self._waiting: list[dict[Column, Any]] = []
        self._bits: list[NDArray[np.uint8]] = []
        try:
            self._writer = NpzWriter(path, (*PER_FRAME, *LATER, SILHOUETTE_BITS))
        except OSError as error:
            raise _unwritable(path, error) from error

    def write(self, pose: Pose) -> None:
        """Add the next frame's pose, found or not."""
        if self._info.width == 0:
            self._info = replace(self._info, width=pose.width, height=pose.height)
        if pose.found:
            self._info = replace(self._info, calibration=pose.calibration)
        mask = None if pose.silhouette is None else pose.silhouette.mask
        camera = pose.camera
        row = {
            TIME: pose.time_s,
            FRAME_SIZE: (pose.width, pose.height),
            LANDMARK_POINTS: pose.landmarks,
            WORLD_POINTS: pose.world,
            VISIBILITY: pose.visibility,
            PRESENCE: pose.presence,
            SILHOUETTE_SHAPE: (0, 0) if mask is None else mask.shape,
            SILHOUETTE_SCALE: 0.0 if pose.silhouette is None else pose.silhouette.scale,
            ROLL: pose.roll,
            TAKE: pose.take,
            CAMERA: (camera.right, camera.down, camera.roll, camera.zoom, camera.known),
            COVERED: pose.covered,
            OTHERS: pose.others,
            FROZEN: pose.frozen,
            BETWEEN: pose.between,
        }
        self._waiting.append(row)
        self._bits.append(np.packbits(NOBODY if mask is None else mask))
        if len(self._waiting) >= BATCH:
            try:
                self._append()
            except OSError as error:
                raise _unwritable(self._path, error) from error

    def _append(self) -> None:
        """Write what waits, which goes on waiting where that fails: row by row it takes longer."""
        if not self._waiting:
            return
        rows = {
            column: np.array([row[column] for row in self._waiting], column.dtype)
            for column in self._waiting[0]
        }
        self._writer.append({**rows, SILHOUETTE_BITS: np.concatenate(self._bits)})
        self._waiting.clear()
        self._bits.clear()

    def flush(self) -> None:
        """Hand what was written to the system: `unfinished_poses` finds it if this process is
        killed.
        """
        try:
            self._append()
            self._writer.flush()
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def close(self) -> None:
        """Put the file in its place; may be called twice."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            info = replace(
                self._info,
                timing=self.timing,
                warnings=self.warnings,
                roll_sure=self.roll_sure,
            )
            self._append()
            self._writer.finish(**{METADATA: info_as_array(info)})
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def discard(self) -> None:
        """Give up: nothing that was written stays."""
        if self._is_open:
            self._is_open = False
            self._writer.discard()


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
            rows = [open_column(archive, column).rows for column in _columns(archive)]
            open_column(archive, SILHOUETTE_BITS)
            if len(set(rows)) != 1:
                raise ValueError("columns of different lengths")
            duration_s = _last_time_s(archive)
    except DAMAGE as error:
        raise _damaged(path) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    return PoseTrack(**vars(info), path=path, frames=rows[0], duration_s=duration_s)


def unfinished_poses(target: Path, calibration: Calibration = BLAZEPOSE) -> Iterator[Pose]:
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
        for pose in _rows(columns, bits, calibration):
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
    columns = [open_column(archive, column) for column in _columns(archive)]
    yield from _rows(columns, open_column(archive, SILHOUETTE_BITS), calibration)


def _rows(
    columns: Sequence[NpzColumn], bits: NpzColumn, calibration: Calibration
) -> Iterator[Pose]:
    named = [one.column for one in columns]
    for batch in zip(*(one.batches(BATCH) for one in columns), strict=True):
        for values in zip(*batch, strict=True):
            row = dict(zip(named, values, strict=True))
            width, height = (int(pixels) for pixels in row[FRAME_SIZE])
            if min(width, height) < 1:
                raise ValueError("a picture without pixels")
            yield Pose(
                time_s=float(row[TIME]),
                width=width,
                height=height,
                landmarks=row[LANDMARK_POINTS],
                world=row[WORLD_POINTS],
                visibility=row[VISIBILITY],
                presence=row[PRESENCE],
                silhouette=_silhouette(bits, row[SILHOUETTE_SHAPE], float(row[SILHOUETTE_SCALE])),
                roll=float(row.get(ROLL, 0.0)),
                camera=_camera(row[CAMERA]) if CAMERA in row else STILL,
                take=int(row.get(TAKE, 0)),
                covered=bool(row.get(COVERED, 0)),
                others=int(row.get(OTHERS, 0)),
                frozen=bool(row.get(FROZEN, 0)),
                between=bool(row.get(BETWEEN, 0)),
                calibration=calibration,
            )


def _columns(archive: zipfile.ZipFile) -> tuple[Column, ...]:
    """The columns that a track has; an older one lacks those that came later."""
    there = set(archive.namelist())
    return (*PER_FRAME, *(column for column in LATER if f"{column.name}.npy" in there))


def _camera(saved: NDArray[np.float64]) -> CameraMotion:
    right, down, roll, zoom, known = (float(value) for value in saved)
    if not (np.isfinite(saved).all() and zoom > 0):
        raise ValueError("an impossible camera")
    motion = CameraMotion(right, down, roll, zoom, known=bool(known))
    return STILL if motion == STILL else motion


def _silhouette(bits: NpzColumn, shape: NDArray[np.int32], scale: float) -> Silhouette | None:
    rows, columns = int(shape[0]), int(shape[1])
    if rows == 0 and columns == 0:
        return None
    if min(rows, columns) < 1 or rows * columns > LARGEST_MASK:
        raise ValueError("silhouette of an impossible size")
    packed = bits.read((rows * columns + 7) // 8)
    mask = np.unpackbits(packed, count=rows * columns).reshape(rows, columns).astype(np.bool_)
    return Silhouette(mask=mask, scale=scale)


def _unwritable(path: Path, error: OSError) -> PoseTrackError:
    return PoseTrackError(
        message("error.track.unwritten", path=shown(path), reason=reason_told(error))
    )


def _unreadable(path: Path, error: OSError) -> PoseTrackError:
    return PoseTrackError(
        message("error.track.unread", path=shown(path), reason=reason_told(error))
    )


def _damaged(path: Path) -> PoseTrackError:
    return PoseTrackError(message("error.track.damaged", path=shown(path)))
