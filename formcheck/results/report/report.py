"""report.html: one file that opens anywhere, for the person and for their physiotherapist."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files

from formcheck.results.report.html_page import html_page
from formcheck.results.report.report_part import UNKNOWN, ReportPart, duration_told, part_of
from formcheck.results.result_document import InputRead, ResultDocument
from formcheck.results.wording.result_wording import SYMBOLS, verdict_words
from formcheck.results.wording.times_wording import clock, clock_exactly
from formcheck.texts.texts import Texts, load_texts
from formcheck.version import __version__


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
        parts=[part_of(number, one, several, texts) for number, one in enumerate(parts, 1)],
        cautions=dict.fromkeys(caution for part in parts for caution in part.exercise.cautions),
        film=film,
        begins_s=_begins_s(document, parts),
        script="" if film is None else _script(),
        settings=list(_settings(document, texts)),
        duration=partial(duration_told, texts=texts),
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


def _clock(time_s: float | None, texts: Texts) -> str:
    return UNKNOWN if time_s is None else texts.told(clock(round(time_s)))


def _clock_exactly(time_s: float | None, texts: Texts) -> str:
    return UNKNOWN if time_s is None else texts.told(clock_exactly(time_s))
