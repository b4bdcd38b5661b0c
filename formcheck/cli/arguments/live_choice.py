"""From what the user asked for to the steps of a live session."""

from pathlib import Path

from formcheck.cli.arguments.chosen import check_sides, find_in, told_apart
from formcheck.cli.arguments.live_options import Wanted
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.load import library
from formcheck.exercises.mistake import Mistake
from formcheck.exercises.translation import translated
from formcheck.form.vocabulary import check_vocabulary
from formcheck.programmes.programme import (
    USUAL,
    ProgrammeEntry,
    ProgrammeError,
    read_programme,
    usual_programme,
)
from formcheck.programmes.steps import Step, plan, steps_of
from formcheck.recognition.auto import AUTO, Auto
from formcheck.texts.message import message, one_below_the_other
from formcheck.texts.refusal import problem_of
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts


class NotToPractiseError(FormcheckError):
    """A movement to avoid was asked for."""


class NotForAProgrammeError(FormcheckError):
    """An option for one exercise was given without one."""


def choose(wanted: Wanted, texts: Texts) -> tuple[Step, ...] | Auto:
    """The steps of one exercise or of a programme, or the wish to recognise what is done.

    Raises FormcheckError, with the remedy, where the options don't go together or something
    that they name can't be used.
    """
    of_one = (wanted.reps, wanted.hold_s, wanted.side) != (None, None, None)
    if wanted.exercise and wanted.programme is not None:
        raise NotForAProgrammeError(message("error.live.exercise_or_programme"))
    if wanted.exercise == AUTO and of_one:
        raise NotForAProgrammeError(message("error.live.options_of_auto"))
    if not wanted.exercise and of_one:
        raise NotForAProgrammeError(message("error.live.options_of_programme"))
    if wanted.exercise == AUTO:
        return _any(wanted.folder, texts)
    if wanted.exercise:
        return _one(wanted, texts)
    return programme_steps(wanted.programme, wanted.folder, texts)


def programme_name(wanted: Wanted) -> str | None:
    """How the history names the programme; None where one exercise was asked for."""
    if wanted.exercise:
        return None
    return USUAL if wanted.programme is None else wanted.programme.stem


def _any(folder: Path | None, texts: Texts) -> Auto:
    """Every exercise that there is, the user's own too."""
    auto = Auto.among(told_apart(folder, texts))
    for one in auto.exercises:
        check_vocabulary(one)
    return auto


def _one(wanted: Wanted, texts: Texts) -> tuple[Step, ...]:
    """The steps of one exercise."""
    found = _found(wanted.exercise, library(wanted.folder), "error.chosen.live", texts)
    if wanted.side is not None:
        check_sides(found)
    entry = ProgrammeEntry(
        exercise=found.id,
        reps=None if wanted.reps is None else (wanted.reps, wanted.reps),
        hold_s=wanted.hold_s,
        sides=wanted.side or "both",
    )
    return tuple(steps_of(found, entry))


def _found(named: str, known: ExerciseLibrary, remedy: str, texts: Texts) -> Exercise:
    """The exercise; nobody is led through a movement that is better avoided."""
    found = translated(find_in(known, named, remedy=message(remedy)), texts)
    if found.kind == "avoid":
        raise NotToPractiseError(message("error.live.to_avoid", title=found.title))
    return found


def programme_steps(file: Path | None, folder: Path | None, texts: Texts) -> tuple[Step, ...]:
    """The steps of the user's programme, or of the program's own.

    folder: of the user's own exercises.

    Raises FormcheckError with all that is wrong in it, one line a mistake.
    """
    known = library(folder)
    chosen = usual_programme() if file is None else read_programme(file)
    exercises: dict[str, Exercise] = {}
    mistakes: list[Mistake] = []
    for number, entry in enumerate(chosen.entries):
        place = ("entries", number)
        try:
            one = _found(entry.exercise, known, "error.chosen.programme", texts)
        except FormcheckError as error:
            mistakes.append(Mistake((*place, "exercise"), problem_of(error)))
            continue
        exercises[entry.exercise] = one
        if entry.sides != "both" and one.sides.pattern == "none":
            said = message("error.live.no_sides", title=one.title)
            mistakes.append(Mistake((*place, "sides"), said))
    if mistakes:
        name = shown(file) if file is not None else USUAL
        raise ProgrammeError(one_below_the_other(one.in_file(name) for one in mistakes))
    return plan(chosen, exercises.__getitem__)
