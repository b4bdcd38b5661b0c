"""What the parts of an exercise file are made of."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticKnownError

from formcheck.exercises.mistake import Mistake

LONGEST_S = 3600.0
"""Seconds; engineering value: nothing of one exercise lasts longer than an hour."""

ViewName = Literal["side", "front", "back", "three-quarter", "end-on"]
Text = Annotated[str, Field(min_length=1)]
Seconds = Annotated[float, Field(ge=0, le=LONGEST_S)]
JointName = Literal[
    "ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot_index"
]
"""The landmarks that both sides of the body have."""

Id = Annotated[Text, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Small letters, digits and single hyphens."""

MISTAKE = "mistake"
"""The type of the errors that a part's own `mistakes` become; see pydantic's list of types."""


_NUMBER = re.compile(r"\b(int|float)\b")
"""In the annotation of what holds numbers."""


class FilePart(BaseModel):
    """A part of an exercise file: unknown keys are errors, so that a typing slip is told.

    So are `nan` and `inf`, which TOML has: no value is ever beyond such a limit.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _true_is_no_number(cls, value: object, info: ValidationInfo) -> object:
        """Refuse `true` where a number belongs; Python takes it for 1."""
        field = cls.model_fields[info.field_name or ""]
        if _NUMBER.search(str(field.annotation)) and _holds_a_truth(value):
            raise PydanticKnownError("float_type")
        return value

    def mistakes(self) -> Iterator[Mistake]:
        """What doesn't go together in this part, though each of its values may be right."""
        return iter(())

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        found = [
            InitErrorDetails(
                type=PydanticCustomError(MISTAKE, "{said}", {"said": mistake.said}),
                loc=mistake.place,
                input=None,
            )
            for mistake in self.mistakes()
        ]
        if found:
            raise ValidationError.from_exception_data(type(self).__name__, found)
        return self


def _holds_a_truth(value: object) -> bool:
    within = value if isinstance(value, list | tuple) else (value,)
    return any(isinstance(one, bool) for one in within)
