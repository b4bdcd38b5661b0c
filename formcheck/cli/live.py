"""`formcheck live`: coaching in front of the webcam."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formcheck.cli.chosen import find_chosen, for_side, with_hold
from formcheck.cli.console import complain, console
from formcheck.cli.status import DONE, INTERRUPTED

if TYPE_CHECKING:
    from formcheck.exercises.exercise import Exercise
    from formcheck.feedback.live_contract import LiveSummary
    from formcheck.form.checker import FormChecker
    from formcheck.results.live_recording import LiveRecording


class SideOption(StrEnum):
    """The side that works."""

    LEFT = "left"
    RIGHT = "right"


def live(
    exercise: Annotated[
        str, typer.Argument(metavar="[EXERCISE]", help="Its id, or a TOML file.")
    ] = "",
    camera: Annotated[
        str,
        typer.Option(
            "--camera",
            metavar="NUMBER|URL|FILE",
            help="0 is the first camera; an address is a network camera; a file is played as one.",
        ),
    ] = "0",
    reps: Annotated[
        int | None,
        typer.Option(
            "--reps", min=1, help="How many repetitions; the exercise says how many are usual."
        ),
    ] = None,
    hold: Annotated[
        float | None, typer.Option("--hold", min=0, help="How many seconds to hold.")
    ] = None,
    side: Annotated[SideOption | None, typer.Option("--side", help="Which side works.")] = None,
    record: Annotated[
        Path | None, typer.Option("--record", metavar="DIR", help="Keep the session here.")
    ] = None,
    no_voice: Annotated[bool, typer.Option("--no-voice", help="Don't speak.")] = False,
    no_mirror: Annotated[
        bool, typer.Option("--no-mirror", help="Show the picture as the camera sees it.")
    ] = False,
    model: Annotated[
        str | None,
        typer.Option(
            "--model", metavar="NAME", help="full (built in), lite, heavy, or a .task file."
        ),
    ] = None,
    exercises: Annotated[
        Path | None,
        typer.Option("--exercises", metavar="DIR", help="A folder of your own exercise files."),
    ] = None,
) -> int:
    """Exercise in front of the webcam and be told what to change.

    In the window: q ends, space pauses, h shows the other keys.
    """
    chosen = find_chosen(exercise, exercises, remedy="say which exercise: formcheck live ID")
    if hold is not None:
        chosen = with_hold(chosen, hold)
    if side is not None:
        chosen = for_side(chosen, side.value)
    goal = reps if reps is not None else _usual_repetitions(chosen)
    return _coach(chosen, camera, goal, record, model, muted=no_voice, mirrored=not no_mirror)


def _usual_repetitions(exercise: Exercise) -> int | None:
    return exercise.dosage.reps[1] if exercise.dosage.reps is not None else None


def _coach(
    exercise: Exercise,
    camera: str,
    goal: int | None,
    record: Path | None,
    model: str | None,
    *,
    muted: bool,
    mirrored: bool,
) -> int:
    from formcheck.feedback.live import run_live
    from formcheck.feedback.live_contract import Ending, Preferences
    from formcheck.feedback.window import DesktopWindow
    from formcheck.form.checker import FormChecker
    from formcheck.results.analysis import prepare_landmarker
    from formcheck.results.live_recording import LiveRecording
    from formcheck.video.open import open_camera

    estimation = prepare_landmarker(exercise, model)
    checker = FormChecker(exercise)
    with DesktopWindow() as window, open_camera(camera) as source, ExitStack() as on_failure:
        sink = None
        if record is not None:
            sink = LiveRecording(record, exercise, source.info, estimation.model, datetime.now())
            on_failure.callback(sink.discard)
        with estimation.open() as estimator:
            typer.echo(f"{exercise.title}. {exercise.camera.place}", err=True)
            ended = run_live(
                exercise,
                camera=source,
                estimator=estimator,
                checker=checker,
                window=window,
                sink=sink,
                preferences=Preferences(mirrored=mirrored, muted=muted, goal_repetitions=goal),
            )
        on_failure.pop_all()
    _tell(ended, checker, sink)
    return INTERRUPTED if ended.ending is Ending.INTERRUPTED else DONE


def _tell(ended: LiveSummary, checker: FormChecker, sink: LiveRecording | None) -> None:
    """Say what the session came to, and put the recording in its place."""
    from formcheck.results.wording import counted

    summary = checker.finish()
    for warning in ended.warnings:
        complain(warning)
    done = counted(len(summary.repetitions), "repetition")
    console().print(
        f"{summary.exercise.title}: {done}, {summary.good_repetitions} good, "
        f"held for {summary.hold_s:.0f} s in all."
    )
    for total in summary.criteria:
        if total.cue:
            console().print(f"  {total.criterion.title}: {total.cue}.")
    if sink is not None:
        folder = sink.finish(summary, ended.warnings)
        if folder is not None:
            console().print(f"Recorded: {folder}")
