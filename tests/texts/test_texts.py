"""Texts by name, with values in their places."""

import pytest

from formcheck.texts.entries import flattened, languages
from formcheck.texts.texts import Texts, load_texts


def test_a_text_is_filled_with_its_values() -> None:
    texts = Texts("en", {"cues.done": "Done: {count} repetitions"})

    assert texts.text("cues.done", count=12) == "Done: 12 repetitions"


def test_a_key_or_a_value_that_is_missing_is_a_mistake_of_the_program() -> None:
    texts = Texts("en", {"cues.done": "Done: {count} repetitions"})

    with pytest.raises(KeyError):
        texts.text("cues.gone")
    with pytest.raises(KeyError):
        texts.text("cues.done")


def test_the_texts_of_a_list_are_numbered_from_one() -> None:
    document = {"steps": ["Lie down.", "Get up."], "also": [{"cue": "Lift your chest"}]}

    assert dict(flattened(document, "bridge.")) == {
        "bridge.steps.1": "Lie down.",
        "bridge.steps.2": "Get up.",
        "bridge.also.1.cue": "Lift your chest",
    }


def test_english_and_german_are_there() -> None:
    assert {"de", "en"} <= set(languages())


def test_one_of_something_has_a_text_of_its_own() -> None:
    texts = Texts("en", {"held": "{count} holds", "held_one": "{count} hold"})

    assert texts.counted("held", 1) == "1 hold"
    assert texts.counted("held", 0) == "0 holds"


@pytest.mark.parametrize("language", languages())
def test_what_is_below_nothing_has_a_minus_and_no_hyphen(language: str) -> None:
    texts = load_texts(language)

    assert texts.number(-90.0, ".0f") == "−90"
    assert texts.number(-0.02, "z.1f") == texts.number(0.0, ".1f")
    assert texts.number(2e-7) == "2e-07"
