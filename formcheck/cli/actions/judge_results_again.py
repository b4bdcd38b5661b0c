"""Judging saved results again, and telling what changed."""

from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from formcheck.analysis.again.judged_again import Change, JudgedAgain
from formcheck.analysis.again.judging_again import JudgingAgain
from formcheck.analysis.batches.batch import Failure
from formcheck.analysis.progress import tell_nobody
from formcheck.analysis.workers.workers import crew_of, usable_cores
from formcheck.cli.arguments.chosen import all_exercises, find_chosen
from formcheck.cli.process.fewer_at_once import done_alone
from formcheck.cli.process.interruption import interruptible
from formcheck.cli.terminal.console import console, progress_bar
from formcheck.cli.terminal.output import complain, print_json, say
from formcheck.cli.terminal.status import BAD_INPUT, DONE, INTERRUPTED
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.document.saved_results import find_results
from formcheck.results.files.folder import remove_unfinished
from formcheck.results.tables.csv_format import CsvFormat, CsvKind
from formcheck.results.wording.result_wording import SYMBOLS
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts

SCHEMA = 1


@dataclass
class Outcomes:
    """What became of the results. left: those of other exercises."""

    judged: list[JudgedAgain] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def add(self, place: Path, outcome: JudgedAgain | Failure | None) -> None:
        """Take in what became of the result in a folder."""
        if outcome is None:
            self.left.append(place)
        elif isinstance(outcome, Failure):
            self.failures.append(outcome)
        else:
            self.judged.append(outcome)


def judge_results_again(
    places: Sequence[Path],
    exercise: str,
    folder: Path | None,
    *,
    csv: CsvKind,
    language: str,
    results_language: str | None,
    jobs: int | None,
    json: bool,
) -> int:
    """Judge results again and tell what changed; returns the exit status.

    See `formcheck judge-again --help`. folder: of the user's own exercise files. results_language:
    that results are told in; None for each its own.
    """
    texts = load_texts(language)
    form = CsvFormat.of(csv, language)
    known = all_exercises(folder)
    chosen: Exercise | Auto | None = None
    if exercise == AUTO:
        chosen = Auto.among(known)
    elif exercise:
        chosen = find_chosen(exercise, folder, remedy=message("error.chosen.judged_again"))
    outcomes = Outcomes()
    works = [
        JudgingAgain(place, tuple(known), chosen, form, results_language, texts.language)
        for place in find_results(places)
    ]
    with (
        interruptible() as stop,
        nothing_unfinished({work.folder.resolve().parent for work in works}),
        progress_bar() as bar,
        crew_of(min(jobs or usable_cores(), len(works))) as crew,
    ):
        promises = [crew.submit(work) for work in works]
        judged = zip(works, promises, strict=True)
        for work, promise in bar.track(
            judged, total=len(works), description=texts.text("list.results")
        ):
            if stop():
                break
            outcome = promise.result(tell_nobody, stop)
            if jobs == 1 and isinstance(outcome, Failure):
                outcome = replace(outcome, advice=done_alone(outcome.reason))
            outcomes.add(work.folder, outcome)
        interrupted = stop()
    if json:
        print_json(_document(outcomes))
    else:
        _tell(outcomes, texts)
    for one in outcomes.failures:
        path = shown(one.path)
        reason = texts.told(one.told)
        complain(reason if path in reason else f"{path}: {reason}")
    if interrupted:
        return INTERRUPTED
    return BAD_INPUT if outcomes.failures else DONE


@contextmanager
def nothing_unfinished(places: Set[Path]) -> Iterator[None]:
    """Take away what runs, and on the way processes, that were killed have left there."""
    try:
        for place in places:
            remove_unfinished(place)
        yield
    finally:
        for place in places:
            remove_unfinished(place)


def _tell(outcomes: Outcomes, texts: Texts) -> None:
    changed = [one for one in outcomes.judged if one.changes]
    if changed:
        console().print(_table(changed, texts))
    unchanged = len(outcomes.judged) - len(changed)
    numbers = {"changed": len(changed), "unchanged": unchanged}
    if outcomes.left:
        say(texts.counted("judged_again.in_all_left", len(outcomes.left), **numbers))
    else:
        say(texts.text("judged_again.in_all", **numbers))


def _table(changed: Sequence[JudgedAgain], texts: Texts) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for key in ("result", "before", "now", "changed"):
        table.add_column(texts.text(f"judged_again.column.{key}"))
    names = _names([one.folder.resolve() for one in changed])
    for one, name in zip(changed, names, strict=True):
        told = "\n".join(_told(change, one, texts) for change in one.changes)
        table.add_row(
            Text(name),
            Text(one.before_told),
            Text(one.after_told),
            Text(told),
        )
    return table


def _names(folders: Sequence[Path]) -> list[str]:
    """Each folder by its name, and by as much more of its path as tells it from the others."""
    parts = 1
    while len({one.parts[-parts:] for one in folders}) < len(set(folders)):
        parts += 1
    return [shown(Path(*one.parts[-parts:])) for one in folders]


def _told(change: Change, one: JudgedAgain, texts: Texts) -> str:
    what = texts.text(f"judged_again.what.{change.what}")
    if change.name:
        what = f"{what} {_titled(change.name, one.titles, texts)}"
    before, now = (_value(value, one.titles, texts) for value in (change.before, change.after))
    if change.set_number is None or one.sets <= 1:
        return texts.text("judged_again.change", what=what, before=before, now=now)
    return texts.text(
        "judged_again.change_of_set", number=change.set_number, what=what, before=before, now=now
    )


def _value(value: str | int | None, titles: Mapping[str, str], texts: Texts) -> str:
    """A verdict in words and what it is about by its titles; what else there is as it is."""
    if value is None:
        return texts.text("judged_again.none")
    first, *faults = str(value).split(" ")
    if first not in SYMBOLS:
        return titles.get(str(value), str(value))
    verdict = texts.text(f"verdict.{first}")
    if not faults:
        return verdict
    return f"{verdict} ({', '.join(_titled(fault, titles, texts) for fault in faults)})"


def _titled(name: str, titles: Mapping[str, str], texts: Texts) -> str:
    """In quotation marks where it has a title; a repetition's number stands as it is."""
    return texts.text("judged_again.named", title=titles[name]) if name in titles else name


def _document(outcomes: Outcomes) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "results": [_result(one) for one in outcomes.judged],
        "left": [shown(one) for one in outcomes.left],
        "errors": [one.document() for one in outcomes.failures],
    }


def _result(one: JudgedAgain) -> dict[str, Any]:
    return {
        "folder": shown(one.folder),
        "exercise": one.exercise,
        "changed": bool(one.changes),
        "before": one.before.model_dump(mode="json"),
        "after": one.after.model_dump(mode="json"),
        "changes": list(_changes(one)),
    }


def _changes(one: JudgedAgain) -> Iterator[dict[str, Any]]:
    for change in one.changes:
        yield {
            "set": change.set_number,
            "what": change.what,
            "name": change.name or None,
            "before": change.before,
            "after": change.after,
        }
