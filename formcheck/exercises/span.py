"""Fewest and most, as people write them: `[8, 12]`, or one number that is both."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, TypeAdapter

from formcheck.exercises.file_part import Seconds


def spanned(number: Any) -> BeforeValidator:
    """Takes one number for a span of itself; number: the type that it must have.

    A number that can't stand there is told once, as a number.
    """
    one = TypeAdapter[Any](number)

    def span(value: object) -> object:
        if value is None or isinstance(value, list | tuple):
            return value
        found = one.validate_python(value)
        return found, found

    return BeforeValidator(span)


def largest_first(span: tuple[float, float] | None) -> bool:
    """Whether the two numbers are the wrong way round."""
    return span is not None and span[0] > span[1]


Count = Annotated[int, Field(ge=1, le=1000)]
"""Of repetitions; engineering value: nobody does more in one set."""

CountSpan = Annotated[tuple[Count, Count], spanned(Count)]
SecondsSpan = Annotated[tuple[Seconds, Seconds], spanned(Seconds)]
