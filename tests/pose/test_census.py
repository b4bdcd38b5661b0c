"""Who is in a recording, from left to right."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from formcheck.pose.people.census import Followed, take_census
from formcheck.pose.people.people import trunk_middle
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from tests.pose.several_people import person

LIGHT = np.full((4, 4, 3), 128, np.uint8)
"""A picture in which somebody could be seen."""

LEFT, RIGHT = person(-350, 0.9), person(350, 1.1)


class Told:
    """Sees whom it is told to see at a time; the right one first, as the surest."""

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        passing = person(-500 + 100 * frame.time_s, 1.3)
        seen = [RIGHT, LEFT, *([passing] if 4 <= frame.time_s < 8 else [])]
        return tuple(replace(pose, time_s=frame.time_s) for pose in seen)

    def close(self) -> None: ...


def place(one: Followed, time_s: float) -> float | None:
    """How far to the right somebody is seen first in the take around a time."""
    pose = one.pose_at(time_s)
    return None if pose is None else float(trunk_middle(pose)[0])


def census(detector: Told) -> Sequence[Followed]:
    frames = (Frame(LIGHT, n / 10, n) for n in range(200))
    return take_census(frames, detector)


def test_those_who_stay_are_told_from_left_to_right_and_who_passes_is_not() -> None:
    found = census(Told())
    assert [place(one, 0.0) for one in found] == [trunk_middle(LEFT)[0], trunk_middle(RIGHT)[0]]
    assert [(one.number, one.of, one.name) for one in found] == [(1, 2, "left"), (2, 2, "right")]


def test_who_comes_and_goes_about_the_same_place_is_one_person() -> None:
    class Swaying(Told):
        def detect(self, frame: Frame) -> tuple[Pose, ...]:
            sway = 30 * np.sin(frame.time_s)
            return (person(sway, 1.0, frame.time_s),) if frame.time_s % 4 else ()

    (alone,) = census(Swaying())
    assert alone.name == "person-1"


def test_of_an_empty_room_there_is_nobody_to_tell() -> None:
    class Nobody(Told):
        def detect(self, frame: Frame) -> tuple[Pose, ...]:
            del frame
            return ()

    assert not census(Nobody())


class AfterCut(Told):
    """After 10 s the camera sees them elsewhere, and at the end only one of them."""

    def detect(self, frame: Frame) -> tuple[Pose, ...]:
        people = [(RIGHT, LEFT), (person(-100, 1.0), person(200, 0.8)), (RIGHT,)][frame.take]
        return tuple(replace(pose, time_s=frame.time_s) for pose in people)


def test_after_a_cut_the_same_place_is_the_same_person() -> None:
    frames = (Frame(LIGHT, n / 10, n, take=min(n // 100, 2)) for n in range(240))
    left, right = take_census(frames, AfterCut())
    assert place(left, 12.0) == trunk_middle(person(-100, 1.0))[0]
    assert place(right, 12.0) == trunk_middle(person(200, 0.8))[0]


def test_of_fewer_people_nobody_knows_who_is_who() -> None:
    frames = (Frame(LIGHT, n / 10, n, take=min(n // 100, 2)) for n in range(240))
    for one in take_census(frames, AfterCut()):
        assert one.pose_at(22.0) is None
        assert [each.people for each in one.sightings] == [2, 2, 1]
