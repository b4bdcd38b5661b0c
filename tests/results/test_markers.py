"""Landmarks as markers: read back by other programs' libraries, in the place where they were."""

import math
import sys
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import c3d
import numpy as np
import pytest
import trc

from formcheck.pose.landmarks import INDEX, LANDMARKS
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.saved.tracks import PoseTrack, read_poses
from formcheck.results.markers.c3d import C3dMissingError, write_c3d
from formcheck.results.markers.marker_motion import MarkerMotion, NoMotionError, marker_motion
from formcheck.results.markers.trc import write_trc
from formcheck.video.timing import GUESSED

RATE = 25.0
NOSE, KNEE, WRIST = INDEX["nose"], INDEX["left_knee"], INDEX["right_wrist"]


def standing(times_s: Sequence[float], *, roll: float = 0.0) -> list[Pose]:
    """Somebody a little over a metre from hip to nose, whose wrist rises by 10 cm a second."""
    poses = []
    for time_s in times_s:
        pose = Pose.missing(time_s, 640, 480)
        world = np.zeros((len(LANDMARKS), 3), np.float32)
        world[NOSE] = 0.05, -0.7, -0.1  # to the right, up, towards the camera
        world[KNEE] = -0.1, 0.45, 0.02
        world[WRIST] = 0.3, -0.1 * time_s, 0.0
        sure = np.ones(len(LANDMARKS), np.float32)
        poses.append(
            replace(
                pose,
                world=world,
                landmarks=np.full((len(LANDMARKS), 3), 100, np.float32),
                visibility=sure,
                presence=sure,
                roll=roll,
            )
        )
    return poses


def saved(path: Path, poses: Sequence[Pose], **changes: object) -> PoseTrack:
    with PoseTrackWriter(path / "poses.npz", model="full") as writer:
        for pose in poses:
            writer.write(pose)
        for name, value in changes.items():
            setattr(writer, name, value)
    return read_poses(path / "poses.npz")


def motion(path: Path, poses: Sequence[Pose] | None = None, **changes: object) -> MarkerMotion:
    steady = standing([number / RATE for number in range(50)])
    return marker_motion(saved(path, steady if poses is None else poses, **changes), "clip")


def test_up_is_y_and_towards_the_camera_is_z(tmp_path: Path) -> None:
    points = motion(tmp_path).points_m
    assert points[0, NOSE] == pytest.approx([0.05, 0.7, 0.1], abs=1e-6)
    assert points[0, KNEE] == pytest.approx([-0.1, -0.45, -0.02], abs=1e-6)


def test_markers_have_the_names_of_the_landmarks(tmp_path: Path) -> None:
    """Which are those of the BlazePose marker set of Pose2Sim's OpenSim model."""
    assert motion(tmp_path).markers == LANDMARKS


def test_a_camera_that_is_rolled_leaves_the_person_upright(tmp_path: Path) -> None:
    """Pictures that lean clockwise show what is above to the right of it."""
    lean = math.radians(20)
    [pose] = standing([0.0], roll=20.0)
    world = pose.world.copy()
    world[NOSE] = 0.7 * math.sin(lean), -0.7 * math.cos(lean), 0.0
    points = motion(tmp_path, [replace(pose, world=world), *standing([0.04], roll=20.0)]).points_m
    assert points[0, NOSE] == pytest.approx([0.0, 0.7, 0.0], abs=1e-6)


def test_times_in_whole_milliseconds_become_a_steady_rate(tmp_path: Path) -> None:
    steady = [round(number / 30, 3) for number in range(60)]
    found = motion(tmp_path, standing(steady))
    assert found.rate == pytest.approx(30, abs=0.02)
    assert len(found.points_m) == 60
    assert found.points_m[:, WRIST, 1] == pytest.approx(0.1 * found.times_s, abs=1e-4)


def test_a_frame_that_is_left_out_is_put_in_and_a_long_gap_is_not(tmp_path: Path) -> None:
    times_s = [number / RATE for number in range(50) if number != 10 and not 30 <= number < 40]
    found = motion(tmp_path, standing(times_s)).points_m[:, WRIST, 1]
    assert len(found) == 50
    assert found[10] == pytest.approx(0.1 * 10 / RATE, abs=1e-4)
    assert np.isnan(found[30:40]).all()
    assert np.isfinite(found[40:]).all()


