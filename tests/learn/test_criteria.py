"""What a demonstration asks for: how far it went, what stayed still, what moved along."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.exercises.criterion import Criterion
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.learn.criteria import suggest
from formcheck.learn.demonstrated_repetitions import demonstrated_repetitions
from formcheck.learn.movement import clearest_movement
from formcheck.learn.shown import ShownFrame
from formcheck.learn.suggestion import Phase, Suggestion
from formcheck.learn.words import measure_words
from tests.learn.series import RESTING, frames, repeated

PHASES: Mapping[Phase, str] = {"all": "all", "rest": "start", "peak": "hold", "back": "returning"}


def criteria(shown: list[ShownFrame]) -> dict[str, Criterion]:
    return {one.criterion.id: one.criterion for one in suggestions(shown)}


def seen_in(shown: list[ShownFrame]) -> dict[str, str]:
    return {one.criterion.id: one.seen for one in suggestions(shown)}


def suggestions(shown: list[ShownFrame]) -> list[Suggestion]:
    standing = ExerciseLibrary.built_in().start_positions["standing"]
    words = {
        name: words for name, words in measure_words().items() if words.usable("side", standing)
    }
    movement = clearest_movement(shown, words, "side")
    repetitions = demonstrated_repetitions(shown, movement)
    return suggest(repetitions, movement, words, "side", standing, PHASES)


@settings(max_examples=25, deadline=None)
@given(trunk=st.floats(0, 80), hip=st.floats(60, 150), travel=st.floats(45, 90))
def test_what_was_shown_is_well_within_every_limit(trunk: float, hip: float, travel: float) -> None:
    resting = {**RESTING, "trunk_inclination": trunk, "hip": hip}
    found = criteria(frames(repeated(3, hold_s=1), {"knee": -travel}, resting=resting))
    shown = {
        "trunk-still": trunk,
        "hip-still": hip,
        "knee-furthest": RESTING["knee"] - travel,
    }
    for key, value in shown.items():
        one = found[key]
        assert one.at_least is not None
        assert one.at_most is not None
        assert one.at_least - one.tolerance <= value - 8
        assert one.at_most + one.tolerance >= value + 8


def test_a_straight_joint_may_be_straighter_still() -> None:
    found = criteria(frames(repeated(3), {"trunk_inclination": 60}))
    assert found["knee-still"].title == "Knee kept straight"
    assert found["knee-still"].at_most is None


def test_a_part_that_moves_along_is_asked_for_at_the_furthest_point() -> None:
    found = criteria(frames(repeated(3, hold_s=1), {"knee": -80, "arm_elevation": 85}))
    assert found["arm-furthest"].during == "hold"
    assert "arm-still" not in found


def test_an_arm_that_hangs_is_left_alone() -> None:
    found = criteria(frames(repeated(3), {"knee": -80, "arm_elevation": 12}))
    assert not any(key.startswith("arm") for key in found)


def test_what_differs_from_one_repetition_to_the_next_is_asked_for_nowhere() -> None:
    shown = frames(repeated(3, hold_s=1), {"knee": -80})
    leant = [
        replace(frame, measures={**frame.measures, "trunk_inclination": 10 + 50 * i / len(shown)})
        for i, frame in enumerate(shown)
    ]
    assert not any(key.startswith("trunk") for key in criteria(leant))


@pytest.mark.parametrize(("way_s", "asked"), [(0.8, False), (2.0, True)])
def test_only_a_slow_way_back_asks_to_be_slow(way_s: float, asked: bool) -> None:
    found = criteria(frames(repeated(3, way_s=way_s), {"knee": -80}))
    assert ("slowly-back" in found) is asked


@pytest.mark.parametrize("repetitions", [1, 3])
def test_what_was_shown_is_told_no_more_exactly_than_it_is_measured(repetitions: int) -> None:
    shown = frames(repeated(repetitions, hold_s=1), {"knee": -80})
    seen = seen_in(shown)["knee-furthest"]
    middle, within = map(float, re.findall(r"\d+", seen))
    assert seen.startswith("Shown: about ")
    assert middle == pytest.approx(RESTING["knee"] - 80, abs=1)
    assert within >= measure_words()["knee"].likely_error("side")
