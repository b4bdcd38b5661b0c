"""The whole estimator on photographs of people, and on rooms without anybody."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest

from formcheck.pose.blazepose.landmarker import BlazePoseDetector
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.cutout import whole
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.people.people import COMPARED
from formcheck.pose.plausibility import is_person, visible_landmarks
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame, Image
from formcheck.video.open import open_recording
from tests.pose.photographs import (
    FOLDER,
    in_a_wide_room,
    needs_photographs,
    photograph,
    photographs,
    read_picture,
    still,
)
from tests.pose.rooms import rooms_without_anybody

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


@pytest.fixture(scope="module")
def looker() -> Iterator[BlazePoseDetector]:
    with BlazePoseDetector(find_model()) as landmarker:
        yield landmarker


def estimated(frame: Frame) -> Pose:
    with prepare_estimation(silhouette=True).open() as estimator:
        return estimator.estimate(frame)


def body_length(pose: Pose) -> float:
    return float(np.ptp(pose.landmarks[:, :2], axis=0).max())


def distance(first: Pose, landmarks: np.ndarray) -> float:
    """Mean distance of shoulders, hips, knees and ankles, in body lengths."""
    apart = first.landmarks[COMPARED, :2] - landmarks[COMPARED, :2]
    return float(np.linalg.norm(apart, axis=1).mean()) / body_length(first)


@pytest.mark.slow
@needs_photographs
def test_every_person_in_the_photographs_is_found(looker: BlazePoseDetector) -> None:
    poses = {path.name: looker.estimate(still(read_picture(path))) for path in photographs()}
    assert [name for name, pose in poses.items() if not is_person(pose)] == []


@pytest.mark.slow
@needs_photographs
def test_most_joints_of_the_people_in_the_photographs_count_as_seen(
    looker: BlazePoseDetector,
) -> None:
    seen = [visible_landmarks(looker.estimate(still(read_picture(path)))) for path in photographs()]
    assert np.mean(seen) > 0.8


@pytest.mark.slow
def test_nobody_is_found_where_nobody_is() -> None:
    found = [name for name, room in rooms_without_anybody() if estimated(still(room)).found]
    assert found == []


@pytest.mark.slow
@needs_photographs
def test_people_too_small_for_the_detector_are_found_by_searching(
    looker: BlazePoseDetector,
) -> None:
    plain, searched, right = 0, 0, 0
    names = [path for path in photographs() if "free-exercise-db" in path.name][::4]
    for path in names:
        image = read_picture(path)
        full = looker.estimate(still(image))
        room, factor, top = in_a_wide_room(image, body_length(full), 0.18)
        plain += is_person(looker.estimate(still(room)))
        pose = estimated(still(room))
        searched += pose.found
        right += pose.found and distance(pose, full.landmarks * factor + (0, top, 0)) < 0.2
    assert searched >= plain + len(names) // 4
    assert right >= 0.7 * len(names)


@needs_photographs
def test_a_silhouette_found_in_a_part_lies_on_the_person_in_the_frame(
    looker: BlazePoseDetector,
) -> None:
    room = room_with_a_person_whom_the_detector_misses(looker)
    pose = estimated(still(room))
    assert pose.silhouette is not None
    assert pose.silhouette.mask.shape == (270, 480)
    rows, columns = np.nonzero(pose.silhouette.mask)
    outline = np.array([columns.min(), rows.min(), columns.max(), rows.max()])
    box = np.array([*pose.landmarks[:, :2].min(axis=0), *pose.landmarks[:, :2].max(axis=0)])
    assert np.abs(outline / pose.silhouette.scale - box).max() < 0.2 * body_length(pose)


@pytest.mark.slow
def test_who_lies_far_away_is_found_most_of_the_time_and_where_they_are() -> None:
    frames = list(islice(open_recording(CLIPS / "side-leg-lift-good.mp4"), 0, 90, 3))
    with prepare_estimation().open() as estimator:
        near = [estimator.estimate(frame) for frame in frames]
    length = float(np.median([body_length(pose) for pose in near]))
    rooms = [in_a_wide_room(frame.image, length, 0.15) for frame in frames]
    with prepare_estimation().open() as estimator:
        far = [
            estimator.estimate(replace(frame, image=room))
            for frame, (room, _, _) in zip(frames, rooms, strict=True)
        ]
    assert np.mean([pose.found for pose in far]) > 0.8
    _, factor, top = rooms[0]
    assert all(
        distance(pose, then.landmarks * factor + (0, top, 0)) < 0.15
        for pose, then in zip(far, near, strict=True)
        if pose.found
    )


def room_with_a_person_whom_the_detector_misses(looker: BlazePoseDetector) -> Image:
    for name in ("Bodyweight_Squat_1", "Flat_Bench", "Plank_1", "Pelvic_Tilt", "Hamstring"):
        image = photograph(name)
        length = body_length(looker.estimate(still(image)))
        room, _, _ = in_a_wide_room(image, length, 0.17)
        if not looker.estimate(still(room)).found and estimated(still(room)).found:
            return room
    pytest.fail("the detector finds everybody: choose smaller people")


@needs_photographs
@pytest.mark.parametrize("turn", [90, -90])
def test_a_body_found_in_a_turned_picture_stands_upright_again(
    looker: BlazePoseDetector, turn: int
) -> None:
    frame = still(photograph("Bodyweight_Squat_0"))
    cutout = whole(frame, turn=90 if turn == 90 else -90)
    straight = looker.estimate(frame)
    back = cutout.carry_back(looker.estimate(cutout.of(frame)), frame)
    assert distance(straight, back.landmarks) < 0.05
    apart = straight.world[COMPARED, :2] - back.world[COMPARED, :2]
    assert np.abs(apart).mean() < 0.1


@pytest.mark.slow
@needs_photographs
def test_the_same_landmarks_come_with_and_without_silhouettes() -> None:
    frames = clip()[::3]
    with (
        prepare_estimation().open() as plain,
        prepare_estimation(silhouette=True).open() as outlined,
    ):
        apart = [
            distance(plain.estimate(frame), outlined.estimate(frame).landmarks) for frame in frames
        ]
    assert np.median(apart) < 0.02


@pytest.mark.slow
@needs_photographs
def test_a_person_who_walks_through_a_wide_room_is_followed() -> None:
    frames, places = walk()
    with prepare_estimation(silhouette=True).open() as estimator:
        poses = [estimator.estimate(frame) for frame in frames]
    found = np.array([pose.found for pose in poses])
    assert found.mean() > 0.9
    middles = np.array([pose.landmarks[:, 0].mean() for pose in poses])
    assert np.nanmax(np.abs(middles - places)[found]) < 60


def clip() -> list[Frame]:
    """A person who squats, filmed upright."""
    path = next(FOLDER.glob("*/*pose_squats.mp4"))
    reader = cv2.VideoCapture(str(path))
    frames: list[Frame] = []
    while (answer := reader.read())[0]:
        image = np.asarray(cv2.cvtColor(answer[1], cv2.COLOR_BGR2RGB), np.uint8)
        frames.append(Frame(image, len(frames) / 5, len(frames)))
    reader.release()
    return frames


def walk() -> tuple[list[Frame], np.ndarray]:
    """The same person at a fifth of the width of a wide frame, carried across it."""
    frames = clip()
    small = [cv2.resize(frame.image, (144, 256), interpolation=cv2.INTER_AREA) for frame in frames]
    lefts = np.linspace(40, 1080, len(small)).round().astype(int)
    walked = []
    for frame, person, left in zip(frames, small, lefts, strict=True):
        room = np.full((720, 1280, 3), 120, np.uint8)
        room[440:696, left : left + 144] = person
        walked.append(replace(frame, image=room))
    return walked, lefts + 72.0
