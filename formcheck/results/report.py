"""report.html: one file that opens anywhere, for the person and for their physiotherapist."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import unit_of
from formcheck.results.html_page import html_page
from formcheck.results.instead import NOT_DONE
from formcheck.results.key_frames import KeyFrame
from formcheck.results.left_and_right import left_and_right
from formcheck.results.measure_plot import criterion_plot, repetition_plot
from formcheck.results.measure_wording import in_words, rule_text
from formcheck.results.result_document import (
    CriterionJudged,
    InputRead,
    ResultDocument,
    VerdictName,
)
from formcheck.results.result_wording import (
    SYMBOLS,
    capitalised,
    found_text,
    headline,
    missing_sides_line,
    recognised_line,
    things_to_improve,
    verdict_words,
    why_unknown,
)
from formcheck.results.thinned_series import ThinnedSeries
from formcheck.results.times_wording import clock, clock_exactly
from formcheck.texts.texts import Texts, load_texts
from formcheck.version import __version__

UNKNOWN = "–"
"""Stands where a number isn't known."""


@dataclass(frozen=True)
class ReportPlots:
    """What went over the session, for the report's plots.

    counted_on: the name of the measure that repetitions were counted on. signal: how it went.
    criteria: how each criterion's measures went, by the criterion's id and the measure's name.
    """

    counted_on: str
    signal: ThinnedSeries
    criteria: Mapping[str, Mapping[str, ThinnedSeries]]


@dataclass(frozen=True)
class ReportPart:
    """One set, as the report shows it.

    document: the result as if the recording held this set alone. exercise: that it was judged as.
    """

    document: ResultDocument
    exercise: Exercise
    plots: ReportPlots
    pictures: Sequence[KeyFrame]


@dataclass(frozen=True)
class _KeyNumber:
    """A number that says much, with what it counts."""

    value: str
    name: str


@dataclass(frozen=True)
class _Picture:
    """A picture of a repetition; `number` and `verdict` are None where it shows none.

    time_s: when it was. source: the picture itself, as a data URL. size: width and height, pixels.
    """

    number: int | None
    verdict: VerdictName | None
    shows: str
    time_s: float
    source: str
    size: tuple[int, int]


@dataclass(frozen=True)
class _Plot:
    """What went over time, with the name of the measure."""

    measure: str
    drawing: Markup


@dataclass(frozen=True)
class _Card:
    """A criterion with all that is told of it."""

    judged: CriterionJudged
    rules: Sequence[str]
    found: str
    why: str
    plots: Sequence[_Plot]


def report(
    document: ResultDocument,
    parts: Sequence[ReportPart],
    texts: Texts | None = None,
    film: str | None = None,
) -> str:
    """The whole page; nothing in it is loaded from anywhere else but a video beside it.

    document: the whole result. parts: its sets in turn, at least one. texts: English unless given.
    film: the name of the annotated video in the same folder, None where there is none.
    """
    texts = texts or load_texts()
    several = len(parts) > 1
    titles = dict.fromkeys(part.exercise.title for part in parts)
    heading = (
        texts.text("report.several", titles=", ".join(titles)) if several else ", ".join(titles)
    )
    return html_page(
        __package__,
        "report.html",
        texts,
        title=f"{', '.join(titles)} – {document.input.path}",
        heading=heading,
        under_heading=document.input.path,
        document=document,
        symbols=SYMBOLS,
        verdicts=verdict_words(texts),
        several=several,
        notes=list(document.warnings) if several else [],
        parts=[_part(number, one, several, texts) for number, one in enumerate(parts, 1)],
        cautions=dict.fromkeys(caution for part in parts for caution in part.exercise.cautions),
        film=film,
        begins_s=_begins_s(document, parts),
        script="" if film is None else _script(),
        settings=list(_settings(document, texts)),
        duration=partial(_duration, texts=texts),
        clock=partial(_clock, texts=texts),
        clock_exactly=partial(_clock_exactly, texts=texts),
    )


def _script() -> str:
    return (files(__package__) / "templates" / "report.js").read_text(encoding="utf-8")


def _begins_s(document: ResultDocument, parts: Sequence[ReportPart]) -> float:
    """The time of the first picture, with which the annotated video begins."""
    if document.input.takes:
        return document.input.takes[0].start_s
    spans = [part.plots.signal.spans for part in parts]
    return min((each[0].start_s for each in spans if each), default=0.0)


def _settings(document: ResultDocument, texts: Texts) -> Iterator[tuple[str, str]]:
    """How it was looked at, and by which program: what somebody needs to do it again."""
    read = document.input
    values = {
        "program": f"formcheck {__version__}",
        "model": document.pose.model,
        "exercise": texts.text(f"report.settings.{document.exercise.source}"),
        "pictures": _looked_at(read, texts),
        "times": texts.text(f"report.settings.times_{read.times}"),
        "camera": texts.text(f"report.settings.camera_{read.camera}"),
    }
    for key, value in values.items():
        yield texts.text(f"report.settings.{key}"), value


def _looked_at(read: InputRead, texts: Texts) -> str:
    """How many were read, how large, of how many, and how many of them weren't looked at."""
    pictures = f"{read.frames}, {read.width} × {read.height}"
    if read.thinned_from is not None and read.duration_s:
        looked_at = round(read.frames / read.duration_s)
        filmed = round(read.thinned_from)
        pictures = texts.text(
            "report.settings.thinned", pictures=pictures, looked_at=looked_at, filmed=filmed
        )
    if not read.poses_between:
        return pictures
    return texts.text("report.settings.between", pictures=pictures, between=read.poses_between)


