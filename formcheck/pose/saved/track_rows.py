"""The poses in a pose track's columns."""

import zipfile
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from formcheck.pose.calibration import Calibration
from formcheck.pose.pose import Pose, Silhouette
from formcheck.pose.saved.npz import Column, NpzColumn
from formcheck.pose.saved.track_format import (
    BATCH,
    BETWEEN,
    CAMERA,
    COVERED,
    FRAME_SIZE,
    FROZEN,
    LANDMARK_POINTS,
    LARGEST_MASK,
    LATER,
    OTHERS,
    PER_FRAME,
    PRESENCE,
    ROLL,
    SILHOUETTE_SCALE,
    SILHOUETTE_SHAPE,
    TAKE,
    TIME,
    VISIBILITY,
    WORLD_POINTS,
)
from formcheck.video.camera_motion import STILL, CameraMotion


def poses_in_rows(
    columns: Sequence[NpzColumn], bits: NpzColumn, calibration: Calibration
) -> Iterator[Pose]:
    """The poses in rising time, some rows at a time.

    columns: of one length. bits: of the outlines, one after another. calibration: of the pose
    model. Raises ValueError where they hold what no pose can be.
    """
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


def columns_in(archive: zipfile.ZipFile) -> tuple[Column, ...]:
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
