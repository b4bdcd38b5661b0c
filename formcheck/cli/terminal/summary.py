"""One input's result on the terminal."""

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.analysis.analysis import Analysis
from formcheck.cli.terminal.fitting_table import FittingTable
from formcheck.measure.unit import UNITS
from formcheck.results.files.folder import REPORT
from formcheck.results.result_document import ResultDocument, VerdictName
from formcheck.results.wording.measure_wording import limit_text
from formcheck.results.wording.result_wording import (
    SYMBOLS,
    headline,
    measured_text,
    missing_sides_line,
    recognised_line,
    verdict_words,
)
from formcheck.results.wording.sets_wording import set_line
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts

STYLES: dict[VerdictName, str] = {"good": "blue", "fault": "bold yellow", "unknown": "dim"}


def summary_of(analysis: Analysis, texts: Texts) -> RenderableType:
    """What to print: the headline, a line for each criterion, and where the report is."""
    document = analysis.document
    parts: list[RenderableType] = [
        Text(f"\n{document.input.path}", style="bold", overflow="fold"),
        *_judged(document, texts),
    ]
    parts.extend(Text(f"! {text}") for text in document.warnings)
    if analysis.folder is not None:
        path = shown(analysis.folder / REPORT)
        parts.append(Text(texts.text("result.report", path=path), overflow="fold"))
    return Group(*parts)


def _judged(document: ResultDocument, texts: Texts) -> Iterator[RenderableType]:
    """All sets together where they are of one exercise, else each by itself."""
    if not document.holds_several_exercises:
        yield from _set(document, texts)
        return
    for number, one in enumerate(document.sets, 1):
        yield Text(f"\n{set_line(number, one, texts)}", style="bold")
        yield from _set(document.of_set(one), texts)


def _set(document: ResultDocument, texts: Texts) -> Iterator[RenderableType]:
    yield from (Text(line) for line in _lines(document, texts) if line)
    if document.criteria:
        yield _criteria(document, texts)


def _lines(document: ResultDocument, texts: Texts) -> Iterator[str]:
    """What was done and how it was; nothing where it is not known what was done."""
    title = document.exercise.title
    if title is None:
        return
    yield recognised_line(document, texts)
    yield f"{title}: {headline(document, texts)}{_held(document, texts)}"
    yield missing_sides_line(document, texts)


def _held(document: ResultDocument, texts: Texts) -> str:
    summary = document.summary
    told = summary.reps and document.exercise.asks_to_hold
    if not told or summary.hold_s is None or not round(summary.hold_s, 1):
        return ""
    return f" {texts.text('result.held_in_all', seconds=summary.hold_s)}"


def _criteria(document: ResultDocument, texts: Texts) -> FittingTable:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(texts.text("result.column.verdict"), no_wrap=True)
    table.add_column(texts.text("result.column.judged"))
    table.add_column(texts.text("result.column.found"), justify="right", no_wrap=True)
    table.add_column(texts.text("result.column.right_is"))
    to_do = [one.cue or one.needs for one in document.criteria]
    if any(to_do):  # else the others have its room
        table.add_column(texts.text("result.column.to_do"))
    verdicts = verdict_words(texts)
    for one, do in zip(document.criteria, to_do, strict=True):
        table.add_row(
            Text(f"{SYMBOLS[one.verdict]} {verdicts[one.verdict]}", STYLES[one.verdict]),
            one.title,
            measured_text(one, texts),
            limit_text(one.limit, UNITS[one.unit], texts),
            *([do] if any(to_do) else []),
        )
    return FittingTable(table, readable=0)
