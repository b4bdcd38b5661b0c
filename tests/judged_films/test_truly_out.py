"""How long a criterion is truly broken for, by the joints in space, is told for the middle of each
repetition.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from formcheck.exercises.load import library
from samples.judged_films.truly_out import truly_gone, truly_out
from samples.studio.truth import JOINT_NAMES

TIMES = np.linspace(0, 10, 101)


def told(start_s: float = 2.0, end_s: float = 8.0) -> dict[str, Any]:
    """One repetition, seen from the left."""
    return {
        "repetitions": [{"side": "both", "start_s": start_s, "end_s": end_s}],
        "eye": [0.0, 0.5, 3.0],
        "target": [0.0, 0.5, 0.0],
    }


def wall_squat(file: Path, bent: np.ndarray[tuple[int, ...], Any]) -> Path:
    """Somebody at a wall whose knees are bent by so many degrees, frame by frame."""
    joints = np.zeros((len(TIMES), len(JOINT_NAMES), 3))
    knee = np.array([0.4, 0.5, 0.0])
    for side, depth in (("left", 0.1), ("right", -0.1)):
        turn = np.radians(bent)
        thigh = 0.4 * np.stack([-np.sin(turn), np.cos(turn), 0 * turn], axis=1)
        for name, place in {
            "ankle": knee - [0, 0.4, 0],
            "knee": knee,
            "hip": knee + thigh,
            "shoulder": knee + thigh + [0, 0.5, 0],
        }.items():
            joints[:, JOINT_NAMES.index(f"{name}_{side}")] = place + np.array([0, 0, depth])
    np.savez(file, time_s=TIMES, joints=joints, rounding=np.zeros(len(TIMES)))
    return file


@pytest.mark.parametrize(("bent", "share"), [(60.0, 0.0), (110.0, 1.0)])
def test_knees_that_are_bent_too_far_are_out(tmp_path: Path, bent: float, share: float) -> None:
    file = wall_squat(tmp_path / "film.truth.npz", np.full(len(TIMES), bent))
    out = truly_out(library()["wall-squat"], told(), file)
    assert out["not-too-deep"] == share
    assert out["knees-bent"] == 0.0


def test_who_is_still_on_the_way_is_not_out(tmp_path: Path) -> None:
    bent = np.where(np.abs(TIMES - 5) <= 1.5, 70.0, 10.0)
    file = wall_squat(tmp_path / "film.truth.npz", bent)
    assert truly_out(library()["wall-squat"], told(), file)["knees-bent"] == 0.0


def test_what_the_joints_do_not_tell_is_not_told(tmp_path: Path) -> None:
    file = wall_squat(tmp_path / "film.truth.npz", np.full(len(TIMES), 60.0))
    assert truly_out(library()["side-leg-lift"], told(), file)["foot-not-turned-up"] is None


def test_how_far_a_repetition_goes_is_told_in_least_travels(tmp_path: Path) -> None:
    squat, bent = library()["wall-squat"], np.where(np.abs(TIMES - 5) <= 2.5, 70.0, 10.0)
    down = wall_squat(tmp_path / "down.truth.npz", bent)
    still = wall_squat(tmp_path / "still.truth.npz", np.full(len(TIMES), 60.0))
    (gone,) = truly_gone(squat, told(), down)
    assert gone is not None
    assert gone > 2
    assert truly_gone(squat, told(), still) == (0.0,)
