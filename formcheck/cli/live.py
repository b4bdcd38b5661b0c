"""`formcheck live`: coaching in front of the webcam."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.completion import exercise_or_auto
from formcheck.cli.arguments.live_options import Wanted, Wishes
from formcheck.cli.arguments.options import (
    CameraOption,
    ExercisesOption,
    LanguageOption,
    ModelOption,
    finite,
)
from formcheck.feedback.display import DisplayTrial
from formcheck.programmes.limits import LONGEST_HOLD_S, MOST_REPETITIONS


class SideOption(StrEnum):
    """The side that works."""

    LEFT = "left"
    RIGHT = "right"


def live(
    exercise: Annotated[
        str,
        typer.Argument(
            metavar="EXERCISE",
            autocompletion=exercise_or_auto,
            help="Its id, or a TOML file; auto recognises what you do; without one, a whole "
            "programme.",
        ),
    ] = "",
    programme: Annotated[
        Path | None,
        typer.Option(
            "--programme", metavar="FILE", help="A programme of your own, as a TOML file."
        ),
    ] = None,
    camera: CameraOption = "0",
    loop: Annotated[
        bool, typer.Option("--loop", help="Begin --camera FILE again each time it is over.")
    ] = False,
    reps: Annotated[
        int | None,
        typer.Option(
            "--reps",
            min=1,
            max=MOST_REPETITIONS,
            help="How many repetitions; the exercise says how many are usual.",
        ),
    ] = None,
    hold: Annotated[
        float | None,
        typer.Option(
            "--hold",
            min=0,
            max=LONGEST_HOLD_S,
            callback=finite,
            help="How many seconds to hold.",
        ),
    ] = None,
    side: Annotated[SideOption | None, typer.Option("--side", help="Which side works.")] = None,
    record: Annotated[
        Path | None, typer.Option("--record", metavar="DIR", help="Keep the session here.")
    ] = None,
    no_voice: Annotated[bool, typer.Option("--no-voice", help="Don't speak.")] = False,
    no_sound: Annotated[bool, typer.Option("--no-sound", help="Play no signals.")] = False,
    no_mirror: Annotated[
        bool, typer.Option("--no-mirror", help="Show the picture as the camera sees it.")
    ] = False,
    no_questions: Annotated[
        bool, typer.Option("--no-questions", help="Don't ask about pain before and after.")
    ] = False,
    no_history: Annotated[
        bool, typer.Option("--no-history", help="Leave this session out of your history.")
    ] = False,
    language: LanguageOption = "",
    model: ModelOption = None,
    exercises: ExercisesOption = None,
) -> int:
    """Exercise in front of the webcam and be told what to change.

    No hands are needed: it begins when you hold the start position, and pauses when you leave it
    or raise a hand. In the window: q ends, space pauses, h shows the other keys.

    With --camera FILE a film stands in for the camera: it waits while there is something to read
    or to answer, and plays from the moment on in which the start position is looked for.

    formcheck live auto leaves the choice to what you do: begin any exercise, and once it is
    recognised it is counted, from your first repetition on, and coached until you leave it or begin
    another. Enter, or a raised hand between two sets, ends the session. What isn't recognised stays
    unnamed.
    """
    wanted = Wanted(
        exercise, programme, reps, hold, None if side is None else side.value, exercises
    )
    wishes = Wishes(
        camera=camera,
        loop=loop,
        model=model,
        language=language,
        record=record,
        voice=not no_voice,
        sounds=not no_sound,
        mirrored=not no_mirror,
        questions=not no_questions,
        history=not no_history,
    )
    # Whether there is a screen is found out while the rest is loaded.
    with DisplayTrial() as display:
        return work.run_session(wanted, wishes, display)
