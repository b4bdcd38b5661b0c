"""`formcheck live`: coaching in front of the webcam."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formcheck.cli.chosen import find_chosen, for_side
from formcheck.cli.options import CameraOption, ExercisesOption, LanguageOption, ModelOption
from formcheck.errors import FormcheckError

if TYPE_CHECKING:
    from formcheck.programmes.steps import Step
    from formcheck.recognition.auto import Auto
    from formcheck.texts.texts import Texts


class SideOption(StrEnum):
    """The side that works."""

    LEFT = "left"
    RIGHT = "right"


class NotForAProgrammeError(FormcheckError):
    """An option for one exercise was given without one."""


def live(
    exercise: Annotated[
        str,
        typer.Argument(
            metavar="[EXERCISE]",
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
    language: LanguageOption = "en",
    model: ModelOption = None,
    exercises: ExercisesOption = None,
) -> int:
    """Exercise in front of the webcam and be told what to change.

    No hands are needed: it begins when you hold the start position, and pauses when you leave it
    or raise a hand. In the window: q ends, space pauses, h shows the other keys.

    formcheck live auto leaves the choice to what you do: begin any exercise, and once it is
    recognised it is counted, from your first repetition on, and coached until you leave it or begin
    another. Enter, or a raised hand between two sets, ends the session. What isn't recognised stays
    unnamed.
    """
    from formcheck.cli.live_session import Wishes, lead
    from formcheck.live.live_contract import Preferences
    from formcheck.recognition.auto import AUTO
    from formcheck.texts.texts import load_texts

    texts = load_texts(language)
    if exercise and programme is not None:
        raise NotForAProgrammeError("Give an exercise or --programme, not both.")
    of_one = (reps, hold, side) != (None, None, None)
    if exercise == AUTO and of_one:
        raise NotForAProgrammeError(
            "--reps, --hold and --side are for one exercise: name it in place of auto, "
            "e.g. formcheck live bird-dog."
        )
    if not exercise and of_one:
        raise NotForAProgrammeError(
            "--reps, --hold and --side are for one exercise: say which, or write them into a "
            "programme of your own."
        )
    wanted: tuple[Step, ...] | Auto
    if exercise == AUTO:
        wanted = _any(exercises)
    elif exercise:
        wanted = _one(exercise, reps, hold, side, exercises, texts)
    else:
        wanted = _programme(programme, exercises, texts)
    wishes = Wishes(
        camera=camera,
        model=model,
        record=record,
        preferences=Preferences(mirrored=not no_mirror, muted=no_voice, questions=not no_questions),
        sounds=not no_sound,
        history=not no_history,
        programme=None if exercise else _name(programme),
    )
    return lead(wanted, wishes, texts)


def _any(folder: Path | None) -> Auto:
    """Every exercise that there is, the user's own too."""
    from formcheck.cli.chosen import all_exercises
    from formcheck.form.vocabulary import check_vocabulary
    from formcheck.recognition.auto import Auto

    auto = Auto.among(all_exercises(folder))
    for one in auto.exercises:
        check_vocabulary(one)
    return auto


def _one(
    wanted: str,
    reps: int | None,
    hold: float | None,
    side: SideOption | None,
    folder: Path | None,
    texts: Texts,
) -> tuple[Step, ...]:
    """The steps of one exercise."""
    from formcheck.exercises.translation import translated
    from formcheck.programmes.programme import Entry
    from formcheck.programmes.steps import steps_of

    found = find_chosen(wanted, folder, remedy="say which exercise: formcheck live ID")
    entry = Entry(
        exercise=found.id, reps=reps, hold_s=hold, sides="both" if side is None else side.value
    )
    return tuple(steps_of(translated(found, texts), entry, for_side))


def _programme(file: Path | None, folder: Path | None, texts: Texts) -> tuple[Step, ...]:
    """The steps of the user's programme, or of the program's own."""
    from formcheck.exercises.translation import translated
    from formcheck.programmes.programme import read_programme, usual_programme
    from formcheck.programmes.steps import plan

    chosen = usual_programme() if file is None else read_programme(file)
    return plan(
        chosen,
        lambda wanted: translated(find_chosen(wanted, folder, remedy="name an exercise"), texts),
        for_side,
    )


def _name(file: Path | None) -> str:
    from formcheck.programmes.programme import USUAL

    return USUAL if file is None else file.stem
