"""How a session begins: it speaks while what sees and judges is still being loaded."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from formcheck.feedback.audio.announcer import Announcer
from formcheck.feedback.audio.sound import SilentSounds, Sounds
from formcheck.feedback.audio.voice import SilentVoice, Voice
from formcheck.live.live_contract import Preferences
from formcheck.live.scenes.overview_page import OverviewPage, are_several
from formcheck.live.scenes.pain_question import PainQuestion
from formcheck.live.scenes.red_flags import RedFlags
from formcheck.live.scenes.rest_page import RestPage
from formcheck.live.scenes.scene import Scene
from formcheck.live.surroundings import Surroundings
from formcheck.programmes.steps import Step
from formcheck.recognition.auto import Auto
from formcheck.texts.texts import Texts, load_texts

FREE_WORDS = "live_auto.begin"
"""The text with which a session begins that leaves the choice to what is done."""


@dataclass(frozen=True)
class Opening:
    """What is there of a session before anything is looked at.

    first: the scene that it begins with; None where that one looks itself. Its words are said.
    """

    around: Surroundings
    first: Scene | None


def open_session(
    wanted: Sequence[Step] | Auto,
    *,
    voice: Voice | None = None,
    sounds: Sounds | None = None,
    preferences: Preferences | None = None,
    texts: Texts | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Opening:
    """Begin a session for `run_live`, with its first words.

    texts: English where none are given. clock: seconds, rising; for tests.
    """
    preferences = preferences or Preferences()
    announcer = Announcer(voice or SilentVoice(), muted=preferences.muted)
    around = Surroundings(
        texts or load_texts(), announcer, sounds or SilentSounds(), clock, preferences
    )
    return Opening(around, _first_scene(around, wanted))


def _first_scene(around: Surroundings, wanted: Sequence[Step] | Auto) -> Scene | None:
    """What `Script` begins with."""
    if around.preferences.warnings:
        return RedFlags(around)
    if around.preferences.questions:
        return PainQuestion(around, "before")
    if isinstance(wanted, Auto):
        around.announce(FREE_WORDS)
        return None
    return (
        OverviewPage(around, wanted) if are_several(wanted) else RestPage(around, wanted[0], None)
    )
