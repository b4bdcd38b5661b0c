"""Reading the results that are compared, and showing what differs."""

from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formcheck.analysis.comparing.compare_saved import compare
from formcheck.analysis.comparing.comparison import Comparison
from formcheck.analysis.comparing.comparison_wording import (
    ComparisonWords,
    headings,
    verdict_and,
)
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.output import print_json, say
from formcheck.cli.terminal.status import DONE
from formcheck.errors import FormcheckError
from formcheck.exercises.load import library
from formcheck.results.files.whole_file import write_whole
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts


def compare_results(
    places: Sequence[Path],
    exercise: str,
    folder: Path | None,
    *,
    sides: bool,
    other_person: bool,
    html: Path | None,
    language: str,
    json: bool,
) -> int:
    """Compare saved results and tell of it; returns the exit status.

    See `formcheck compare --help`. folder: of the user's own exercise files.
    """
    compared = compare(
        *places,
        exercise=exercise or None,
        sides=sides,
        other_person=other_person,
        library=library(folder),
        language=language,
    )
    texts = compared.texts
    if html is not None:
        _write(html, compared.page)
    if json:
        print_json(compared.document)
        return DONE
    console().print(_shown(compared.comparison, texts))
    if html is not None:
        say(texts.text("compare.written", file=shown(html)))
    return DONE


def _shown(comparison: Comparison, texts: Texts) -> RenderableType:
    words = ComparisonWords(comparison, texts)
    return Group(
        Text(words.heading, style="bold"),
        Text(words.under_heading),
        *(Text(f"! {note}") for note in words.notes),
        _amounts(words, texts),
        _criteria(words, texts),
        *(Text(f"→ {line}") for line in words.differs),
    )


def _amounts(words: ComparisonWords, texts: Texts) -> Table:
    table = _table(texts.text("compare.table.what"), headings(words, texts))
    for line in words.chief_amounts:
        told = [
            Text(one, "bold" if telling else "dim")
            for one, telling in zip(line.differences, line.telling, strict=True)
        ]
        table.add_row(line.name, *line.amounts, *told)
    return table


def _criteria(words: ComparisonWords, texts: Texts) -> Table:
    table = _table(texts.text("compare.table.criterion"), words.labels)
    for line in words.criteria:
        table.add_row(line.title, *map(verdict_and, line.verdicts, line.told))
    return table


def _table(first: str, others: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in (first, *others):
        table.add_column(Text(heading))
    return table


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except OSError as error:
        reason = reason_told(error)
        raise FormcheckError(
            message("error.written.file", path=shown(path), reason=reason, option="--html")
        ) from error
