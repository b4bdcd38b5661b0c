"""A pose tells how the camera has moved, and what is measured then is the body's movement alone."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from formcheck.closeable import Closeable
from formcheck.measure.observer import Observer
from formcheck.pose.camera_following import CameraFollowingEstimator
from formcheck.pose.outline import outline
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import PoseTrackError, read_poses
from formcheck.pose.take_by_take import TakeByTakeEstimator
from formcheck.pose.upright.roll_correction import turned_back
from formcheck.video.camera_motion import STILL, CameraMotion
from formcheck.video.frame import Frame
from tests.pose.poses import assert_same, standing
from tests.stick_figure import StickFigure
from tests.video.moving_camera import Aim, nudge, seen
from tests.video.moving_camera import Path as CameraPath
from tests.video.test_camera_watch import RATE, room

ALL_FOURS = StickFigure(trunk=170, thigh=270, shin=0, upper_arm=270, forearm=270)
MEASURES = ("hip_height", "shoulder_height", "knee", "trunk_inclination", "arm_reach")


class SomewhereInFrames(Closeable):
    """Finds the same person everywhere, and notes what its frames say of the camera."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    def estimate(self, frame: Frame) -> Pose:
        self.frames.append(frame)
        return standing(frame.time_s, frame.width, frame.height)

    def close(self) -> None:
        pass


def film(path: CameraPath, seconds: float, number: int = 1, from_s: float = 0.0) -> list[Frame]:
    times = from_s + np.arange(round(seconds * RATE)) / RATE
    return [
        Frame(seen(room(number), path(time_s)), float(time_s), index)
        for index, time_s in enumerate(times)
    ]


def filmed_by(pose: Pose, camera: CameraMotion) -> Pose:
    """The pose in the picture of a camera that has moved, and says so."""
    landmarks, world = pose.landmarks.copy(), pose.world.copy()
    landmarks[:, :2] = camera.in_this(landmarks[:, :2].astype(float), pose.width, pose.height)
    turn = CameraMotion(roll=camera.roll)
    world[:, :2] = turn.in_this(world[:, :2].astype(float), 0, 0)
    return replace(pose, landmarks=landmarks, world=world, camera=camera)


def measured(*poses: Pose) -> list[dict[str, float]]:
    observer, found = Observer(MEASURES), []
    for pose in poses:
        measures = observer.update(pose)
        observer.learn_scale(measures)
        found.append(dict(measures.values))
    return found


@pytest.mark.parametrize(
    "camera",
    [
        CameraMotion(right=20, down=-15),
        CameraMotion(zoom=1.2),
        CameraMotion(roll=5),
        CameraMotion(-30, 10, -8, 0.85),
    ],
)
def test_measures_are_those_of_a_camera_that_stands_still(camera: CameraMotion) -> None:
    pose = ALL_FOURS.pose(width=960, height=720)
    before, after = measured(pose, replace(filmed_by(pose, camera), time_s=1.0))
    assert after == pytest.approx(before, abs=1e-3)


def test_a_hand_that_moved_unknown_moves_the_body() -> None:
    """What the measures would say without."""
    pose = ALL_FOURS.pose(width=960, height=720)
    shown = replace(filmed_by(pose, CameraMotion(down=20)), camera=STILL, time_s=1.0)
    before, after = measured(pose, shown)
    assert before["hip_height.left"] - after["hip_height.left"] == pytest.approx(0.2, abs=0.01)


def test_heights_are_unknown_while_the_camera_is_and_angles_are_not() -> None:
    pose = replace(ALL_FOURS.pose(), camera=CameraMotion(5, 5, known=False))
    (found,) = measured(pose)
    assert np.isnan(found["hip_height.left"])
    assert np.isnan(found["shoulder_height.right"])
    assert found["knee.left"] == pytest.approx(90, abs=0.1)


