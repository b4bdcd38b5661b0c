"""A programme of two exercises, played from clips one after the other, with the real model."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from formcheck.exercises.load import find_exercise
from formcheck.feedback.audio.sound import Sound
from formcheck.live.live_contract import Ending, Preferences
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.estimation import prepare_estimation
from formcheck.programmes.programme import Programme, ProgrammeEntry
from formcheck.programmes.steps import plan
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from formcheck.video.recordings.recorded import RecordedVideo
from tests.live.doubles import Clock, Sounds, Voice, Window

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
STEP_S = 1 / 15

READY_S = 2.0
"""For which somebody is in the start position before they begin, as the clips don't show it."""


class Played:
    """Waits while instructions are shown, then plays each clip once and keeps its last picture.

    The next clip is played when the voice has spoken of the next exercise.
    """

    status = CameraStatus.RUNNING

    def __init__(self, names: list[str], clock: Clock, voice: Voice) -> None:
        self._clock = clock
        self._voice = voice
        self._clips = [self._frames(name) for name in names]
        self._playing = -1
        self._waits_s = 0.0
        self._last: Frame | None = None

    waiting = False

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:  # noqa: ARG002
        self._clock.now_s += STEP_S
        spoken = sum(text.startswith(("We begin with", "Next:")) for text in self._voice.said)
        if spoken > self._playing + 1:
            self._playing, self._waits_s = spoken - 1, 6.0
        self._waits_s -= STEP_S
        if self._waits_s > 0:
            return None
        if 0 <= self._playing < len(self._clips):
            self._last = next(self._clips[self._playing], self._last)
        return None if self._last is None else replace(self._last, time_s=self._clock.now_s)

    @staticmethod
    def _frames(name: str) -> Iterator[Frame]:
        with RecordedVideo(CLIPS / f"{name}.mp4") as clip:
            first, *others = clip
        yield from [first] * round(READY_S / STEP_S)
        yield from others


@pytest.mark.slow
@pytest.mark.skipif(not (CLIPS / "bird-dog-good.mp4").exists(), reason="no sample clips here")
def test_two_exercises_without_a_hand_on_the_keyboard() -> None:
    clock, voice, sounds = Clock(), Voice(), Sounds()
    programme = Programme(
        title="Two",
        entries=(
            ProgrammeEntry(exercise="bird-dog", reps=(2, 2), rest_s=6),
            ProgrammeEntry(exercise="childs-pose", hold_s=8),
        ),
    )

    with prepare_estimation(silhouette=True).open() as estimator:
        steps = plan(programme, find_exercise)
        summary = run_live(
            steps,
            camera=Played(["bird-dog-good", "childs-pose-good"], clock, voice),
            estimator=estimator,
            window=Window(),
            opening=open_session(
                steps,
                voice=voice,
                sounds=sounds,
                preferences=Preferences(questions=False),
                clock=clock,
            ),
        )

    assert summary.ending is Ending.DONE
    assert [one.step.exercise.id for one in summary.sets] == ["bird-dog", "childs-pose"]
    assert not any(one.skipped for one in summary.sets)
    bird_dog, childs_pose = (one.summary for one in summary.sets)
    assert bird_dog.good_repetitions == 2
    # The live clock starts a little before the body is quite at rest.
    assert childs_pose.hold_s == pytest.approx(8, abs=0.7)
    assert sounds.played.count(Sound.STARTED) == 2
    assert sounds.played.count(Sound.HOLD_REACHED) == 3
    assert Sound.PAUSED not in sounds.played
