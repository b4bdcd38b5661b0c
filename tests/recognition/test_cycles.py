"""Which moments of a session count for an exercise."""

from collections.abc import Mapping

from formcheck.exercises.load import library
from formcheck.measure.orientation import View
from formcheck.recognition.cycles import in_posture
from formcheck.recognition.feature_table import FeatureRow, FeatureTable, table_of

FRONT, HALF, SIDE = View.FRONT, View.THREE_QUARTER, View.SIDE

UPRIGHT = {"trunk_inclination": 5.0}


def session(*views: View, measures: Mapping[str, float] = UPRIGHT) -> FeatureTable:
    return table_of(
        FeatureRow(i / 10, view, "right", 100.0, dict(measures)) for i, view in enumerate(views)
    )


def counting(exercise: str, table: FeatureTable) -> list[bool]:
    return [bool(inside) for inside in in_posture(library()[exercise], table)]


def test_who_turns_the_trunk_may_look_half_turned_while_they_are_out() -> None:
    assert counting("seated-twist", session(FRONT, HALF, HALF, FRONT)) == [True] * 4


def test_who_was_not_seen_from_the_right_view_before_is_not() -> None:
    assert counting("seated-twist", session(SIDE, HALF, HALF, SIDE)) == [False] * 4
    assert counting("seated-twist", session(HALF, HALF, FRONT, HALF)) == [False, False, True, True]


def test_an_exercise_that_turns_nothing_keeps_to_its_views() -> None:
    bent = {"trunk_inclination": 5.0, "knee_flexion.right": 60.0, "both_knees_flexion": 60.0}
    seen = counting("wall-squat", session(SIDE, HALF, SIDE, measures=bent))
    assert seen[1] is False


def test_legs_out_of_the_picture_say_nothing_against_a_push_up() -> None:
    body = {"chest_elevation": -60.0, "trunk_inclination": 70.0}
    nothing = float("nan")
    for thigh, counts in ((75.0, True), (5.0, False), (nothing, True)):
        measures = {**body, "thigh_inclination.right": thigh}
        assert counting("push-up", session(SIDE, measures=measures)) == [counts]
