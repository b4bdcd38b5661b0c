"""What drafts say about each measure."""

from collections.abc import Iterator

import pytest

from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.exercises.start_position import StartPosition
from formcheck.learn.words import LEAST_TOLERANCE, MeasureWords, measure_words
from formcheck.measure.catalogue import CATALOGUE
from formcheck.texts.entries import languages

WORDS = list(measure_words().values())
SPOKEN = [words for language in languages() for words in measure_words(language).values()]


def cues(words: MeasureWords) -> Iterator[str]:
    roles = ("near", "working", "support") if CATALOGUE[words.measure].sided else ("",)
    for key in ("low", "high", *(["still"] if words.stays_still else [])):
        yield from (words.say(key, role) for role in roles)


@pytest.mark.parametrize(
    "words", SPOKEN, ids=lambda words: f"{words.measure}-{words.texts.language}"
)
def test_every_cue_can_be_spoken_in_one_breath(words: MeasureWords) -> None:
    assert all(len(cue.split()) <= 6 for cue in cues(words))


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.measure)
def test_every_measure_exists_and_means_something_somewhere(words: MeasureWords) -> None:
    positions = ExerciseLibrary.built_in().start_positions.values()
    assert words.measure in CATALOGUE
    assert any(words.usable(view, one) for view in words.errors for one in positions)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.measure)
def test_drafts_judge_only_from_where_a_measure_holds(words: MeasureWords) -> None:
    assert set(words.errors) <= set(CATALOGUE[words.measure].seen_from)


@pytest.mark.parametrize("position", ExerciseLibrary.built_in().start_positions.values())
def test_what_start_positions_are_learnt_by_is_known(position: StartPosition) -> None:
    assert set(position.learnt_by) <= set(measure_words())


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.measure)
def test_no_angle_is_judged_more_finely_than_a_camera_can(words: MeasureWords) -> None:
    for view in words.errors:
        assert words.tolerance(view) >= (LEAST_TOLERANCE if words.in_degrees else 0)
        assert words.likely_error(view) + words.tolerance(view) >= words.errors[view]


def test_a_likely_error_is_that_of_a_told_fault() -> None:
    # What 95 of 100 values stay within is 1.96 standard errors; a fault is told from 1.28 on.
    elbow = measure_words()["elbow_from_reach"]
    assert elbow.likely_error("side") == pytest.approx(16 * 1.28 / 1.96, rel=0.01)


def test_sides_are_named_as_people_would() -> None:
    knee = measure_words()["knee"]
    assert knee.say("low", "near") == "Straighten your knee"
    assert knee.say("low", "working") == "Straighten your moving knee"
    assert knee.say("falls", "support", 92.4).startswith("Bend your other knee to about 90 ")


def test_sides_are_named_as_people_would_in_german() -> None:
    words = measure_words("de")
    assert words["knee"].say("low", "near") == "Streck das Knie"
    assert words["hip"].say("high", "working") == "Beug die bewegte Hüfte mehr"
    assert words["elbow"].say("high", "support") == "Beug den anderen Ellbogen mehr"


def test_lengths_have_the_languages_decimal_sign_and_no_angle_is_minus_zero() -> None:
    hips = {language: measure_words(language)["hip_height"] for language in ("en", "de")}
    assert [one.number(0.21) for one in hips.values()] == ["0.21", "0,21"]
    assert measure_words()["knee"].number(-0.2) == "0"
