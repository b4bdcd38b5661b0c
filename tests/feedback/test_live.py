"""The live loop, with a camera, a model and a window made up for the test."""

import threading
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

import numpy as np
import pytest

from formcheck.feedback.cues import Cue
from formcheck.feedback.live import run_live, with_goal
from formcheck.feedback.live_contract import Ending, LiveSummary, Preferences
from formcheck.feedback.window import Key
from formcheck.form.state import FormState, Verdict
from formcheck.pose.pose import Pose
from formcheck.video.errors import VideoWriteError
from formcheck.video.frame import Frame, Image
from formcheck.video.live import CameraStatus
from tests.feedback.builders import criterion, exercise, frame, pose, repetition, state

STEP_S = 0.1


class Camera:
    """Sends the given frames, None for none in time, and has ended when they are over."""

    def __init__(self, frames: Iterable[Frame | None], troubled: CameraStatus | None = None):
        self._frames = iter(frames)
        self._troubled = troubled
        self.status = CameraStatus.RUNNING

    def newest(self, timeout_s: float) -> Frame | None:  # noqa: ARG002
        try:
            sent = next(self._frames)
        except StopIteration:
            self.status = CameraStatus.ENDED
            return None
        if self._troubled is not None:
            self.status = CameraStatus.RUNNING if sent is not None else self._troubled
        return sent


class Model:
    """Finds the same person in every frame."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def estimate(self, frame: Frame) -> Pose:
        self.times.append(frame.time_s)
        return pose(frame.width, frame.height, frame.time_s)

    def close(self) -> None:
        raise AssertionError("the model belongs to the caller")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Checker:
    """Says what a function of the time says."""

    def __init__(self, judge: Callable[[float], FormState] = state) -> None:
        self._judge = judge

    def update(self, pose: Pose) -> FormState:
        return self._judge(pose.time_s)


class Window:
    """Remembers what it showed; keys are pressed, or it is closed, after so many pictures."""

    def __init__(self, keys: dict[int, Key] | None = None, closes_after: int = 10**6) -> None:
        self.shown: list[Image] = []
        self.full_screen = False
        self._keys = keys or {}
        self._closes_after = closes_after

    @property
    def closed(self) -> bool:
        return len(self.shown) >= self._closes_after

    def show(self, image: Image) -> None:
        self.shown.append(image)

    def pressed(self) -> tuple[Key, ...]:
        key = self._keys.pop(len(self.shown), None)
        return () if key is None else (key,)

    def toggle_full_screen(self) -> None:
        self.full_screen = not self.full_screen


class Voice:
    """Remembers what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.hushed = 0

    def say(self, cue: Cue) -> None:
        self.said.append(cue.text)

    speaking = False

    def hush(self) -> None:
        self.hushed += 1


def frames(count: int, start_s: float = 0.0) -> Iterator[Frame]:
    return (frame(start_s + STEP_S * n, n) for n in range(count))


def coach(
    sent: Iterable[Frame | None] | Camera,
    window: Window | None = None,
    judge: Callable[[float], FormState] = state,
    **options: object,
) -> LiveSummary:
    """A session with everything made up that the test doesn't name."""
    return run_live(
        exercise("knee"),
        camera=sent if isinstance(sent, Camera) else Camera(sent),
        estimator=options.pop("estimator", None) or Model(),  # type: ignore[arg-type]
        checker=Checker(judge),
        window=window or Window(),
        **options,  # type: ignore[arg-type]
    )


def faulty(time_s: float) -> FormState:
    return state(time_s, criterion("knee", Verdict.FAULT), repetitions=1)


def counting(time_s: float) -> FormState:
    """A repetition is finished at every full second."""
    done = int(time_s + 1e-6)
    fresh = done > 0 and time_s - done < STEP_S / 2
    return state(time_s, repetitions=done, finished=repetition(done) if fresh else None)


def test_every_frame_is_judged_and_shown_until_the_camera_ends() -> None:
    window = Window()

    summary = coach(frames(20), window, counting)

    assert summary.ending is Ending.CAMERA
    assert summary.frames == len(window.shown) == 20
    assert summary.seconds == pytest.approx(1.9)
    assert [each.number for each in summary.repetitions] == [1]
    assert summary.last is not None
    assert summary.last.repetitions == 1


@pytest.mark.parametrize(
    ("window", "ending"),
    [
        (Window({5: Key.QUIT}), Ending.QUIT),
        (Window({5: Key.NEXT}), Ending.NEXT),
        (Window(closes_after=5), Ending.CLOSED),
    ],
)
def test_the_person_ends_the_session(window: Window, ending: Ending) -> None:
    summary = coach(frames(20), window)

    assert summary.ending is ending
    assert summary.frames == 5


def test_ctrl_c_ends_it_with_what_was_done_so_far() -> None:
    def interrupted(time_s: float) -> FormState:
        if time_s > 1.5:
            raise KeyboardInterrupt
        return counting(time_s)

    voice = Voice()

    summary = coach(frames(40), judge=interrupted, voice=voice)

    assert summary.ending is Ending.INTERRUPTED
    assert len(summary.repetitions) == 1
    assert voice.hushed == 1


def test_a_camera_that_ends_before_it_began_leaves_an_empty_summary() -> None:
    summary = coach([])

    assert (summary.frames, summary.seconds, summary.last) == (0, 0.0, None)
    assert summary.repetitions == ()


