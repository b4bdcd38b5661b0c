"""What a live session needs besides a window and a voice, and telling what it came to."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

from formcheck.cli.arguments.chosen import all_exercises
from formcheck.cli.arguments.live_choice import programme_name
from formcheck.cli.arguments.live_options import Wanted, Wishes
from formcheck.cli.process.interruption import interruptible
from formcheck.cli.process.responsive import become_responsive
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.output import complain, say
from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.feedback.window import Window
from formcheck.form.vocabulary import needs_silhouette
from formcheck.history.session_diary import open_diary
from formcheck.live.live_contract import Diary, SessionSummary
from formcheck.live.opening import Opening
from formcheck.live.recognising.exercise_watch import ExerciseWatch, ExerciseWatchSettings
from formcheck.live.scenes.last_page import outcome_of
from formcheck.live.session import run_live
from formcheck.pose.backends import find_backend
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.programmes.steps import Step
from formcheck.recognition.auto import Auto
from formcheck.recognition.recogniser import Recogniser
from formcheck.results.files.folder import check_writable
from formcheck.results.interrupted_recording import recover_recordings
from formcheck.results.live_recording import LiveRecording
from formcheck.right_of_way import RightOfWay
from formcheck.texts.refusal import problem_told
from formcheck.texts.shown import shown
from formcheck.texts.texts import Texts
from formcheck.video.open import open_camera
from formcheck.video.source import SourceInfo


def check_wishes(wanted: Wanted, wishes: Wishes, texts: Texts) -> None:
    """Refuse a folder or a model that can't be used before anything is opened.

    What is left of recordings that a kill cut off is told.
    """
    if wishes.record is not None:
        check_writable(wishes.record, "--record")
        by_id = {one.id: translated(one, texts) for one in all_exercises(wanted.folder)}
        for folder in recover_recordings(wishes.record, by_id.get, texts):
            say(texts.text("live.recovered", path=shown(folder)))
    find_backend(wishes.model)


def play_session(
    steps: Sequence[Step] | Auto, wanted: Wanted, wishes: Wishes, opening: Opening, window: Window
) -> SessionSummary:
    """Open the camera and what sees and remembers, and go on from a session's first words."""
    texts = opening.around.texts
    estimation = prepare_estimation(wishes.model, silhouette=_needs_silhouette(steps), live=True)
    with ExitStack() as opened:
        source = opened.enter_context(open_camera(wishes.camera, repeated=wishes.loop))
        estimator = opened.enter_context(TakeByTakeEstimator(estimation.open))
        diary = _open_diary(opened, programme_name(wanted), texts) if wishes.history else None
        become_responsive()
        right_of_way = RightOfWay()
        # A recording is drawn and written on the core on which the next picture would be begun.
        beside = None if wishes.record else opened.enter_context(ThreadPoolExecutor(1, "next pose"))
        return run_live(
            steps,
            camera=source,
            estimator=estimator,
            window=window,
            opening=opening,
            diary=diary,
            open_recording=_recording(
                wishes.record, source.info, estimation.model, texts, right_of_way
            ),
            new_watch=partial(watch_for_others, all_exercises(wanted.folder)),
            right_of_way=right_of_way,
            beside=beside,
            stop=opened.enter_context(interruptible()),
        )


def tell_session(summary: SessionSummary, texts: Texts) -> None:
    """Say what the session came to."""
    for warning in summary.warnings:
        complain(warning)
    for one in summary.sets:
        console().print(f"{one.step.exercise.title}: {outcome_of([one], texts)}.")
        for total in one.summary.criteria:
            if total.cue:
                console().print(f"  {total.criterion.title}: {total.cue}.")
        if one.folder is not None:
            recorded = texts.text("live.recorded", path=shown(one.folder))
            console().print(f"  {recorded}")
    if not summary.sets:
        console().print(texts.text("live.not_begun.line", why=summary.not_begun))


def watch_for_others(known: Sequence[Exercise], asked: Exercise) -> ExerciseWatch:
    """Recognises every exercise that there is, for who does another one than was asked for."""
    exercises = (asked, *(one for one in known if one.id != asked.id))
    settings = ExerciseWatchSettings(asked_every_s=2.0)
    return ExerciseWatch(
        lambda: Recogniser(exercises, recent_s=settings.remembered_s), settings=settings
    )


def _needs_silhouette(wanted: Sequence[Step] | Auto) -> bool:
    """Whether any of the exercises needs the person's outline: the model is opened once."""
    exercises = wanted.exercises if isinstance(wanted, Auto) else (step.exercise for step in wanted)
    return any(needs_silhouette(exercise) for exercise in exercises)


def _open_diary(opened: ExitStack, programme: str | None, texts: Texts) -> Diary | None:
    """The history; where it can't be written, the session goes on without."""
    try:
        diary = open_diary(programme=programme)
    except (FormcheckError, OSError) as error:
        complain(texts.text("live.no_history", problem=problem_told(error)))
        return None
    opened.callback(_close, diary, texts)
    return diary


def _close(diary: Diary, texts: Texts) -> None:
    try:
        diary.close()
    except (FormcheckError, OSError) as error:
        complain(texts.told(problem_told(error)))


def _recording(
    out: Path | None, source: SourceInfo, model: str, texts: Texts, right_of_way: RightOfWay
) -> Callable[[Exercise], LiveRecording] | None:
    if out is None:
        return None
    return lambda exercise: LiveRecording(
        out, exercise, source, model, datetime.now(), texts=texts, right_of_way=right_of_way
    )
