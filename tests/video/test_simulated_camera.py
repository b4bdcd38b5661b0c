"""A recorded clip in the place of a webcam."""

import time
from itertools import pairwise
from pathlib import Path

from formcheck.video.cameras.live_source import CameraStatus
from formcheck.video.cameras.simulated_camera import SimulatedCamera
from formcheck.video.open import open_recording
from tests.video.clips import number_of, numbered, write_clip

TIMES_MS = [0, 40, 80, 300, 340, 500]


def replay(folder: Path) -> SimulatedCamera:
    images = [numbered(i) for i in range(len(TIMES_MS))]
    return SimulatedCamera(open_recording(write_clip(folder / "clip.mkv", images, TIMES_MS)))


def test_no_frame_comes_before_its_time(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        begun_s = time.perf_counter()
        for frame in camera:
            assert time.perf_counter() - begun_s >= frame.time_s


def test_times_are_the_recordings_own(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        frames = list(camera)
    assert {round(frame.time_s * 1000) for frame in frames} <= set(TIMES_MS)
    assert all(number_of(frame.image) == frame.index for frame in frames)


def test_looking_now_and_then_leaves_the_frames_in_between_out(tmp_path: Path) -> None:
    images = [numbered(i) for i in range(len(TIMES_MS))]
    clip = write_clip(tmp_path / "clip.mkv", images, TIMES_MS)
    with SimulatedCamera(open_recording(clip), interval_s=0.1) as camera:
        frames = list(camera)
    assert {round(frame.time_s * 1000) for frame in frames} <= {0, 300, 500}


def test_a_slow_consumer_misses_frames_and_sees_the_present(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        assert camera.newest() is not None
        time.sleep(0.4)
        late = camera.newest()
        assert late is not None
        assert late.index >= 4


def test_it_begins_when_the_first_frame_is_asked_for(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        time.sleep(0.4)  # as long as a model takes to load
        first = camera.newest()
        assert first is not None
        assert first.index == 0


def test_who_goes_on_after_the_end_does_not_spin(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        while camera.status is not CameraStatus.ENDED:
            camera.newest(0.05)
        camera.newest(0)
        begun_s = time.perf_counter()
        assert camera.newest(0.1) is None
        assert time.perf_counter() - begun_s >= 0.09
        assert camera.newest() is None


def test_it_ends_with_the_recording(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        last = list(camera)[-1]
        assert last.index == len(TIMES_MS) - 1
        assert camera.status is CameraStatus.ENDED
        assert camera.newest(0) is None


def test_the_wait_for_a_frame_can_be_limited(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        while (frame := camera.newest()) is not None and frame.index < 2:
            pass
        assert camera.newest(0) is None  # the next is 220 ms away
        assert camera.status is CameraStatus.RUNNING


def test_a_film_that_stands_still_waits_and_goes_on_where_it_was(tmp_path: Path) -> None:
    with replay(tmp_path) as camera:
        camera.stand_still()
        assert camera.newest(0.3) is None  # the film would have been over by the next look
        time.sleep(0.4)
        camera.go_on()
        first = camera.newest()
        assert first is not None
        assert first.index == 0
        camera.stand_still()
        time.sleep(0.4)
        camera.newest(0)
        assert camera.newest(0.1) is None
        camera.go_on()
        rest = [frame.index for frame in camera]
    assert rest[-1] == len(TIMES_MS) - 1
    assert len(rest) >= 3


def test_a_film_that_is_repeated_goes_on_rising_each_round_a_take_of_its_own(
    tmp_path: Path,
) -> None:
    clip = write_clip(tmp_path / "clip.mkv", [numbered(i) for i in range(3)], [0, 40, 80])
    with SimulatedCamera(open_recording(clip), repeated=True) as camera:
        frames = [next(iter(camera)) for _ in range(8)]
    times = [frame.time_s for frame in frames]
    assert all(later > before for before, later in pairwise(times))
    assert frames[-1].index > 2
    assert frames[-1].take > 0
    assert number_of(frames[-1].image) == frames[-1].index % 3
