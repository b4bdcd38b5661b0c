"""Judging what `formcheck analyse` was given, and telling what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.batches.batch import (
    Failure,
    Task,
    TaskOutcome,
    find_people,
    plan,
    run_in_turn,
)
from formcheck.analysis.batches.cluster import run_on_cluster
from formcheck.analysis.batches.inputs import find_inputs, left_out
from formcheck.analysis.batches.many_inputs import Batch, write_collection
from formcheck.analysis.batches.side_by_side import run_side_by_side
from formcheck.analysis.poses.people_asked import PersonAsked
from formcheck.analysis.poses.source_settings import DEFAULTS as SOURCE
from formcheck.analysis.poses.source_settings import EVERY_FRAME
from formcheck.analysis.progress import Stop
from formcheck.analysis.workers.worker import OF_PARTS
from formcheck.analysis.workers.workers import crew_of, usable_cores
from formcheck.cli.arguments.chosen import find_chosen, told_apart
from formcheck.cli.process.fewer_at_once import done_alone
from formcheck.cli.process.interruption import interruptible
from formcheck.cli.terminal.batch_progress import BatchProgress, batch_progress
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.output import complain, print_json, say
from formcheck.cli.terminal.status import BAD_INPUT, DONE, INTERRUPTED, NOTHING_JUDGED
from formcheck.cli.terminal.summary import summary_of
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.files.folder import check_writable, remove_unfinished
from formcheck.results.result_document import ResultDocument
from formcheck.results.tables.csv_format import CsvFormat, CsvKind
from formcheck.results.wording.result_wording import why_unknown
from formcheck.texts.message import message
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts, load_texts


def judge_inputs(
    inputs: Sequence[Path],
    exercise: str,
    folder: Path | None,
    *,
    person: PersonAsked | None,
    out: Path,
    jobs: int | None,
    video: bool,
    every_frame: bool,
    csv: CsvKind,
    language: str,
    model: str | None,
    json: bool,
    scheduler: str | None,
    anew: bool,
) -> int:
    """Judge every input and tell of it; returns the exit status. See `formcheck analyse --help`.

    folder: of the user's own exercise files. anew: whether what is done already is done again.
    """
    texts = load_texts(language)
    chosen = _find_exercise(exercise, folder, texts)
    form = CsvFormat.of(csv, language)
    check_writable(out)
    remove_unfinished(out)
    paths, failures = find_inputs(inputs)
    outcomes: list[TaskOutcome] = list(failures)
    with interruptible() as stop:
        people = None
        if person is not None:
            people, without = find_people(paths, person, model, stop)
            outcomes += without
        tasks = plan(
            paths,
            chosen,
            model=model,
            out=out,
            video=video,
            people=people,
            csv=form,
            language=language,
            source=EVERY_FRAME if every_frame else SOURCE,
        )
        batch = Batch(out, tasks, anew=anew)
        outcomes += batch.done_before
        if not json:
            _tell_left_out(inputs, batch, texts)
        for outcome in batch.noted(_run(batch.to_do, jobs or usable_cores(), scheduler, stop)):
            outcomes.append(outcome)
            if not json:
                _tell(outcome, texts)
        interrupted = stop()
    if len(outcomes) > 1 and any(isinstance(one, Analysis) for one in outcomes):
        page = write_collection(out, outcomes, form, language)
        if not json:
            say(texts.text("batch.together", path=shown(page)))
    if json:
        _print_document(outcomes, paths)
    _explain(outcomes, texts)
    if interrupted and not any(isinstance(one, Analysis) for one in outcomes):
        complain(texts.text("error.interrupted"))
    return INTERRUPTED if interrupted else _status(outcomes)


def _find_exercise(wanted: str, folder: Path | None, texts: Texts) -> Exercise | Auto:
    if wanted == AUTO:
        return Auto.among(told_apart(folder, texts))
    return find_chosen(wanted, folder, remedy=message("error.chosen.analyse"))


def _run(
    tasks: Sequence[Task], jobs: int, scheduler: str | None, stop: Stop
) -> Iterator[TaskOutcome]:
    with batch_progress(len(tasks)) as told:
        if scheduler is not None:
            outcomes = run_on_cluster(tasks, scheduler, stop, told.of)
        elif len(tasks) > 1:
            # Also with one at a time: what ends a process costs one input and not those after it.
            outcomes = run_side_by_side(tasks, jobs, stop, told.of)
        else:
            outcomes = _in_parts(tasks, jobs, stop, told)
        one_at_a_time = jobs == 1 or scheduler is not None
        for outcome in outcomes:
            told.count(outcome)
            yield _advised(outcome) if one_at_a_time else outcome


def _advised(outcome: TaskOutcome) -> TaskOutcome:
    """An outcome of somebody who can't do less at once, and isn't told to."""
    if not isinstance(outcome, Failure):
        return outcome
    return replace(outcome, advice=done_alone(outcome.reason))


def _in_parts(
    tasks: Sequence[Task], jobs: int, stop: Stop, told: BatchProgress
) -> Iterator[TaskOutcome]:
    """A single input, by all."""
    with crew_of(jobs, OF_PARTS) as crew:
        yield from run_in_turn(tasks, stop, told.of, crew)


def _tell(outcome: TaskOutcome, texts: Texts) -> None:
    if not isinstance(outcome, Failure):
        console().print(summary_of(outcome, texts))


def _tell_left_out(inputs: Sequence[Path], batch: Batch, texts: Texts) -> None:
    """A line for what lies deeper, and one for what an earlier run has done."""
    if deeper := left_out(inputs):
        say(texts.text("batch.deeper", folders=texts.listed([shown(one) for one in deeper])))
    if batch.done_before:
        say(texts.counted("batch.done_before", len(batch.done_before)))


def _print_document(outcomes: Sequence[TaskOutcome], paths: Sequence[Path]) -> None:
    """Results in the order of the inputs, whichever was ready first."""
    order = {shown(path): number for number, path in enumerate(paths)}
    analyses = [one for one in outcomes if not isinstance(one, Failure)]
    analyses.sort(key=lambda one: order.get(one.document.input.path, len(order)))
    failures = [one for one in outcomes if isinstance(one, Failure)]
    print_json(
        {
            "results": [one.document.model_dump(mode="json") for one in analyses],
            "errors": [one.document() for one in failures],
        }
    )


def _explain(outcomes: Sequence[TaskOutcome], texts: Texts) -> None:
    """On standard error, what could not be judged and why."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            complain(texts.told(outcome.told))
        elif not _was_judged(outcome.document):
            path = outcome.document.input.path
            why = why_unknown(outcome.document, outcome.exercise, texts)
            unrecognised = outcome.exercise is None
            told = texts.text("result.no_verdict", path=path, why=why)
            complain(f"{path}: {why}" if unrecognised else told)


def _status(outcomes: Sequence[TaskOutcome]) -> int:
    if any(isinstance(one, Failure) for one in outcomes):
        return BAD_INPUT
    documents = [one.document for one in outcomes if not isinstance(one, Failure)]
    return DONE if any(map(_was_judged, documents)) else NOTHING_JUDGED


def _was_judged(document: ResultDocument) -> bool:
    """Whether there is a verdict, on the whole or on a point; what is open is told beside those."""
    verdicts = [document.summary.verdict, *(one.verdict for one in document.criteria)]
    return any(verdict != "unknown" for verdict in verdicts)
