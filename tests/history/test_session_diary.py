"""What the diary keeps of a session, and that nothing in it waits for the end."""

import signal
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from formcheck.exercises.load import library
from formcheck.form.checker import FormChecker
from formcheck.form.state import Verdict
from formcheck.history.read import read_history
from formcheck.history.session_diary import open_diary
from formcheck.live.live_contract import Diary
from tests.form.performed_sets import film
from tests.form.test_unseen_end import SHARES, lying
from tests.history.builders import (
    MONDAY_EVENING,
    Clock,
    Done,
    begin,
    session,
    state,
)
from tests.history.writer import started_writer
from tests.results import sessions


def test_a_session_is_read_as_it_was_told(path: Path) -> None:
    done = [Done(side="left"), Done(0.5, side="right", faults=("leg-straight", "back-level"))]
    session(path, MONDAY_EVENING, {"bird-dog": done}, pain=(5, 3), programme="first-weeks")
    [read] = read_history(path).sessions
    assert (read.pain_before, read.pain_after, read.programme) == (5, 3, "first-weeks")
    assert read.started == MONDAY_EVENING
    assert read.started.utcoffset() == timedelta(hours=1)
    assert read.ended is not None
    [bird_dog] = read.sets
    assert (bird_dog.exercise, bird_dog.title, bird_dog.kind) == (
        "bird-dog",
        "Bird dog",
        "exercise",
    )
    assert [one.verdict for one in bird_dog.repetitions] == ["good", "fault"]
    assert [one.side for one in bird_dog.repetitions] == ["left", "right"]
    faults = bird_dog.repetitions[1].faults
    assert [one.criterion for one in faults] == ["leg-straight", "back-level"]
    assert faults[1].title == "Back level"
    assert bird_dog.verdict == "good"


def test_the_range_of_motion_is_from_rest_to_the_furthest_point(path: Path) -> None:
    session(path, MONDAY_EVENING, {"bird-dog": [Done(0.5, side="right")]})
    [repetition] = read_history(path).sessions[0].sets[0].repetitions
    motion = repetition.motion
    assert motion is not None
    assert motion.measure == "thigh_elevation.right"
    assert motion.rest == pytest.approx(-85, abs=3)
    assert motion.furthest == pytest.approx(-45)


def test_both_sides_at_once_are_told_from_an_unknown_side(path: Path) -> None:
    session(path, MONDAY_EVENING, {"bridge": [Done()], "bird-dog": [Done()]})
    sides = [one.repetitions[0].side for one in read_history(path).sessions[0].sets]
    assert sides == ["both", None]


def test_a_stray_frame_is_no_range_of_motion(path: Path, clock: Clock) -> None:
    diary = open_diary(path, clock=clock)
    person = begin(diary, "bridge", clock)
    person.diary.update(state(0.01, {"hip_height.left": 40.0}))
    person.repeat(Done())
    diary.close()
    [one] = read_history(path).sessions[0].sets[0].repetitions
    assert one.motion is not None
    assert one.motion.travel < 1


def test_only_measures_that_the_exercise_speaks_of_are_kept(path: Path) -> None:
    session(path, MONDAY_EVENING, {"bird-dog": [Done(side="right")]})
    [repetition] = read_history(path).sessions[0].sets[0].repetitions
    assert set(repetition.peak) == {"thigh_elevation.right"}


def test_push_ups_as_the_checker_tells_of_them(path: Path, clock: Clock) -> None:
    exercise, checker = sessions.exercise(), FormChecker(sessions.exercise())
    diary: Diary = open_diary(path, clock=clock)
    push_ups = diary.begin_set(exercise)
    for pose in sessions.push_ups(3):
        push_ups.update(checker.update(pose))
    push_ups.finish(checker.finish())
    diary.close()
    [read] = read_history(path).sessions[0].sets
    assert [one.number for one in read.repetitions] == [1, 2, 3]
    assert 10 < read.active_s < 14
    for one in read.repetitions:
        assert one.motion is not None
        assert one.motion.measure.partition(".")[0] in exercise.repetition.measure
        assert (one.motion.rest, one.motion.furthest) == pytest.approx((175, 80), abs=8)
        assert one.motion.measure in one.peak


