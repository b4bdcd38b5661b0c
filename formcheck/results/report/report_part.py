"""What a report says of one set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import unit_of
from formcheck.pose.landmarks import SIDES
from formcheck.results.instead import NOT_DONE
from formcheck.results.report.key_frames import KeyFrame
from formcheck.results.report.left_and_right import left_and_right
from formcheck.results.report.measure_plot import repetition_plot
from formcheck.results.report.report_cards import ReportPlots, criterion_cards
from formcheck.results.report.report_pictures import report_pictures, titles_of
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording.measure_wording import drawn_name, in_words
from formcheck.results.wording.result_wording import (
    capitalised,
    found_text,
    headline,
    missing_sides_line,
    recognised_line,
    things_to_improve,
    why_unknown,
)
from formcheck.results.wording.times_wording import clock
from formcheck.texts.texts import Texts

UNKNOWN = "–"
"""Stands where a number isn't known."""


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


def part_of(number: int, part: ReportPart, several: bool, texts: Texts) -> Mapping[str, Any]:
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
        "pictures": list(report_pictures(document, part.pictures, texts)),
        "without_picture": document.summary.reps - numbered if numbered else 0,
        "counted_on": capitalised(drawn_name(part.plots.counted_on, texts)),
        "repetition_plot": _repetition_plot(document, part.plots, texts) if plots else "",
        "sided": any(one.side in SIDES for one in document.reps),
        "sides": left_and_right(document, part.plots.counted_on, texts),
        "unclear": [
            (one.title, found_text(one, texts))
            for one in document.criteria
            if one.verdict == "unknown" and done
        ],
        "banded": any(one.error for one in document.criteria),
        "cards": list(criterion_cards(document, exercise, plots, texts)),
        "titles": titles_of(document),
    }


def _key_numbers(document: ResultDocument, several: bool, texts: Texts) -> Iterator[_KeyNumber]:
    """several: whether it is one of more sets, of which the recording as a whole says nothing."""
    summary, lasted_s = document.summary, document.input.duration_s
    yield _KeyNumber(f"{summary.reps}", texts.counted("report.figures.repetitions", summary.reps))
    values = {"good": f"{summary.good_reps}"}
    if document.exercise.asks_to_hold:
        values["held"] = duration_told(summary.hold_s, texts)
    if not several:
        recorded = UNKNOWN if lasted_s is None else texts.told(clock(round(lasted_s, 1)))
        values |= {"recorded": recorded, "in_view": f"{100 * document.pose.coverage:.0f} %"}
    for key, value in values.items():
        yield _KeyNumber(value, texts.text(f"report.figures.{key}"))


def duration_told(seconds: float | None, texts: Texts) -> str:
    """A length of time, or that nobody knows it."""
    return UNKNOWN if seconds is None else texts.text("report.seconds", seconds=seconds)


def _repetition_plot(document: ResultDocument, plots: ReportPlots, texts: Texts) -> Markup:
    label = texts.text("report.plot.label", measure=in_words(plots.counted_on, texts))
    unit = unit_of(plots.counted_on)
    return repetition_plot(plots.signal, document.reps, label, unit, texts)
