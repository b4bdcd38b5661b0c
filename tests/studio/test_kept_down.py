"""Whoever shifts about, or does two sides differently, still stands on the floor."""

from __future__ import annotations

import numpy as np
import pytest

from samples.studio.errors import MotionDataError
from samples.studio.key_poses import Stage, solve_poses
from samples.studio.kinematics import pose_body
from samples.studio.motion import MOTIONS, read_motion, with_faults
from samples.studio.performer import Performer
from samples.studio.pose_state import Places, PoseState
from samples.studio.random_films.manner import Manner, Way
from samples.studio.random_films.performance import Performance, Told, performed

UNEVEN = Manner(Way.UNEVEN, 1.0, None, 0.2, False, 12.0, 1.0, 0.0, False)
PREPARES = Manner(Way.LEAST_JERK, 1.0, None, 0.2, False, 0.0, 1.0, 0.0, True)
SHIFTED_CM = 10
"""A hand or foot that bears may be so far off where it was; before, it was up to 70."""


def heights(performance: Performance, man: Performer, anchor: str) -> dict[str, np.ndarray]:
    """Centimetres over the floor of each joint in the key poses."""
    timeline = performance.timeline
    rows = []
    for key in timeline.keys:
        lift = man.settle(key.state, timeline.places, anchor)
        pose = pose_body(man.skeleton, key.state, timeline.places, anchor, lift)
        rows.append({name: 100 * joint[1] for name, joint in pose.joints(man.skeleton).items()})
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}


@pytest.mark.parametrize("manner", [UNEVEN, PREPARES], ids=["uneven", "prepares"])
@pytest.mark.parametrize("motion", ["plank", "push-up"])
@pytest.mark.parametrize("seed", range(3))
def test_hands_and_toes_stay_on_the_floor(
    man: Performer, motion: str, manner: Manner, seed: int
) -> None:
    told = Told(read_motion(MOTIONS / f"{motion}.toml"), "", 0.0, manner, "left", 1)

    performance = performed(man, told, np.random.default_rng(seed))

    found = heights(performance, man, "toes")
    for name in ("wrist_left", "wrist_right", "toe_left", "toe_right"):
        assert np.ptp(found[name]) <= SHIFTED_CM
        assert found[name].min() >= 0


@pytest.mark.parametrize("seed", range(3))
def test_nobody_sinks_into_the_floor(man: Performer, seed: int) -> None:
    """Who shifted about before a side leg lift had their lower arm 12 cm in it."""
    told = Told(read_motion(MOTIONS / "side-leg-lift.toml"), "", 0.0, PREPARES, "left", 1)

    performance = performed(man, told, np.random.default_rng(seed))

    assert min(each.min() for each in heights(performance, man, "hips").values()) >= -SHIFTED_CM


def test_somebody_who_bears_themselves_on_their_trunk_moves_as_they_like(man: Performer) -> None:
    told = Told(read_motion(MOTIONS / "leg-raise.toml"), "", 0.0, PREPARES, "left", 1)

    keys = performed(man, told, np.random.default_rng(0)).timeline.keys

    hips = [key.state.values["hip_left"] for key in keys[:4]]
    assert max(hips) - min(hips) > 5


def test_a_pose_that_a_body_cannot_take_on_the_floor_is_an_error(man: Performer) -> None:
    """Wide hips lift the trunk by more, the lower it lies, than the elbow at its side sinks."""
    motion = read_motion(MOTIONS / "side-plank.toml")

    def settle(state: PoseState, places: Places, anchor: str) -> float:
        lowered = max(0.0, -50 - state.values["trunk"])
        return man.settle(state, places, anchor) + 0.02 * lowered

    stage = Stage(man.skeleton, motion.anchor, "left", settle)
    with pytest.raises(MotionDataError, match=r"elbow_height is \S+ m off"):
        solve_poses(stage, with_faults(motion, ()))
