"""One input's result on the terminal."""

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.analysis.analysis import Analysis
from formcheck.measure.unit import UNITS
from formcheck.results.measure_wording import limit_text
from formcheck.results.result_document import ResultDocument, VerdictName
from formcheck.results.result_wording import (
    SYMBOLS,
    VERDICTS,
    headline,
    measured_text,
    missing_sides_line,
    recognised_line,
)
from formcheck.results.sets_wording import set_line
from formcheck.texts.shown import shown

STYLES: dict[VerdictName, str] = {"good": "blue", "fault": "bold yellow", "unknown": "dim"}


def summary_of(analysis: Analysis) -> RenderableType:
    """What to print: the headline, a line for each criterion, and where the report is."""
    document = analysis.document
    parts: list[RenderableType] = [
        Text(f"\n{document.input.path}", style="bold", overflow="fold"),
        *_judged(document),
    ]
    parts.extend(Text(f"! {text}") for text in document.warnings)
    if analysis.folder is not None:
        parts.append(Text(f"Report: {shown(analysis.folder / 'report.html')}", overflow="fold"))
    return Group(*parts)


def _judged(document: ResultDocument) -> Iterator[RenderableType]:
    """All sets together where they are of one exercise, else each by itself."""
    if not document.holds_several_exercises:
        yield from _set(document)
        return
    for number, one in enumerate(document.sets, 1):
        yield Text(f"\n{set_line(number, one)}", style="bold")
        yield from _set(document.of_set(one))


def _set(document: ResultDocument) -> Iterator[RenderableType]:
    yield from (Text(line) for line in _lines(document) if line)
    if document.criteria:
        yield _criteria(document)


def _lines(document: ResultDocument) -> Iterator[str]:
    """What was done and how it was; nothing where it is not known what was done."""
    title = document.exercise.title
    if title is None:
        return
    yield recognised_line(document)
    yield f"{title}: {headline(document)}{_held(document)}"
    yield missing_sides_line(document)


def _held(document: ResultDocument) -> str:
    summary = document.summary
    if not summary.reps or summary.hold_s is None:
        return ""
    return f" Held for {summary.hold_s:.1f} s in all."


def _criteria(document: ResultDocument) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Verdict", no_wrap=True)
    table.add_column("What is judged")
    table.add_column("Found", justify="right", no_wrap=True)
    table.add_column("Right is")
    table.add_column("What to do")
    for one in document.criteria:
        table.add_row(
            Text(f"{SYMBOLS[one.verdict]} {VERDICTS[one.verdict]}", STYLES[one.verdict]),
            one.title,
            measured_text(one),
            limit_text(one.limit, UNITS[one.unit]),
            one.cue or one.needs,
        )
    return table
