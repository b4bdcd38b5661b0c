"""What a notebook shows of an analysis: its report, and plots of what was measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from formcheck.analysis.frame_values import FrameValues
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import SECONDS, unit_of
from formcheck.measure.measure_name import name_and_role
from formcheck.measure.unit import UNITS
from formcheck.pose.landmarks import SIDES, other
from formcheck.results.files.folder import REPORT
from formcheck.results.report.html_page import html_page
from formcheck.results.report.measure_plot import repetition_plot
from formcheck.results.report.thinned_series import ThinnedSeries
from formcheck.results.result_document import RepetitionJudged, ResultDocument
from formcheck.results.wording.measure_wording import in_words, limit_text, value_text
from formcheck.results.wording.result_wording import SYMBOLS, headline
from formcheck.texts.texts import Texts, load_texts

REPORT_HEIGHT, PLOT_HEIGHT = 700, 300
"""Pixels of a notebook's page that are taken; what is longer is scrolled."""


@dataclass(frozen=True)
class Plot:
    """A measure over a recording, which a notebook shows as a picture.

    title: of the measure, in words. svg: the drawing, a whole SVG element without its colours.
    language: that the title is in.
    """

    title: str
    svg: str
    language: str

    def _repr_html_(self) -> str:
        return framed(
            _page("inline_plot.html", self.title, load_texts(self.language), plot=Markup(self.svg)),
            PLOT_HEIGHT,
        )


def plot_of(
    frames: FrameValues, reps: Sequence[RepetitionJudged], measure: str, texts: Texts
) -> Plot:
    """A measure over time, the repetitions marked with their verdicts.

    measure: with its side, as exercises name it (`knee.near`, `knee.working`, `knee.left`); without
    one, that of the nearer side. texts: of the language that it is named in.

    Raises KeyError where it wasn't measured.
    """
    values = _values(frames, reps, measure)
    series = ThinnedSeries()
    for time_s, value in zip(frames.time_s.tolist(), values.tolist(), strict=True):
        series.update(time_s, value)
    title = in_words(measure, texts)
    drawing = repetition_plot(series, reps, title, unit_of(measure), texts)
    return Plot(title, str(drawing), texts.language)


def report_inline(
    document: ResultDocument, exercise: Exercise | None, frames: FrameValues, folder: Path | None
) -> str:
    """The report that was written, or else what it would say, without pictures."""
    if folder is not None and (folder / REPORT).is_file():
        return framed((folder / REPORT).read_text("utf-8"), REPORT_HEIGHT)
    texts = load_texts(document.language)
    rows = [
        (
            one.verdict,
            one.title,
            value_text(one.found, UNITS[one.unit], texts),
            limit_text(one.limit, UNITS[one.unit], texts),
            one.cue,
        )
        for one in document.criteria
    ]
    title = document.exercise.title or document.input.path
    page = _page(
        "inline.html",
        title,
        texts,
        told=headline(document, texts),
        document=document,
        rows=rows,
        symbols=SYMBOLS,
        plots=[] if exercise is None else list(_plots(exercise, frames, document.reps, texts)),
    )
    return framed(page, REPORT_HEIGHT)


def _plots(
    exercise: Exercise, frames: FrameValues, reps: Sequence[RepetitionJudged], texts: Texts
) -> Iterator[tuple[str, Markup]]:
    """What is judged, as far as it was measured on a side that is known."""
    conditions = (each.measure for one in exercise.criteria for each in one.conditions)
    for measure in dict.fromkeys((exercise.repetition.measure, *conditions)):
        if measure == SECONDS:
            continue
        try:
            plot = plot_of(frames, reps, measure, texts)
        except KeyError:
            continue
        if plot.svg:
            yield plot.title, Markup(plot.svg)


def _values(
    frames: FrameValues, reps: Sequence[RepetitionJudged], measure: str
) -> NDArray[np.float32]:
    """(T,): a measure on the side that its name means; NaN where that isn't known."""
    plain, role = name_and_role(measure)
    if measure in frames.values:
        return frames.values[measure]
    if role in ("near", ""):
        return frames.near(plain)
    if role == "far":
        far = np.full(len(frames), np.nan, np.float32)
        for side in SIDES:
            there = frames.near_side == other(side)
            far[there] = frames.values[f"{plain}.{side}"][there]
        return far
    if role not in ("working", "support"):
        raise KeyError(measure)
    values = np.full(len(frames), np.nan, np.float32)
    for one in reps:
        if one.side not in SIDES or one.start_s is None or one.end_s is None:
            continue
        side = one.side if role == "working" else other(one.side)
        during = (frames.time_s >= one.start_s) & (frames.time_s <= one.end_s)
        values[during] = frames.values[f"{plain}.{side}"][during]
    return values


def _page(template: str, title: str, texts: Texts, **values: Any) -> str:
    return html_page(
        __package__,
        template,
        texts,
        title=title,
        heading=title,
        under_heading="",
        **values,
    )


def framed(page: str, height: int) -> str:
    """A page within a notebook's page, so that neither changes how the other looks."""
    return str(
        Markup('<iframe srcdoc="{}" style="width:100%;height:{}px;border:0"></iframe>').format(
            page, height
        )
    )
