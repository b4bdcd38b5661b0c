"""Where pictures alone don't tell which way is up, what is recognised either way does."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from formcheck.analysis.again.judging_again import judge_saved_again
from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.analysis.poses import open_poses
from formcheck.analysis.poses.camera_stance import CameraStance
from formcheck.analysis.poses.way_up import OtherWayUp, WayUp
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.pose.estimation import Estimation
from formcheck.pose.estimator import PoseEstimator
from formcheck.pose.pose import Pose
from formcheck.pose.saved.track_writer import PoseTrackWriter
from formcheck.pose.upright.possible_turn import PossibleTurn
from formcheck.pose.upright.quarter_turn import quarter_turned, turned_with_camera
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.auto import Auto
from formcheck.recognition.recogniser import Recogniser
from formcheck.results.document.saved_results import read_result
from formcheck.results.wording.recording_wording import PICTURE_LIES, turn_told, way_up_unclear_told
from formcheck.video.camera_motion import CameraMotion
from formcheck.video.frame import Frame
from tests.recognition.movements import push_up, repeated
from tests.results import sessions
from tests.texts.english import told
from tests.video.clips import living, write_clip

PUSH_UPS = repeated(push_up)
LYING = [quarter_turned(pose, 90) for pose in PUSH_UPS]

EXERCISES = tuple(library().values())


def way_of(poses: Sequence[Pose], possible: PossibleTurn | None) -> WayUp:
    usual = Recogniser(EXERCISES, settings=RECORDING)
    otherwise = OtherWayUp(possible, EXERCISES)
    for pose in poses:
        usual.update(pose)
        otherwise.update(pose)
    return otherwise.against(usual)


def test_what_is_recognised_as_it_is_stays_so() -> None:
    assert way_of(PUSH_UPS, PossibleTurn(90, ahead=1.5)) is WayUp.USUAL


def test_what_is_recognised_after_a_turn_alone_is_turned() -> None:
    assert way_of(LYING, PossibleTurn(270, ahead=0.3)) is WayUp.TURNED


def test_against_the_body_it_is_not_turned() -> None:
    assert way_of(LYING, PossibleTurn(270, ahead=-0.3)) is WayUp.UNCLEAR


def test_a_body_that_surely_lies_is_not_judged_as_it_is() -> None:
    assert way_of(PUSH_UPS, PossibleTurn(90, ahead=5.0)) is WayUp.UNCLEAR


def test_what_is_nothing_either_way_stays_as_it_is() -> None:
    nobody = [Pose.missing(pose.time_s, pose.width, pose.height) for pose in PUSH_UPS]
    assert way_of(nobody, PossibleTurn(180, ahead=1.0)) is WayUp.USUAL


def test_without_doubt_nothing_is_turned() -> None:
    assert way_of(LYING, None) is WayUp.USUAL


class Lying(sessions.KnownPoses):
    """Finds push-ups on their side, until it is shown upright pictures."""

    def estimate(self, frame: Frame) -> Pose:
        pose = super().estimate(frame)
        return pose if frame.width > frame.height else quarter_turned(pose, 90)


def judged(
    folder: Path, exercise: Exercise | Auto, ahead: float, monkeypatch: pytest.MonkeyPatch
) -> Analysis:
    """Push-ups on their side, of which it is unclear whether they lie."""

    def stance(_path: Path, _estimation: Estimation, turned: int | None) -> CameraStance:
        doubt = PossibleTurn(270, ahead) if turned is None else None
        return CameraStance(turned or 0, possible=doubt)

    monkeypatch.setattr(open_poses, "stance_of", stance)
    poses = sessions.push_ups(2)
    images = living(np.full((sessions.WIDTH, sessions.HEIGHT, 3), 90, np.uint8), len(poses))
    stamps = [round(1000 * pose.time_s) for pose in poses]
    clip = write_clip(folder / "clip.mp4", images, stamps)

    def look() -> PoseEstimator:
        return Lying(poses)

    known = Estimation("known", look, look)
    return judge_input(clip, exercise, prepare=lambda: known, place=(folder / "out", "clip"))


@pytest.mark.parametrize("named", [True, False])
def test_a_recording_that_lies_is_judged_turned_and_told(
    named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = library()["push-up"] if named else Auto.among(EXERCISES)
    document = judged(tmp_path, exercise, 0.5, monkeypatch).document
    assert document.exercise.id == "push-up"
    assert document.summary.reps == 2
    assert document.input.rotation == 270
    assert told(turn_told(270))[0] in document.warnings


def test_nothing_is_judged_where_it_stays_unclear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = judged(tmp_path, Auto.among(EXERCISES), -0.5, monkeypatch).document
    assert document.exercise.id is None
    assert document.summary.verdict == "unknown"
    assert told(way_up_unclear_told(270))[0] in document.warnings


def test_a_saved_track_of_what_stayed_unclear_is_not_judged_as_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    auto = Auto.among(EXERCISES)
    unclear = told(way_up_unclear_told(270))[0]
    folder = judged(tmp_path, auto, -0.5, monkeypatch).folder
    assert folder is not None

    anew = judge_input(folder / "poses.npz", auto, prepare=nobody).document
    judge_saved_again(read_result(folder), auto)
    again = read_result(folder).document

    for document in (anew, again):
        assert document.exercise.id is None
        assert unclear in document.warnings


@pytest.mark.parametrize("named", [True, False])
def test_a_saved_track_that_lies_is_turned_where_its_movement_tells(
    named: bool, tmp_path: Path
) -> None:
    with PoseTrackWriter(tmp_path / "lying.npz", model="known") as writer:
        for pose in sessions.push_ups(2):
            writer.write(quarter_turned(pose, 90))
        writer.possible_turn = PossibleTurn(270, ahead=0.5)
    exercise = library()["push-up"] if named else Auto.among(EXERCISES)

    document = judge_input(tmp_path / "lying.npz", exercise, prepare=nobody).document

    assert (document.exercise.id, document.summary.reps) == ("push-up", 2)
    assert document.input.rotation == 270
    assert told(turn_told(270))[0] in document.warnings


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("ahead", [3.0, 0.5])
def test_a_picture_that_seems_to_lie_is_told_and_not_judged(
    ahead: float, named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = CameraStance(possible=PossibleTurn(90, ahead))
    monkeypatch.setattr(open_poses, "stance_of_picture", lambda _image, _pose: doubt)
    cv2.imwrite(str(tmp_path / "still.png"), np.full((480, 640, 3), 90, np.uint8))
    lowest = sessions.push_ups(1)[:1]
    exercise = library()["push-up"] if named else Auto.among(EXERCISES)
    known = Estimation("known", lambda: sessions.KnownPoses(lowest))

    document = judge_input(tmp_path / "still.png", exercise, prepare=lambda: known).document

    lies = ahead > 2
    assert (PICTURE_LIES in document.warning_ids) is lies
    assert not lies or document.summary.verdict == "unknown"
    assert not lies or all(one.verdict == "unknown" for one in document.criteria)


def test_a_camera_that_moved_has_moved_likewise_after_a_turn() -> None:
    camera = CameraMotion(right=30.0, down=4.0, roll=2.0, zoom=1.1)
    pose = replace(PUSH_UPS[0], camera=camera)
    points = pose.landmarks[:, :2]
    still = quarter_turned(replace(pose, landmarks=_with(pose, in_first(pose, points))), 90)

    turned = turned_with_camera(pose, 90)

    assert in_first(turned, turned.landmarks[:, :2]) == pytest.approx(still.landmarks[:, :2])


def in_first(pose: Pose, points: NDArray[np.floating]) -> NDArray[np.floating]:
    return pose.camera.in_first(points, pose.width, pose.height)


def _with(pose: Pose, points: NDArray[np.floating]) -> NDArray[np.float32]:
    return np.column_stack([points, pose.landmarks[:, 2]]).astype(np.float32)


def nobody() -> NoReturn:
    raise AssertionError("saved poses need no model")
