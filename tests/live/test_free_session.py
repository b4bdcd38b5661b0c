"""A free session: what is done is recognised, coached, and left alone where it is no exercise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from formcheck.live.live_contract import Ending, Preferences, SessionSummary
from formcheck.live.opening import open_session
from formcheck.live.session import run_live
from formcheck.pose.estimation import prepare_estimation
from formcheck.pose.pose import Pose
from formcheck.recognition.auto import Auto
from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.frame import Frame
from formcheck.video.open import open_recording
from tests.feedback.builders import frame
from tests.live.doubles import Clock, Voice, Window
from tests.recognition.movements import walking

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
OTHER = Path(__file__).parents[3] / "shared" / "real" / "other"
BEGIN = "Begin any exercise. I'll recognise it."


class Estimator:
    """Hands out poses in turn, or asks a model; also a camera that sends their pictures."""

    status = CameraStatus.RUNNING

    def __init__(self, sights: Iterator[tuple[Frame, Pose]], clock: Clock) -> None:
        self._sights = sights
        self._clock = clock
        self._pose: Pose | None = None

    waiting = False

    def stand_still(self) -> None: ...

    def go_on(self) -> None: ...

    def newest(self, timeout_s: float) -> Frame | None:
        sent = next(self._sights, None)
        if sent is None:
            self.status = CameraStatus.ENDED
            # The pages that close a session last for a while.
            self._clock.now_s += timeout_s
            return None
        shown, self._pose = sent
        self._clock.now_s = shown.time_s
        return shown

    def estimate(self, frame: Frame) -> Pose:  # noqa: ARG002
        assert self._pose is not None
        return self._pose


def free_session(sights: Iterator[tuple[Frame, Pose]]) -> tuple[SessionSummary, list[str]]:
    clock, voice = Clock(), Voice()
    played = Estimator(sights, clock)
    auto = Auto.among()
    summary = run_live(
        auto,
        camera=played,
        estimator=played,  # type: ignore[arg-type]
        window=Window(),
        opening=open_session(
            auto, voice=voice, preferences=Preferences(questions=False), clock=clock
        ),
    )
    return summary, voice.said


def played(*clips: Path) -> Iterator[tuple[Frame, Pose]]:
    """Clips one after the other, and who is found in them."""
    since_s, number = 0.0, 0
    with prepare_estimation(silhouette=True).open() as estimator:
        for path in clips:
            last_s = since_s
            for shown in open_recording(path):
                last_s = since_s + shown.time_s
                moved = Frame(shown.image, last_s, number)
                number += 1
                yield moved, estimator.estimate(moved)
            since_s = last_s + 0.1


def test_walking_stays_unnamed() -> None:
    sights = ((frame(one.time_s, 0), one) for one in walking(20.0))

    summary, said = free_session(sights)

    assert summary.ending is Ending.CAMERA
    assert (summary.sets, said) == ((), [BEGIN])


@pytest.mark.slow
@pytest.mark.skipif(not (CLIPS / "push-up-good.mp4").exists(), reason="no sample clips here")
def test_two_exercises_one_after_the_other_are_recognised_and_counted() -> None:
    summary, said = free_session(played(CLIPS / "bird-dog-good.mp4", CLIPS / "push-up-good.mp4"))

    done = [(one.step.exercise.id, len(one.summary.repetitions)) for one in summary.sets]
    assert done == [("bird-dog", 2), ("push-up", 4)]
    assert [text for text in said if "Go on." in text] == [
        "Bird dog. Go on.",
        "Done: 2 repetitions. Push-up. Go on.",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "clip", [CLIPS / "no-person.mp4", OTHER / "tensorflow__tfjs-models__pose_1.mp4"]
)
def test_a_dancer_and_an_empty_room_stay_unnamed(clip: Path) -> None:
    if not clip.exists():
        pytest.skip(f"{clip.name} is not here")

    summary, said = free_session(played(clip))

    assert (summary.sets, said) == ((), [BEGIN])
