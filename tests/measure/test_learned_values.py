"""The learnt measures: what is shown to the networks, and what they say of a pose."""

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
    angles,
    hands_off_trunk,
    inclinations,
    shown,
    thighs_over_trunk,
    twists,
)
from formcheck.measure.learned.foot import FOOT, foot_crossed, foot_estimates
from formcheck.measure.learned.frames import Frames, frame_of
from formcheck.measure.learned.measures import MEASURES, contradiction, learned_values
from formcheck.measure.observer import Observer
from formcheck.pose.blazepose_calibration import FULL, HEAVY
from formcheck.pose.landmarks import INDEX, LANDMARKS, SIDES, SWAPPED
from formcheck.pose.pose import Pose
from formcheck.pose.together import in_company


def standing(lean: float = 0.0) -> Pose:
    """Somebody seen from their left who stands with straight limbs, leaning forward from the hips
    by so many degrees."""
    turn = np.radians(lean)
    places = {
        "ear": (0.0, -0.75),
        "shoulder": (0.0, -0.5),
        "elbow": (0.0, -0.2),
        "wrist": (0.0, 0.05),
        "hip": (0.0, 0.0),
        "knee": (0.0, 0.42),
        "ankle": (0.0, 0.82),
        "heel": (-0.05, 0.88),
        "index": (0.12, 0.88),
    }
    world = np.zeros((33, 3), np.float32)
    for row, name in enumerate(LANDMARKS):
        part = next((key for key in places if key in name), "ear")
        x, y = places[part]
        if y < 0 or part == "wrist":
            x, y = x * np.cos(turn) - y * np.sin(turn), y * np.cos(turn) + x * np.sin(turn)
        world[row] = (x, y, -0.15 if "left" in name else 0.15)
    landmarks = world * 150 + np.array([240, 180, 0], np.float32)
    sure = np.full(33, 0.95, np.float32)
    return Pose(0.0, 480, 360, landmarks.astype(np.float32), world, sure, sure)


def frames(*poses: Pose) -> Frames:
    parts = [frame_of(pose) for pose in poses]
    return Frames(*(np.concatenate([getattr(p, n) for p in parts]) for n in vars(parts[0])))


def test_every_landmark_has_its_other_side() -> None:
    assert [SWAPPED[SWAPPED[row]] for row in range(33)] == list(range(33))
    assert SWAPPED[INDEX["nose"]] == INDEX["nose"]
    assert SWAPPED[INDEX["mouth_left"]] == INDEX["mouth_right"]


def test_geometry_of_somebody_who_leans_forward() -> None:
    world = frames(standing(), standing(30)).world
    knee, hip = (list(OUTPUTS).index(name) for name in ("knee", "hip"))
    assert inclinations(world)[:, -1] == pytest.approx([0, 30], abs=0.1)
    assert angles(world)[:, knee] == pytest.approx(180, abs=0.1)
    assert angles(world)[:, hip] == pytest.approx([180, 150], abs=0.1)


def twisted(degrees: float) -> Pose:
    """Somebody who stands and turns their shoulders to their left by so many degrees."""
    pose, turn = standing(), np.radians(degrees)
    world = pose.world.copy()
    for side, out in (("left", -0.18), ("right", 0.18)):
        world[INDEX[f"{side}_hip"], 2] = out / 2
        world[INDEX[f"{side}_shoulder"], ::2] = (-out * np.sin(turn), out * np.cos(turn))
    return replace(pose, world=world)


@pytest.mark.parametrize("degrees", [-40.0, 0.0, 25.0, 120.0])
def test_a_twist_is_counted_to_the_side_that_is_asked_for(degrees: float) -> None:
    both = frames(twisted(degrees)).both_sides()
    most = min(degrees, 90.0)
    assert twists(both.world) == pytest.approx([most, -most], abs=0.1)