def _part(number: int, part: ReportPart, several: bool, texts: Texts) -> Mapping[str, Any]:
    """What the page says of one set. several: whether there are more, so that it stands apart."""
    document, exercise = part.document, part.exercise
    # Without knowing when, there is nothing to draw over time.
    still = document.input.kind == "image"
    over_time = not still and document.input.times != "guessed"
    plots = part.plots if over_time else None
    numbered = sum(one.number is not None for one in part.pictures)
    told = () if several else document.warnings
    # Of what was not done there is no more to say than that.
    done = NOT_DONE not in document.warning_ids
    return {
        "number": number,
        "document": document,
        "title": exercise.title,
        "span": document.sets[0] if document.sets else None,
        "still": still,
        "over_time": over_time,
        "headline": headline(document, texts),
        "why": why_unknown(document, exercise, texts)
        if document.summary.verdict == "unknown" and done
        else "",
        "cues": things_to_improve(document),
        "notes": list(filter(None, (missing_sides_line(document, texts), *told))),
        "recognised": recognised_line(document, texts, titled=False),
        "figures": list(_key_numbers(document, several, texts)),
        "pictures": list(_pictures(document, part.pictures, texts)),
        "without_picture": document.summary.reps - numbered if numbered else 0,
        "counted_on": capitalised(in_words(part.plots.counted_on, texts)),
        "repetition_plot": _repetition_plot(document, part.plots, texts) if plots else "",
        "sides": left_and_right(document, part.plots.counted_on, texts),
        "unclear": [
            (one.title, found_text(one, texts))
            for one in document.criteria
            if one.verdict == "unknown" and done
        ],
        "banded": any(one.error for one in document.criteria),
        "cards": list(_cards(document, exercise, plots, texts)),
        "titles": _titles(document),
    }


def _clock(time_s: float | None, texts: Texts) -> str:
    return UNKNOWN if time_s is None else texts.told(clock(round(time_s)))


def _clock_exactly(time_s: float | None, texts: Texts) -> str:
    return UNKNOWN if time_s is None else texts.told(clock_exactly(time_s))


def _key_numbers(document: ResultDocument, several: bool, texts: Texts) -> Iterator[_KeyNumber]:
    """several: whether it is one of more sets, of which the recording as a whole says nothing."""
    summary, lasted_s = document.summary, document.input.duration_s
    values = {
        "repetitions": f"{summary.reps}",
        "good": f"{summary.good_reps}",
    }
    if document.exercise.asks_to_hold:
        values["held"] = _duration(summary.hold_s, texts)
    if not several:
        recorded = UNKNOWN if lasted_s is None else texts.told(clock(round(lasted_s, 1)))
        values |= {"recorded": recorded, "in_view": f"{document.pose.coverage:.0%}"}
    for key, value in values.items():
        yield _KeyNumber(value, texts.text(f"report.figures.{key}"))


def _duration(seconds: float | None, texts: Texts) -> str:
    return UNKNOWN if seconds is None else texts.text("report.seconds", seconds=seconds)


def _titles(document: ResultDocument) -> Mapping[str, str]:
    """What to call each fault: its criterion's title, and its id where the document has none."""
    faults = {fault: fault for one in document.reps for fault in one.faults}
    return faults | {one.id: one.title for one in document.criteria}


def _pictures(
    document: ResultDocument, pictures: Sequence[KeyFrame], texts: Texts
) -> Iterator[_Picture]:
    titles = _titles(document)
    verdicts = {one.number: one.verdict for one in document.reps}
    for picture in pictures:
        if picture.criterion is None:
            shows = texts.text("report.pictures.furthest")
        else:
            shows = texts.text("report.pictures.fault", title=titles[picture.criterion])
        if document.input.times != "guessed":
            time = clock_exactly(picture.time_s)
            shows = texts.text("report.pictures.at", shows=shows, time=time)
        verdict = None if picture.number is None else verdicts[picture.number]
        data = b64encode(picture.jpeg).decode("ascii")
        source = f"data:image/jpeg;base64,{data}"
        yield _Picture(picture.number, verdict, shows, picture.time_s, source, picture.size)


def _repetition_plot(document: ResultDocument, plots: ReportPlots, texts: Texts) -> Markup:
    label = texts.text("report.plot.label", measure=in_words(plots.counted_on, texts))
    sign = unit_of(plots.counted_on).sign
    return repetition_plot(plots.signal, document.reps, label, sign, texts)


def _cards(
    document: ResultDocument, exercise: Exercise, plots: ReportPlots | None, texts: Texts
) -> Iterator[_Card]:
    by_id = {criterion.id: criterion for criterion in exercise.criteria}
    for judged in document.criteria:
        criterion = by_id[judged.id]
        rules = [
            rule_text(condition, criterion.phase_of(condition), texts)
            for condition in criterion.conditions
        ]
        yield _Card(
            judged,
            [f"{capitalised(rule)}." for rule in rules],
            found_text(judged, texts),
            criterion.why,
            [] if plots is None else list(_criterion_plots(criterion, judged, plots, texts)),
        )


def _criterion_plots(
    criterion: Criterion, judged: CriterionJudged, plots: ReportPlots, texts: Texts
) -> Iterator[_Plot]:
    for measure, series in plots.criteria[criterion.id].items():
        name = in_words(measure, texts)
        label = texts.text("report.criteria.label", title=judged.title, measure=name)
        unit = unit_of(measure)
        # The error is that of the measure that the verdict rests on.
        error = judged.error if unit.name == judged.unit else None
        drawing = criterion_plot(series, label, unit.sign, texts, error)
        yield _Plot(capitalised(name), drawing)
