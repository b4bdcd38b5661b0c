"""What a pose looks like by itself, from any side."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from formcheck.exercises.load import library
from formcheck.measure.orientation import View
from formcheck.pose.landmarks import SWAPPED
from formcheck.pose.pose import Pose
from formcheck.pose.together import in_company
from formcheck.recognition.feature_sampler import FeatureRow
from formcheck.recognition.feature_table import FeatureTable, table_of
from formcheck.recognition.resemblance import (
    LEAST_SHARE,
    WEIGHTS,
    read_classifiers,
    resemblances,
    write_classifiers,
)
from formcheck.recognition.similarity import Comparison
from formcheck.recognition.similarity_settings import DEFAULTS
from tests.recognition.saved_sets import good_poses, good_set

ALIKE = {"plank": "push-up", "push-up": "plank", "bridge": "pelvic-tilt", "pelvic-tilt": "bridge"}
"""Exercises that share a posture for most of the time."""


@pytest.mark.parametrize("exercise", ["bird-dog", "childs-pose", "side-plank", "wall-squat"])
def test_poses_of_an_exercise_resemble_it_most_of_the_time(exercise: str) -> None:
    resembles = good_set(exercise).resembles
    usual = {name: float(np.nanmean(logs)) for name, logs in resembles.items()}
    likeliest = max(usual, key=lambda name: usual[name])
    assert likeliest in (exercise, ALIKE.get(exercise))


def test_shares_come_to_one_and_none_is_nothing() -> None:
    logs = resemblances(good_poses("bird-dog")[0])
    assert sum(np.exp(list(logs.values()))) == pytest.approx(1, abs=len(logs) * LEAST_SHARE)
    assert min(logs.values()) >= np.log(LEAST_SHARE)


def test_in_the_mirror_a_pose_resembles_the_same() -> None:
    pose = good_poses("bird-dog")[0]
    flipped = pose.landmarks[SWAPPED] * (-1, 1, 1) + (pose.width, 0, 0)
    mirrored = replace(
        pose,
        landmarks=flipped.astype(np.float32),
        world=(pose.world[SWAPPED] * (-1, 1, 1)).astype(np.float32),
        visibility=pose.visibility[SWAPPED],
        presence=pose.presence[SWAPPED],
        place=None,
    )
    for name, one in resemblances(mirrored).items():
        assert one == pytest.approx(resemblances(pose)[name], abs=1e-3)


def test_alone_and_in_company_it_is_the_same() -> None:
    alone = good_poses("bird-dog")[:9]
    together = list(in_company(alone))
    assert [resemblances(one) for one in together] == [
        pytest.approx(resemblances(one), abs=1e-4) for one in alone
    ]


def test_nobody_resembles_nothing() -> None:
    assert resemblances(Pose.missing(0.0, 640, 480)) == {}


def test_what_is_learnt_is_read_as_it_was_written(tmp_path: Path) -> None:
    learnt = read_classifiers(WEIGHTS)
    write_classifiers(tmp_path / "again.npz", learnt)
    again = read_classifiers(tmp_path / "again.npz")
    assert again.names == learnt.names
    assert all(np.array_equal(*both) for both in zip(again.weights, learnt.weights, strict=True))


def test_every_exercise_that_is_learnt_is_one_of_the_library() -> None:
    assert set(read_classifiers(WEIGHTS).names) <= set(library())


def kept_plank(view: View, share: float | None) -> FeatureTable:
    """Somebody in a plank for ten seconds, whose poses resemble one by such a share."""
    values = {
        "hips_across": 0.0,
        "chest_elevation": -80.0,
        "trunk_inclination": 80.0,
        "body_line.left": 175.0,
        "knee.left": 172.0,
        "hip.left": 170.0,
        "elbow.left": 90.0,
        "elbow_from_reach.left": 90.0,
        "leg_elevation.left": -10.0,
        "upper_arm_inclination.left": 10.0,
    }
    return table_of(
        FeatureRow(
            time_s=number / 10,
            view=view,
            near_side="left",
            trunk=100.0,
            values=values,
            learned=values,
            resembles={} if share is None else shares(share),
        )
        for number in range(100)
    )


def shares(of_plank: float) -> dict[str, float]:
    """The rest is a push-up's."""
    return {"plank": math.log(of_plank), "push-up": math.log(1 - of_plank)}


def similarity(view: View, share: float | None) -> float:
    return Comparison(library()["plank"], kept_plank(view, share)).of_session


def test_half_turned_it_counts_what_poses_resemble() -> None:
    unknown = similarity(View.THREE_QUARTER, None)
    assert similarity(View.THREE_QUARTER, 0.001) < unknown < similarity(View.THREE_QUARTER, 0.9)


def test_from_the_side_it_counts_little() -> None:
    rightly = similarity(View.SIDE, None)
    assert similarity(View.SIDE, 0.9) == pytest.approx(rightly)
    assert similarity(View.SIDE, 0.001) == pytest.approx(DEFAULTS.rightly_counts.least * rightly)


def test_from_the_feet_an_exercise_is_told_by_what_poses_resemble_alone() -> None:
    assert similarity(View.END_ON, None) == 0
    assert similarity(View.END_ON, 0.001) == 0
    assert similarity(View.END_ON, 0.9) > 0.5
