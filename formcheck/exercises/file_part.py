"""What the parts of an exercise file are made of."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ViewName = Literal["side", "front", "back", "three-quarter", "end-on"]
Text = Annotated[str, Field(min_length=1)]
Seconds = Annotated[float, Field(ge=0)]
JointName = Literal[
    "ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot_index"
]
"""The landmarks that both sides of the body have."""


class FilePart(BaseModel):
    """A part of an exercise file: unknown keys are errors, so that a typing slip is told.

    So are `nan` and `inf`, which TOML has: no value is ever beyond such a limit.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
