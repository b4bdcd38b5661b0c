"""`formcheck desk`: sitting posture and breaks, in the background."""

from pathlib import Path
from typing import Annotated

import typer

from formcheck.cli import work
from formcheck.cli.arguments.options import (
    LONGEST_MINUTES,
    CameraOption,
    LanguageOption,
    ModelOption,
    finite,
)


def desk(
    camera: CameraOption = "0",
    break_every: Annotated[
        float,
        typer.Option(
            "--break-every",
            min=0.01,
            max=LONGEST_MINUTES,
            callback=finite,
            metavar="MINUTES",
            help="When a break is due.",
        ),
    ] = 50.0,
    remind_every: Annotated[
        float,
        typer.Option(
            "--remind-every",
            min=0.0,
            max=LONGEST_MINUTES,
            callback=finite,
            metavar="MINUTES",
            help="Least time between two reminders.",
        ),
    ] = 5.0,
    for_minutes: Annotated[
        float | None,
        typer.Option(
            "--for",
            min=0.01,
            max=LONGEST_MINUTES,
            callback=finite,
            metavar="MINUTES",
            help="End after this time.",
        ),
    ] = None,
    no_sound: Annotated[bool, typer.Option("--no-sound", help="Make no sound.")] = False,
    no_notifications: Annotated[
        bool, typer.Option("--no-notifications", help="Show no notices on the desktop.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print the summary as one JSON document.")
    ] = False,
    language: LanguageOption = "",
    model: ModelOption = None,
    exercises: Annotated[
        Path | None,
        typer.Option(
            "--exercises", metavar="DIR", help="A folder with your own posture, at_the_desk = true."
        ),
    ] = None,
) -> int:
    """Watch how you sit, and say so when you slouch for long or sit for too long.

    Put the camera at shoulder height to your side; head and shoulders are enough. No picture is
    kept. Type b and Enter to show anew how you want to sit; Ctrl-C ends it, with a summary.

    Exit status: 0, also after Ctrl-C, which is its usual end; 1 where it never saw how you sat.
    """
    return work.watch_desk(
        camera,
        model,
        exercises,
        break_every_s=break_every * 60,
        remind_every_s=remind_every * 60,
        for_s=None if for_minutes is None else for_minutes * 60,
        sound=not no_sound,
        notifications=not no_notifications,
        json=json,
        language=language,
    )
