"""What the parts of an exercise file are made of."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ViewName = Literal["side", "front", "back", "three-quarter", "end-on"]
Text = Annotated[str, Field(min_length=1)]
Seconds = Annotated[float, Field(ge=0)]


class FilePart(BaseModel):
    """A part of an exercise file: unknown keys are errors, so that a typing slip is told."""

    model_config = ConfigDict(extra="forbid", frozen=True)
