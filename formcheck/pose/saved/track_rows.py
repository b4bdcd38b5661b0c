"""The poses in a pose track's columns."""

import zipfile
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Final

from formcheck.pose.calibration import Calibration
from formcheck.pose.pose import PackedSilhouette, Pose, Silhouette
from formcheck.pose.saved.npz import Column, NpzColumn
from formcheck.pose.saved.track_format import (
    BATCH,
    BETWEEN,
    CAMERA,
    COVERED,
    DARK,
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

AS_ARRAYS: Final = (LANDMARK_POINTS, WORLD_POINTS, VISIBILITY, PRESENCE)
"""Columns of which a row stays an array."""


def poses_in_rows(
    columns: Sequence[NpzColumn], bits: NpzColumn, calibration: Calibration
) -> Iterator[Pose]:
    """The poses in rising time, some rows at a time.

    columns: of one length. bits: of the outlines, one after another. calibration: of the pose
    model. Raises ValueError where they hold what no pose can be.
    """
    named = [one.column for one in columns]
    for batch in zip(*(one.batches(BATCH) for one in columns), strict=True):
        # Of many rows at once numbers are had in a tenth of the time.
        told = [
            values if column in AS_ARRAYS else values.tolist()
            for column, values in zip(named, batch, strict=True)
        ]
        for values in zip(*told, strict=True):
            row = dict(zip(named, values, strict=True))
            width, height = row[FRAME_SIZE]
            if min(width, height) < 1:
                raise ValueError("a picture without pixels")
            yield Pose(
                time_s=row[TIME],
                width=width,
                height=height,
                landmarks=row[LANDMARK_POINTS],
                world=row[WORLD_POINTS],
                visibility=row[VISIBILITY],
                presence=row[PRESENCE],
                silhouette=_silhouette(bits, row[SILHOUETTE_SHAPE], row[SILHOUETTE_SCALE]),
                roll=row.get(ROLL, 0.0),
                camera=_camera(row[CAMERA]) if CAMERA in row else STILL,
                take=row.get(TAKE, 0),
                covered=bool(row.get(COVERED, 0)),
                others=row.get(OTHERS, 0),
                frozen=bool(row.get(FROZEN, 0)),
                dark=bool(row.get(DARK, 0)),
                between=bool(row.get(BETWEEN, 0)),
                calibration=calibration,
            )


def columns_in(archive: zipfile.ZipFile) -> tuple[Column, ...]:
    """The columns that a track has; an older one lacks those that came later."""
    there = set(archive.namelist())
    return (*PER_FRAME, *(column for column in LATER if f"{column.name}.npy" in there))


def _camera(saved: Sequence[float]) -> CameraMotion:
    right, down, roll, zoom, known = saved
    if not (all(map(isfinite, saved)) and zoom > 0):
        raise ValueError("an impossible camera")
    motion = CameraMotion(right, down, roll, zoom, known=bool(known))
    return STILL if motion == STILL else motion


def _silhouette(bits: NpzColumn, shape: Sequence[int], scale: float) -> Silhouette | None:
    rows, columns = shape
    if rows == 0 and columns == 0:
        return None
    if min(rows, columns) < 1 or rows * columns > LARGEST_MASK:
        raise ValueError("silhouette of an impossible size")
    packed = bits.read((rows * columns + 7) // 8)
    return PackedSilhouette(packed, (rows, columns), scale)
