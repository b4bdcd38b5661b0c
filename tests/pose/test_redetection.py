"""Searching for a person whom tracking through the video doesn't find, with estimators that are
told what to see."""

from dataclasses import replace

import numpy as np

from formcheck.pose.cutout import whole
from formcheck.pose.pose import Pose
from formcheck.pose.redetection import RedetectionSettings
from formcheck.video.frame import Frame
from tests.pose.poses import moved, standing
from tests.pose.told_estimators import (
    HEIGHT,
    WIDTH,
    Room,
    body,
    empty_frame,
    nobody,
    part_of,
    seen_in_part,
    turned_back,
)

USUAL = RedetectionSettings()


def test_while_the_person_is_tracked_nothing_else_runs() -> None:
    room = Room(tracks=seen_in_part(body()), detects=nobody)
    with room.estimator() as estimator:
        poses = [estimator.estimate(empty_frame(number / 30)) for number in range(60)]
    assert all(pose.found for pose in poses)
    assert len(room.trackers) == 1
    assert room.detectors == []


def test_a_person_too_small_for_the_whole_frame_is_found_in_a_part_of_it() -> None:
    person = body(right=300)
    sees = seen_in_part(person, smallest_share=0.25)
    assert not sees(empty_frame(0.0)).found
    with Room(tracks=sees, detects=sees).estimator() as estimator:
        pose = estimator.estimate(empty_frame(0.0))
    assert pose.found
    assert (pose.width, pose.height) == (WIDTH, HEIGHT)
    assert np.allclose(pose.landmarks, person.landmarks, atol=8)


def test_once_found_the_person_is_tracked_there_without_further_searching() -> None:
    sees = seen_in_part(body(right=300), smallest_share=0.25)
    room = Room(tracks=sees, detects=sees)
    with room.estimator() as estimator:
        estimator.estimate(empty_frame(0.0))
        looked = len(room.detectors[0].asked)
        poses = [estimator.estimate(empty_frame(1 + number / 30)) for number in range(60)]
    assert all(pose.found for pose in poses)
    assert len(room.detectors[0].asked) == looked
    assert len(room.trackers) == 1


def test_a_person_whom_only_a_turned_picture_shows_is_found_upright() -> None:
    person = body()

    sees_turned = turned_back(seen_in_part(person))
    with Room(tracks=sees_turned, detects=sees_turned).estimator() as estimator:
        pose = estimator.estimate(empty_frame(0.0))
    assert pose.found
    assert np.allclose(pose.landmarks, person.landmarks, atol=8)


def test_who_is_too_small_and_lies_is_found_in_a_turned_square() -> None:
    person = body(right=300)
    sees = turned_back(seen_in_part(person, smallest_share=0.25))
    assert not sees(whole(empty_frame(0.0), 90).of(empty_frame(0.0))).found
    with Room(tracks=sees, detects=sees).estimator() as estimator:
        pose = estimator.estimate(empty_frame(0.0))
    assert pose.found
    assert np.allclose(pose.landmarks, person.landmarks, atol=8)


def test_what_a_closer_look_does_not_confirm_is_nobody() -> None:
    def sees_something_everywhere(frame: Frame) -> Pose:
        middle = moved(standing(frame.time_s, frame.width, frame.height), 0, 0, 0.5)
        return middle if max(frame.width, frame.height) == WIDTH else nobody(frame)

    room = Room(tracks=nobody, detects=sees_something_everywhere)
    with room.estimator() as estimator:
        assert not estimator.estimate(empty_frame(0.0)).found
    assert len(room.detectors[0].asked) > 1


def test_what_a_closer_look_sees_elsewhere_is_nobody() -> None:
    def sees_a_body_that_moves_with_the_picture(frame: Frame) -> Pose:
        return moved(standing(frame.time_s, frame.width, frame.height), 60, 0, 0.5)

    room = Room(tracks=nobody, detects=sees_a_body_that_moves_with_the_picture)
    with room.estimator() as estimator:
        assert not estimator.estimate(empty_frame(0.0)).found


def test_a_pose_that_cannot_be_a_person_is_nobody() -> None:
    def doubtful(frame: Frame) -> Pose:
        pose = seen_in_part(body())(frame)
        return replace(pose, visibility=np.full(33, 0.2, np.float32))

    with Room(tracks=doubtful, detects=nobody).estimator() as estimator:
        assert not estimator.estimate(empty_frame(0.0)).found


def test_a_short_loss_is_waited_out() -> None:
    room = Room(tracks=seen_in_part(body()), detects=nobody)
    with room.estimator() as estimator:
        estimator.estimate(empty_frame(0.0))
        room.trackers[0].sees = nobody
        estimator.estimate(empty_frame(USUAL.patience_s * 0.9))
        assert room.detectors == []
        estimator.estimate(empty_frame(USUAL.patience_s * 1.1))
        assert len(room.detectors) == 1


def test_who_is_seen_in_one_frame_of_five_is_looked_for() -> None:
    room = Room(tracks=seen_in_part(body()), detects=nobody)
    with room.estimator() as estimator:
        estimator.estimate(empty_frame(0.0))
        for number in range(1, 15):
            glimpsed = number % 5 == 0
            room.trackers[0].sees = seen_in_part(body()) if glimpsed else nobody
            estimator.estimate(empty_frame(number / 10))
    assert room.detectors


