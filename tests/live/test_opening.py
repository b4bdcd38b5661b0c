"""The first words of a session are said before anything is looked at, and only once."""

import pytest

from formcheck.exercises.load import find_exercise, library
from formcheck.live.live_contract import Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.programmes.steps import Step
from formcheck.recognition.auto import Auto
from tests.live.doubles import Camera, Model, Voice, Window, frames, step

ONE = (step(one=find_exercise("bird-dog")),)
SEVERAL = (*ONE, step(one=find_exercise("plank")))
ANY = Auto.among(library().values())


@pytest.mark.parametrize(
    ("wanted", "preferences", "words"),
    [
        (ONE, Preferences(warnings=True), "see a doctor"),
        (ONE, Preferences(), "How much does your back hurt"),
        (ONE, Preferences(questions=False), "We begin with: Bird dog."),
        (SEVERAL, Preferences(warnings=True, questions=False), "see a doctor"),
        (SEVERAL, Preferences(questions=False), "2 exercises"),
        (ANY, Preferences(warnings=True), "see a doctor"),
        (ANY, Preferences(), "How much does your back hurt"),
        (ANY, Preferences(questions=False), "Begin any exercise"),
    ],
)
def test_it_speaks_at_once_and_once(
    wanted: tuple[Step, ...] | Auto, preferences: Preferences, words: str
) -> None:
    voice, camera = Voice(), Camera(frames(4))
    opening = open_session(wanted, voice=voice, preferences=preferences, clock=camera.clock)
    assert [words in one for one in voice.said] == [True]

    run_live(wanted, camera=camera, estimator=Model(), window=Window(), opening=opening)

    assert sum(words in one for one in voice.said) == 1


def test_without_an_opening_it_is_silent() -> None:
    summary = run_live(ONE, camera=Camera(frames(4)), estimator=Model(), window=Window())

    assert summary.preferences == Preferences()
