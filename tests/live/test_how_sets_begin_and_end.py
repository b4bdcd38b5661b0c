"""Films of who begins slumped or mid-movement, and of who lets go early, with the real model."""

from collections.abc import Iterator

import pytest

from formcheck.feedback.window import Key
from formcheck.form.state import Verdict
from formcheck.live.live_contract import Ending
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.programmes.programme import Programme, ProgrammeEntry
from tests.live.led import FILM, Excerpt, Led, lead, opened_estimator

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILM[0].path.exists(), reason="no sample clips here"),
]

CAN_BEGIN = "I can see you well. Begin when you are ready."


@pytest.fixture(scope="module")
def estimator() -> Iterator[TakeByTakeEstimator]:
    with opened_estimator() as one:
        yield one


def led(
    estimator: TakeByTakeEstimator, asked: ProgrammeEntry, *film: Excerpt, until_s: float
) -> Led:
    programme = Programme(title="One", entries=(asked,))
    return lead(
        "en", estimator, (), programme=programme, film=film, questions=False, closes_s=until_s
    )


def test_nobody_is_compared_with_a_slumped_start(estimator: TakeByTakeEstimator) -> None:
    slumped = Excerpt("desk-sitting-not-slouched", 5.0, 10.0)

    sitting = led(estimator, ProgrammeEntry(exercise="desk-sitting"), slumped, until_s=25.0)

    assert "Sit taller first." in sitting.voice.said
    assert CAN_BEGIN not in sitting.voice.said
    assert sitting.summary.sets == ()


def test_who_is_twisted_already_is_asked_to_face_ahead_and_then_turns_far_enough(
    estimator: TakeByTakeEstimator,
) -> None:
    asked = ProgrammeEntry(exercise="seated-twist", hold_s=5, sides="right")
    mid_twist, whole = Excerpt("seated-twist-good", 4.0), Excerpt("seated-twist-good")

    twist = led(estimator, asked, mid_twist, whole, until_s=40.0)

    said = twist.voice.said
    assert said.index("Face straight ahead first.") < said.index(CAN_BEGIN)
    assert not any("further" in one for one in said)
    [one] = twist.summary.sets
    assert one.summary.good_repetitions == 1


def test_a_hold_that_is_let_go_early_is_told_what_is_missing(
    estimator: TakeByTakeEstimator,
) -> None:
    asked = ProgrammeEntry(exercise="plank", hold_s=30)

    plank = led(estimator, asked, Excerpt("plank-good"), until_s=30.0)

    told = [one for one in plank.voice.said if one.startswith("Held for")]
    assert told
    assert all(one.endswith("of 30 seconds. Stay longer.") for one in told)
    [one] = plank.summary.sets
    assert one.skipped
    assert one.summary.good_repetitions == 0
    assert one.summary.verdict is not Verdict.GOOD


@pytest.mark.parametrize("keys", [(Key.DIGIT_1, Key.DIGIT_0), (Key.DIGIT_8,)])
def test_in_severe_pain_nothing_goes_on_without_an_answer(
    estimator: TakeByTakeEstimator, keys: tuple[Key, ...]
) -> None:
    typed = [(4.0, Key.ENTER), *((7.0, key) for key in keys)]

    pained = lead("en", estimator, typed)

    assert pained.summary.ending is Ending.PAIN
    assert pained.summary.pain_before == int("".join(key.name[-1] for key in keys))
    assert pained.summary.sets == ()
    assert "That is a lot of pain. Today, rest may do you more good." in " ".join(pained.voice.said)
