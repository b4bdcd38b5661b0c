"""Small movements are counted on the measure that shows them most clearly."""

from collections.abc import Iterable

import pytest

from formcheck.exercises.load import library
from formcheck.exercises.repetition import RepetitionRule
from formcheck.form.repetitions.signal_choice import SignalChoice
from formcheck.form.sides import SideChoice
from formcheck.form.verdicts.measured_frame import MeasuredFrame

TILT = library()["pelvic-tilt"].repetition
"""Counted on the thighs, which fall by 1.6 degrees or more, or on the hips, which rise by 0.03."""

NEAR = SideChoice(near="left")
FRAME_S = 1 / 15
SHARES = (0.0, 0.0, 0.0, 0.0, 0.2, 0.5, 0.8, 1.0, 1.0, 1.0, 1.0, 0.8, 0.5, 0.2, 0.0, 0.0)


def tilting(thigh: float, hips: float, *, late: int = 0) -> list[tuple[float, float]]:
    """Thigh elevation and hip height over one repetition in which they go by so much.

    late: by how many steps the hips lag behind.
    """
    steps = [*SHARES, *[0.0] * 4]
    behind = [*[0.0] * late, *steps]
    pairs = zip(steps, behind, strict=False)
    return [(47 + thigh * a, 0.5 + hips * b) for a, b in pairs for _ in range(4)]


def seen(values: Iterable[tuple[float, float]], *, in_posture: bool = True) -> list[MeasuredFrame]:
    return [
        MeasuredFrame(
            i * FRAME_S,
            float("nan"),
            {"thigh_elevation.left": thigh, "hip_height.left": hips},
            "side",
            in_posture,
        )
        for i, (thigh, hips) in enumerate(values)
    ]


def counted(frames: Iterable[MeasuredFrame], rule: RepetitionRule = TILT) -> tuple[int, str]:
    """How often was counted, and on what."""
    count = SignalChoice(rule)
    found = [count.update(frame, NEAR) for frame in frames]
    told = count.counted({"thigh_elevation.left": 1.0, "hip_height.left": 2.0}, NEAR)
    return sum(one is not None for one in found), {-1.0: "thighs", 2.0: "hips"}[told.value]


def test_the_thighs_are_followed_where_they_tip() -> None:
    assert counted(seen(tilting(-4.0, 0.01) * 3)) == (3, "thighs")


def test_the_hips_are_followed_where_the_thighs_hardly_tip() -> None:
    assert counted(seen(tilting(-1.0, 0.07) * 3)) == (3, "hips")


def test_where_both_move_the_clearer_one_counts_and_once() -> None:
    assert counted(seen(tilting(-1.8, 0.07) * 3)) == (3, "hips")
    assert counted(seen(tilting(-8.0, 0.04) * 3)) == (3, "thighs")


def test_a_small_movement_that_ends_first_doesnt_count_beside_the_clear_one() -> None:
    assert counted(seen(tilting(-1.8, 0.07, late=2) * 3)) == (3, "hips")


def test_what_counted_the_first_repetition_is_kept_for_the_set() -> None:
    assert counted(seen(tilting(-4.0, 0.0) + tilting(-2.0, 0.2) * 2)) == (3, "thighs")


def test_who_lies_still_does_no_repetition() -> None:
    trembling = [(47 + 0.5 * (i % 2), 0.5 + 0.01 * (i % 3)) for i in range(200)]
    assert counted(seen(trembling)) == (0, "thighs")


def test_out_of_the_posture_nothing_counts() -> None:
    assert counted(seen(tilting(-8.0, 0.2) * 2, in_posture=False)) == (0, "thighs")


def test_frames_are_told_again_by_the_measure_that_leads() -> None:
    count = SignalChoice(TILT)
    frames = seen(tilting(0.0, 0.07))
    for frame in frames[:40]:
        count.update(frame, NEAR)

    told = count.retold(frames[:40], NEAR)

    assert [one.signal for one in told] == [one.measures["hip_height.left"] for one in told]


def test_an_exercise_with_one_measure_counts_on_it() -> None:
    alone = TILT.model_copy(update={"or_by": ()})
    assert counted(seen(tilting(-4.0, 0.3) * 2), alone) == (2, "thighs")
    assert counted(seen(tilting(-1.0, 0.3) * 2), alone) == (0, "thighs")


@pytest.mark.parametrize(
    "other", [{"both_ways": True}, {"held_when": [{"measure": "knee.near", "at_least": 1}]}]
)
def test_other_measures_go_with_plain_repetitions_only(other: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="or_by can't be used together"):
        RepetitionRule.model_validate({**TILT.model_dump(), **other})


def test_what_is_counted_on_is_told_by_its_name_in_the_exercise() -> None:
    count = SignalChoice(TILT)
    measures = {"thigh_elevation.left": 45.0, "hip_height.left": 0.5}
    before = count.counted(measures, NEAR)
    for frame in seen(tilting(-1.0, 0.07)):
        count.update(frame, NEAR)
    after = count.counted(measures, NEAR)

    assert before.outward == {"thigh_elevation.near": -45.0, "hip_height.near": 0.5}
    assert before.measure == "thigh_elevation.near"
    assert (after.measure, after.value) == ("hip_height.near", 0.5)


def test_a_movement_too_small_to_count_is_noticed_on_either_measure() -> None:
    for thigh, hips in ((-1.0, 0.0), (0.0, 0.02)):
        count = SignalChoice(TILT)
        for frame in seen(tilting(thigh, hips) * 2):
            count.update(frame, NEAR)
        assert count.moved_too_little
