"""Judging saved results again, and telling what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from formcheck.analysis.judging_again import (
    Change,
    JudgedAgain,
    judge_saved_again,
    wanted_for,
)
from formcheck.cli.chosen import all_exercises, find_chosen
from formcheck.cli.console import console, progress_bar
from formcheck.cli.interruption import interruptible
from formcheck.cli.output import complain, print_json, say
from formcheck.cli.status import BAD_INPUT, DONE, INTERRUPTED
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.csv_format import CsvFormat, CsvKind
from formcheck.results.result_document import ResultDocument
from formcheck.results.result_wording import headline
from formcheck.results.saved_results import find_results, read_result
from formcheck.texts.refusal import refusal_told
from formcheck.texts.shown import shown

SCHEMA = 1


@dataclass
class Outcomes:
    """What became of the results. left: those of other exercises. errors: path and reason."""

    judged: list[JudgedAgain] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    errors: list[tuple[Path, str]] = field(default_factory=list)


def judge_results_again(
    places: Sequence[Path],
    exercise: str,
    folder: Path | None,
    *,
    csv: CsvKind,
    language: str,
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
    with interruptible() as stop, progress_bar() as bar:
        for place in bar.track(find_results(places), description="results"):
            if stop():
                break
            _judge(place, known, chosen, form, outcomes)
        interrupted = stop()
    if json:
        print_json(_document(outcomes))
    else:
        _tell(outcomes)
    for path, reason in outcomes.errors:
        complain(reason if shown(path) in reason else f"{shown(path)}: {reason}")
    if interrupted:
        return INTERRUPTED
    return BAD_INPUT if outcomes.errors else DONE


def _judge(
    place: Path,
    known: Sequence[Exercise],
    chosen: Exercise | Auto | None,
    form: CsvFormat,
    outcomes: Outcomes,
) -> None:
    """Judge one result; an error costs this result alone."""
    try:
        saved = read_result(place)
        wanted = wanted_for(saved.document, known, chosen)
        if wanted is None:
            outcomes.left.append(place)
        else:
            outcomes.judged.append(judge_saved_again(saved, wanted, form))
    except FormcheckError as error:
        outcomes.errors.append((place, str(error)))
    except OSError as error:
        outcomes.errors.append((place, refusal_told(error)))


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
        told = "\n".join(_told(change, one.after) for change in one.changes)
        table.add_row(
            Text(shown(one.folder.name)),
            Text(headline(one.before)),
            Text(headline(one.after)),
            Text(told),
        )
    return table


def _told(change: Change, after: ResultDocument) -> str:
    what = {"good_reps": "good repetitions", "reps": "repetitions"}.get(change.what, change.what)
    name = f" {change.name}" if change.name else ""
    place = ""
    if change.set_number is not None and len(after.sets) > 1:
        place = f"set {change.set_number}, "
    before, now = ("none" if one is None else one for one in (change.before, change.after))
    return f"{place}{what}{name}: {before} → {now}"


def _document(outcomes: Outcomes) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "results": [_result(one) for one in outcomes.judged],
        "left": [shown(one) for one in outcomes.left],
        "errors": [{"path": shown(path), "error": reason} for path, reason in outcomes.errors],
    }


def _result(one: JudgedAgain) -> dict[str, Any]:
    return {
        "folder": shown(one.folder),
        "exercise": one.after.exercise.id,
        "changed": bool(one.changes),
        "before": one.before.summary.model_dump(mode="json"),
        "after": one.after.summary.model_dump(mode="json"),
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
