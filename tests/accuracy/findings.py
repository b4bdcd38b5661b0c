"""Everything that was worked out over a set of clips."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.accuracy.errors import FROM_START, ErrorFigures, error_figures
from tests.accuracy.errors import Key as ErrorKey
from tests.accuracy.observe import Observed
from tests.accuracy.recognition import naming
from tests.accuracy.sight import SightFigures, sight_figures
from tests.accuracy.verdicts import Confusion, Counting, counting, per_clip, per_repetition
from tests.accuracy.verdicts import Key as CriterionKey

POOLED = ("knee", "hip", "elbow", "trunk_inclination", "back_rounding", FROM_START)


@dataclass(frozen=True)
class Findings:
    """What the report and the expected figures are made from."""

    clips: tuple[Observed, ...]
    errors: dict[ErrorKey, ErrorFigures]
    by_clip: dict[CriterionKey, Confusion]
    by_repetition: dict[CriterionKey, Confusion]
    counts: dict[str, Counting]
    sight: dict[str, SightFigures]


def find_out(clips: Sequence[Observed]) -> Findings:
    """Work everything out."""
    return Findings(
        clips=tuple(clips),
        errors=error_figures(clips),
        by_clip=per_clip(clips),
        by_repetition=per_repetition(clips),
        counts=counting(clips),
        sight=sight_figures(clips),
    )


def headline_figures(findings: Findings) -> dict[str, float]:
    """The few figures by which a change for the worse is noticed; those that there are.

    Errors are in the measure's unit and lower is better; shares are 0 to 1 and higher is better,
    but for `unknown` and `swapped`. Names end in `error`, `share` or one of those two.
    """
    figures = {
        f"{name.replace(' ', '_')}.error": findings.errors[name, "all", "side"].mean
        for name in POOLED
        if (name, "all", "side") in findings.errors
    }
    for title, confusions in (("clip", findings.by_clip), ("rep", findings.by_repetition)):
        if ("all", "all") in confusions:
            total = confusions["all", "all"]
            figures[f"{title}_criteria_precision.share"] = total.precision
            figures[f"{title}_criteria_recall.share"] = total.recall
            figures[f"{title}_criteria.unknown"] = total.unknown
    if "all" in findings.counts:
        count = findings.counts["all"]
        figures["repetitions_exact.share"] = count.exact / count.clips
        figures["sides_right.share"] = count.sides_right / count.sides
        if count.hold_errors:
            figures["hold.error"] = float(np.abs(count.hold_errors).mean())
    figures["recognised.share"] = naming(findings.clips).share
    if "side" in findings.sight:
        sight = findings.sight["side"]
        figures["view.share"] = sight.view
        figures["near_side.share"] = sight.near
        figures["legs.swapped"] = sight.swapped["legs"]
    return {name: value for name, value in figures.items() if value == value}
