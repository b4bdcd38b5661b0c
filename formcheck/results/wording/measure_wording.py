"""Measures, their values and their limits in words, for reports and for the command line."""

from collections.abc import Sequence

from formcheck.exercises.criterion import Condition
from formcheck.form.vocabulary import unit_of
from formcheck.measure.measure_name import name_and_role
from formcheck.measure.unit import Unit
from formcheck.texts.texts import Texts


def in_words(measure: str, texts: Texts) -> str:
    """A measure's name to be read: `knee.working` as `knee (working side)`."""
    name, role = name_and_role(measure)
    named = texts.text(f"measure.name.{name}")
    if not role:
        return named
    return texts.text("measure.sided", name=named, side=texts.text(f"measure.side.{role}"))


def drawn_name(measure: str, texts: Texts) -> str:
    """What stands over a drawing: its name, and the unit where numbers don't bear it."""
    name, unit = in_words(measure, texts), unit_of(measure)
    if unit.sign:
        return name
    return texts.text("measure.in_unit", measure=name, unit=unit_name(unit, texts))


def unit_name(unit: Unit, texts: Texts) -> str:
    """A unit's name in the language: `trunk lengths`."""
    return texts.text(f"units.{unit.name.replace(' ', '_')}")


def number_text(value: float, unit: Unit, texts: Texts) -> str:
    """A value where the unit's name stands elsewhere: `85°`, `0.12`; never `-0.00`."""
    return f"{texts.number(value, f'z.{unit.shown_decimals}f')}{unit.sign}"


def value_text(value: float | None, unit: Unit, texts: Texts) -> str:
    """A value with its unit, or a dash: `85°`, `0.12 trunk lengths`."""
    if value is None:
        return "–"
    number = number_text(value, unit, texts)
    return number if unit.sign else f"{number} {unit_name(unit, texts)}"


def with_error(value: float | None, error: float | None, unit: Unit, texts: Texts) -> str:
    """A value, give or take its error: `158° ± 5°`.

    An error of nothing isn't written: some limits are set where the error is in them already.
    """
    told = value_text(error, unit, texts)
    if value is None or error is None or told == value_text(0.0, unit, texts):
        return value_text(value, unit, texts)
    return f"{number_text(value, unit, texts)} ± {told}"


def limit_text(limit: Sequence[float | None], unit: Unit, texts: Texts) -> str:
    """A range in words: `at least 155°`, `60° to 115°`."""
    low, high = limit
    if low is not None and high is not None:
        return texts.text(
            "measure.range",
            low=number_text(low, unit, texts),
            high=value_text(high, unit, texts),
        )
    if low is not None:
        return texts.text("measure.at_least", low=value_text(low, unit, texts))
    return texts.text("measure.at_most", high=value_text(high, unit, texts))


def rule_text(condition: Condition, during: str, texts: Texts) -> str:
    """A condition in words: `knee (working side) at least 155°, give or take 8°, during hold`.

    during: the phase in the language of the texts, or `all`.
    """
    unit = unit_of(condition.measure)
    what = texts.text(
        "measure.from_start" if condition.relative_to else "measure.plain",
        measure=in_words(condition.measure, texts),
        limit=limit_text((condition.at_least, condition.at_most), unit, texts),
    )
    parts = [what]
    if condition.tolerance:
        value = value_text(condition.tolerance, unit, texts)
        parts.append(texts.text("measure.tolerance", value=value))
    once = "once_" if condition.judge == "reached" else ""
    if during == "all":
        parts.append(texts.text(f"measure.{once}all_the_time"))
    else:
        parts.append(texts.text(f"measure.{once}during", phase=during))
    return ", ".join(parts)
