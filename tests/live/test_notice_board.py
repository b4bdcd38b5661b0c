"""What is told about the camera."""

from formcheck.live.monitor.notice_board import NoticeBoard, NoticeSettings
from formcheck.texts.texts import load_texts
from formcheck.video.cameras.live_source import CameraStatus

TEXTS = load_texts()


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_camera_that_runs_is_not_worth_a_word() -> None:
    board = NoticeBoard(Clock())

    board.update_camera(CameraStatus.RUNNING)

    assert board.text == ""


def test_a_lost_camera_is_told_for_as_long_as_it_is_away_and_that_it_is_back_for_a_while() -> None:
    clock = Clock()
    board = NoticeBoard(clock)

    board.update_camera(CameraStatus.LOST)
    clock.now += 60
    assert board.text == TEXTS.text("notices.camera_lost")

    board.update_camera(CameraStatus.RUNNING)
    assert board.text == TEXTS.text("notices.camera_back")

    clock.now += NoticeSettings().shown_s
    assert board.text == ""


def test_trouble_with_the_camera_comes_before_other_news() -> None:
    board = NoticeBoard(Clock())

    board.tell("The recording has stopped.")
    assert board.text == "The recording has stopped."

    board.update_camera(CameraStatus.STALLED)
    assert board.text == TEXTS.text("notices.camera_stalled")
