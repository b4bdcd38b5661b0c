"""Measures, their values and their limits in words, for reports and for the command line."""

from collections.abc import Sequence

from formcheck.exercises.criterion import Condition
from formcheck.form.vocabulary import SECONDS, unit_of
from formcheck.measure.unit import Unit


def in_words(measure: str) -> str:
    """A measure's name to be read: `knee.working` as `knee (working side)`."""
    name, _, side = measure.partition(".")
    if measure == SECONDS:
        return "length"
    return f"{name.replace('_', ' ')} ({side} side)" if side else name.replace("_", " ")


def value_text(value: float | None, unit: Unit) -> str:
    """A value with its unit, or a dash."""
    return "–" if value is None else unit.text(value)


def limit_text(limit: Sequence[float | None], unit: Unit) -> str:
    """A range in words: `at least 155°`, `60° to 115°`."""
    low, high = limit
    if low is not None and high is not None:
        return f"{unit.number(low)} to {unit.text(high)}"
    if low is not None:
        return f"at least {value_text(low, unit)}"
    return f"at most {value_text(high, unit)}"


def rule_text(condition: Condition, during: str) -> str:
    """A condition in words: `knee (working side) at least 155°, give or take 8°, during hold`."""
    unit = unit_of(condition.measure)
    parts = [
        f"{in_words(condition.measure)} "
        f"{limit_text((condition.at_least, condition.at_most), unit)}"
        f"{' from the start' if condition.relative_to else ''}"
    ]
    if condition.tolerance:
        parts.append(f"give or take {value_text(condition.tolerance, unit)}")
    reached = "at least once " if condition.judge == "reached" else ""
    parts.append(f"{reached}{'all the time' if during == 'all' else f'during {during}'}")
    return ", ".join(parts)
