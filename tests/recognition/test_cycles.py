"""Which moments of a session count for an exercise."""

from collections.abc import Mapping

from formcheck.exercises.load import library
from formcheck.form.vocabulary import HIPS_ACROSS
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import SIDES
from formcheck.recognition.cycles import in_posture, sampled_cycles
from formcheck.recognition.feature_sampler import FeatureRow
from formcheck.recognition.feature_table import FeatureTable, table_of

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


def knee_bends(*takes: list[float]) -> FeatureTable:
    """A wall squat's bend of the knees, ten samples a second, in takes."""
    rows = [(take, bend) for take, of_take in enumerate(takes) for bend in of_take]
    return table_of(
        FeatureRow(
            number / 10,
            SIDE,
            "right",
            100.0,
            {HIPS_ACROSS: 0.0, "knee_flexion.left": bend, "knee_flexion.right": bend},
            take,
        )
        for number, (take, bend) in enumerate(rows)
    )


def bends(table: FeatureTable) -> list[tuple[int, int]]:
    bend = table.values["knee_flexion.right"]
    return [(one.first, one.last) for one in sampled_cycles(library()["wall-squat"], table, bend)]


DOWN = [90 * share / 15 for share in range(16)]
REST = [0.0] * 15
SQUAT = [*REST, *DOWN, *[90.0] * 20, *reversed(DOWN), *REST]


def test_no_movement_goes_on_over_a_cut() -> None:
    half = len(SQUAT) // 2
    together, apart = knee_bends(SQUAT), knee_bends(SQUAT[:half], SQUAT[half:])
    assert len(bends(together)) == 1
    assert all(last < half or first >= half for first, last in bends(apart))


def test_takes_have_near_sides_of_their_own() -> None:
    table = table_of(
        FeatureRow(number / 10, SIDE, side, 100.0, UPRIGHT, take)
        for take, side in enumerate(SIDES)
        for number in range(10 * take, 10 * take + 10)
    )
    assert list(table.near) == ["left"] * 10 + ["right"] * 10
    assert [(one.start, one.stop) for one in table.stretches] == [(0, 10), (10, 20)]


def test_a_movement_that_was_out_when_the_film_began_counts_too() -> None:
    out, rest = [60.0] * 8, [5.0] * 8
    back = [60.0 - 6 * i for i in range(9)]
    table = knee_bends([*out, *back, *rest])
    bend = table.values["knee_flexion.left"]
    (found,) = sampled_cycles(library()["leg-raise"], table, bend)
    assert found.first == 0
    assert 8 <= found.last <= 17


def test_it_is_not_counted_twice_where_it_went_out_a_little_first() -> None:
    way = [30.0, 45.0, 60.0, 60.0, 60.0, 45.0, 30.0, 15.0, 5.0, 5.0, 5.0, 5.0]
    table = knee_bends(way)
    assert (
        len(list(sampled_cycles(library()["leg-raise"], table, table.values["knee_flexion.left"])))
        <= 1
    )
