"""The whole watch over made-up poses, with hours that pass in no time."""

from dataclasses import replace

import pytest

from formcheck.desk.commands import Command
from formcheck.desk.posture import Posture
from formcheck.desk.watch_session import WatchPreferences
from formcheck.desk.watch_summary import DeskEnding
from formcheck.feedback.audio.sound import Sound
from formcheck.texts.texts import load_texts
from formcheck.video.camera_motion import CameraMotion
from tests.desk.days import (
    CTRL_C,
    DARK,
    FAR_AWAY,
    LOST,
    MINUTE,
    MODEL_FAILS,
    OVERLOOKED,
    Told,
    some,
    spend,
)
from tests.desk.sitters import HEAD_POKING, LEANING, UPRIGHT, behind_a_desk


def test_sitting_well() -> None:
    summary, told, _ = spend(some(UPRIGHT, 7))
    assert summary.ending is DeskEnding.CAMERA
    assert summary.minutes[Posture.UPRIGHT] == pytest.approx(7, abs=0.3)
    assert summary.minutes[Posture.SLOUCHED] == 0
    assert told.notices == []
    assert "upright" in told.status
    assert "sitting for 6 min" in told.status


def test_slouching_is_told_on_the_desktop_in_the_terminal_and_by_a_sound() -> None:
    summary, told, _ = spend([*some(UPRIGHT, 1), *some(LEANING, 2), *some(UPRIGHT, 1)])
    assert told.notices == ["Sit up straight"]
    assert any(line.startswith("Sit up straight.") for line in told.lines)
    assert told.sounds == [Sound.PAUSED, Sound.PUT_RIGHT]
    assert summary.slouched_told == 1
    assert summary.minutes[Posture.SLOUCHED] == pytest.approx(2, abs=0.2)


def test_with_hidden_hips_the_head_is_watched_and_the_rest_is_named() -> None:
    upright, poking = behind_a_desk(UPRIGHT), behind_a_desk(HEAD_POKING)
    summary, told, _ = spend([*some(upright, 1), *some(poking, 1)])
    assert told.notices == ["Bring your head back"]
    assert summary.not_judged == ("upright", "not-slouched")
    assert any("I can't see from here: Sitting upright, Back not slumped" in t for t in told.lines)


def test_from_the_front_it_says_what_it_can_not_see_and_reminds_of_breaks() -> None:
    front = replace(behind_a_desk(UPRIGHT), yaw=85.0)
    poking = replace(front, head=40)
    _, told, _ = spend([*some(front, 1), *some(poking, 8)])
    assert any("I can't see from here" in line and "from the side" in line for line in told.lines)
    assert told.notices == ["Time to stand up"]


def test_what_can_not_be_told_for_long_is_said_once_with_what_would_settle_it() -> None:
    front = replace(behind_a_desk(UPRIGHT), yaw=85.0)
    summary, told, _ = spend([*some(front, 1), *some(replace(front, head=40), 4)])
    assert told.lines.count(load_texts().text("desk.unclear")) == 1
    assert told.notices == []
    assert summary.minutes[Posture.UPRIGHT] < 1.2


def test_breaks_are_reminded_of_and_their_end_is_praised() -> None:
    day = [*some(UPRIGHT, 9), *some(None, 6), *some(UPRIGHT, 9)]
    summary, told, _ = spend(day)
    assert told.notices == ["Time to stand up", "Welcome back", "Time to stand up"]
    assert summary.breaks == 1
    assert summary.minutes[Posture.AWAY] == pytest.approx(6, abs=0.2)


def test_who_takes_breaks_by_themselves_is_not_reminded() -> None:
    day = [*some(UPRIGHT, 5), *some(None, 2), *some(UPRIGHT, 5), *some(None, 2)]
    summary, told, _ = spend([*day, *some(UPRIGHT, 5)])
    assert told.notices == ["Welcome back", "Welcome back"]
    assert summary.breaks == 2


