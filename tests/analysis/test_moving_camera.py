"""Sample clips as a camera that moves would have taken them, with the pose model."""

from pathlib import Path

import pytest

from formcheck.analysis.analyse import analyse
from formcheck.video.open import open_recording
from formcheck.video.writing.video_writer import VideoWriter
from tests.video.moving_camera import Aim, filmed, nudge, roll, sway, tremor, zoom
from tests.video.moving_camera import Path as CameraPath

pytestmark = pytest.mark.slow

CLIPS = Path(__file__).parents[2] / "samples" / "clips"

TOLD = "The camera moved. That is allowed for; let it stand still if you can."

FILMED: dict[str, tuple[str, CameraPath, int]] = {
    "a hand's sway": ("plank-good", sway(0.03, 0.9), 1),
    "a tremor": ("partial-sit-up-good", tremor(0.008), 3),
    "zooming in": ("push-up-good", zoom(1.14, 5, 7), 4),
    "a nudge": ("back-extension-good", nudge(Aim(0.01, 0.05), 7.3), 3),
    "turning": ("leg-raise-good", roll(5, 3, 5), 3),
}


def clip_of(name: str, path: CameraPath, target: Path) -> Path:
    frames = list(filmed(open_recording(CLIPS / f"{name}.mp4"), path))
    with VideoWriter(target, frames[0].width, frames[0].height) as writer:
        for frame in frames:
            writer.write(frame.image, frame.time_s)
    return target


@pytest.mark.parametrize(("name", "path", "good"), FILMED.values(), ids=FILMED.keys())
def test_the_body_is_judged_and_not_the_camera(
    name: str, path: CameraPath, good: int, tmp_path: Path
) -> None:
    clip = clip_of(name, path, tmp_path / "clip.mp4")
    exercise = name.partition("-good")[0]
    found = analyse(clip, exercise, out=tmp_path / "out", video=False).document
    assert (found.summary.reps, found.summary.good_reps) == (good, good)
    assert found.summary.verdict == "good"
    assert found.input.camera == "moving"
    assert TOLD in found.warnings


def test_a_held_time_is_not_the_cameras(tmp_path: Path) -> None:
    clip = clip_of("plank-good", sway(0.03, 0.5), tmp_path / "clip.mp4")
    # As long as before a camera that stands still.
    held_s = analyse(clip, "plank").document.summary.hold_s
    assert held_s == pytest.approx(8.9, abs=0.4)
