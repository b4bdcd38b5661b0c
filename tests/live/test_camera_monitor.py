"""What is told of the picture itself, in a whole session with a made-up camera."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from formcheck.feedback.audio.announcer import Announcer
from formcheck.feedback.audio.sound import Sound
from formcheck.live.live_contract import Ending, Preferences
from formcheck.live.monitor.camera_monitor import CameraMonitor, MonitorSettings
from formcheck.live.monitor.notice_board import NoticeBoard
from formcheck.live.surroundings import Surroundings
from formcheck.pose.pose import Pose
from formcheck.texts.texts import load_texts
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from tests.feedback.builders import frame, pose
from tests.live.doubles import (
    BEGINS_S,
    STEP_S,
    Camera,
    Clock,
    Model,
    Sounds,
    Voice,
    Window,
    coach,
    counting,
    frames,
)

BEGUN = round(BEGINS_S / STEP_S)
TEXTS = load_texts()
BLACK, AGAIN = TEXTS.text("notices.black"), TEXTS.text("notices.picture_back")
NO_PERSON = TEXTS.text("set_up.no_person")


class SeesInTheLight(Model):
    """Finds somebody wherever the picture isn't black."""

    def estimate(self, frame: Frame) -> Pose:
        pose = super().estimate(frame)
        dark = not frame.image.any()
        return Pose.missing(frame.time_s, frame.width, frame.height) if dark else pose


def covered(sent: Iterator[Frame], *spans: tuple[float, float]) -> Iterator[Frame]:
    """Frames that are black in these spans of time."""
    for one in sent:
        black = any(first <= one.time_s < last for first, last in spans)
        yield replace(one, image=np.zeros_like(one.image)) if black else one


def test_a_covered_camera_is_told_aloud_once_each_time_and_not_taken_for_an_empty_room() -> None:
    voice = Voice()

    coach(covered(frames(400), (0.0, 10.0), (20.0, 30.0)), estimator=SeesInTheLight(), voice=voice)

    assert voice.said.count(BLACK) == voice.said.count(AGAIN) == 2
    assert NO_PERSON not in voice.said


def test_a_finger_with_the_light_shining_through_is_a_covered_camera_and_nobody_who_left() -> None:
    voice, sounds = Voice(), Sounds()
    finger = (BEGINS_S + 5, BEGINS_S + 15)
    model = Model(away=lambda time_s: finger[0] <= time_s < finger[1])
    red = np.full((240, 320, 3), (230, 60, 30), np.uint8)
    sent = (
        replace(one, image=red) if finger[0] <= one.time_s < finger[1] else one
        for one in frames(BEGUN + 250)
    )

    coach(sent, voice=voice, sounds=sounds, estimator=model)

    assert voice.said.count(BLACK) == voice.said.count(AGAIN) == 1
    assert sounds.played == [Sound.STARTED]


def test_who_leaves_a_bare_wall_has_left() -> None:
    """The wall looks as it did beside them."""
    voice, sounds = Voice(), Sounds()
    left = (BEGINS_S + 5, BEGINS_S + 15)
    model = Model(away=lambda time_s: left[0] <= time_s < left[1])
    sent = (replace(one, image=np.full_like(one.image, 190)) for one in frames(BEGUN + 250))

    coach(sent, voice=voice, sounds=sounds, estimator=model)

    assert BLACK not in voice.said
    assert sounds.played[:2] == [Sound.STARTED, Sound.PAUSED]


def test_an_empty_picture_at_the_beginning_is_told_so_that_it_is_true_of_wall_and_cover() -> None:
    voice = Voice()
    model = Model(away=lambda time_s: time_s < 8.0)
    sent = (replace(one, image=np.full_like(one.image, 190)) for one in frames(BEGUN + 100))

    coach(sent, voice=voice, estimator=model)

    assert voice.said.count(TEXTS.text("notices.empty")) == 1
    assert BLACK not in voice.said
    assert AGAIN not in voice.said


def test_nothing_counts_of_who_is_only_guessed_in_the_dark() -> None:
    voice, dark_s = Voice(), 10.0
    dark = (BEGINS_S + 5, BEGINS_S + 5 + dark_s)

    summary = coach(covered(frames(BEGUN + 250), dark), voice=voice, judge=counting)

    assert BLACK in voice.said
    # One each second in the light.
    (done,) = summary.sets
    assert 14 <= len(done.summary.repetitions) <= 16


