"""The learnt measures: what is said of a pose, and how sure that is."""

from collections.abc import Mapping
from dataclasses import replace
from math import hypot, inf

import numpy as np
import pytest

from formcheck.measure.catalogue import CATALOGUE
from formcheck.measure.learned.back import BACK, back_estimate
from formcheck.measure.learned.estimates import Estimate, estimates, known_in_space
from formcheck.measure.learned.features import (
    ANGLES,
    BENDS,
    HAND_OFF_TRUNK,
    LINES,
    OUTPUTS,
    PER_TRUNK,
    THIGH_OVER_TRUNK,
    TWIST,
)
from formcheck.measure.learned.foot import FOOT, foot_estimates
from formcheck.measure.learned.measures import MEASURES, contradiction, learned_values
from formcheck.measure.observer import Observer
from formcheck.pose.blazepose_calibration import FULL, HEAVY
from formcheck.pose.landmarks import INDEX, SIDES
from formcheck.pose.pose import Pose
from formcheck.pose.together import in_company
from tests.measure.somebody_standing import standing, twisted


def asked(pose: Pose) -> Mapping[str, Estimate]:
    found = known_in_space(pose)
    return {} if found is None else estimates(found, "left", 0.0)


def test_of_somebody_who_stands_straight_every_angle_is_known_with_its_error() -> None:
    found = asked(standing())
    assert set(found) == {"trunk"} | {
        f"{name}.{side}"
        for name in (*ANGLES, *BENDS, *LINES, TWIST, THIGH_OVER_TRUNK, HAND_OFF_TRUNK)
        for side in ("left", "right")
    }
    assert found["trunk"].value == pytest.approx(0, abs=15)
    for estimate in found.values():
        assert 0.3 < estimate.error < 90
        assert np.isfinite(estimate.value)


def test_who_is_not_found_or_seen_by_another_model_has_no_angles() -> None:
    assert not asked(Pose.missing(0.0, 480, 360))
    other = replace(FULL, model="another")
    assert not asked(replace(standing(), calibration=other))


def test_what_each_pose_model_says_is_judged_by_what_was_learnt_of_it() -> None:
    by_full = asked(standing())
    by_heavy = asked(replace(standing(), calibration=HEAVY))
    assert by_heavy["knee.left"].value != by_full["knee.left"].value
    assert by_heavy["trunk"].value == pytest.approx(by_full["trunk"].value, abs=15)


def test_every_output_makes_a_measure_that_the_catalogue_has() -> None:
    assert set(MEASURES) <= set(CATALOGUE)
    assert {made.output for made in MEASURES.values()} == set(OUTPUTS)
    for name, made in MEASURES.items():
        assert CATALOGUE[name].sided == (made.output != "trunk")


def test_measures_that_say_the_same_in_other_words_agree() -> None:
    names = ("knee.left", "knee_flexion.left", "thigh_elevation.left", "thigh_inclination.left")
    known = learned_values(dict.fromkeys(names, 90.0), {}, standing(), "left", 0.0)
    knee, flexion, elevation, inclination = (known.values[name] for name in names)
    assert knee + flexion == pytest.approx(180)
    assert inclination - elevation == pytest.approx(90)
    assert known.errors["knee.left"] == known.errors["knee_flexion.left"]


def test_the_knee_that_is_bent_more_is_the_one_that_is_learnt_to_be() -> None:
    found = asked(standing(20))
    known = learned_values({"more_bent_knee": 90.0}, {}, standing(20), "left", 0.0)
    bent = min((found[f"knee.{side}"] for side in SIDES), key=lambda one: one.value)
    assert known.values["more_bent_knee"] == bent.value
    assert known.errors["more_bent_knee"] == bent.error


def test_what_is_not_seen_is_not_made_up() -> None:
    drawn = {"knee.left": float("nan"), "hip.left": 170.0, "hip_height.left": 1.0}
    drawn |= {"body_line.left": 180.0}
    assert set(learned_values(drawn, {}, standing(), "left", 0.0).values) == {"hip.left"}


def test_a_hands_distance_is_told_in_trunk_lengths_with_its_error() -> None:
    known = learned_values({"wrist_to_trunk.left": 0.3}, {}, standing(), "left", 0.0)
    own = asked(standing())[f"{HAND_OFF_TRUNK}.left"]
    assert known.values["wrist_to_trunk.left"] == pytest.approx(own.value / PER_TRUNK)
    assert known.errors["wrist_to_trunk.left"] == pytest.approx(own.error / PER_TRUNK)


def test_a_crossed_foot_is_told_as_learnt_where_it_is_seen() -> None:
    pose = standing(20)
    found = known_in_space(pose)
    assert found is not None
    seen = {f"{FOOT}.left": 0.1, f"{FOOT}.right": float("nan")}
    known = learned_values(seen, {}, pose, "left", 0.0)
    left = foot_estimates(found, pose, "left", 0.0)[f"{FOOT}.left"]
    assert known.values == {f"{FOOT}.left": left.value}
    assert known.errors == {f"{FOOT}.left": left.error}


