"""Which side works, where both go out."""

import pytest

from formcheck.exercises.load import library
from formcheck.form.repetitions.signal import RepetitionSignal
from formcheck.form.sets.working_side import WorkingSide

LEG_RAISE = library()["leg-raise"]
REST = {"leg_elevation.left": 0.0, "leg_elevation.right": -2.0}


@pytest.fixture
def working() -> WorkingSide:
    side = WorkingSide(LEG_RAISE, RepetitionSignal(LEG_RAISE.repetition))
    side.rest(REST)
    return side


def raised(left: float, right: float, knee_left: float, knee_right: float) -> dict[str, float]:
    return {
        "leg_elevation.left": left,
        "leg_elevation.right": right,
        "knee.left": knee_left,
        "knee.right": knee_right,
    }


def test_the_raised_leg_works_though_the_other_one_is_straighter(working: WorkingSide) -> None:
    assert working.now(raised(25, -1, knee_left=120, knee_right=175)) == "left"


def test_of_two_raised_legs_the_straighter_one_works(working: WorkingSide) -> None:
    assert working.now(raised(40, 22, knee_left=100, knee_right=165)) == "right"
    assert working.now(raised(40, 22, knee_left=165, knee_right=100)) == "left"


def test_frames_on_the_way_out_before_it_is_noticed_are_no_rest(working: WorkingSide) -> None:
    for height in (5, 10, 15):
        working.rest(raised(height, height - 2, knee_left=100, knee_right=165))
    assert working.now(raised(40, 22, knee_left=100, knee_right=165)) == "right"


def test_each_repetition_begins_from_its_own_rest(working: WorkingSide) -> None:
    working.begin_rest()
    working.rest(raised(20, 18, knee_left=100, knee_right=165))
    assert working.now(raised(40, 22, knee_left=100, knee_right=165)) == "left"


def test_without_the_other_knee_the_leading_leg_works(working: WorkingSide) -> None:
    assert working.now(raised(40, 22, knee_left=100, knee_right=float("nan"))) == "left"


def test_before_a_rest_was_seen_the_leading_leg_works() -> None:
    side = WorkingSide(LEG_RAISE, RepetitionSignal(LEG_RAISE.repetition))
    assert side.now(raised(40, 22, knee_left=100, knee_right=165)) == "left"


def test_exercises_of_both_sides_have_no_working_side() -> None:
    push_up = library()["push-up"]
    side = WorkingSide(push_up, RepetitionSignal(push_up.repetition))
    side.rest({"elbow_from_reach.left": 170.0})
    assert side.now({"elbow_from_reach.left": 90.0}) is None


def test_the_side_is_kept_until_the_repetition_is_over(working: WorkingSide) -> None:
    left = raised(25, -1, knee_left=170, knee_right=120)
    right = raised(-1, 25, knee_left=120, knee_right=170)
    begun = [working.settled(left, n / 10) for n in range(6)]
    swapped = [working.settled(right, 0.6 + n / 10) for n in range(20)]
    working.begin_rest()

    assert begun == [None] * 4 + ["left"] * 2
    assert set(swapped) == {"left"}
    assert [working.settled(right, 4 + n / 10) for n in range(6)][-1] == "right"
