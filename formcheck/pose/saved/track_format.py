"""How saved poses lie in a file.

A track is an ordinary .npz that numpy opens by itself, with T frames:

    metadata            a JSON text: schema, source, model, rotation, width, height, landmarks;
                        calibration, timing, warnings, roll_sure and possible_turn, missing in older
                        tracks
    time_s              T, seconds
    frame_size          T × 2, width and height in pixels
    landmarks           T × 33 × 3, pixels; NaN where nobody was found
    world               T × 33 × 3, metres
    visibility          T × 33
    presence            T × 33
    silhouette_shape    T × 2, rows and columns of the mask; 0 × 0 where there is none
    silhouette_scale    T, mask pixels per frame pixel
    silhouette_packed   the masks one after another, each `numpy.packbits` of its pixels
    roll                T, degrees clockwise by which the room leans; missing in older tracks
    frozen              T, 1 where the film stands still; missing in older tracks
    between             T, 1 where the picture wasn't looked at and the pose put in between two
                        others; missing in older tracks
    dark                T, 1 where the picture is too dark for anybody to be told in it; missing in
                        older tracks
    covered             T, 1 where somebody, or what was laid over the film, is in front of the
                        body; missing in older tracks
    others              T, how many more people were seen lately; missing in older tracks
    take                T, number of the take, from 0; missing in older tracks
    camera              T × 5, how the camera has moved in the take: pixels to the right and down,
                        degrees clockwise, times larger, and 1 where that is known, 0 where not;
                        missing in older tracks
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from formcheck.errors import FormcheckError
from formcheck.pose.blazepose_calibration import FULL
from formcheck.pose.calibration import Calibration
from formcheck.pose.landmarks import LANDMARKS
from formcheck.pose.saved.npz import Column, read_single
from formcheck.pose.upright.possible_turn import PossibleTurn
from formcheck.texts.message import Message, message, message_from, said
from formcheck.texts.shown import shown
from formcheck.texts.texts import load_texts
from formcheck.video.timing import KNOWN, Times, Timing

SCHEMA: Final = 1
METADATA: Final = "metadata"

BATCH: Final = 64
"""Frames read, or written, at a time."""

TIME = Column("time_s", "<f8")
FRAME_SIZE = Column("frame_size", "<i4", (2,))
LANDMARK_POINTS = Column("landmarks", "<f4", (len(LANDMARKS), 3))
WORLD_POINTS = Column("world", "<f4", (len(LANDMARKS), 3))
VISIBILITY = Column("visibility", "<f4", (len(LANDMARKS),))
PRESENCE = Column("presence", "<f4", (len(LANDMARKS),))
SILHOUETTE_SHAPE = Column("silhouette_shape", "<i4", (2,))
SILHOUETTE_SCALE = Column("silhouette_scale", "<f8")
SILHOUETTE_BITS = Column("silhouette_packed", "|u1")
ROLL = Column("roll", "<f8")
TAKE = Column("take", "<i4")
CAMERA = Column("camera", "<f8", (5,))
COVERED = Column("covered", "<i4")
OTHERS = Column("others", "<i4")
FROZEN = Column("frozen", "<i4")
BETWEEN = Column("between", "<i4")
DARK = Column("dark", "<i4")

PER_FRAME: Final = (
    TIME,
    FRAME_SIZE,
    LANDMARK_POINTS,
    WORLD_POINTS,
    VISIBILITY,
    PRESENCE,
    SILHOUETTE_SHAPE,
    SILHOUETTE_SCALE,
)

LATER: Final = (ROLL, TAKE, CAMERA, COVERED, OTHERS, FROZEN, BETWEEN, DARK)
"""Columns that older tracks of this schema lack: their camera was level, stood still, and filmed
one take, of somebody who was alone, without hanging, in the light, and was looked at in every
picture."""

LARGEST_MASK: Final = 1 << 26
"""Pixels; more in one silhouette is damage, and would fill the memory."""


class PoseTrackError(FormcheckError):
    """A pose track can't be written, or is damaged or none at all."""


@dataclass(frozen=True)
class TrackInfo:
    """What a track says of itself.

    source: name of the video. model: name of the pose model. rotation: degrees clockwise by which
    the stored pictures were turned. width, height: pixels of the first frame, 0 without frames.
    calibration: of the pose model; it goes with the poses, so that a track is judged alike wherever
    it is read. timing: what the times are worth; older tracks say nothing of it, and are known.
    warnings: what was missing or damaged in the video. roll_sure: whether it is
    known how far the camera was rolled, so that anything can be held against the vertical.
    possible_turn: a turn that the pictures may need, where they alone don't tell which way is up.
    """

    source: str
    model: str
    rotation: int
    width: int
    height: int
    calibration: Calibration = FULL
    timing: Timing = KNOWN
    warnings: tuple[Message, ...] = ()
    roll_sure: bool = True
    possible_turn: PossibleTurn | None = None


def info_as_array(info: TrackInfo) -> NDArray[np.str_]:
    """The JSON text that a track carries, as numpy stores a text."""
    metadata = {"schema": SCHEMA, **asdict(info), "landmarks": LANDMARKS}
    return np.array(json.dumps(metadata))


def read_info(archive: zipfile.ZipFile, path: Path) -> TrackInfo:
    """What a track says of itself; raises PoseTrackError where its schema is another one."""
    metadata = _object(json.loads(str(read_single(archive, METADATA)), parse_constant=_refused))
    found = metadata["schema"]
    if not isinstance(found, int):
        raise ValueError("no schema")
    if found != SCHEMA:
        raise PoseTrackError(
            message("error.track.schema", path=shown(path), found=found, schema=SCHEMA)
        )
    if tuple(metadata["landmarks"]) != LANDMARKS:
        raise ValueError("other landmarks")
    return TrackInfo(
        source=str(metadata["source"]),
        model=str(metadata["model"]),
        rotation=int(metadata["rotation"]),
        width=int(metadata["width"]),
        height=int(metadata["height"]),
        calibration=FULL.with_saved(_object(metadata.get("calibration", {}))),
        timing=_saved_timing(_object(metadata.get("timing", {}))),
        warnings=_saved_warnings(metadata.get("warnings", [])),
        roll_sure=metadata.get("roll_sure", True) is True,
        possible_turn=_saved_turn(metadata.get("possible_turn")),
    )


def _object(value: Any) -> dict[str, Any]:
    """Raises ValueError where it is none."""
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


def _refused(constant: str) -> float:
    """No number in a track is NaN or infinite."""
    raise ValueError(f"{constant} is no number")


def _saved_warnings(saved: Any) -> tuple[Message, ...]:
    """Raises ValueError where they are none."""
    if not isinstance(saved, list):
        raise ValueError("no warnings")
    found = map(message_from, saved)
    return tuple(one if load_texts().can_tell(one) else said(one.id) for one in found)


def _saved_turn(saved: Any) -> PossibleTurn | None:
    """Raises ValueError or KeyError where it is none that there can be."""
    if saved is None:
        return None
    turn = _object(saved)
    degrees = int(turn["degrees"])
    if degrees not in (90, 180, 270):
        raise ValueError("no quarter turn")
    return PossibleTurn(degrees, float(turn["ahead"]))


def _saved_timing(saved: Mapping[str, Any]) -> Timing:
    """Raises ValueError where it can't be."""
    slowed_by = float(saved.get("slowed_by", KNOWN.slowed_by))
    if not 0 < slowed_by < float("inf"):
        raise ValueError("an impossible pace")
    return Timing(Times(saved.get("times", KNOWN.times)), slowed_by)
