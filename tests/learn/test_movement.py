"""The measure to count on: the one that shows the repetitions most clearly."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.learn.beginning import DemonstrationError
from formcheck.learn.movement import Movement, clearest_movement
from formcheck.learn.movement_series import noise
from formcheck.learn.shown import ShownFrame
from formcheck.learn.words import measure_words
from tests.learn.series import frames, repeated

COUNTED = ("knee", "hip", "arm_elevation", "trunk_inclination")


def movement(shown: list[ShownFrame]) -> Movement:
    standing = ExerciseLibrary.built_in().start_positions["standing"]
    words = {
        name: words for name, words in measure_words().items() if words.usable("side", standing)
    }
    return clearest_movement(shown, words, "side")


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(COUNTED),
    times=st.integers(2, 6),
    travel=st.floats(40, 90),
    rises=st.booleans(),
    tremble=st.floats(0, 2),
)
def test_what_alone_moves_is_counted_on(
    name: str, times: int, travel: float, rises: bool, tremble: float
) -> None:
    signed = travel if rises else -travel
    found = movement(frames(repeated(times), {name: signed}, noise=tremble))
    assert found.words.measure == name
    assert found.direction == ("rises" if rises else "falls")
    assert len(found.spans) == times
    assert found.travel == pytest.approx(travel, abs=3 * tremble + 1)


@settings(max_examples=20, deadline=None)
@given(others=st.floats(5, 15), hold_s=st.floats(0, 4))
def test_of_several_the_one_that_goes_far_beyond_its_error_is_taken(
    others: float, hold_s: float
) -> None:
    shown = frames(
        repeated(3, hold_s=hold_s), {"knee": -80, "trunk_inclination": others, "hip": -others}
    )
    assert movement(shown).measure == "knee.near"


def test_the_plainer_one_is_taken_of_two_that_are_nearly_as_clear() -> None:
    both = frames(repeated(3), {"knee": -70, "thigh_elevation": 70})
    assert movement(both).words.measure == "knee"


def test_of_a_single_hold_what_was_lost_from_sight_is_not_counted_on() -> None:
    """The arms, which show most, seem to be back long before the trunk is."""
    whole, lost = repeated(1, hold_s=9), repeated(1, hold_s=2)
    lost += [0.0] * (len(whole) - len(lost))
    shown = [
        replace(one, measures={**one.measures, **_of(other, "arm_elevation")})
        for one, other in zip(
            frames(whole, {"trunk_inclination": 35}),
            frames(lost, {"arm_elevation": 80}),
            strict=True,
        )
    ]
    assert movement(shown).words.measure == "trunk_inclination"


def _of(frame: ShownFrame, name: str) -> dict[str, float]:
    return {key: value for key, value in frame.measures.items() if key.startswith(name)}


def _of_the_right(frame: ShownFrame) -> list[str]:
    return [name for name in frame.measures if name.endswith(".right")]


def test_both_sides_together_are_judged_on_the_near_one() -> None:
    found = movement(frames(repeated(3), {"knee": -80}))
    assert (found.measure, found.pattern) == ("knee.near", "none")


def test_one_side_that_works_alone_is_the_working_one() -> None:
    found = movement(frames(repeated(3), {"leg_elevation.right": 60}))
    assert (found.measure, found.pattern) == ("leg_elevation.working", "each")


def test_sides_that_take_turns_alternate() -> None:
    left, right = (frames(repeated(1), {f"leg_elevation.{side}": 60}) for side in ("left", "right"))
    again = [*left, *right, *left, *right]
    shown = [
        ShownFrame(i / 15, one.view, one.near, one.measures, one.joints)
        for i, one in enumerate(again)
    ]
    found = movement(shown)
    assert (found.measure, found.pattern) == ("leg_elevation.working", "alternating")
    assert len(found.spans) == 4


def test_a_side_that_cannot_be_seen_is_not_taken_for_a_side_that_rests() -> None:
    shown = [
        replace(frame, measures={**frame.measures, **dict.fromkeys(_of_the_right(frame), math.nan)})
        for frame in frames(repeated(3), {"knee": -80})
    ]
    assert movement(shown).measure == "knee.near"


@pytest.mark.parametrize("hold_s", [0.0, 20.0])
def test_what_comes_once_is_taken_where_the_body_moves_with_it(hold_s: float) -> None:
    found = movement(frames(repeated(1, hold_s=hold_s), {"knee": -80, "hip": -60}))
    assert (found.measure, len(found.spans), found.repeated) == ("knee.near", 1, False)


def test_what_moves_once_and_alone_may_be_a_mistake_of_tracking() -> None:
    with pytest.raises(DemonstrationError, match="No movement was found"):
        movement(frames(repeated(1), {"knee": -35}, noise=0))


def test_what_comes_twice_is_taken_before_what_comes_once() -> None:
    shown = [
        *frames(repeated(1), {"knee": -90, "hip": -90}),
        *frames(repeated(2), {"arm_elevation": 60}),
    ]
    again = [
        ShownFrame(i / 15, one.view, one.near, one.measures, one.joints)
        for i, one in enumerate(shown)
    ]
    assert movement(again).measure == "arm_elevation.near"


def test_nothing_that_moves_is_no_exercise() -> None:
    with pytest.raises(DemonstrationError, match="No movement was found"):
        movement(frames(repeated(0), {}))


def test_what_moves_no_further_than_the_camera_errs_is_named() -> None:
    small = 1.5 * measure_words()["knee"].errors["side"]

    with pytest.raises(DemonstrationError, match=r"most of all the .*knee, out and back by about"):
        movement(frames(repeated(3), {"knee": -small}))


def test_a_turn_works_on_the_side_to_which_it_goes() -> None:
    standing = ExerciseLibrary.built_in().start_positions["floor-sitting"]
    words = {
        name: words for name, words in measure_words().items() if words.usable("front", standing)
    }
    turns = {"trunk_twist.left": 50.0, "trunk_twist.right": -50.0}
    found = clearest_movement(frames(repeated(2), turns), words, "front")
    assert (found.measure, found.direction, found.pattern) == (
        "trunk_twist.working",
        "rises",
        "each",
    )


@given(tremble=st.floats(0, 8))
@settings(max_examples=20, deadline=None)
def test_trembling_alone_is_no_movement(tremble: float) -> None:
    with pytest.raises(DemonstrationError):
        movement(frames(repeated(0, rest_s=20), {}, noise=tremble))


@given(slope=st.floats(-3, 3), start=st.floats(-90, 180))
def test_a_steady_movement_has_no_noise(slope: float, start: float) -> None:
    assert noise([start + slope * i for i in range(30)]) == pytest.approx(0, abs=1e-9)
