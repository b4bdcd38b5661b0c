"""How a movement that should be avoided is noticed, whatever exercise is being done."""

from pydantic import Field

from formcheck.exercises.file_part import FilePart, Seconds, Text
from formcheck.exercises.range import Range
from formcheck.exercises.start_position import NamedPosition


class AvoidRule(FilePart):
    """What is seen of a movement to avoid, and what is then told."""

    ranges: tuple[Range, ...] = Field(
        min_length=1, description="measure ranges that hold together during the movement"
    )
    between: NamedPosition | None = Field(
        default=None, description="a start position that it begins from and returns to, if any"
    )
    lasting_s: Seconds = Field(default=0.5, description="how long the ranges must hold")
    not_during: tuple[str, ...] = Field(
        default=(), description="ids of exercises that have their own words for it"
    )
    advice: Text = Field(description="what to tell the person, kindly, in one or two sentences")
    alternative: Text = Field(description="the id of an exercise that does the same good")
