"""What stays of a live session: the diary, the answers about pain, the recording."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.window import Key
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.live.live_contract import Ending
from formcheck.pose.pose import Pose
from formcheck.video.frame import Frame
from formcheck.video.video_errors import VideoWriteError
from tests.live.doubles import (
    BEGUN,
    Voice,
    Window,
    coach,
    counting,
    frames,
    step,
)


class Diary:
    """Remembers what it was told, up to a point."""

    def __init__(self, breaks: bool = False) -> None:
        self.pain: dict[str, int] = {}
        self.seen: list[FormState] = []
        self.finished: list[SetSummary] = []
        self._breaks = breaks

    def note_pain(self, when: str, level: int) -> None:
        self.pain[when] = level

    def begin_set(self, exercise: Exercise, ago_s: float = 0.0) -> "Diary":  # noqa: ARG002
        return self

    def update(self, state: FormState, ago_s: float = 0.0) -> None:  # noqa: ARG002
        if self._breaks:
            raise FormcheckError("the disk is full")
        self.seen.append(state)

    def finish(self, summary: SetSummary) -> None:
        self.finished.append(summary)

    def close(self) -> None:
        raise AssertionError("the diary belongs to the caller")


def test_the_set_is_written_down_as_it_happens() -> None:
    diary = Diary()

    coach(frames(BEGUN + 200), judge=counting, steps=(step(2),), diary=diary)

    assert sum(one.finished is not None for one in diary.seen) == 2
    assert len(diary.finished) == 1


def test_a_history_that_cannot_be_written_is_told_once_and_ends_nothing() -> None:
    summary = coach(frames(BEGUN + 200), judge=counting, steps=(step(2),), diary=Diary(breaks=True))

    assert summary.ending is Ending.DONE
    assert len(summary.warnings) == 1
    assert "the disk is full" in summary.warnings[0]


def test_pain_is_asked_before_and_after() -> None:
    diary, window = Diary(), Window({3: Key.DIGIT_3, 160: (Key.DIGIT_1, Key.DIGIT_0)})

    summary = coach(
        frames(900), window, counting_late, steps=(step(1),), diary=diary, questions=True
    )

    assert (summary.pain_before, summary.pain_after) == (3, 10)
    assert diary.pain == {"before": 3, "after": 10}


def counting_late(time_s: float) -> FormState:
    return counting(time_s - 2)


def test_unanswered_questions_are_no_obstacle() -> None:
    summary = coach(
        frames(1200),
        judge=lambda time_s: counting(time_s - 20),
        steps=(step(1),),
        questions=True,
    )

    assert summary.ending is Ending.DONE
    assert (summary.pain_before, summary.pain_after) == (None, None)


@pytest.mark.parametrize(("key", "advised"), [(Key.DIGIT_6, False), (Key.DIGIT_7, True)])
def test_severe_pain_is_answered_with_advice(key: Key, advised: bool) -> None:
    voice = Voice()

    coach(frames(60), Window({2: (key, Key.ENTER)}), voice=voice, questions=True)

    assert any("rest may do you more good" in text for text in voice.said) is advised


class Sink:
    """Keeps what it is given, up to a point."""

    def __init__(self, full_after: int = 10**6, error: Exception | None = None) -> None:
        self.kept: list[tuple[Frame, Pose, FormState]] = []
        self.discarded = False
        self.finished = 0
        self._full_after = full_after
        self._error = error

    def write(self, frame: Frame, pose: Pose, state: FormState) -> None:
        if self._error is not None and len(self.kept) >= self._full_after:
            raise self._error
        self.kept.append((frame, pose, state))

    def finish(self, summary: SetSummary, warnings: object) -> Path:  # noqa: ARG002
        self.finished += 1
        return Path("there")

    def discard(self) -> None:
        self.discarded = True


def recording(sink: Sink) -> Callable[[Exercise], Sink]:
    return lambda _: sink


def test_what_is_judged_is_recorded() -> None:
    sink = Sink()

    summary = coach(frames(BEGUN + 10), open_recording=recording(sink))

    assert len(sink.kept) >= 10
    assert sink.finished == 1
    assert summary.sets[0].folder == Path("there")
    for kept, found, judged in sink.kept:
        assert kept.time_s == found.time_s == judged.time_s


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
            "Reading or writing: no space left on device. Check the path, its permissions and the "
            "room on the disk.",
        ),
        (VideoWriteError("Make room on the disk."), "Make room on the disk."),
    ],
)
def test_a_full_disk_ends_the_recording_but_not_the_exercise(error: Exception, told: str) -> None:
    sink = Sink(full_after=3, error=error)

    summary = coach(
        frames(BEGUN + 200), judge=counting, steps=(step(2),), open_recording=recording(sink)
    )

    assert summary.ending is Ending.DONE
    assert sink.discarded
    assert summary.warnings == (f"I can't keep the recording. The exercise goes on. {told}",)
