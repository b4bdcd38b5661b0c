"""The report on accuracy as Markdown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isnan

import numpy as np

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.unit import Unit
from samples.truth import DEFINITIONS
from tests.accuracy.errors import ErrorFigures
from tests.accuracy.errors import Key as ErrorKey
from tests.accuracy.findings import Findings
from tests.accuracy.plain_words import plain_words
from tests.accuracy.recognition import in_words, naming
from tests.accuracy.verdicts import Confusion, Counting

PLOTS = "accuracy"
"""The folder of the plots beside the report."""

SIGNS = {"degrees": "°", "trunk lengths": " tl", "chord lengths": " cl"}


def report(findings: Findings, plots: Sequence[tuple[str, str]]) -> str:
    """The whole report. plots: file name and what it shows."""
    clips = findings.clips
    frames = sum(len(one.times) for one in clips)
    hard = sum(one.clip.label.hard for one in clips)
    sections = [
        "# How well formcheck measures and judges its own sample clips",
        f"Measured on {len(clips)} rendered clips ({frames} frames) whose joint positions are "
        f"known on every frame. {hard} of them are marked hard; they stand in the list at the end "
        "and count in no figure. Rendered people wear tight clothes and move tidily: expect real "
        "recordings to come out worse. `python -m tests.accuracy` writes this page again.",
        *plain_words(findings),
        *(f"![{what}]({PLOTS}/{name})" for name, what in plots),
        "## Measures",
        "Found minus true, of the side nearer to the camera, over the frames of the exercise. "
        "*Seen* is the share of frames in which there was a value; *95 %* is what 95 of 100 "
        "frames stay within; *far* is the mean absolute error of the side away from the camera. "
        "Heights (tl: trunk lengths) are changes from the clip's beginning; the back's curve "
        "(cl: lengths of the hip–shoulder line) is told as it is and as its change. The truth is "
        "the angle in three dimensions, so that what turns out of the picture's plane counts as "
        "an error; `neck` is taken from the ear, and in truth from the joint under the skull.",
        _errors(findings.errors),
        _without_truth(findings),
        "## Criteria, over whole clips",
        "*Found* of the clips in which the criterion is broken; *false alarms* of those in which "
        "it is right; a fault that stays unknown counts as not found, unless the label says "
        "that one camera can't judge it.",
        _criteria(findings.by_clip),
        "## Criteria, in each repetition",
        "A repetition that was not counted leaves its criteria unknown. Postures, which are kept "
        "and not repeated, have none.",
        _criteria(findings.by_repetition),
        "## Repetitions and holds",
        "*Exact* and *within one* are clips. Hold errors are of repetitions in which something is "
        "held. A hold is the time from coming to rest at the furthest point until leaving it, told "
        "by one rule in the truth and in what formcheck measures (samples/README.md).",
        _counts(findings.counts),
        "## Recognition",
        in_words(naming(clips)),
        "## View, near side, left and right",
        "*Found* is the share of frames with a person; *view* and *near side* the share of those "
        "in which it was right; *swapped* the share in which the pose model gave left and right "
        "to the other limb, of frames in which the two lie apart in the picture.",
        _sight(findings),
        "## Clips",
        _clips(findings),
    ]
    return "\n\n".join(sections) + "\n"


def _errors(errors: dict[ErrorKey, ErrorFigures]) -> str:
    rows = []
    alone = _alone(errors)
    for (name, exercise, view), one in errors.items():
        if not one.frames or (exercise == "all" and (name, view) in alone):
            continue
        unit = CATALOGUE[name.partition(" ")[0]].unit
        values = (one.mean, one.bias, one.high, one.far)
        rows.append(
            [f"`{name}`", exercise, view, str(one.frames), _percent(one.seen)]
            + [_length(value, unit, signed=value is one.bias) for value in values]
        )
    return _table(
        ("measure", "exercise", "view", "frames", "seen", "mean", "bias", "95 %", "far"), rows
    )


def _without_truth(findings: Findings) -> str:
    missing = {name for one in findings.clips for name in one.names if name not in DEFINITIONS}
    if not missing:
        return "Every measure that these exercises use has its truth in the table."
    named = ", ".join(f"`{name}`" for name in sorted(missing))
    return f"The truth doesn't tell {named}; only the criteria below check them."


def _alone(errors: dict[ErrorKey, ErrorFigures]) -> set[tuple[str, str]]:
    """The measures and views that a single exercise has, so that their sum says nothing new."""
    counts = Counter((name, view) for name, exercise, view in errors if exercise != "all")
    return {key for key, count in counts.items() if count == 1}


def _criteria(confusions: dict[tuple[str, str], Confusion]) -> str:
    rows = [
        [
            exercise,
            f"`{criterion}`" if criterion != "all" else "**all**",
            f"{one.found} of {one.broken}",
            f"{one.false_alarms} of {one.total - one.broken}",
            _percent(one.precision),
            _percent(one.recall),
            _percent(one.f1),
            _percent(one.unknown),
        ]
        for (exercise, criterion), one in confusions.items()
    ]
    return _table(
        (
            "exercise",
            "criterion",
            "found",
            "false alarms",
            "precision",
            "recall",
            "F1",
            "unknown",
        ),
        rows,
    )


def _counts(counts: dict[str, Counting]) -> str:
    rows = []
    for exercise, one in counts.items():
        holds = np.array(one.hold_errors)
        rows.append(
            [
                exercise,
                f"{one.exact} of {one.clips}",
                f"{one.within_one} of {one.clips}",
                f"{one.sides_right} of {one.sides}",
                f"{np.abs(holds).mean():.2f} s" if holds.size else "",
                f"{holds.mean():+.2f} s" if holds.size else "",
                f"{np.abs(holds).max():.2f} s" if holds.size else "",
            ]
        )
    return _table(
        ("exercise", "exact", "within one", "sides right", "hold, mean", "bias", "worst"), rows
    )


def _sight(findings: Findings) -> str:
    rows = [
        [
            view,
            str(one.clips),
            _percent(one.detected),
            _percent(one.view),
            f"{one.view_clips} of {one.clips}",
            _percent(one.near),
            *(_percent(share) for share in one.swapped.values()),
        ]
        for view, one in findings.sight.items()
    ]
    return _table(
        (
            "true view",
            "clips",
            "found",
            "view",
            "view, clips",
            "near side",
            "legs swapped",
            "arms swapped",
        ),
        rows,
    )


def _clips(findings: Findings) -> str:
    rows = []
    for one in findings.clips:
        label, summary = one.clip.label, one.summary
        found = [] if summary is None else summary.repetitions
        told = (
            []
            if summary is None
            else [f"`{t.criterion.id}`" for t in summary.criteria if t.verdict == "fault"]
        )
        rows.append(
            [
                one.clip.name,
                "hard" if label.hard else "refused" if label.refused else "",
                f"{len(found)} of {len(label.repetitions)}",
                ", ".join(f"`{fault}`" for fault in sorted(label.faults)),
                ", ".join(told),
                "" if summary is None else str(summary.verdict),
            ]
        )
    return _table(("clip", "", "repetitions", "broken", "told", "verdict"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _percent(share: float) -> str:
    return "" if isnan(share) else f"{100 * share:.0f} %"


def _length(value: float, unit: Unit, *, signed: bool) -> str:
    if isnan(value):
        return ""
    sign = "+" if signed else ""
    return f"{value:{sign}.{unit.decimals}f}{SIGNS[unit.name]}"
