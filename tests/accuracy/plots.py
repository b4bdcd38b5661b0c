"""The report's plots, as small PNG files that come out the same every time."""

from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.unit import DEGREES
from samples.truth import true_measure
from tests.accuracy.errors import clip_errors
from tests.accuracy.findings import Findings
from tests.accuracy.observe import Observed

WIDTH, DOTS = 7.5, 80
BLUE, ORANGE, GREY, RED = "#2b6cb0", "#dd7a1f", "#9aa3ad", "#c53030"
MOST_POINTS = 3000

OUTCOMES = (
    ("told", BLUE, "found"),
    ("called good", ORANGE, "missed"),
    ("unknown", GREY, "broken_unknown"),
    ("told, though kept", RED, "false_alarms"),
)
"""Words, colour, and the count of `Confusion` that is drawn."""


def draw_plots(findings: Findings, folder: Path) -> list[tuple[str, str]]:
    """Write every plot for which there is something to show; file names and what they show."""
    matplotlib.use("Agg")
    folder.mkdir(parents=True, exist_ok=True)
    drawn = (
        ("angles.png", "Errors of angles from the side, near side", _angles(findings)),
        ("back.png", "The curve of the back, found against true", _back(findings)),
        ("criteria.png", "Clips with a broken criterion, told or not", _criteria(findings)),
    )
    for name, _, figure in drawn:
        path = folder / name
        path.unlink(missing_ok=True)
        if figure is not None:
            figure.savefig(path, dpi=DOTS, metadata={"Software": None})
    return [(name, what) for name, what, figure in drawn if figure is not None]


def _angles(findings: Findings) -> Figure | None:
    """A box a measure: half of all frames in the box, 90 of 100 between the whiskers."""
    pooled: dict[str, list[np.ndarray]] = {}
    for one in findings.clips:
        if one.clip.label.view != "side" or one.clip.label.hard:
            continue
        for name, (errors, _) in clip_errors(one).items():
            if CATALOGUE[name.partition(" ")[0]].unit == DEGREES:
                pooled.setdefault(name, []).append(errors[~np.isnan(errors)])
    boxes = {name: np.concatenate(parts) for name, parts in sorted(pooled.items())}
    boxes = {name: values for name, values in boxes.items() if values.size}
    if not boxes:
        return None
    figure, axes = _figure(0.5 + 0.24 * len(boxes))
    axes.boxplot(
        list(boxes.values())[::-1],
        orientation="horizontal",
        tick_labels=list(boxes)[::-1],
        whis=(5, 95),
        showfliers=False,
        medianprops={"color": ORANGE},
        boxprops={"color": BLUE},
    )
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.set_xlabel("found minus true, degrees (box: half of all frames; whiskers: 5 to 95 %)")
    return figure


def _back(findings: Findings) -> Figure | None:
    points = [_back_points(one) for one in findings.clips if "back_rounding" in one.names]
    points = [pair for pair in points if pair.size]
    if not points:
        return None
    true, found = np.concatenate(points, axis=1)
    step = max(len(true) // MOST_POINTS, 1)
    figure, axes = _figure(4.2)
    axes.scatter(true[::step], found[::step], s=4, alpha=0.3, color=BLUE, edgecolors="none")
    ends = [min(true.min(), found.min()), max(true.max(), found.max())]
    axes.plot(ends, ends, color=GREY, linewidth=0.8)
    axes.set_xlabel("true back_rounding (positive: rounded, negative: arched)")
    axes.set_ylabel("found")
    return figure


def _back_points(one: Observed) -> np.ndarray:
    label = one.clip.label
    if one.truth is None or label.view != "side" or label.hard or not label.near_side:
        return np.empty((2, 0))
    true = true_measure("back_rounding", one.truth, label.near_side)
    found = one.measures["back_rounding"]
    if true is None:
        return np.empty((2, 0))
    kept = one.during()[: len(true)] & ~np.isnan(found[: len(true)])
    return np.stack([true[: len(found)][kept], found[: len(true)][kept]])


def _criteria(findings: Findings) -> Figure | None:
    rows = {
        f"{exercise} · {criterion}": one
        for (exercise, criterion), one in findings.by_clip.items()
        if criterion != "all" and (one.broken or one.false_alarms)
    }
    if not rows:
        return None
    names = list(rows)[::-1]
    figure, axes = _figure(0.9 + 0.17 * len(rows))
    left = np.zeros(len(names))
    for label, colour, attribute in OUTCOMES:
        counts = np.array([getattr(rows[name], attribute) for name in names], dtype=np.float64)
        axes.barh(names, counts, left=left, color=colour, label=label)
        left = left + counts
    axes.set_xlabel("clips")
    axes.tick_params(axis="y", labelsize=7)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(fontsize=8, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=4, frameon=False)
    return figure


def _figure(height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes
