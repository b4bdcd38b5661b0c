"""Beginning a live session: a window and its first words, before what sees and judges is loaded."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date

from formcheck.cli.arguments.live_choice import choose
from formcheck.cli.arguments.live_options import Wanted, Wishes
from formcheck.cli.audio import open_wanted_sounds
from formcheck.cli.process.loading import loading
from formcheck.cli.terminal.console import console
from formcheck.cli.terminal.output import complain
from formcheck.cli.terminal.status import BAD_INPUT, DONE, INTERRUPTED
from formcheck.errors import FormcheckError
from formcheck.feedback.audio.speech import open_voice
from formcheck.feedback.audio.voice import SilentVoice, Voice
from formcheck.feedback.display import DisplayTrial
from formcheck.feedback.drawing.banner import draw_notice_alone
from formcheck.feedback.window import DesktopWindow
from formcheck.history.past import PastSession
from formcheck.history.place import history_path
from formcheck.history.read import read_history
from formcheck.live.live_contract import Ending, Preferences
from formcheck.live.opening import open_session
from formcheck.live.scenes.red_flags import red_flags_text
from formcheck.texts.texts import load_texts


def run_session(wanted: Wanted, wishes: Wishes, display: DisplayTrial) -> int:
    """Run one session in the window; returns the exit status. See `formcheck live --help`."""
    texts = load_texts(wishes.language)
    steps = choose(wanted, texts)
    known = _known_sessions()
    preferences = preferences_for(wishes, known, date.today())
    if not known and not preferences.warnings:
        console().print(red_flags_text(texts))
    if wishes.record is not None or wishes.model is not None:
        from formcheck.cli.actions.opened_session import check_wishes

        check_wishes(wanted, wishes, texts)
    with ExitStack() as opened:
        window = opened.enter_context(DesktopWindow(display))
        # The rest takes seconds to load and open, and a busy computer takes many.
        window.show(draw_notice_alone(texts.text("notices.opening")))
        window.pressed()
        voice = _open_voice(opened, texts.language)
        sounds = open_wanted_sounds(opened, wanted=wishes.sounds)
        opening = open_session(
            steps, voice=voice, sounds=sounds, preferences=preferences, texts=texts
        )
        # What takes longest to load waits until something is seen and heard.
        with loading():
            from formcheck.cli.actions.opened_session import play_session, tell_session

        summary = play_session(steps, wanted, wishes, opening, window)
    for problem in ("" if summary.preferences.muted else voice.problem, sounds.problem):
        if problem:
            complain(texts.told(problem))
    tell_session(summary, texts)
    return {Ending.INTERRUPTED: INTERRUPTED, Ending.FAILED: BAD_INPUT}.get(summary.ending, DONE)


def preferences_for(wishes: Wishes, known: Sequence[PastSession], today: date) -> Preferences:
    """What the person chose; pain is asked about once a day, warnings come before the first time.

    known: the sessions that are remembered. today: by this computer's clock, which may have
        come from another time zone since.
    """
    return Preferences(
        mirrored=wishes.mirrored,
        muted=not wishes.voice,
        questions=wishes.questions
        and all(one.started.astimezone().date() != today for one in known),
        warnings=wishes.questions and not known,
    )


def _known_sessions() -> tuple[PastSession, ...]:
    """The sessions that are remembered; none where nobody can tell."""
    try:
        return read_history(history_path()).sessions
    except (FormcheckError, OSError):
        return ()


def _open_voice(opened: ExitStack, language: str) -> Voice:
    """Also where the user asked for silence: a key brings the voice back."""
    voice = open_voice(language)
    if not isinstance(voice, SilentVoice):
        opened.callback(voice.close)
    return voice
