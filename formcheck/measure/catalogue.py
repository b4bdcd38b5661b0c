"""Every measure by name: the words in which exercise files speak of the body.

A sided measure is asked for with its side, `knee.left`; exercise files may also say `knee.near`,
`knee.working` and so on, which `sides` turns into left or right.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from formcheck.errors import FormcheckError
from formcheck.measure import arms, body_lines, legs, trunk
from formcheck.measure.definition import Evidence, MeasureDefinition
from formcheck.measure.measure_name import plain_name
from formcheck.texts.message import message

AnyMeasure = MeasureDefinition[Any, Any]


class UnknownMeasureError(FormcheckError):
    """A measure that the catalogue doesn't have."""


CATALOGUE: Final[Mapping[str, AnyMeasure]] = MappingProxyType(
    {
        definition.name: definition
        for module in (trunk, body_lines, legs, arms)
        for definition in vars(module).values()
        if isinstance(definition, MeasureDefinition)
    }
)
"""Every measure that stands in these modules, by name: its unit, its meaning, whether it has
sides."""


@cache
def find(name: str) -> AnyMeasure:
    """The measure of this name, with or without a side.

    Raises UnknownMeasureError, which names the nearest one.
    """
    plain = plain_name(name)
    if plain in CATALOGUE:
        return CATALOGUE[plain]
    near = get_close_matches(plain, CATALOGUE, n=1)
    if near:
        raise UnknownMeasureError(message("error.measure.near", measure=plain, near=near[0]))
    known = ", ".join(CATALOGUE)
    raise UnknownMeasureError(message("error.measure.unknown", measure=plain, known=known))


def known(name: str) -> AnyMeasure | None:
    """The measure of this name, with or without a side; None where there is none."""
    return CATALOGUE.get(plain_name(name))


def compute(names: Iterable[str], evidence: Evidence) -> dict[str, float]:
    """The named measures (without side) of one frame, by full name: `knee.left`, `knee.right`."""
    values: dict[str, float] = {}
    for name in names:
        definition = CATALOGUE[name]
        found = definition.compute(evidence)
        if definition.sided:
            values.update(zip(definition.full_names, found, strict=True))
        else:
            values[name] = found
    return values
