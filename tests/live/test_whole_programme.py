"""A whole programme from its warnings to its last page, by a film that begins again."""

import pytest

from formcheck.feedback.audio.sound import Sound
from formcheck.live.live_contract import Ending
from tests.live.led import FILM, lead, opened_estimator


@pytest.mark.slow
@pytest.mark.skipif(not FILM[0].path.exists(), reason="no sample clips here")
def test_a_programme_is_led_from_the_warnings_to_the_last_page() -> None:
    with opened_estimator() as estimator:
        led = lead("en", estimator)

    assert led.summary.ending is Ending.DONE
    assert led.summary.pain_before == 3
    plank, bird_dog = led.summary.sets
    assert (plank.step.exercise.id, bird_dog.step.exercise.id) == ("plank", "bird-dog")
    assert plank.summary.hold_s == pytest.approx(3, abs=0.5)
    assert [one.faults for one in bird_dog.summary.repetitions] == [("back-level",)] * 2
    assert led.sounds.played.count(Sound.STARTED) >= 2
    said = " ".join(led.voice.said)
    told = (
        "see a doctor now",
        "How much does your back hurt today?",
        "2 exercises, about",
        "We begin with: Plank.",
        "Shall we end here?",
        "Next: Bird dog.",
        "Don't let your back sag",
        "How much does your back hurt now?",
        "One thing to work on: Back level",
    )
    places = [said.find(one) for one in told]
    assert -1 not in places, said
    assert places == sorted(places)