def test_it_holds_as_many_repetitions_as_the_session_told_wherever_it_is_ended(path: Path) -> None:
    """Who ends amid a repetition is told of it on the last page, and finds it here as well."""
    poses = sessions.push_ups(3)
    told = []
    for end in range(len(poses) // 2, len(poses), 4):
        exercise, checker = sessions.exercise(), FormChecker(sessions.exercise())
        diary = open_diary(path)
        push_ups = diary.begin_set(exercise)
        for pose in poses[:end]:
            push_ups.update(checker.update(pose))
        summary = checker.finish()
        push_ups.finish(summary)
        diary.close()
        [read] = read_history(path).sessions[-1].sets
        assert [one.number for one in read.repetitions] == [
            one.number for one in summary.repetitions
        ]
        assert [one.verdict for one in read.repetitions] == [
            one.verdict for one in summary.repetitions
        ]
        told.append(len(summary.repetitions))
    assert set(told) == {1, 2, 3}


def test_a_hold_that_was_outside_the_picture_is_unknown(path: Path, clock: Clock) -> None:
    leg_raise = library()["leg-raise"]
    checker = FormChecker(leg_raise)
    diary = open_diary(path, clock=clock)
    leg_raises = diary.begin_set(leg_raise)
    for pose in film([lying(share, hip=(320, 70)) for share in SHARES]):
        leg_raises.update(checker.update(pose))
    leg_raises.finish(checker.finish())
    diary.close()
    [read] = read_history(path).sessions[0].sets
    assert [one.hold_s for one in read.repetitions] == [None] * 3
    assert [one.verdict for one in read.repetitions] == ["unknown"] * 3
    assert read.hold_s is None


def test_a_repetition_has_the_time_of_day_at_which_it_was_done(path: Path, clock: Clock) -> None:
    diary = open_diary(path, clock=clock)
    person = begin(diary, "bridge", clock)
    person.repeat(Done())
    clock.advance(600)  # A pause, which the session's own clock leaves out.
    began = clock.now
    person.repeat(Done())
    diary.close()
    _, second = read_history(path).sessions[0].sets[0].repetitions
    assert abs(second.started - began) < timedelta(seconds=0.5)
    assert second.ended - second.started == timedelta(seconds=8)


def test_time_that_nobody_watched_is_no_time_of_exercise(path: Path, clock: Clock) -> None:
    diary = open_diary(path, clock=clock)
    person = begin(diary, "plank", clock)
    for time_s in (0.0, 1.0, 2.0, 90.0, 91.0):
        person.diary.update(state(time_s))
    person.diary.update(state(92.0, in_set=False))
    person.finish()
    diary.close()
    assert read_history(path).sessions[0].sets[0].active_s == pytest.approx(3.0)


def test_looking_at_the_camera_leaves_no_session(path: Path, clock: Clock) -> None:
    open_diary(path, clock=clock).close()
    assert read_history(path).sessions == ()


@pytest.mark.parametrize("level", [-1, 11])
def test_pain_is_from_0_to_10(path: Path, clock: Clock, level: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        open_diary(path, clock=clock).note_pain("before", level)


class TestNothingWaitsForTheEnd:
    """Read while the session goes on, as after a kill."""

    def test_repetitions_are_there_at_once(self, path: Path, clock: Clock) -> None:
        person = begin(open_diary(path, clock=clock), "bridge", clock)
        for number in (1, 2, 3):
            person.repeat(Done(hold_s=2.0))
            [read] = read_history(path).sessions
            assert len(read.sets[0].repetitions) == number
            assert read.sets[0].hold_s == pytest.approx(2.0 * number)
        assert read.ended is None
        assert read.sets[0].verdict is None

    def test_pain_is_there_at_once(self, path: Path, clock: Clock) -> None:
        open_diary(path, clock=clock).note_pain("before", 0)
        assert read_history(path).sessions[0].pain_before == 0

    def test_a_long_hold_is_there_before_it_is_over(self, path: Path, clock: Clock) -> None:
        person = begin(open_diary(path, clock=clock), "plank", clock)
        person.hold(60)
        held_s = read_history(path).sessions[0].sets[0].hold_s
        assert held_s is not None
        assert 50 < held_s <= 60

    def test_kill_9_loses_at_most_the_repetition_under_way(self, path: Path) -> None:
        told = _killed_after(path, repetitions=40)
        [read] = read_history(path).sessions
        kept = len(read.sets[0].repetitions)
        assert kept in (told, told + 1)
        assert read.ended is None
        assert read.pain_before == 4
        # And the history goes on.
        session(path, MONDAY_EVENING, {"bridge": [Done()]})
        assert len(read_history(path).sessions) == 2


def _killed_after(path: Path, repetitions: int) -> int:
    """Let a process write until it is killed; returns the last repetition that it told of."""
    writer = started_writer(path)
    assert writer.stdout is not None
    with writer:
        lines = [writer.stdout.readline() for _ in range(repetitions)]
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    whole = [line for line in lines if line.endswith("\n")]
    return int(whole[-1])


def test_the_day_is_the_person_s_own(path: Path) -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    session(path, late, {"bridge": [Done()]})
    [read] = read_history(path).sessions
    assert read.day == late.date()
    assert read.started.astimezone(UTC).date() != late.date()


def test_an_unseen_repetition_is_not_called_good(path: Path) -> None:
    session(path, MONDAY_EVENING, {"bridge": [Done(verdict=Verdict.UNKNOWN)]})
    [bridge] = read_history(path).sessions[0].sets
    assert bridge.repetitions[0].verdict == "unknown"
    assert bridge.good_repetitions == 0


def test_what_was_done_before_it_was_recognised_has_its_own_time_of_day(
    path: Path, clock: Clock
) -> None:
    diary: Diary = open_diary(path, clock=clock)
    push_ups, checker = sessions.exercise(), FormChecker(sessions.exercise())
    states = [checker.update(pose) for pose in sessions.push_ups(3)]
    recognised_s = states[-1].time_s
    one = diary.begin_set(push_ups, recognised_s - states[0].time_s)
    for state_ in states:
        one.update(state_, recognised_s - state_.time_s)
    one.finish(checker.finish())
    diary.close()

    [read] = read_history(path).sessions[0].sets
    moments = [moment for rep in read.repetitions for moment in (rep.started, rep.ended)]
    assert moments == sorted(moments)
    assert read.started <= moments[0]
    assert moments[-1] <= clock.now
