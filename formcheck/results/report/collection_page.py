"""The results of many inputs on one page: who needs a look first, and how each measure spreads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from markupsafe import Markup

from formcheck.measure.unit import UNITS
from formcheck.results.report.html_page import html_page
from formcheck.results.report.svg_axes import LEFT, TOP, Axes, below, svg, ticks
from formcheck.results.report.svg_shapes import box, letters, path
from formcheck.results.result_document import CriterionJudged, SetJudged, VerdictName
from formcheck.results.tables.collection import WORST_FIRST, Collected
from formcheck.results.wording.measure_wording import limit_text
from formcheck.texts.texts import Texts

ORDER: tuple[VerdictName | None, ...] = (None, *WORST_FIRST)
"""Of the inputs: what needs a look comes first."""

WIDTH, HEIGHT, BARS = 460, 120, 24


@dataclass(frozen=True)
class CriterionSpread:
    """One criterion over all sets of its exercise.

    good, fault, unknown: in how many of them. found: what its verdicts rest on; several where it
    judges several measures.
    """

    title: str
    good: int
    fault: int
    unknown: int
    found: tuple["FoundSpread", ...]


@dataclass(frozen=True)
class FoundSpread:
    """How the values that were found of one measure spread.

    limit: its range in words. plot: empty where nothing was found.
    """

    limit: str
    plot: Markup


@dataclass(frozen=True)
class ExerciseSpread:
    """One exercise over all inputs. reps, good_reps: of all its sets together."""

    title: str
    sets: int
    reps: int
    good_reps: int
    verdicts: dict[str, int]
    criteria: tuple[CriterionSpread, ...]


def collection_page(inputs: Sequence[Collected], texts: Texts) -> str:
    """The page as HTML; it loads nothing from anywhere."""
    ordered = sorted(inputs, key=lambda one: (ORDER.index(one.verdict), one.path))
    count = Counter(one.verdict or "failed" for one in inputs)
    heading = texts.text("collection.heading")
    return html_page(
        __package__ or "",
        "collection.html",
        texts,
        title=heading,
        heading=heading,
        under_heading=texts.counted("collection.inputs", len(inputs)),
        inputs=ordered,
        figures=[
            (count[name], texts.text(f"collection.figures.{name}"))
            for name in ("good", "fault", "unknown", "failed")
        ],
        exercises=list(_exercises(inputs, texts)),
        verdict_words={name: texts.text(f"collection.{name}") for name in ORDER if name},
    )


def _exercises(inputs: Iterable[Collected], texts: Texts) -> Iterator[ExerciseSpread]:
    sets = [one for each in inputs if each.document is not None for one in each.document.sets]
    sets.sort(key=lambda one: one.exercise.title or "")
    for title, grouped in groupby(sets, key=lambda one: one.exercise.title):
        if title is not None:
            yield _exercise(title, list(grouped), texts)


def _exercise(title: str, sets: Sequence[SetJudged], texts: Texts) -> ExerciseSpread:
    by_id: dict[str, list[CriterionJudged]] = {}
    for one in sets:
        for judged in one.criteria:
            by_id.setdefault(judged.id, []).append(judged)
    return ExerciseSpread(
        title,
        len(sets),
        sum(one.summary.reps for one in sets),
        sum(one.summary.good_reps for one in sets),
        Counter(one.summary.verdict for one in sets),
        tuple(_criterion(judged, texts) for judged in by_id.values()),
    )


def _criterion(judged: Sequence[CriterionJudged], texts: Texts) -> CriterionSpread:
    count = Counter(one.verdict for one in judged)
    alike: dict[object, list[CriterionJudged]] = {}
    for one in judged:
        alike.setdefault((one.unit, one.limit), []).append(one)
    return CriterionSpread(
        judged[0].title,
        count["good"],
        count["fault"],
        count["unknown"],
        tuple(_found(one, texts) for one in alike.values()),
    )


def _found(judged: Sequence[CriterionJudged], texts: Texts) -> FoundSpread:
    """Of verdicts that rest on the same measure."""
    first, unit = judged[0], UNITS[judged[0].unit]
    values = [one.found for one in judged if one.found is not None]
    plot = spread_plot(values, first.limit, unit.sign, first.title, texts) if values else Markup()
    return FoundSpread(limit_text(first.limit, unit, texts), plot)


def spread_plot(
    values: Sequence[float],
    limit: Sequence[float | None],
    sign: str,
    label: str,
    texts: Texts,
) -> Markup:
    """How often each value was found, as bars, over the range that is right, shaded."""
    ends = [*values, *(one for one in limit if one is not None)]
    room = 0.05 * (max(ends) - min(ends)) or 1.0
    low, high = min(ends) - room, max(ends) + room
    counts, edges = np.histogram(values, BARS, (low, high))
    axes = Axes(WIDTH, HEIGHT, low, high, 0.0, max(float(counts.max()), 1.0))
    right_low, right_high = (
        end if bound is None else bound for bound, end in zip(limit, (low, high), strict=True)
    )
    parts = [box("allowed", axes.x(right_low), axes.x(right_high), axes.y(axes.high), axes.bottom)]
    for number, left, right in zip(counts.tolist(), edges, edges[1:], strict=False):
        if number:
            edge = axes.x(float(right)) - 1
            parts.append(box("bar", axes.x(float(left)), edge, axes.y(number), axes.bottom))
    parts.append(path("grid", f"M{axes.x(low):.1f} {axes.bottom}H{axes.x(high):.1f}"))
    most = texts.number(float(counts.max()))
    parts.append(letters(most, LEFT - 5, TOP + 9, "end"))
    for tick in ticks(low, high):
        parts.append(below(axes, axes.x(tick), f"{texts.number(tick)}{sign}"))
    return svg(axes, label, *parts)