@pytest.mark.parametrize(("drawn_error", "nearer"), [(0.5, "drawn"), (200.0, "learnt")])
def test_an_elbow_by_the_hands_reach_is_told_by_that_and_what_is_learnt(
    drawn_error: float, nearer: str
) -> None:
    pose, name = standing(), "elbow_from_reach.left"
    found = known_in_space(pose)
    assert found is not None
    learnt = estimates(found, "left", 0.0)["elbow.left"]
    drawn = learnt.value - 12.0
    told = learned_values({name: drawn}, {name: drawn_error}, pose, "left", 0.0)
    assert drawn < told.values[name] < learnt.value
    whole = {"drawn": drawn, "learnt": learnt.value}[nearer]
    assert told.values[name] == pytest.approx(whole, abs=1.0)
    # They contradict each other, by which the mean is less sure.
    assert told.errors[name] > min(drawn_error, learnt.error) * 0.99


def test_of_an_elbow_that_is_drawn_with_no_known_error_what_is_learnt_counts() -> None:
    pose, name = standing(), "elbow_from_reach.left"
    found = known_in_space(pose)
    assert found is not None
    learnt = estimates(found, "left", 0.0)["elbow.left"]
    told = learned_values({name: 90.0}, {}, pose, "left", 0.0)
    assert told.values[name] == pytest.approx(learnt.value)
    assert told.errors[name] == pytest.approx(learnt.error)


def test_the_backs_curve_is_told_of_its_edge_where_that_is_seen() -> None:
    pose = standing(20)
    found = known_in_space(pose)
    assert found is not None
    rounded = back_estimate(found, 0.12, 0.0)
    known = learned_values({BACK: 0.12}, {}, pose, "left", 0.0)
    assert known.values[BACK] == rounded.value
    assert known.errors[BACK] == rounded.error
    assert known.learned == {BACK}
    assert not learned_values({BACK: float("nan")}, {}, pose, "left", 0.0).values


def test_values_that_contradict_each_other_are_as_much_less_sure() -> None:
    hip = asked(standing())["hip.left"]
    known = [
        learned_values({"hip.left": hip.value + apart}, {"hip.left": 5.0}, standing(), "left", 0.0)
        for apart in (0, -3, 60)
    ]
    assert [one.values["hip.left"] for one in known] == [hip.value] * 3
    agree, nearly, contradict = (one.errors["hip.left"] for one in known)
    assert agree == nearly == hip.error
    assert contradict == pytest.approx(hip.error * 60 / hypot(hip.error, 5))
    assert contradiction(60, 3, inf) == 1


def test_a_drawing_that_is_wrong_itself_makes_nothing_less_sure() -> None:
    knee = asked(standing())["knee.left"]
    drawn, of_drawn = {"knee.left": knee.value - 60}, {"knee.left": 5.0}
    known = learned_values(drawn, of_drawn, standing(), "left", 0.0)
    assert known.errors["knee.left"] == knee.error


def test_how_sure_the_pose_model_is_of_hips_hardly_matters_while_it_is_sure() -> None:
    sure, trunk = np.ones(33, np.float32), np.ones(33, np.float32)
    trunk[[INDEX[f"{side}_{joint}"] for side in SIDES for joint in ("shoulder", "hip")]] = 0.95
    usual, unusual = (asked(replace(standing(20), visibility=seen)) for seen in (sure, trunk))
    for name, estimate in usual.items():
        # A third of what it says of its own error, 0.8 degrees of the leg's lean.
        assert unusual[name].value == pytest.approx(estimate.value, abs=estimate.error / 3)


def test_an_observer_tells_what_was_learnt_with_its_error() -> None:
    measures = Observer(["hip", "hip_height"]).update(standing(20))
    assert measures.values["hip.left"] == asked(measures.pose)["hip.left"].value
    assert measures.error("hip.left") == asked(measures.pose)["hip.left"].error
    assert measures.error("hip_height.left") > 0


def test_many_poses_asked_at_once_are_told_the_same() -> None:
    poses = [standing(lean) for lean in range(0, 55, 5)]
    poses.insert(4, Pose.missing(0.0, 640, 480))
    for plain, known in zip(poses, in_company(poses), strict=True):
        one, other = asked(plain), asked(known)
        assert one.keys() == other.keys()
        for name, estimate in one.items():
            assert other[name].value == pytest.approx(estimate.value, abs=1e-3)
            assert other[name].error == pytest.approx(estimate.error, abs=1e-3)


def test_what_was_asked_beforehand_is_not_told_of_another_picture() -> None:
    known = next(in_company([standing()]))
    rolled = replace(known, roll=30.0)
    assert asked(rolled) == asked(replace(rolled, place=None))
    assert asked(rolled) != asked(known)


def test_a_twist_to_the_left_is_as_much_less_than_nothing_to_the_right() -> None:
    found = asked(twisted(30))
    left, right = (found[f"{TWIST}.{side}"] for side in SIDES)
    assert left.value == -right.value
    assert left.error == right.error