def test_what_the_model_was_not_sure_of_is_missing(tmp_path: Path) -> None:
    poses = standing([0.0, 0.04, 0.08])
    poses[1].visibility[KNEE] = 0.1
    points = motion(tmp_path, poses).points_m
    assert np.isnan(points[1, KNEE]).all()
    assert np.isfinite(points[1, NOSE]).all()


def test_nothing_is_told_of_times_that_are_guessed(tmp_path: Path) -> None:
    with pytest.raises(NoMotionError, match="without times that can be believed"):
        motion(tmp_path, timing=GUESSED)


def test_hours_without_a_picture_are_not_filled_up(tmp_path: Path) -> None:
    with pytest.raises(NoMotionError, match="hours without a picture"):
        motion(tmp_path, standing([0.0, 0.1, 0.2, 0.3, 1e6, 1e6 + 0.1]))


def test_a_single_moment_is_no_motion(tmp_path: Path) -> None:
    with pytest.raises(NoMotionError, match="a single moment"):
        motion(tmp_path, standing([0.0]))


def partly_missing(path: Path) -> MarkerMotion:
    poses = standing([number / RATE for number in range(50)])
    for pose in poses[10:20]:
        pose.presence[KNEE] = 0.0
    return motion(path, poses)


def test_trc_is_read_back_by_another_library(tmp_path: Path) -> None:
    given = partly_missing(tmp_path)
    write_trc(tmp_path / "markers.trc", given)
    read = trc.TRCData()
    read.load(str(tmp_path / "markers.trc"))
    assert read["Units"] == "m"
    assert (read["DataRate"], read["NumFrames"], read["NumMarkers"]) == (RATE, 50, 33)
    assert read["Markers"] == list(LANDMARKS)
    time_s, points = read[26]
    assert time_s == pytest.approx(25 / RATE)
    assert np.array(points) == pytest.approx(given.points_m[25], abs=1e-5)


def test_a_trc_has_the_rows_that_opensim_asks_for(tmp_path: Path) -> None:
    write_trc(tmp_path / "markers.trc", partly_missing(tmp_path))
    lines = (tmp_path / "markers.trc").read_text("utf-8").split("\n")
    assert lines[0].split("\t") == ["PathFileType", "4", "(X/Y/Z)", "clip.trc"]
    assert lines[2].split("\t") == ["25", "25", "50", "33", "m", "25", "1", "50"]
    assert lines[3].startswith("Frame#\tTime\tnose\t\t\tleft_eye_inner\t\t\t")
    assert lines[4].startswith("\t\tX1\tY1\tZ1\tX2")
    assert lines[5] == ""
    rows = [line.split("\t") for line in lines[6:56]]
    assert {len(row) for row in rows} == {2 + 3 * 33}
    first = 2 + 3 * KNEE
    assert rows[12][first : first + 3] == ["", "", ""]
    assert rows[9][first] == "-0.10000"


def test_c3d_is_read_back_by_another_library(tmp_path: Path) -> None:
    given = partly_missing(tmp_path)
    write_c3d(tmp_path / "markers.c3d", given)
    with (tmp_path / "markers.c3d").open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there is nothing but points
        read = c3d.Reader(file)
        frames = {number: points for number, points, _ in read.read_frames()}
        units = read.get("POINT:UNITS").string_value.strip()
        up = read.get("POINT:Y_SCREEN").string_value.strip()
    assert (read.point_rate, len(frames), units, up) == (RATE, 50, "mm", "+Y")
    assert tuple(label.strip() for label in read.point_labels) == LANDMARKS
    assert frames[26][:, :3] == pytest.approx(1000 * given.points_m[25], abs=0.01)
    assert [frames[number][KNEE, 3] for number in (10, 11, 20, 21)] == [0, -1, -1, 0]


def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ezc3d", None)
    with pytest.raises(C3dMissingError, match=r"pip install \"formcheck\[biomechanics\]\""):
        write_c3d(tmp_path / "markers.c3d", motion(tmp_path))