def test_who_is_lost_in_one_frame_of_five_is_not() -> None:
    room = Room(tracks=seen_in_part(body()), detects=nobody)
    with room.estimator() as estimator:
        for number in range(60):
            room.trackers[0].sees = nobody if number % 5 == 4 else seen_in_part(body())
            estimator.estimate(empty_frame(number / 10))
    assert room.detectors == []


def test_an_empty_room_costs_little_more_than_tracking() -> None:
    room = Room(tracks=nobody, detects=nobody)
    seconds, rate = 10, 30
    looks = []
    with room.estimator() as estimator:
        for number in range(seconds * rate):
            estimator.estimate(empty_frame(number / rate))
            looks.append(len(room.detectors[0].asked))
    assert len(room.trackers[0].asked) == seconds * rate
    assert looks[-1] < 0.5 * seconds * rate
    assert max(np.diff(looks)) == 1


def test_each_way_to_look_has_its_turn_however_many_pictures_there_are_in_a_second() -> None:
    for rate in (2.0, 10.0, 24.0, 60.0):
        room = Room(tracks=nobody, detects=nobody)
        with room.estimator() as estimator:
            estimator.estimate(empty_frame(0.0))
            ways = len(room.detectors[0].asked)
            for number in range(round(rate * 4 * USUAL.round_s)):
                estimator.estimate(empty_frame((number + 1) / rate))
        looked = [part_of(frame) for frame in room.detectors[0].asked]
        assert len(set(looked[:ways])) == ways
        assert abs(len(looked) - 5 * ways) <= 1
        assert looked[ways : 2 * ways] == looked[:ways]


def test_someone_who_comes_into_an_empty_room_is_found_at_once_by_tracking() -> None:
    room = Room(tracks=nobody, detects=nobody)
    with room.estimator() as estimator:
        for number in range(20):
            assert not estimator.estimate(empty_frame(number / 10)).found
        room.trackers[0].sees = seen_in_part(body())
        assert estimator.estimate(empty_frame(2.0)).found


def test_where_tracking_fails_and_searching_does_not_tracking_begins_anew() -> None:
    person = seen_in_part(body())
    saw_black = False

    def sees_once_it_has_forgotten(frame: Frame) -> Pose:
        nonlocal saw_black
        saw_black = saw_black or not frame.image.any()
        return person(frame) if saw_black else nobody(frame)

    room = Room(tracks=sees_once_it_has_forgotten, detects=person)
    with room.estimator() as estimator:
        assert estimator.estimate(empty_frame(0.0)).found
        assert estimator.estimate(empty_frame(0.1)).found


def test_the_part_that_is_tracked_goes_along_with_the_person() -> None:
    places = iter(np.linspace(300, -300, 40))
    sees = seen_in_part(body(300), 0.25)
    room = Room(tracks=sees, detects=sees)
    with room.estimator() as estimator:
        assert estimator.estimate(empty_frame(0.0)).found
        found = []
        for number, place in enumerate(places):
            room.trackers[0].sees = seen_in_part(body(float(place)), 0.25)
            found.append(estimator.estimate(empty_frame(1 + number / 10)).found)
    assert np.mean(found) > 0.9


def test_after_losing_the_person_in_a_part_the_whole_frame_is_tracked_again() -> None:
    sees = seen_in_part(body(300), 0.25)
    room = Room(tracks=sees, detects=sees)
    with room.estimator() as estimator:
        estimator.estimate(empty_frame(0.0))
        room.trackers[0].sees = nobody
        room.detectors[0].sees = nobody
        estimator.estimate(empty_frame(2.0))
        room.trackers[0].sees = seen_in_part(body())
        assert estimator.estimate(empty_frame(2.1)).found


def test_however_often_somebody_is_lost_two_models_are_opened() -> None:
    sees = seen_in_part(body(300), 0.25)
    room = Room(tracks=sees, detects=sees)
    found = []
    with room.estimator() as estimator:
        for number in range(200):
            room.trackers[0].sees = sees if number % 20 < 10 else nobody
            found.append(estimator.estimate(empty_frame(number / 10)).found)
    assert sum(np.diff(found)) > 5
    assert len(room.trackers) == len(room.detectors) == 1


def test_between_two_parts_the_tracker_forgets_who_was_in_the_one() -> None:
    sees = seen_in_part(body(300), 0.25)
    room = Room(tracks=sees, detects=sees)
    with room.estimator() as estimator:
        estimator.estimate(empty_frame(0.0))
        room.trackers[0].sees = room.detectors[0].sees = nobody
        estimator.estimate(empty_frame(1.0))
    asked = [frame.image for frame in room.trackers[0].asked]
    of_the_whole = [image.shape == (HEIGHT, WIDTH, 3) for image in asked]
    assert [image.any() for image in asked] == [True, False, True, True, False]
    assert of_the_whole == [True, True, False, False, True]


def test_closing_closes_all_that_was_opened() -> None:
    sees = seen_in_part(body(300), 0.25)
    room = Room(tracks=sees, detects=sees)
    estimator = room.estimator()
    estimator.estimate(empty_frame(0.0))
    estimator.close()
    estimator.close()
    assert all(told.closed for told in (*room.trackers, *room.detectors))
