"""A comparison as a JSON document for other programs."""

from math import isfinite
from typing import Any, Final

from formcheck.analysis.comparing.comparison import Comparison, CriterionRow, MeasureCurves, Row
from formcheck.analysis.comparing.curves import Array
from formcheck.analysis.comparing.differences import Amount, Difference
from formcheck.analysis.comparing.recording import Recording
from formcheck.measure.unit import Unit

SCHEMA: Final = 1


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """All of it; what could not be measured is null. Recordings are always in the same order.

    New keys may be added; none change meaning within a schema number.
    """
    exercise = comparison.exercise
    return {
        "schema": SCHEMA,
        "exercise": {"id": exercise.id, "title": exercise.title},
        "recordings": [_recording(one) for one in comparison.recordings],
        "compared": [_row(one) for one in comparison.rows],
        "criteria": [_criterion(one) for one in comparison.criteria],
        "curves": [_curves(one) for one in comparison.curves],
    }


def _recording(one: Recording) -> dict[str, Any]:
    return {
        "label": one.label,
        "path": one.document.input.path,
        "view": one.document.view.seen,
        "reps": len(one.repetitions),
        "good_reps": sum(each.verdict == "good" for each in one.judged),
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "what": row.what,
        "measure": row.measure or None,
        "unit": row.unit.name,
        "amounts": [_amount(one, row.unit) for one in row.amounts],
        "differences": [_difference(one, row.unit) for one in row.differences],
    }


def _criterion(row: CriterionRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "verdicts": [None if one is None else one.verdict for one in row.judged],
        "found": [None if one is None else one.found for one in row.judged],
        "faulty_reps": list(row.faulty),
        "differences": [_difference(one, None) for one in row.differences],
    }


def _curves(of: MeasureCurves) -> dict[str, Any]:
    return {
        "measure": of.measure,
        "unit": of.unit.name,
        "recordings": [
            {
                "mean": _numbers(one.mean, of.unit),
                "spread": _numbers(one.spread, of.unit),
                "repetitions": one.repetitions,
            }
            for one in of.curves
        ],
    }


def _amount(one: Amount, unit: Unit) -> dict[str, Any]:
    return {
        "mean": _number(one.mean, unit),
        "spread": _number(one.spread, unit),
        "repetitions": one.repetitions,
        "error": _number(one.error, unit),
    }


def _difference(one: Difference | None, unit: Unit | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "value": _number(one.value, unit),
        "least": _number(one.least, unit),
        "weight": one.weight,
    }


def _number(value: float, unit: Unit | None) -> float | None:
    return round(value, 3 if unit is None else unit.decimals) if isfinite(value) else None


def _numbers(values: Array, unit: Unit) -> list[float | None]:
    return [_number(float(value), unit) for value in values]
