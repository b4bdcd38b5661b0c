"""Video files keep each frame's time and the way the phone was held."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from samples.studio.clips import Clip
from samples.studio.film import Sensor, VideoWriter, set_rotation
from samples.studio.rehearsal import frame_times

TIMES = (0.0, 0.05, 0.2, 0.25, 0.5)


def write(path: Path) -> None:
    with VideoWriter(path, 64, 48, 15) as video:
        for number, time_s in enumerate(TIMES):
            video.add(np.full((48, 64, 3), 40 * number, np.uint8), time_s)


def test_every_frame_keeps_its_own_time(tmp_path: Path) -> None:
    write(tmp_path / "a.mp4")
    with av.open(str(tmp_path / "a.mp4")) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx(TIMES, abs=1e-3)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_phone_is_marked_in_the_file(tmp_path: Path, degrees: int) -> None:
    write(tmp_path / "a.mp4")
    set_rotation(tmp_path / "a.mp4", degrees)
    with av.open(str(tmp_path / "a.mp4")) as container:
        frame = next(container.decode(video=0))
    assert frame.rotation % 360 == -degrees % 360


def test_a_variable_rate_is_uneven_and_rises() -> None:
    clip = Clip(name="a", what="", rate=24, variable_rate=True)
    gaps = np.diff(frame_times(clip, 10.0))
    assert (gaps > 0).all()
    assert gaps.max() > 2.5 * gaps.min()


def test_the_same_seed_gives_the_same_noise() -> None:
    picture = np.full((48, 64, 3), 120, np.uint8)
    first, again, other = (Sensor(64, 48, 0.6, 3.0, seed).take(picture) for seed in (5, 5, 6))
    assert (first == again).all()
    assert (first != other).any()
    assert abs(float(first.mean()) - 120) < 2
