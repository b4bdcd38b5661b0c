"""How high head and shoulders are in the picture, in trunk lengths."""

from collections.abc import Mapping, Sequence
from math import nan
from statistics import mean, median
from typing import Final

from formcheck.form.verdicts.measured_frame import MeasuredFrame

HEAD_HEIGHT: Final = "head_height"
SHOULDER_HEIGHT: Final = "shoulder_height"
HEIGHTS: Final = (SHOULDER_HEIGHT, HEAD_HEIGHT)
"""Measures without side."""


def median_heights(samples: Sequence[MeasuredFrame]) -> Mapping[str, float]:
    """How high shoulders and head were, by the measure's full name, where that was seen."""
    names = [name for name in samples[-1].measures if name.partition(".")[0] in HEIGHTS]
    seen = {name: [one.measures.get(name, nan) for one in samples] for name in names}
    known = {name: [value for value in values if value == value] for name, values in seen.items()}
    return {name: median(values) for name, values in known.items() if values}


def neck(measures: Mapping[str, float]) -> float:
    """How far the head is above the shoulders; NaN where nobody knows."""
    shoulders = [
        value
        for name, value in measures.items()
        if name.partition(".")[0] == SHOULDER_HEIGHT and value == value
    ]
    return measures.get(HEAD_HEIGHT, nan) - mean(shoulders) if shoulders else nan