def test_poses_and_their_frames_tell_of_the_camera() -> None:
    inner = SomewhereInFrames()
    aim = Aim(0.0, 0.05)
    with CameraFollowingEstimator(inner) as estimator:
        poses = [estimator.estimate(frame) for frame in film(nudge(aim, 1.0), 2.0)]
    assert {pose.camera for pose in poses[:RATE]} == {STILL}
    assert poses[-1].camera.down == pytest.approx(-0.05 * 279, abs=0.5)
    assert inner.frames[-1].camera == poses[-1].camera
    assert {pose.take for pose in poses} == {0}


def test_followed_beside_the_search_the_camera_is_told_as_in_turn() -> None:
    """Only what looks for the body hears of the first move one frame late."""
    frames = film(nudge(Aim(0.0, 0.05), 1.0), 2.0)
    inner = SomewhereInFrames()
    with CameraFollowingEstimator(SomewhereInFrames()) as estimator:
        in_turn = [estimator.estimate(frame).camera for frame in frames]
    with CameraFollowingEstimator(inner, ThreadPoolExecutor(1)) as estimator:
        beside = [estimator.estimate(frame).camera for frame in frames]
    assert beside == in_turn
    heard = [frame.camera for frame in inner.frames]
    first = next(number for number, camera in enumerate(in_turn) if camera != STILL)
    assert heard[: first + 1] == [STILL] * (first + 1)
    assert heard[first + 1 :] == in_turn[first + 1 :]


def test_after_a_camera_that_was_lost_a_new_take_begins() -> None:
    """So nothing before is compared with it; takes of the recording go on counting after it."""
    shaken = film(lambda time_s: Aim(0.05 * np.sin(9 * time_s)), 1.5)
    elsewhere = film(lambda _: Aim(), 4.0, 7, from_s=1.5)
    cut = [replace(frame, take=1) for frame in film(lambda _: Aim(), 0.5, 3, from_s=6.0)]
    with TakeByTakeEstimator(lambda: CameraFollowingEstimator(SomewhereInFrames())) as estimator:
        poses = [estimator.estimate(frame) for frame in (*shaken, *elsewhere, *cut)]
    takes = [pose.take for pose in poses]
    assert sorted(set(takes)) == [0, 1, 2]
    assert takes == sorted(takes)
    assert takes[len(shaken)] == 0
    assert takes[-len(cut) :] == [2] * len(cut)
    assert not poses[takes.index(1) - 1].camera.known
    assert poses[takes.index(1)].camera == STILL


def test_a_track_keeps_the_camera_exactly(tmp_path: Path) -> None:
    cameras = [STILL, CameraMotion(1 / 3, -2.7, 0.1, 1.0123), CameraMotion(zoom=1.1, known=False)]
    poses = [replace(standing(number / 10), camera=camera) for number, camera in enumerate(cameras)]
    path = tmp_path / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        for pose in poses:
            writer.write(pose)
    for before, after in zip(poses, read_poses(path), strict=True):
        assert_same(before, after)
        assert after.camera == before.camera


def test_a_track_with_an_impossible_camera_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "poses.npz"
    with PoseTrackWriter(path, model="full") as writer:
        writer.write(replace(standing(), camera=CameraMotion(zoom=-1.0)))
    with pytest.raises(PoseTrackError, match="damaged"):
        list(read_poses(path))


def test_the_outline_has_room_round_the_body() -> None:
    pose = standing()
    found = outline(pose)
    assert found is not None
    low, high = pose.box
    assert (found.min(axis=0) < low).all()
    assert (found.max(axis=0) > high).all()
    assert outline(Pose.missing(0.0, 640, 480)) is None


def test_the_outline_goes_round_the_crown() -> None:
    """Ears and eyes are the highest landmarks; hair that moves is no background."""
    pose = standing()
    found = outline(pose)
    assert found is not None
    face = pose.landmarks[:11, 1]
    assert found[:, 1].min() <= face.min() - 0.15 * pose.pixels_per_metre


def test_lines_are_turned_back_by_what_the_camera_was_turned() -> None:
    upright = np.array([[0.1, -0.2, 0.1, 0.2]])
    leaning = turned_back(upright, -10.0)
    assert leaning[0, 2] - leaning[0, 0] != pytest.approx(0, abs=0.01)
    assert turned_back(leaning, 10.0) == pytest.approx(upright)