def test_who_is_overlooked_but_stirs_where_they_sat_had_no_break_and_is_not_told_of_one() -> None:
    day = [*some(UPRIGHT, 1), *[OVERLOOKED] * 180, *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert summary.breaks == 0
    assert summary.minutes[Posture.AWAY] == 0
    assert told.notices == []


def test_who_comes_back_bent_is_asked_on_the_desktop_to_sit_up() -> None:
    day = [*some(UPRIGHT, 1), *some(None, 2), *some(LEANING, 2), *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert told.notices == ["Welcome back", "Sit up for a moment"]
    assert told.sounds == [Sound.STARTED, Sound.PAUSED, Sound.PUT_RIGHT]
    assert summary.minutes[Posture.SLOUCHED] == pytest.approx(2, abs=0.2)


def test_an_empty_room_is_not_looked_through_again_and_again() -> None:
    _, _, sitting = spend([*some(UPRIGHT, 1), *some(None, 30)])
    assert sitting.estimated < 31 * MINUTE / 5


def test_nobody_there_at_the_start_is_told_once() -> None:
    summary, told, _ = spend(some(None, 10))
    assert sum("I can't see you" in line for line in told.lines) == 1
    assert "nobody is sitting there" in told.status
    assert not summary.anything_judged


def test_a_camera_that_is_lost_and_comes_back() -> None:
    day = [*some(UPRIGHT, 1), *[LOST] * 120, *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert [line.split(".")[0] for line in told.lines[-2:]] == [
        "The camera sends no pictures",
        "I can see again",
    ]
    assert summary.minutes[Posture.UNKNOWN] == pytest.approx(2, abs=0.3)
    assert summary.breaks == 0


def test_a_covered_lens_is_no_empty_room_and_no_break() -> None:
    summary, told, _ = spend([*some(UPRIGHT, 1), *[DARK] * 12 * MINUTE, *some(UPRIGHT, 1)])
    assert [line.split(":")[0] for line in told.lines if "see" in line][-2:] == [
        "I can't see anything",
        "I can see again.",
    ]
    assert summary.minutes[Posture.UNKNOWN] == pytest.approx(12, abs=0.3)
    assert summary.minutes[Posture.AWAY] == 0
    assert summary.breaks == 0


def test_a_dark_moment_is_not_worth_a_word() -> None:
    _, told, _ = spend([*some(UPRIGHT, 1), *[DARK] * 5, *some(UPRIGHT, 1)])
    assert not any("can't see anything" in line for line in told.lines)


def test_someone_who_sits_elsewhere_is_not_judged_and_asked_about_once() -> None:
    """Perhaps the chair was moved, perhaps it is somebody else."""
    elsewhere = replace(LEANING, hip=(560.0, 330.0))
    summary, told, _ = spend([*some(UPRIGHT, 1), *some(elsewhere, 5)])
    assert told.notices == []
    assert summary.minutes[Posture.UNKNOWN] == pytest.approx(5, abs=0.3)
    assert sum("not where you sat before" in line for line in told.lines) == 1


def test_a_colleague_in_the_back_does_not_take_the_break_away() -> None:
    day = [*some(UPRIGHT, 1), *some(FAR_AWAY, 3), *some(UPRIGHT, 1)]
    summary, told, _ = spend(day)
    assert told.notices == ["Welcome back"]
    assert summary.minutes[Posture.AWAY] == pytest.approx(3, abs=0.2)


def test_a_camera_that_was_moved_is_told_once_and_nobody_nagged() -> None:
    day = [*some(UPRIGHT, 1), CameraMotion(down=24.0), *some(UPRIGHT, 5)]
    summary, told, _ = spend(day)
    moved, seen = load_texts().text("desk.camera_moved"), "Thank you"
    assert told.lines.count(moved) == 1
    assert sum(line.startswith(seen) for line in told.lines) == 2
    assert summary.minutes[Posture.SLOUCHED] == 0
    assert not told.notices


def test_ctrl_c_is_an_end_with_a_summary() -> None:
    summary, _, _ = spend([*some(UPRIGHT, 2), CTRL_C])
    assert summary.ending is DeskEnding.INTERRUPTED
    assert summary.minutes[Posture.UPRIGHT] > 1.5


def test_a_model_that_fails_is_told_and_what_was_seen_is_kept() -> None:
    summary, told, _ = spend([*some(UPRIGHT, 2), MODEL_FAILS])
    assert summary.ending is DeskEnding.FAILED
    assert told.lines[-1] == "The pose model failed."
    assert summary.minutes[Posture.UPRIGHT] > 1.5


def test_it_ends_by_itself_after_the_time_asked_for() -> None:
    summary, _, day = spend(some(UPRIGHT, 60), WatchPreferences(for_s=90.0))
    assert summary.ending is DeskEnding.TIME
    assert day.now_s == 90.0


class TestTyping:
    def test_the_baseline_is_taken_when_enter_is_pressed_and_not_before(self) -> None:
        day = [*some(LEANING, 2), *some(UPRIGHT, 0.1), Command.ENTER, *some(UPRIGHT, 1)]
        summary, told, _ = spend(day, WatchPreferences(asks_for_enter=True))
        assert "don't know yet" not in told.status
        assert told.notices == []
        assert any("press Enter" in line for line in told.lines)
        assert summary.minutes[Posture.UNKNOWN] == pytest.approx(2.1, abs=0.2)
        assert summary.minutes[Posture.UPRIGHT] == pytest.approx(1, abs=0.2)

    def test_b_takes_it_anew(self) -> None:
        higher = replace(UPRIGHT, hip=(300.0, 360.0))
        day = [*some(UPRIGHT, 1), *some(higher, 0.1), Command.BASELINE, *some(higher, 5)]
        summary, told, _ = spend(day)
        assert told.notices == []
        assert summary.minutes[Posture.UPRIGHT] > 5

    def test_q_ends_it(self) -> None:
        assert spend([*some(UPRIGHT, 1), Command.QUIT, UPRIGHT])[0].ending is DeskEnding.QUIT


def test_a_desktop_without_notices_and_a_computer_without_sound_are_told_once() -> None:
    told = Told()
    told.desktop_problem, told.problem = "no service", "Sounds: none"
    spend(some(UPRIGHT, 2), told=told)
    assert sum("no service" in line for line in told.lines) == 1
    assert sum("Sounds: none" in line for line in told.lines) == 1


def test_the_summary_as_a_document() -> None:
    document = spend([*some(UPRIGHT, 1), *some(LEANING, 1)])[0].document()
    assert document["schema"] == 1
    assert set(document["minutes"]) == {"upright", "slouched", "unknown", "away"}
    assert document["told"] == {"slouched": 1, "break_due": 0}
    assert document["judged"] == ["upright", "head-back", "shoulders-up", "head-up"]
    assert document["not_judged"] == ["not-slouched"]
