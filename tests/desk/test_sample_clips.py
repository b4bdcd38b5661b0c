"""The watch with the real model over the rendered sample clips, a picture a second of made-up time.

Each clip shows someone upright, then in a fault for some seconds; here the fault goes on longer.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from formcheck.desk.desk_exercise import desk_exercise
from formcheck.desk.posture import Posture
from formcheck.desk.reminders import ReminderKind
from formcheck.desk.watch import DeskState, DeskWatch
from formcheck.pose.blazepose.landmarker import BlazePoseDetector
from formcheck.pose.blazepose.model_file import find_model
from formcheck.texts.texts import load_texts
from formcheck.video.frame import Frame
from formcheck.video.recordings.recorded import RecordedVideo

CLIPS = Path(__file__).parents[2] / "samples" / "clips"

UPRIGHT_S, FAULT_S = (0.0, 2.3), (6.0, 11.5)
"""Parts of every clip, from its label."""

BEHIND_A_DESK = 0.5
"""Share of the height that stays where a desk hides the rest: head, shoulders and chest."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def model() -> Iterator[BlazePoseDetector]:
    with BlazePoseDetector(find_model(None), silhouette=True) as landmarker:
        yield landmarker


def watched(clip: str, model: BlazePoseDetector, seen: float = 1.0) -> list[DeskState]:
    """Ten seconds upright, forty of the clip's middle, ten of an empty room."""
    with RecordedVideo(CLIPS / f"{clip}.mp4") as video:
        frames = list(video)
    rows = int(frames[0].height * seen)
    parts = [(UPRIGHT_S, 10), (FAULT_S, 40)]
    shown = [image for span, seconds in parts for image in _spread(frames, span, seconds)]
    shown += [np.full_like(frames[0].image, 120)] * 10
    watch = DeskWatch(desk_exercise(load_texts()), break_every_s=3000.0, remind_every_s=300.0)
    watch.take_baseline(0.0)
    return [
        watch.update(model.estimate(Frame(np.ascontiguousarray(image[:rows]), float(i), i)))
        for i, image in enumerate(shown)
    ]


def _spread(frames: list[Frame], span: tuple[float, float], count: int) -> list[np.ndarray]:
    within = [frame.image for frame in frames if span[0] <= frame.time_s <= span[1]]
    return [within[int(i)] for i in np.linspace(0, len(within) - 1, count)]


def is_slouched(state: DeskState) -> bool:
    """Whether at this moment the person is told how they sit."""
    return state.reminder is not None and state.reminder.kind is ReminderKind.SLOUCHED


def cues(states: list[DeskState]) -> list[str]:
    return [state.reminder.cue for state in states if state.reminder is not None]


@pytest.mark.parametrize("clip", ["desk-sitting-good", "desk-sitting-good-2"])
@pytest.mark.parametrize("seen", [1.0, BEHIND_A_DESK])
def test_sitting_well_is_upright_and_nothing_is_said(
    clip: str, seen: float, model: BlazePoseDetector
) -> None:
    states = watched(clip, model, seen)
    assert cues(states) == []
    assert all(state.posture.posture is Posture.UPRIGHT for state in states[10:50])


@pytest.mark.parametrize(
    ("clip", "fault"),
    [
        ("desk-sitting-upright", "upright"),
        ("desk-sitting-not-slouched", "not-slouched"),
        ("desk-sitting-head-back", "head-back"),
        ("desk-sitting-three-quarter", "shoulders-up"),
    ],
)
def test_each_fault_is_told_once(clip: str, fault: str, model: BlazePoseDetector) -> None:
    states = watched(clip, model)
    [told] = [s for s in states if is_slouched(s)]
    assert fault in {criterion.id for criterion in told.posture.faults}


@pytest.mark.parametrize(
    ("clip", "fault"),
    [
        ("desk-sitting-upright", "shoulders-up"),
        ("desk-sitting-not-slouched", "shoulders-up"),
        ("desk-sitting-head-back", "head-back"),
        ("desk-sitting-three-quarter", "shoulders-up"),
    ],
)
def test_behind_a_desk_it_is_still_told(clip: str, fault: str, model: BlazePoseDetector) -> None:
    states = watched(clip, model, BEHIND_A_DESK)
    [told] = [s for s in states if is_slouched(s)]
    assert fault in {criterion.id for criterion in told.posture.faults}
    assert "upright" not in {criterion.id for criterion in told.posture.faults}


def test_an_empty_room_is_nobody(model: BlazePoseDetector) -> None:
    states = watched("desk-sitting-good", model)
    assert all(state.posture.posture is Posture.AWAY for state in states[50:])
    assert not states[-1].presence.here