def test_a_camera_that_is_covered_during_the_set_does_not_end_it() -> None:
    sounds, window = Sounds(), Window()
    dark = (BEGINS_S + 5, BEGINS_S + 15)

    summary = coach(
        covered(frames(BEGUN + 250), dark), window, estimator=SeesInTheLight(), sounds=sounds
    )

    assert sounds.played == [Sound.STARTED]
    assert len(summary.sets) == 1
    assert np.median(window.shown[BEGUN + 100]) < 60 < np.median(window.shown[BEGUN + 30])


def test_a_camera_that_stays_covered_is_let_go_in_the_end() -> None:
    patient = Camera(covered(frames(500), (0.0, 1e6)), step_s=2.0)

    assert coach(patient, estimator=SeesInTheLight()).ending is Ending.AWAY


def test_a_lost_camera_is_told_aloud_too_and_that_it_is_back() -> None:
    voice = Voice()
    sent = [*frames(BEGUN), *[None] * 30, *frames(30, start_s=60.0)]

    coach(Camera(sent, CameraStatus.LOST), voice=voice)

    told = [text for text in voice.said if "camera" in text.lower()][1:]
    assert told == [TEXTS.text("notices.camera_lost"), TEXTS.text("notices.camera_back")]


@pytest.mark.parametrize(
    ("others", "key"), [(1, "notices.two_people"), (2, "notices.several_people")]
)
def test_others_in_the_picture_are_told_once_while_they_are_there(others: int, key: str) -> None:
    class InCompany(Model):
        """Others come and go, and come back after a while."""

        def estimate(self, frame: Frame) -> Pose:
            there = frame.time_s % 2 < 1.5 and (frame.time_s < 20 or frame.time_s > 60)
            return replace(super().estimate(frame), others=others if there else 0)

    voice = Voice()

    coach(frames(800), estimator=InCompany(), voice=voice)

    assert MonitorSettings().alone_for_s < 40
    assert voice.said.count(TEXTS.text(key)) == 2


def test_a_tilted_camera_is_told_once_and_again_when_it_is_tilted_anew() -> None:
    class Tilted(Model):
        """The camera is straightened after a while, and slips later."""

        def estimate(self, frame: Frame) -> Pose:
            roll = 12.3 if frame.time_s < 20 else 0.0 if frame.time_s < 40 else -8.2
            return replace(super().estimate(frame), roll=roll)

    voice = Voice()

    coach(frames(800), estimator=Tilted(), voice=voice)

    told = [text for text in voice.said if "tilted" in text]
    assert told == [TEXTS.text("notices.camera_tilted", degrees=degrees) for degrees in (12, 8)]


@pytest.mark.parametrize(
    ("sent", "looked_at", "key"),
    [
        (30, 30, ""),
        (12, 12, ""),
        (5, 5, "notices.slow_camera"),
        (1, 1, "notices.slow_camera"),
        (30, 5, "notices.slow_computer"),
        (30, 1, "notices.slow_computer"),
    ],
)
def test_slow_pictures_are_shown_once_and_not_spoken_of(
    sent: int, looked_at: int, key: str
) -> None:
    clock, voice = Clock(), Voice()
    around = Surroundings(TEXTS, Announcer(voice, muted=False), Sounds(), clock, Preferences())
    notices = NoticeBoard(clock, TEXTS)
    monitor = CameraMonitor(around, notices)
    told = []

    for number in range(20 * looked_at):
        clock.now_s = number / looked_at
        monitor.update(*looking(clock.now_s, number * sent // looked_at))
        monitor.tick()
        told.append(notices.text)

    changes = [text for text, before in zip(told, ["", *told], strict=False) if text != before]
    assert changes == ([TEXTS.counted(key, looked_at), ""] if key else [])
    assert voice.said == []


def looking(time_s: float, index: int) -> tuple[Frame, Pose]:
    seen = replace(frame(time_s, index), image=np.full((72, 128, 3), 120, np.uint8))
    return seen, pose(seen.width, seen.height, time_s)


def test_five_pictures_a_second_are_enough_for_a_set() -> None:
    slow = (frame(number / 5, number) for number in range(150))

    summary = coach(Camera(slow, step_s=0.2))

    assert len(summary.sets) == 1
