"""The truth in the words of the catalogue, on bodies whose angles are known."""

from collections.abc import Mapping

import numpy as np
import pytest

from formcheck.measure.spine import STATIONS, sagitta
from samples.studio.back import STATIONS as STUDIO_STATIONS
from samples.studio.back import sagitta as studio_sagitta
from samples.truth import BACK_SPAN, Array, Truth, true_measure

Place = tuple[float, float, float]
Places = Mapping[str, Place]

FRAMES = 4
UPRIGHT = {"shoulder": (0.0, 1.4, 0.0), "hip": (0.0, 0.9, 0.0)}


def truth(
    places: Places, angles: Mapping[str, float] | None = None, rounding: float = 0.0
) -> Truth:
    """places: x, y, z by joint, the same for both sides but for x: the left lies at more x."""
    joints = {
        f"{name}_{side}": np.tile(np.add(place, (shift, 0, 0)), (FRAMES, 1))
        for name, place in places.items()
        for side, shift in (("left", 0.2), ("right", -0.2))
    }
    return Truth(
        time_s=np.arange(FRAMES) / 2,
        joints=joints,
        pixels={},
        angles={name: np.full(FRAMES, value) for name, value in (angles or {}).items()},
        rounding=np.full(FRAMES, rounding),
    )


def on_all_fours(**more: Place) -> Places:
    return {"shoulder": (0, 0.6, 0.5), "hip": (0, 0.6, 0), **more}


def on_the_back(**more: Place) -> Places:
    return {"shoulder": (0, 0.1, -0.5), "hip": (0, 0.1, 0), **more}


def value(name: str, of: Truth) -> float:
    found = true_measure(name, of, "left")
    assert found is not None
    return float(found[0])


def test_the_chest_points_ahead_when_upright_and_down_on_all_fours() -> None:
    assert np.allclose(truth(UPRIGHT).chest, [0, 0, 1])
    assert np.allclose(truth(on_all_fours()).chest, [0, -1, 0])
    assert truth(on_all_fours()).upwards == -1
    assert truth(on_the_back()).upwards == 1
    assert np.isnan(truth(UPRIGHT).upwards)


def test_a_leg_over_the_trunk_line_is_positive_face_down_and_face_up() -> None:
    over = truth(on_all_fours(), {"hip_left": 200.0})
    assert value("leg_to_trunk", over) == pytest.approx(20)
    lifted = truth(on_the_back(), {"hip_left": 150.0})
    assert value("leg_to_trunk", lifted) == pytest.approx(30)


def test_sagging_hips_are_less_than_180_face_down_and_face_up() -> None:
    for lie, ankle in ((on_all_fours, (0, 0.6, -0.5)), (on_the_back, (0, 0.1, 0.5))):
        level = truth(lie(ankle=ankle))
        assert value("body_line", level) == pytest.approx(180)
        x, y, z = ankle
        sagging = truth(lie(ankle=(x, y + 0.1, z)))
        piked = truth(lie(ankle=(x, y - 0.1, z)))
        bend = np.degrees(np.arctan(0.1 / 0.5))
        assert value("body_line", sagging) == pytest.approx(180 - bend)
        assert value("body_line", piked) == pytest.approx(180 + bend)


def test_an_arm_raised_over_the_trunk_line_is_positive() -> None:
    arm = on_all_fours(elbow=(0, 0.6 + 0.1, 0.5 + 0.1 * np.sqrt(3)))
    assert value("arm_to_trunk", truth(arm)) == pytest.approx(30)


@pytest.mark.parametrize(("angle", "interior"), [(90, 90), (180, 180), (200, 160), (270, 90)])
def test_the_hip_is_an_interior_angle(angle: float, interior: float) -> None:
    assert value("hip", truth(UPRIGHT, {"hip_left": angle})) == pytest.approx(interior)


def test_an_upright_thigh_has_no_inclination_and_a_hanging_one_elevation_minus_90() -> None:
    body = truth(on_all_fours(knee=(0, 0.2, 0)))
    assert value("thigh_inclination", body) == pytest.approx(0)
    assert value("thigh_elevation", body) == pytest.approx(-90)


def test_heights_are_the_change_from_the_first_second_in_trunk_lengths() -> None:
    body = truth({**UPRIGHT, "ankle": (0, 0.1, 0)})
    body.joints["ankle_left"][3, 1] += 0.25
    found = true_measure("ankle_height", body, "left")
    assert found == pytest.approx([0, 0, 0, 0.5])


def test_the_curve_of_the_back_is_told_over_the_whole_line() -> None:
    assert value("back_rounding", truth(UPRIGHT, rounding=0.084)) == pytest.approx(
        0.084 / BACK_SPAN
    )


def test_an_arc_is_as_high_in_the_truth_as_in_what_is_measured() -> None:
    """The studio looks at a part of the line only, and divides by that part."""

    def arc(along: Array) -> Array:
        return np.asarray(0.3 + 0.1 * along + 0.13 * 4 * along * (1 - along))

    assert studio_sagitta(STUDIO_STATIONS, arc(STUDIO_STATIONS)) / BACK_SPAN == pytest.approx(0.13)
    assert sagitta(STATIONS, arc(STATIONS)) == pytest.approx(0.13)


def test_what_the_truth_does_not_tell_is_none() -> None:
    assert true_measure("hips_across", truth(UPRIGHT), "left") is None