def test_a_twist_to_the_left_is_as_much_less_than_nothing_to_the_right() -> None:
    found = asked(twisted(30))
    left, right = (found[f"{TWIST}.{side}"] for side in SIDES)
    assert left.value == -right.value
    assert left.error == right.error


def test_a_body_along_the_floor_is_below_180_where_the_hips_sag() -> None:
    points = np.zeros((2, 33, 3))
    for frame, down in enumerate((0.1, -0.1)):
        for name, place in {"shoulder": (-0.5, 0), "hip": (0, down), "ankle": (0.8, 0)}.items():
            points[frame, INDEX[f"left_{name}"], :2] = place
    line = list(OUTPUTS).index("body_line")
    sagging, piked = angles(points)[:, line]
    assert sagging == pytest.approx(180 - 18.4, abs=0.2)
    assert piked == pytest.approx(180 + 18.4, abs=0.2)


def test_a_thigh_is_over_the_trunks_line_where_it_is_raised_beyond_it() -> None:
    points = np.zeros((2, 33, 3))
    for frame, up in enumerate((-0.4, 0.4)):
        for name, place in {"shoulder": (-0.5, 0), "hip": (0, 0), "knee": (0.4, up)}.items():
            for side in SIDES:
                points[frame, INDEX[f"{side}_{name}"], :2] = place
    assert thighs_over_trunk(points) == pytest.approx([45, -45], abs=0.1)


def test_a_hand_is_as_far_off_the_trunk_as_it_is_from_the_nearest_point_of_its_line() -> None:
    points = np.zeros((3, 33, 3))
    for side in SIDES:
        points[:, INDEX[f"{side}_shoulder"], 1] = -0.5
    places = [(0.25, -0.25, 0), (0.3, 0.4, 0), (0, 0, 9)]
    points[:, INDEX["left_wrist"]] = places
    assert hands_off_trunk(points) / PER_TRUNK == pytest.approx([0.5, 1.0, 3.0], abs=0.01)


@pytest.mark.parametrize("turned", [0.0, 60.0])
def test_a_foot_is_crossed_across_the_hips_however_they_are_turned(turned: float) -> None:
    turn = np.radians(turned)
    places = {"hip": (-0.1, 0, 0), "knee": (-0.1, 0, -0.4), "shoulder": (-0.2, -0.5, 0)}
    points = np.zeros((2, 33, 3))
    for name, (x, y, z) in places.items():
        points[:, INDEX[f"right_{name}"]] = (x, y, z)
        points[:, INDEX[f"left_{name}"]] = (-x, y, z)
    points[:, INDEX["left_ankle"]] = [(-0.25, 0.1, -0.3), (0.0, 0.1, -0.3)]
    about = [[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]]
    assert foot_crossed(points @ about) == pytest.approx([0.3, -0.2], abs=0.01)


def test_where_both_hips_are_one_point_of_the_picture_it_shows_no_foot_crossed() -> None:
    assert foot_crossed(np.zeros((1, 33, 3))) == 0


def test_in_the_mirror_the_right_side_is_asked_for() -> None:
    pose = standing(20)
    bent = pose.world.copy()
    bent[INDEX["right_ankle"]] += (0.3, -0.2, 0)
    seen = frame_of(replace(pose, world=bent))
    both = seen.both_sides()
    half = len(ANGLES) + len(BENDS)
    assert angles(both.world)[1, :half] == pytest.approx(angles(seen.world)[0, half:])
    again = seen.mirrored().mirrored()
    assert again.landmarks == pytest.approx(seen.landmarks)
    assert shown(again)[0] == pytest.approx(shown(seen)[0])


def test_what_is_shown_does_not_depend_on_where_and_how_large_somebody_is() -> None:
    pose = standing(20)
    moved = pose.landmarks / 2 + np.array([40, 10, 0], np.float32)
    (first, second), _ = shown(frames(pose, replace(pose, landmarks=moved)))
    assert first == pytest.approx(second, abs=1e-5)


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
