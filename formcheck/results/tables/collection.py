"""The results of many inputs, taken together as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from formcheck.results.files.folder import CRITERIA, SUMMARY
from formcheck.results.files.whole_file import written_whole
from formcheck.results.result_document import ResultDocument, SetJudged, VerdictName
from formcheck.results.tables.csv_format import PLAIN, Cell, CsvFormat, CsvTable

SET_COLUMNS = (
    "input", "folder", "failure", "set", "exercise", "source", "score", "start_s", "end_s", "view",
    "reps", "good_reps", "hold_s", "verdict", "faults", "not_judged", "warnings",
)  # fmt: skip
CRITERION_COLUMNS = (
    "input", "set", "exercise", "criterion", "verdict", "found", "error", "low", "high", "unit",
)  # fmt: skip

WORST_FIRST: Final[tuple[VerdictName, ...]] = ("fault", "unknown", "good")


@dataclass(frozen=True)
class Collected:
    """One input of many.

    path: as it was given. folder: of its results, seen from the page that lists them. document:
    its result; None where there is none, and then failure says why.
    """

    path: str
    folder: str | None = None
    document: ResultDocument | None = None
    failure: str | None = None

    @property
    def verdict(self) -> VerdictName | None:
        """Over the whole input, in which one set may be of another exercise than the next; None
        where it couldn't be judged at all.
        """
        if self.document is None:
            return None
        found = {
            self.document.summary.verdict,
            *(one.summary.verdict for one in self.document.sets),
        }
        return next(verdict for verdict in WORST_FIRST if verdict in found)

    @property
    def titles(self) -> tuple[str, ...]:
        """The exercises that were done, each once."""
        sets = () if self.document is None else self.document.sets
        return tuple(dict.fromkeys(one.exercise.title for one in sets if one.exercise.title))

    @property
    def reps(self) -> int:
        """Of all sets together."""
        return sum(one.summary.reps for one in self.document.sets) if self.document else 0


def write_tables(out: Path, inputs: Sequence[Collected], form: CsvFormat = PLAIN) -> None:
    """Write summary.csv, a row for each set, and summary_criteria.csv, one for each criterion.

    An input without sets has one row all the same. Raises OSError.
    """
    tables = ((SUMMARY, SET_COLUMNS, _set_rows), (CRITERIA, CRITERION_COLUMNS, _criterion_rows))
    for name, columns, rows in tables:
        with (
            written_whole(out / name) as part,
            part.open("w", encoding="utf-8", newline="") as file,
        ):
            table = CsvTable(file, form)
            table.write(columns)
            for one in inputs:
                for row in rows(one):
                    table.write(row)


def _set_rows(one: Collected) -> Iterator[Sequence[Cell]]:
    document = one.document
    if document is None:
        yield (one.path, None, one.failure, *(None,) * (len(SET_COLUMNS) - 3))
        return
    warnings = " | ".join(document.warnings)
    if not document.sets:
        exercise, summary = document.exercise, document.summary
        yield (
            *(one.path, one.folder, None, None, exercise.id, exercise.source, exercise.score),
            *(None, None, document.view.seen, summary.reps, summary.good_reps, summary.hold_s),
            *(summary.verdict, "", "", warnings),
        )
    for number, done in enumerate(document.sets, 1):
        exercise, summary = done.exercise, done.summary
        yield (
            *(one.path, one.folder, None, number, exercise.id, exercise.source, exercise.score),
            *(done.start_s, done.end_s, done.view.seen),
            *(summary.reps, summary.good_reps, summary.hold_s, summary.verdict),
            *(_with(done, "fault"), _with(done, "unknown"), warnings),
        )


def _with(done: SetJudged, verdict: VerdictName) -> str:
    """The ids of the criteria of a verdict."""
    return " ".join(one.id for one in done.criteria if one.verdict == verdict)


def _criterion_rows(one: Collected) -> Iterator[Sequence[Cell]]:
    for number, done in enumerate(() if one.document is None else one.document.sets, 1):
        for judged in done.criteria:
            yield (
                *(one.path, number, done.exercise.id, judged.id, judged.verdict),
                *(judged.found, judged.error, *judged.limit, judged.unit),
            )
