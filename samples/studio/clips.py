"""Which clips there are: read from clips.toml, one table a clip."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from samples.studio.errors import MotionDataError

CLIPS = Path(__file__).parent / "clips.toml"

View = Literal["side", "front", "back", "three-quarter", "end-on"]


class Clip(BaseModel):
    """One clip: who does what, how well, where, and how it is filmed.

    `faults` holds for every repetition, or only for those in `fault_in`
    (counted from 1); `avoid` names movements to avoid that the fault amounts to,
    `unseen` criteria that can't be judged from here, so that `unknown` is right.
    Distances in metres, angles in degrees, times in seconds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    motion: str = ""
    what: str
    faults: tuple[str, ...] = ()
    fault_in: tuple[int, ...] = ()
    repetitions: int = 3
    side: Literal["left", "right"] = "left"
    body: str = "man"
    room: str = "living-room"
    view: View = "side"
    facing: Literal["left", "right"] = "left"
    seed: int = 1
    distance: float = 0.0
    camera_height: float = 0.0
    yaw: float = 0.0
    pan: float = 0.0
    roll: float = 0.0
    field_of_view: float = 60.0
    width: int = 640
    height: int = 480
    rate: float = 15.0
    variable_rate: bool = False
    rotation: Literal[0, 90, 180, 270] = 0
    brightness: float = 1.0
    blur: float = 0.7
    noise: float = 1.6
    duration: float = 0.0
    onlooker: bool = False
    hard: bool = False
    refused: bool = False
    avoid: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _even_size(self) -> Clip:
        if self.width % 2 or self.height % 2:
            raise ValueError("width and height must be even for H.264")
        return self


def read_clips(path: Path = CLIPS) -> dict[str, Clip]:
    """Every clip by name; raises MotionDataError that names the clip and the mistake."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    clips = {}
    for name, values in data.items():
        try:
            clips[name] = Clip.model_validate({"name": name, **values})
        except ValidationError as error:
            raise MotionDataError(f"{path.name}: {name}: {' '.join(str(error).split())}") from error
    return clips
