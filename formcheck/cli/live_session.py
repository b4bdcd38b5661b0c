"""Opening what a live session needs, and telling what it came to."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from formcheck.cli.console import complain, console
from formcheck.cli.status import BAD_INPUT, DONE, INTERRUPTED
from formcheck.errors import FormcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from formcheck.exercises.exercise import Exercise
    from formcheck.feedback.audio.sound import Sounds
    from formcheck.feedback.audio.voice import Voice
    from formcheck.live.diary import Diary
    from formcheck.live.live_contract import Preferences, SessionSummary
    from formcheck.programmes.steps import Step
    from formcheck.recognition.auto import Auto
    from formcheck.results.live_recording import LiveRecording
    from formcheck.texts.texts import Texts
    from formcheck.video.source import SourceInfo


@dataclass(frozen=True)
class Wishes:
    """What the user asked for besides the exercises.

    record: the folder for recordings, None for none. sounds, history: whether there are any.
    programme: its name, None where one exercise was asked for.
    """

    camera: str
    model: str | None
    record: Path | None
    preferences: Preferences
    sounds: bool
    history: bool
    programme: str | None


def lead(wanted: Sequence[Step] | Auto, wishes: Wishes, texts: Texts) -> int:
    """Run one session in the window; returns the exit status."""
    from formcheck.analysis.interruption import interruptible
    from formcheck.feedback.window import DesktopWindow
    from formcheck.live.live_contract import Ending
    from formcheck.live.session import run_live
    from formcheck.pose.estimation import prepare_estimation
    from formcheck.results.folder import check_writable
    from formcheck.video.open import open_camera

    if wishes.record is not None:
        check_writable(wishes.record)
    estimation = prepare_estimation(wishes.model, silhouette=_needs_silhouette(wanted), live=True)
    with ExitStack() as opened:
        window = opened.enter_context(DesktopWindow())
        source = opened.enter_context(open_camera(wishes.camera))
        voice = _open_voice(opened, texts.language)
        sounds = _open_sounds(opened, wanted=wishes.sounds)
        estimator = opened.enter_context(estimation.open())
        diary = _open_diary(opened, wishes)
        summary = run_live(
            wanted,
            camera=source,
            estimator=estimator,
            window=window,
            voice=voice,
            sounds=sounds,
            diary=diary,
            open_recording=_recording(wishes.record, source.info, estimation.model),
            preferences=wishes.preferences,
            texts=texts,
            stop=opened.enter_context(interruptible()),
        )
    for problem in ("" if summary.preferences.muted else voice.problem, sounds.problem):
        if problem:
            complain(problem)
    _tell(summary)
    return {Ending.INTERRUPTED: INTERRUPTED, Ending.FAILED: BAD_INPUT}.get(summary.ending, DONE)


def _needs_silhouette(wanted: Sequence[Step] | Auto) -> bool:
    """Whether any of the exercises needs the person's outline: the model is opened once."""
    from formcheck.form.vocabulary import needs_silhouette
    from formcheck.recognition.auto import Auto

    exercises = wanted.exercises if isinstance(wanted, Auto) else (step.exercise for step in wanted)
    return any(needs_silhouette(exercise) for exercise in exercises)


def _open_voice(opened: ExitStack, language: str) -> Voice:
    """Also where the user asked for silence: a key brings the voice back."""
    from formcheck.feedback.audio.speech import open_voice
    from formcheck.feedback.audio.voice import SilentVoice

    voice = open_voice(language)
    if not isinstance(voice, SilentVoice):
        opened.callback(voice.close)
    return voice


def _open_sounds(opened: ExitStack, *, wanted: bool) -> Sounds:
    from formcheck.feedback.audio.sound import SilentSounds
    from formcheck.feedback.audio.sounds import open_sounds

    if not wanted:
        return SilentSounds()
    sounds = open_sounds()
    opened.callback(sounds.close)
    return sounds


def _open_diary(opened: ExitStack, wishes: Wishes) -> Diary | None:
    """The history; where it can't be written, the session goes on without."""
    from formcheck.history.session_diary import open_diary

    if not wishes.history:
        return None
    try:
        diary = open_diary(programme=wishes.programme)
    except (FormcheckError, OSError) as error:
        complain(f"Your history can't be written, the session goes on: {error}")
        return None
    opened.callback(_close, diary)
    return diary


def _close(diary: Diary) -> None:
    try:
        diary.close()
    except (FormcheckError, OSError) as error:
        complain(str(error))


def _recording(
    out: Path | None, source: SourceInfo, model: str
) -> Callable[[Exercise], LiveRecording] | None:
    from formcheck.results.live_recording import LiveRecording

    if out is None:
        return None
    return lambda exercise: LiveRecording(out, exercise, source, model, datetime.now())


def _tell(summary: SessionSummary) -> None:
    """Say what the session came to."""
    from formcheck.results.wording import counted

    for warning in summary.warnings:
        complain(warning)
    for one in summary.sets:
        done = counted(len(one.summary.repetitions), "repetition")
        console().print(
            f"{one.step.exercise.title}: {done}, {one.summary.good_repetitions} good, "
            f"held for {one.summary.hold_s:.0f} s in all."
        )
        for total in one.summary.criteria:
            if total.cue:
                console().print(f"  {total.criterion.title}: {total.cue}.")
        if one.folder is not None:
            console().print(f"  Recorded: {one.folder}")
    if not summary.sets:
        console().print("No exercise was begun.")
