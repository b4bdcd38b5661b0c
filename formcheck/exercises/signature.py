"""How an exercise is told from others in a recording that nobody has named."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from formcheck.exercises.file_part import FilePart, Text, ViewName
from formcheck.exercises.mistake import Mistake
from formcheck.exercises.range import Range
from formcheck.texts.message import message


class Signature(FilePart):
    """Typical ranges, wider than what is right: a fault must not make it another exercise.

    The start position and the posture count as well and need not be said again.
    """

    rest: tuple[Range, ...] = Field(
        default=(), description="measure ranges at rest, besides the start position's"
    )
    peak: tuple[Range, ...] = Field(
        default=(), description="measure ranges at the furthest point of a repetition"
    )
    change: tuple[Range, ...] = Field(
        default=(), description="how far measures move from rest to the furthest point"
    )
    throughout: tuple[Range, ...] = Field(
        default=(), description="measure ranges that hold all through a repetition"
    )
    still: Literal["rest", "peak"] | None = Field(
        default=None,
        description="the position that is enough to recognise it by, kept without a repetition",
    )
    still_within: Mapping[str, Annotated[float, Field(gt=0)]] = Field(
        default_factory=dict,
        description="how far measures may move while that position is kept, for example "
        "{ trunk_inclination = 25 }",
    )
    kept: tuple[Range, ...] = Field(
        default=(),
        description="measure ranges, besides those of that position, where nothing but keeping it "
        "tells what it is",
    )
    turns_within_s: float | None = Field(
        default=None,
        gt=0,
        description="seconds within which everybody turns round at the furthest point; who stays "
        "there for longer does something else",
    )
    also_seen: tuple[ViewName, ...] = Field(
        default=(),
        description="views from which it is recognised too, less surely, though not judged",
    )
    too_far: tuple[Text, ...] = Field(
        default=(),
        description="ids of the exercises that it is to look at when it is done too far",
    )
    half_turned_at_peak: bool = Field(
        default=False,
        description="true where the movement turns the body half away from the camera, so that the "
        "view just before counts",
    )

    def mistakes(self) -> Iterator[Mistake]:
        """A position that is to be kept, without how still."""
        if self.still is not None and not self.still_within:
            yield Mistake(
                ("still_within",),
                message("mistake.still"),
                (("still",),),
            )
