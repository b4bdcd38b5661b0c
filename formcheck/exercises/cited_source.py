"""Where an exercise, or the number of a criterion, comes from."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo

from formcheck.exercises.file_part import Text
from formcheck.exercises.names import named
from formcheck.exercises.translatable import Translatable


class Source(Translatable):
    """One reference, as `sources.toml` has it; what isn't known is left empty."""

    key: Text = Field(description='how exercise files cite it, for example "lau-2009"')
    author: str = Field(default="", description="who wrote it")
    year: int | None = Field(default=None, description="when it was published")
    title: str = Field(default="", description="what it is called")
    where: str = Field(default="", description="journal, publisher or address")
    about: Text = Field(description="what is taken from it, in one sentence")

    @property
    def reference(self) -> str:
        """Everything that is known of it, as a reader expects it: `Lau (2009). The angle ...`."""
        when = f"({self.year})" if self.year is not None else ""
        by = " ".join(part for part in (self.author, when) if part)
        parts = (by, self.title, self.where, self.about)
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _cited(value: Any, info: ValidationInfo) -> Any:
    return named(value, "source", info)


def _in_a_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


Cited = Annotated[Source, BeforeValidator(_cited), PlainSerializer(lambda source: source.key)]
"""A source by its key in an exercise file, which is the source itself once it was read."""

Sources = Annotated[tuple[Cited, ...], BeforeValidator(_in_a_list), Field(min_length=1)]
"""One key, or a list of them."""
