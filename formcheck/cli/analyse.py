"""`formcheck analyse`: judge recorded videos, pictures and saved pose tracks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formcheck.cli.console import complain, console, print_json, progress_bar
from formcheck.cli.options import ExercisesOption, ModelOption

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.progress import Progress as ProgressBar

    from formcheck.analysis.analysis import Progress
    from formcheck.analysis.batch import Outcome, Task
    from formcheck.analysis.interruption import Stop
    from formcheck.exercises.exercise import Exercise
    from formcheck.recognition.auto import Auto

from formcheck.cli.status import BAD_INPUT, DONE, INTERRUPTED, NOTHING_JUDGED


def analyse(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT...", help="Videos, pictures, saved pose tracks, or folders of them."
        ),
    ],
    exercise: Annotated[
        str,
        typer.Option(
            "--exercise",
            "-e",
            metavar="ID",
            help="Which exercise it is: an id, a TOML file, or auto to recognise it.",
        ),
    ] = "auto",
    exercises: ExercisesOption = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="DIR", help="Where results go.")
    ] = Path("formcheck-out"),
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many inputs at once.")] = 1,
    no_video: Annotated[
        bool, typer.Option("--no-video", help="Write no annotated video; quicker.")
    ] = False,
    model: ModelOption = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the results as one JSON document.")
    ] = False,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler", metavar="ADDRESS", help="Spread the inputs over a Dask cluster."
        ),
    ] = None,
) -> int:
    """Judge recorded videos, pictures or saved pose tracks.

    Without --exercise, what is done in each input is recognised from the movement, which takes a
    little longer: the body's outline is found too, and a video is read a second time for drawing.

    Results go to DIR/NAME/: a report to read (report.html), an annotated video, tables, and
    result.json. Exit status: 0 done, 1 nothing could be judged, 2 bad input, 130 interrupted.
    """
    from formcheck.analysis.batch import plan
    from formcheck.analysis.inputs import find_inputs
    from formcheck.analysis.interruption import interruptible
    from formcheck.results.folder import check_writable

    chosen = _find_exercise(exercise, exercises)
    check_writable(out)
    paths, failures = find_inputs(inputs)
    tasks = plan(paths, chosen, model=model, out=out, video=not no_video)
    outcomes: list[Outcome] = list(failures)
    with interruptible() as stop:
        for outcome in _run(tasks, jobs, scheduler, stop):
            outcomes.append(outcome)
            if not json:
                _tell(outcome)
        interrupted = stop()
    if json:
        _print_document(outcomes, paths)
    _explain(outcomes)
    return INTERRUPTED if interrupted else _status(outcomes)


def _find_exercise(wanted: str, folder: Path | None) -> Exercise | Auto:
    from formcheck.cli.chosen import all_exercises, find_chosen
    from formcheck.recognition.auto import AUTO, Auto

    if wanted == AUTO:
        return Auto.among(all_exercises(folder))
    return find_chosen(wanted, folder, remedy="say which exercise it is with --exercise ID")


def _run(tasks: Sequence[Task], jobs: int, scheduler: str | None, stop: Stop) -> Iterator[Outcome]:
    from formcheck.analysis.batch import run_in_turn, run_side_by_side

    with progress_bar() as bar:
        if scheduler is not None:
            from formcheck.analysis.cluster import run_on_cluster

            yield from _counted(run_on_cluster(tasks, scheduler, stop), bar, len(tasks))
        elif jobs > 1 and len(tasks) > 1:
            yield from _counted(run_side_by_side(tasks, jobs, stop), bar, len(tasks))
        else:
            yield from run_in_turn(tasks, stop, lambda task: _frames_bar(bar, task))


def _counted(outcomes: Iterator[Outcome], bar: ProgressBar, total: int) -> Iterator[Outcome]:
    line = bar.add_task("inputs", total=total)
    for outcome in outcomes:
        bar.advance(line)
        yield outcome


def _frames_bar(bar: ProgressBar, task: Task) -> Progress | None:
    if bar.disable:
        return None
    line = bar.add_task(task.path.name, total=None)
    return lambda done, total: bar.update(line, completed=done, total=total)


def _tell(outcome: Outcome) -> None:
    from formcheck.analysis.batch import Failure
    from formcheck.cli.summary import summary_of

    if not isinstance(outcome, Failure):
        console().print(summary_of(outcome))


def _print_document(outcomes: Sequence[Outcome], paths: Sequence[Path]) -> None:
    """Results in the order of the inputs, whichever was ready first."""
    from formcheck.analysis.batch import Failure

    order = {str(path): number for number, path in enumerate(paths)}
    analyses = [one for one in outcomes if not isinstance(one, Failure)]
    analyses.sort(key=lambda one: order.get(one.document.input.path, len(order)))
    failures = [one for one in outcomes if isinstance(one, Failure)]
    print_json(
        {
            "results": [one.document.model_dump(mode="json") for one in analyses],
            "errors": [{"path": str(one.path), "error": one.reason} for one in failures],
        }
    )


def _explain(outcomes: Sequence[Outcome]) -> None:
    """On standard error, what could not be judged and why."""
    from formcheck.analysis.batch import Failure
    from formcheck.results.wording import why_unknown

    for outcome in outcomes:
        if isinstance(outcome, Failure):
            complain(outcome.reason)
        elif outcome.summary.verdict == "unknown":
            path = outcome.document.input.path
            why = why_unknown(outcome.document, outcome.exercise)
            complain(
                f"{path}: {why}" if outcome.exercise is None else f"{path}: no verdict: {why}."
            )


def _status(outcomes: Sequence[Outcome]) -> int:
    from formcheck.analysis.batch import Failure

    if any(isinstance(one, Failure) for one in outcomes):
        return BAD_INPUT
    verdicts = [one.summary.verdict for one in outcomes if not isinstance(one, Failure)]
    return DONE if any(verdict != "unknown" for verdict in verdicts) else NOTHING_JUDGED
