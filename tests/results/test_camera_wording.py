"""A camera that moved is line, once, and whether it could be followed."""

from dataclasses import replace

from formcheck.results.wording.camera_wording import CameraSeen, camera_told
from formcheck.video.camera_motion import STILL, CameraMotion
from tests.pose.poses import standing
from tests.texts.english import told


def seen(*cameras: CameraMotion, takes: tuple[int, ...] = ()) -> CameraSeen:
    camera = CameraSeen()
    for number, motion in enumerate(cameras):
        take = takes[number] if takes else 0
        camera.update(replace(standing(float(number)), camera=motion, take=take))
    return camera


def test_nothing_is_said_of_one_that_stood_still() -> None:
    assert told(camera_told(seen(STILL, STILL))) == ()


def test_one_that_moved_is_told() -> None:
    (line,) = told(camera_told(seen(STILL, CameraMotion(right=9))))
    assert line == "The camera moved. That is allowed for; let it stand still if you can."


def test_so_is_that_it_moved_too_fast() -> None:
    (line,) = told(camera_told(seen(CameraMotion(right=9), CameraMotion(right=9, known=False))))
    assert "too fast" in line


def test_and_when_it_was_lost() -> None:
    lost = CameraMotion(right=9, known=False)
    camera = seen(STILL, lost, STILL, STILL, takes=(0, 0, 1, 2))
    assert camera.lost_s == [2.0]
    assert "From 2.0 s on" in told(camera_told(camera))[1]
    twice = seen(lost, STILL, lost, STILL, takes=(0, 1, 1, 2))
    assert "2 times" in told(camera_told(twice))[1]
