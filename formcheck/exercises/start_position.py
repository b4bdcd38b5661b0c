"""Start positions: named postures that several exercises begin from."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo

from formcheck.exercises.file_part import FilePart, Text, ViewName
from formcheck.exercises.names import named
from formcheck.exercises.range import Range
from formcheck.exercises.translatable import Translatable

Point = tuple[float, float]


class OutlineFigure(FilePart):
    """A stick figure of somebody in a start position, for the outline of where to be.

    Each point is across and down in metres of an average person; (0, 0) is on the floor. From the
    side the head, or the face of who is upright, is at the left.
    """

    head: Point
    shoulder: Point
    elbow: Point
    wrist: Point
    hip: Point
    knee: Point
    ankle: Point
    toes: Point


class StartPosition(Translatable):
    """A named posture, as a set of ranges: all of them hold when a person is in the position."""

    name: Text = Field(description='how exercise files call it, for example "all-fours"')
    title: Text = Field(description='how to name it to a person, for example "on all fours"')
    ranges: tuple[Range, ...] = Field(min_length=1, description="one or more measure ranges")
    at_rest: tuple[Range, ...] = Field(
        default=(),
        description="further ranges that tell a demonstration that rests in it from others; the "
        "set-up check doesn't ask for them",
    )
    on_hands: bool = Field(
        default=False,
        description="true where hands and knees must be put down in the right place before each "
        "repetition",
    )
    learnt_by: tuple[str, ...] = Field(
        default=(),
        description="measures that mean something in few positions, of which this is one; a draft "
        "from a demonstration may then speak of them",
    )
    figures: Mapping[ViewName, OutlineFigure] = Field(
        default_factory=dict, description="by view: the stick figure that shows where to be"
    )

    def figure_from(self, view: ViewName) -> OutlineFigure | None:
        """The figure seen from a view, else the one from the side; None where there is neither."""
        return self.figures.get(view, self.figures.get("side"))


def _known(value: Any, info: ValidationInfo) -> Any:
    return named(value, "start position", info)


NamedPosition = Annotated[
    StartPosition, BeforeValidator(_known), PlainSerializer(lambda position: position.name)
]
"""A start position by its name in an exercise file, which is the position once it was read."""
