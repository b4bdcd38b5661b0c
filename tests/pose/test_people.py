"""Who is who where several people are in one picture, and who is the one to watch."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formcheck.pose.people.people import (
    distinct,
    most_prominent,
    prominence,
    same_person,
)
from formcheck.pose.people.person_selection import DEFAULTS, PersonSelector, has_jumped
from formcheck.pose.pose import Pose
from tests.pose.poses import moved
from tests.pose.several_people import FAR, HEIGHT, NEAR, WIDTH, lying_person, person


@given(st.floats(0.3, 3.0), st.floats(-500, 500))
def test_nearness_is_size_wherever_somebody_stands(times: float, right: float) -> None:
    expected = times * person().pixels_per_metre
    assert person(right, times).pixels_per_metre == pytest.approx(expected, rel=1e-3)


@given(st.floats(0, 360))
def test_who_lies_is_as_near_as_who_stands(degrees: float) -> None:
    upright = person()
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]], np.float32)
    landmarks, world = upright.landmarks.copy(), upright.world.copy()
    landmarks[:, :2] = landmarks[:, :2] @ turn
    world[:, :2] = world[:, :2] @ turn
    lying = replace(upright, landmarks=landmarks, world=world)
    assert lying.pixels_per_metre == pytest.approx(upright.pixels_per_metre, rel=1e-3)


def test_the_nearest_central_one_is_meant() -> None:
    assert most_prominent([FAR, NEAR]) is NEAR
    same_size = [person(-500), person(50), person(500)]
    assert most_prominent(same_size) is same_size[1]
    assert prominence(person(-300)) == pytest.approx(prominence(person(300)))


def test_one_body_seen_twice_is_one_person() -> None:
    again = moved(NEAR, 15, 10)
    assert same_person(NEAR, again)
    assert distinct([NEAR, again, FAR]) == (NEAR, FAR)


def test_what_cannot_be_a_person_is_nobody() -> None:
    chair = replace(FAR, visibility=np.full_like(FAR.visibility, 0.2))
    assert distinct([NEAR, chair, Pose.missing(0.0, WIDTH, HEIGHT)]) == (NEAR,)


def test_nobody_is_somewhere_else_in_the_next_frame() -> None:
    assert has_jumped(NEAR, replace(FAR, time_s=1 / 30))
    assert has_jumped(NEAR, moved(person(100, 0.6, 1 / 30), 0, 0))
    assert not has_jumped(NEAR, replace(moved(NEAR, 12, 8), time_s=1 / 30))
    assert not has_jumped(person(0), person(400, time_s=2.0))


class TestPersonSelector:
    """Scan after scan, once a second."""

    def test_alone_it_is_the_one_who_is_there(self) -> None:
        selector = PersonSelector()
        for second in range(5):
            assert selector.update(second, [NEAR], NEAR) is NEAR

    def test_at_first_the_most_prominent_is_taken_whoever_was_tracked(self) -> None:
        assert PersonSelector().update(0.0, [FAR, NEAR], FAR) is NEAR

    def test_two_who_are_about_equally_near_keep_the_one_who_came_first(self) -> None:
        first, other = person(-150), person(150, 0.95 * DEFAULTS.clearly)
        assert PersonSelector().update(0.0, [other, first], first) is first

    def test_who_walks_past_the_camera_does_not_take_over(self) -> None:
        selector, passing = PersonSelector(), person(-100, 2.0)
        for second in range(int(DEFAULTS.settled_s) + 1):
            selector.update(second, [FAR], FAR)
        for second in range(6, 6 + int(DEFAULTS.passing_s)):
            assert selector.update(second, [passing, FAR], FAR) is FAR
        assert selector.update(20.0, [FAR], FAR) is FAR

    def test_who_stays_nearer_for_long_does(self) -> None:
        selector = PersonSelector()
        for second in range(10):
            selector.update(second, [FAR], FAR)
        seen = [selector.update(second, [NEAR, FAR], FAR) for second in range(10, 20)]
        assert seen.index(NEAR) == DEFAULTS.passing_s

    def test_whoever_lies_is_at_it_and_is_not_left(self) -> None:
        selector, lying = PersonSelector(), lying_person()
        for second in range(30):
            others = [NEAR] if second else []
            assert selector.update(second, [lying, *others], lying) is lying

    def test_who_walks_through_does_not_take_over_at_the_beginning_either(self) -> None:
        selector = PersonSelector()
        selector.update(0.0, [FAR], FAR)
        for tenth in range(1, 30):
            walking = person(-600 + 40 * tenth, 1.2)
            assert selector.update(tenth / 10, [walking, FAR], FAR) is FAR

    def test_the_same_person_is_known_again_by_place_and_size(self) -> None:
        selector = PersonSelector()
        back = moved(NEAR, 40, 0)
        assert selector.reidentify([FAR, back], NEAR) is back
        assert selector.reidentify([FAR], NEAR) is None

    def test_an_empty_room_is_nobody(self) -> None:
        assert PersonSelector().update(0.0, [], None) is None
