"""A camera that was moved at the desk is found out, and nobody is nagged for it."""

from dataclasses import replace

import pytest

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.posture import Posture
from formcheck.desk.reminders import ReminderKind
from formcheck.desk.watch import DeskState, DeskWatch
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from formcheck.video.camera_motion import STILL, CameraMotion
from tests.desk.sitters import SUNK, UPRIGHT, nobody
from tests.pose.test_camera_following import filmed_by
from tests.stick_figure import StickFigure

NUDGED = CameraMotion(right=3.0, down=24.0)
LID = CameraMotion(down=-60.0, roll=1.0, zoom=1.02)


class Watched:
    """Somebody at a desk, looked at once a second."""

    def __init__(self) -> None:
        self.watch = DeskWatch(
            desk_exercise(load_texts()), break_every_s=3000.0, remind_every_s=60.0
        )
        self.watch.take_baseline(0.0)
        self.now_s = 0.0

    def sits(
        self, figure: StickFigure | None, seconds: int, camera: CameraMotion = STILL, take: int = 0
    ) -> list[DeskState]:
        states = []
        for _ in range(seconds):
            self.now_s += 1.0
            states.append(self.watch.update(self._pose(figure, camera, take)))
        return states

    def _pose(self, figure: StickFigure | None, camera: CameraMotion, take: int) -> Pose:
        if figure is None:
            return replace(nobody(self.now_s), camera=camera, take=take)
        return replace(filmed_by(figure.pose(self.now_s), camera), take=take)


@pytest.fixture
def watched() -> Watched:
    """Somebody of whom the baseline is known."""
    watched = Watched()
    assert watched.sits(UPRIGHT, 10)[-1].posture.posture is Posture.UPRIGHT
    return watched


def postures(states: list[DeskState]) -> set[Posture]:
    return {state.posture.posture for state in states}


@pytest.mark.parametrize("camera", [NUDGED, LID], ids=["nudged", "lid"])
def test_a_moved_camera_gives_a_new_baseline(watched: Watched, camera: CameraMotion) -> None:
    states = watched.sits(UPRIGHT, 30, camera)
    assert states[0].camera_moved
    assert sum(state.taken is not None for state in states) == 1
    assert not states[-1].camera_moved
    assert postures(states) == {Posture.UNKNOWN, Posture.UPRIGHT}
    assert not any(state.reminder for state in states)


def test_a_desk_that_shakes_has_not_moved_it(watched: Watched) -> None:
    for down in (3.0, -2.0, 4.0):
        assert not any(s.camera_moved for s in watched.sits(UPRIGHT, 5, CameraMotion(down=down)))


def test_who_sinks_then_is_told_as_before(watched: Watched) -> None:
    watched.sits(UPRIGHT, 20, NUDGED)
    states = watched.sits(SUNK, 90, NUDGED)
    assert states[-1].posture.posture is Posture.SLOUCHED
    assert any(s.reminder and s.reminder.kind is ReminderKind.SLOUCHED for s in states)


def test_who_sinks_first_makes_no_baseline_of_it(watched: Watched) -> None:
    """The new one is that of who sits as they sat."""
    states = watched.sits(SUNK, 60, NUDGED)
    assert not any(state.taken for state in states)
    assert not any(state.reminder for state in states)
    assert any(state.taken for state in watched.sits(UPRIGHT, 20, NUDGED))


def test_who_stands_at_a_desk_that_was_raised_with_the_camera_does_not_sit(
    watched: Watched,
) -> None:
    """In the picture they are where they were; the room behind them is not."""
    raised = CameraMotion(down=60.0)
    standing = replace(UPRIGHT, hip=(300.0, 270.0))
    states = watched.sits(standing, 60, raised)
    assert not any(state.taken or state.reminder for state in states)
    assert postures(states) <= {Posture.UNKNOWN, Posture.AWAY}
    assert watched.sits(UPRIGHT, 10)[-1].posture.posture is Posture.UPRIGHT


def test_a_camera_that_is_put_back_is_as_before(watched: Watched) -> None:
    watched.sits(None, 3, NUDGED)
    states = watched.sits(UPRIGHT, 10)
    assert not any(state.camera_moved or state.taken for state in states)
    assert states[-1].posture.posture is Posture.UPRIGHT


def test_while_it_is_moved_nobody_is_looked_at(watched: Watched) -> None:
    for down in range(10, 110, 10):
        (state,) = watched.sits(UPRIGHT, 1, CameraMotion(down=float(down)))
        assert not state.taken
    assert any(state.taken for state in watched.sits(UPRIGHT, 20, CameraMotion(down=100.0)))


def test_a_camera_that_lost_sight_of_everything_begins_with_who_sits_upright(
    watched: Watched,
) -> None:
    lost = CameraMotion(down=40.0, known=False)
    elsewhere = replace(UPRIGHT, hip=(420.0, 420.0))
    assert watched.sits(elsewhere, 3, lost)[0].camera_moved
    states = watched.sits(elsewhere, 20, STILL, take=1)
    assert sum(state.taken is not None for state in states) == 1
    assert states[-1].posture.posture is Posture.UPRIGHT


def test_a_picture_in_which_nothing_changed_is_no_further_evidence(watched: Watched) -> None:
    watched.sits(UPRIGHT, 1, NUDGED)
    same = filmed_by(UPRIGHT.pose(watched.now_s), NUDGED)
    for second in range(20):
        state = watched.watch.update(replace(same, time_s=watched.now_s + second))
        assert not state.taken
