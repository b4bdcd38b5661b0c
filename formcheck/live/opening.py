"""How a session begins: it speaks while what sees and judges is still being loaded."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

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

    scenes: those up to the first exercise, or up to where it is looked what is done. The words of
        the first are said; each other one is made when it is asked for.
    """

    around: Surroundings
    scenes: Iterator[Scene]


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
    scenes = _beginning(around, wanted)
    begun = tuple(islice(scenes, 1))
    return Opening(around, chain(begun, scenes))


def _beginning(around: Surroundings, wanted: Sequence[Step] | Auto) -> Iterator[Scene]:
    if around.preferences.warnings:
        yield RedFlags(around)
    if around.preferences.questions:
        yield PainQuestion(around, "before")
    if isinstance(wanted, Auto):
        around.announce(FREE_WORDS)
        return
    if are_several(wanted):
        yield OverviewPage(around, wanted)
    yield RestPage(around, wanted[0], None)