def test_reaching_the_goal_is_told_and_then_ends_the_session() -> None:
    voice = Voice()

    summary = coach(
        frames(200), judge=counting, voice=voice, preferences=Preferences(goal_repetitions=2)
    )

    assert summary.ending is Ending.DONE
    assert voice.said[-1] == "Done: 2 repetitions"
    assert summary.seconds == pytest.approx(2.0 + 3.0, abs=0.2)


def test_the_persons_own_goal_is_shown_in_place_of_the_usual_number() -> None:
    usual = exercise(reps=(8, 12))

    assert with_goal(usual, None) is usual
    assert with_goal(usual, 12) is usual
    assert with_goal(usual, 5).dosage.reps == (5, 5)
    assert with_goal(exercise(reps=None), 3).dosage.reps == (3, 3)


def test_a_cue_is_spoken_once_while_it_lasts() -> None:
    voice = Voice()

    coach(frames(40), judge=faulty, voice=voice)

    assert voice.said == ["Mend the knee"]


def test_a_muted_voice_says_nothing_and_comes_back() -> None:
    voice = Voice()
    started_muted = Preferences(muted=True)

    summary = coach(frames(40), Window({3: Key.MUTE}), faulty, voice=voice)
    assert summary.preferences.muted
    coach(frames(40), judge=faulty, voice=voice, preferences=started_muted)

    assert voice.said == ["Mend the knee"]


def test_nothing_is_judged_during_a_pause_and_no_time_passes() -> None:
    model, window = Model(), Window({10: Key.PAUSE, 300: Key.PAUSE})

    summary = coach(frames(310), window, estimator=model)

    assert summary.frames == 20
    assert summary.seconds < 2.0
    assert (np.diff(model.times) > 0).all()
    assert len(window.shown) == 310


def test_a_paused_picture_still_moves_so_that_one_can_see_oneself() -> None:
    dark, bright = frame(0.0), frame(5.0, 9)
    bright.image[:] = 250
    window = Window({1: Key.PAUSE})

    coach([dark, bright], window)

    assert np.median(window.shown[-1]) > np.median(window.shown[0])


def test_the_camera_s_troubles_are_shown_and_unseen_time_is_no_part_of_a_hold() -> None:
    model, window = Model(), Window()
    lost = Camera([*frames(5), *[None] * 10, *frames(5, start_s=60.0)], CameraStatus.LOST)

    summary = coach(lost, window, estimator=model)

    assert summary.frames == 10
    assert summary.seconds < 2.0
    assert not np.array_equal(window.shown[4], window.shown[6])
    assert np.array_equal(window.shown[6], window.shown[14])


def test_before_the_first_picture_the_window_says_what_it_waits_for() -> None:
    window = Window(closes_after=3)

    summary = coach([None] * 10, window)

    assert summary.ending is Ending.CLOSED
    assert all(image.std() > 0 for image in window.shown)


def test_mirroring_help_and_full_screen_follow_their_keys() -> None:
    window = Window({5: Key.MIRROR, 6: Key.HELP, 7: Key.HELP, 8: Key.FULL_SCREEN})

    summary = coach(frames(12), window)

    assert not summary.preferences.mirrored
    assert window.full_screen
    before, other_way, helping, after = (window.shown[n] for n in (4, 5, 6, 7))
    assert not np.array_equal(before, other_way)
    assert not np.array_equal(other_way, helping)
    assert np.array_equal(other_way, after)


class Sink:
    """Keeps what it is given, up to a point."""

    def __init__(self, full_after: int = 10**6, error: type[Exception] = OSError) -> None:
        self.kept: list[tuple[Frame, Pose, FormState, Image]] = []
        self._full_after = full_after
        self._error = error

    def write(self, frame: Frame, pose: Pose, state: FormState, shown_image: Image) -> None:
        if len(self.kept) >= self._full_after:
            raise self._error("no room on the disk")
        self.kept.append((frame, pose, state, shown_image))


def test_what_is_judged_is_recorded_as_it_was_shown() -> None:
    sink, window = Sink(), Window()

    coach(frames(6), window, sink=sink)

    assert [frame.time_s for frame, *_ in sink.kept] == pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5])
    for (kept, found, judged, image), shown in zip(sink.kept, window.shown, strict=True):
        assert kept.time_s == found.time_s == judged.time_s
        assert image is shown


@pytest.mark.parametrize("error", [OSError, VideoWriteError])
def test_a_full_disk_ends_the_recording_but_not_the_exercise(error: type[Exception]) -> None:
    sink = Sink(full_after=3, error=error)

    summary = coach(frames(20), judge=counting, sink=sink)

    assert len(sink.kept) == 3
    assert summary.frames == 20
    assert summary.warnings == ("The recording stopped: no room on the disk",)


def test_no_thread_is_left() -> None:
    before = threading.active_count()

    coach(frames(10), Window({4: Key.QUIT}))

    assert threading.active_count() == before


def test_praise_is_shown_and_spoken_when_a_fault_is_put_right() -> None:
    voice = Voice()

    def mended(time_s: float) -> FormState:
        return faulty(time_s) if time_s < 2 else state(time_s, criterion("knee"), repetitions=1)

    coach(frames(60), judge=mended, voice=voice)

    assert voice.said == ["Mend the knee", "Well done: the knee right"]
