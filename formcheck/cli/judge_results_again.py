"""Judging saved results again, and telling what changed."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from formcheck.analysis.batch import Failure
from formcheck.analysis.crew import ALONE, Crew
from formcheck.analysis.judging_again import Change, JudgedAgain, JudgingAgain
from formcheck.analysis.progress import tell_nobody
from formcheck.analysis.worker_processes import Workers
from formcheck.cli.chosen import all_exercises, find_chosen
from formcheck.cli.console import console, progress_bar
from formcheck.cli.interruption import interruptible
from formcheck.cli.output import complain, print_json, say
from formcheck.cli.status import BAD_INPUT, DONE, INTERRUPTED
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.csv_format import CsvFormat, CsvKind
from formcheck.results.saved_results import find_results
from formcheck.texts.shown import shown

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
    jobs: int,
    json: bool,
) -> int:
    """Judge results again and tell what changed; returns the exit status.

    See `formcheck judge-again --help`. folder: of the user's own exercise files.
    """
    form = CsvFormat.of(csv, language)
    known = all_exercises(folder)
    chosen: Exercise | Auto | None = None
    if exercise == AUTO:
        chosen = Auto.among(known)
    elif exercise:
        chosen = find_chosen(exercise, folder, remedy="say which with --exercise ID")
    outcomes = Outcomes()
    works = [JudgingAgain(place, tuple(known), chosen, form) for place in find_results(places)]
    crew: AbstractContextManager[Crew] = nullcontext(ALONE)
    if min(jobs, len(works)) > 1:
        crew = Workers(min(jobs, len(works)))
    with interruptible() as stop, progress_bar() as bar, crew as workers:
        promises = [workers.submit(work) for work in works]
        judged = zip(works, promises, strict=True)
        for work, promise in bar.track(judged, total=len(works), description="results"):
            if stop():
                break
            outcomes.add(work.folder, promise.result(tell_nobody, stop))
        interrupted = stop()
    if json:
        print_json(_document(outcomes))
    else:
        _tell(outcomes)
    for one in outcomes.failures:
        path = shown(one.path)
        complain(one.reason if path in one.reason else f"{path}: {one.reason}")
    if interrupted:
        return INTERRUPTED
    return BAD_INPUT if outcomes.failures else DONE


def _tell(outcomes: Outcomes) -> None:
    changed = [one for one in outcomes.judged if one.changes]
    if changed:
        console().print(_table(changed))
    unchanged = len(outcomes.judged) - len(changed)
    left = (
        f"; {len(outcomes.left)} of other exercises were left as they are" if outcomes.left else ""
    )
    say(f"{len(changed)} changed, {unchanged} unchanged{left}.")


def _table(changed: Sequence[JudgedAgain]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in ("Result", "Before", "Now", "What changed"):
        table.add_column(heading)
    for one in changed:
        told = "\n".join(_told(change, one.sets) for change in one.changes)
        table.add_row(
            Text(shown(one.folder.name)),
            Text(one.before_told),
            Text(one.after_told),
            Text(told),
        )
    return table


def _told(change: Change, sets: int) -> str:
    what = {"good_reps": "good repetitions", "reps": "repetitions"}.get(change.what, change.what)
    name = f" {change.name}" if change.name else ""
    place = ""
    if change.set_number is not None and sets > 1:
        place = f"set {change.set_number}, "
    before, now = ("none" if one is None else one for one in (change.before, change.after))
    return f"{place}{what}{name}: {before} → {now}"


def _document(outcomes: Outcomes) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "results": [_result(one) for one in outcomes.judged],
        "left": [shown(one) for one in outcomes.left],
        "errors": [{"path": shown(one.path), "error": one.reason} for one in outcomes.failures],
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
