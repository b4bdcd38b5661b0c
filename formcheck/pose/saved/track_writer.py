"""Writing a pose track as poses come."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from formcheck.closeable import Closeable
from formcheck.pose.pose import Pose
from formcheck.pose.saved.npz import Column, NpzWriter
from formcheck.pose.saved.track_format import (
    BATCH,
    BETWEEN,
    CAMERA,
    COVERED,
    DARK,
    FRAME_SIZE,
    FROZEN,
    LANDMARK_POINTS,
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
)
from formcheck.pose.upright.possible_turn import PossibleTurn
from formcheck.texts.message import Message, message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.video.timing import KNOWN

NOBODY: Final = np.empty(0, np.uint8)
"""The outline where there is none."""


class PoseTrackWriter(Closeable):
    """Writes poses as they come; leaving the with statement saves them, also after an error.

        with formcheck.PoseTrackWriter("poses.npz", model="full") as writer:
            writer.write(pose)

    What is written lies in temporary files beside the target until it is closed.

    model: name of the pose model. source: name of the video. rotation: degrees clockwise by which
    the stored pictures were turned to stand upright. timing, warnings, roll_sure, possible_turn:
    see `TrackInfo`; they may be found out while poses are written.

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
        self.possible_turn: PossibleTurn | None = None
        self._is_open = True
        self._waiting: list[dict[Column, Any]] = []
        self._bits: list[NDArray[np.uint8]] = []
        try:
            self._writer = NpzWriter(path, (*PER_FRAME, *LATER, SILHOUETTE_BITS))
        except OSError as error:
            raise unwritable(path, error) from error

    def write(self, pose: Pose) -> None:
        """Add the next frame's pose, found or not."""
        if self._info.width == 0:
            self._info = replace(self._info, width=pose.width, height=pose.height)
        if pose.found:
            self._info = replace(self._info, calibration=pose.calibration)
        outline = None if pose.silhouette is None else pose.silhouette.packed
        camera = pose.camera
        row = {
            TIME: pose.time_s,
            FRAME_SIZE: (pose.width, pose.height),
            LANDMARK_POINTS: pose.landmarks,
            WORLD_POINTS: pose.world,
            VISIBILITY: pose.visibility,
            PRESENCE: pose.presence,
            SILHOUETTE_SHAPE: (0, 0) if outline is None else outline.shape,
            SILHOUETTE_SCALE: 0.0 if outline is None else outline.scale,
            ROLL: pose.roll,
            TAKE: pose.take,
            CAMERA: (camera.right, camera.down, camera.roll, camera.zoom, camera.known),
            COVERED: pose.covered,
            OTHERS: pose.others,
            FROZEN: pose.frozen,
            DARK: pose.dark,
            BETWEEN: pose.between,
        }
        self._waiting.append(row)
        self._bits.append(NOBODY if outline is None else outline.bits)
        if len(self._waiting) >= BATCH:
            try:
                self._append()
            except OSError as error:
                raise unwritable(self._path, error) from error

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
            raise unwritable(self._path, error) from error

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
                possible_turn=self.possible_turn,
            )
            self._append()
            self._writer.finish(**{METADATA: info_as_array(info)})
        except OSError as error:
            raise unwritable(self._path, error) from error

    def discard(self) -> None:
        """Give up: nothing that was written stays."""
        if self._is_open:
            self._is_open = False
            self._writer.discard()


def unwritable(path: Path, error: OSError) -> PoseTrackError:
    """What is told where a track can't be written."""
    return PoseTrackError(
        message("error.track.unwritten", path=shown(path), reason=reason_told(error))
    )
