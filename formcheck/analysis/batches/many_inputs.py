"""Many inputs as one run: what is done is not done again, and all are taken together."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batches.batch import Failure, Task, TaskOutcome
from formcheck.analysis.batches.done_before import DoneBefore
from formcheck.results.files.folder import SUMMARY_PAGE, OutputError, remove_unfinished
from formcheck.results.files.whole_file import written_whole
from formcheck.results.report.collection_page import collection_page
from formcheck.results.tables.collection import Collected, write_tables
from formcheck.results.tables.csv_format import CsvFormat
from formcheck.texts.message import message
from formcheck.texts.refusal import reason_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts


class Batch:
    """The inputs of one run.

    done_before: the results of those that an earlier run has done. to_do: the others. A single
    input is always done: whoever names it wants to see it done.

    anew: whether all are done again.
    """

    def __init__(self, out: Path, tasks: Sequence[Task], *, anew: bool = False) -> None:
        self._out = out
        self._done = DoneBefore(out)
        self._several = len(tasks) > 1
        known = {}
        if self._several and not anew:
            known = {id(task): self._done.result_of(task) for task in tasks}
        self.done_before = tuple(one for one in known.values() if one is not None)
        self.to_do = [task for task in tasks if known.get(id(task)) is None]
        self._by_folder = {
            (task.place[0].absolute(), task.place[1]): task
            for task in self.to_do
            if task.place is not None
        }

    def noted(self, outcomes: Iterable[TaskOutcome]) -> Iterator[TaskOutcome]:
        """The outcomes as they come, each remembered for a later run."""
        try:
            for outcome in outcomes:
                if isinstance(outcome, Analysis):
                    self._note(outcome)
                yield outcome
        finally:
            # A process that was killed on the way has left something, too.
            remove_unfinished(self._out)

    def _note(self, analysis: Analysis) -> None:
        folder = analysis.folder
        if folder is None or not self._several:
            return
        task = self._by_folder.get((folder.parent.absolute(), folder.name))
        if task is not None:
            self._done.note(task, analysis)


def write_collection(
    out: Path, outcomes: Iterable[TaskOutcome], form: CsvFormat, language: str
) -> Path:
    """Write summary.csv, summary_criteria.csv and summary.html; returns the page.

    Raises OutputError where they can't be written.
    """
    texts = load_texts(language)
    collected = sorted((_collected(one, texts) for one in outcomes), key=lambda one: one.path)
    page = out / SUMMARY_PAGE
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_tables(out, collected, form)
        with written_whole(page) as part:
            part.write_text(collection_page(collected, texts), "utf-8")
    except OSError as error:
        reason = reason_told(error)
        raise OutputError(
            message("error.written.results", path=shown(page), reason=reason)
        ) from error
    return page


def _collected(outcome: TaskOutcome, texts: Texts) -> Collected:
    if isinstance(outcome, Failure):
        return Collected(shown(outcome.path), failure=texts.told(outcome.told))
    folder = outcome.folder
    beside = None if folder is None else folder.name
    return Collected(outcome.document.input.path, beside, outcome.document)
