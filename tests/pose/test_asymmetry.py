"""What a pose model is off to one side is taken off, and off the other side as in a mirror."""

import numpy as np
import pytest

from formcheck.pose.blazepose.asymmetry import asymmetry_of, mirror_image
from formcheck.pose.landmarks import INDEX


def test_a_mirror_changes_left_and_right_over() -> None:
    points = np.random.default_rng(1).normal(size=(33, 3))
    back = mirror_image(points)
    assert back[INDEX["left_knee"]] == pytest.approx(points[INDEX["right_knee"]] * (-1, 1, 1))
    assert mirror_image(back) == pytest.approx(points)


def test_heavy_turns_shoulders_to_one_side_and_hips_to_the_other() -> None:
    off = asymmetry_of("heavy")
    apart = {
        joint: off[INDEX[f"left_{joint}"], 2] - off[INDEX[f"right_{joint}"], 2]
        for joint in ("shoulder", "hip")
    }
    assert apart == pytest.approx({"shoulder": -0.053, "hip": 0.043}, abs=0.005)


def test_what_is_taken_off_is_what_a_mirror_would_turn_round() -> None:
    off = asymmetry_of("heavy")
    assert mirror_image(off) == pytest.approx(-off, abs=1e-6)


@pytest.mark.parametrize("model", ["full", "lite", "custom"])
def test_nothing_is_taken_off_what_other_models_say(model: str) -> None:
    assert not asymmetry_of(model).any()
