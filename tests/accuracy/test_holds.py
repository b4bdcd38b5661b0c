"""How long something is truly held: what the labels say."""

from dataclasses import dataclass

import numpy as np
import pytest

from formcheck.exercises.load import library
from samples.holds import true_holds_s
from samples.truth import Array, Truth

FRAME_S = 0.1


@dataclass(frozen=True)
class Done:
    """A repetition as it is done."""

    start_s: float
    end_s: float
    side: str = "both"


def truth(knee: Array) -> Truth:
    """A wall squat, by the angle of both knees."""
    nowhere = np.zeros((len(knee), 3))
    return Truth(
        time_s=np.asarray(np.arange(len(knee)) * FRAME_S, np.float64),
        joints={"hip_left": nowhere},
        pixels={},
        angles={"knee_left": knee, "knee_right": knee},
        rounding=np.zeros(len(knee)),
    )


def squat(depth: float, hold_s: float, way_s: float = 2.0) -> Array:
    share = np.linspace(0, 1, round(way_s / FRAME_S), endpoint=False)
    way = share**3 * (share * (6 * share - 15) + 10)
    done = np.concatenate([np.zeros(10), way, np.ones(round(hold_s / FRAME_S)), 1 - way])
    return np.asarray(175 - depth * done)


WALL_SQUAT = library()["wall-squat"]


@pytest.mark.parametrize("hold_s", [2.0, 5.0])
def test_a_hold_is_the_time_at_rest(hold_s: float) -> None:
    shown = truth(squat(60, hold_s))
    (held,) = true_holds_s(WALL_SQUAT, shown, "left", [Done(1.0, 5.0 + hold_s)])
    assert held == pytest.approx(hold_s, abs=0.1)


def test_how_far_somebody_goes_does_not_matter() -> None:
    shallow, deep = (
        true_holds_s(WALL_SQUAT, truth(squat(depth, 4.0)), "left", [Done(1.0, 9.0)])
        for depth in (12.0, 80.0)
    )
    assert shallow == pytest.approx(deep, abs=2.5 * FRAME_S)


def test_what_hardly_moves_holds_nothing() -> None:
    bridge = library()["bridge"]
    hips = np.tile([0.0, 0.3, 0.0], (50, 1))
    level = Truth(
        time_s=np.asarray(np.arange(50) * FRAME_S, np.float64),
        joints={
            f"{name}_{side}": hips + np.array([ahead, 0.0, 0.0])
            for name, ahead in (("hip", 0.0), ("shoulder", 0.5))
            for side in ("left", "right")
        },
        pixels={},
        angles={},
        rounding=np.zeros(50),
    )
    assert true_holds_s(bridge, level, "left", [Done(1.0, 4.0)]) == [0.0]


def test_a_position_that_is_held_from_the_start_is_held_throughout() -> None:
    shown = truth(np.full(80, 115.0))
    assert true_holds_s(WALL_SQUAT, shown, "left", [Done(1.0, 7.0)]) == [pytest.approx(7.9)]
