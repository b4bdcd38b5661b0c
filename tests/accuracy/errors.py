"""How far measures are from the truth."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.unit import DEGREES
from formcheck.pose.landmarks import Side, other
from samples.truth import Array, from_start, true_measure
from tests.accuracy.observe import Observed

Key = tuple[str, str, str]
"""Measure, exercise, view."""

FROM_START = "back_rounding from start"
"""The curve's change from the clip's beginning, which is what its criteria use."""


@dataclass(frozen=True)
class ErrorFigures:
    """Errors over frames: found minus true.

    frames: that could be measured. seen: their share. mean: absolute. bias: mean with its sign.
    high: 95th percentile, absolute. far: mean absolute of the far side, NaN where there is none.
    """

    frames: int
    seen: float
    mean: float
    bias: float
    high: float
    far: float


def error_figures(clips: Iterable[Observed]) -> dict[Key, ErrorFigures]:
    """The errors by measure, exercise and true view, and over all exercises under `all`.

    Clips marked hard are left out, and so are those without a person.
    """
    near: defaultdict[Key, list[Array]] = defaultdict(list)
    far: defaultdict[Key, list[Array]] = defaultdict(list)
    for one in clips:
        if one.truth is None or one.clip.label.hard:
            continue
        label = one.clip.label
        exercise = label.exercise or label.avoid[0]
        for name, (near_errors, far_errors) in clip_errors(one).items():
            for key in ((name, exercise, label.view), (name, "all", label.view)):
                near[key].append(near_errors)
                far[key].append(far_errors)
    return {
        key: _figures(np.concatenate(near[key]), np.concatenate(far[key])) for key in sorted(near)
    }


def clip_errors(one: Observed) -> Mapping[str, tuple[Array, Array]]:
    """Errors of each measure over the exercise's frames, near side and far side."""
    side = one.clip.label.near_side
    if not side or one.truth is None:
        return {}
    errors = {}
    for name in one.names:
        found = _errors(one, name, side)
        if found is not None:
            sided = CATALOGUE[name].sided
            beyond = _errors(one, name, other(side)) if sided else None
            errors[name] = (found, np.empty(0) if beyond is None else beyond)
    if "back_rounding" in errors:
        whole = one.measures["back_rounding"]
        true = true_measure("back_rounding", one.truth, side)
        assert true is not None
        start = from_start(one.times)
        change = _change(whole, start) - _change(true[: len(whole)], start)
        errors[FROM_START] = (change[one.during()], np.empty(0))
    return errors


def _errors(one: Observed, name: str, side: Side) -> Array | None:
    assert one.truth is not None
    true = true_measure(name, one.truth, side)
    column = f"{name}.{side}" if CATALOGUE[name].sided else name
    if true is None or np.isnan(true).all():
        return None
    found = one.measures[column]
    if name.endswith("_height"):
        found = _change(found, from_start(one.times))
    frames = min(len(found), len(true))
    difference = (found[:frames] - true[:frames])[one.during()[:frames]]
    if CATALOGUE[name].unit == DEGREES:
        # A limb that points backwards may be told as 179 or as -179 degrees.
        difference = (difference + 180) % 360 - 180
    return np.asarray(difference)


def _change(values: Array, start: NDArray[np.bool_]) -> Array:
    known = values[start][~np.isnan(values[start])]
    return values - (np.median(known) if known.size else np.nan)


def _figures(near: Array, far: Array) -> ErrorFigures:
    known, beyond = near[~np.isnan(near)], far[~np.isnan(far)]
    nothing = float("nan")
    return ErrorFigures(
        frames=len(known),
        seen=len(known) / max(len(near), 1),
        mean=float(np.abs(known).mean()) if known.size else nothing,
        bias=float(known.mean()) if known.size else nothing,
        high=float(np.percentile(np.abs(known), 95)) if known.size else nothing,
        far=float(np.abs(beyond).mean()) if beyond.size else nothing,
    )
