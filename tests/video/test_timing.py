"""What the times of a recording are worth: known, guessed or slowed; gaps and joints."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from formcheck.texts.message import Message
from formcheck.video.gaps import Gap, GapFinder
from formcheck.video.recordings.presentation import PresentationClock
from formcheck.video.recordings.recorded import RecordedVideo
from formcheck.video.recordings.slow_motion import timing_from_tags
from formcheck.video.timing import GUESSED, KNOWN, Times, Timing
from tests.video.clips import picture, remuxed, write_clip

CAPTURE = "com.android.capture.fps"
INTENT = "com.apple.quicktime.full-frame-rate-playback-intent"


def read(path: Path) -> tuple[Timing, list[float], tuple[Message, ...]]:
    with RecordedVideo(path) as video:
        times = [frame.time_s for frame in video]
        return video.timing, times, video.warnings


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty pictures, thirty a second."""
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    times = [round(1000 * i / 30) for i in range(60)]
    return write_clip(path, [picture()] * 60, times, options={"bf": "0"})


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".mov", ".ts", ".flv"])
def test_stamps_of_a_usual_container_are_known(clip: Path, tmp_path: Path, suffix: str) -> None:
    timing, times, warnings = read(remuxed(clip, tmp_path / f"clip{suffix}"))
    assert timing == KNOWN
    assert times[-1] == pytest.approx(59 / 30, abs=0.01)
    assert warnings == ()


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("raw.h264", "libx264"),
        ("raw.hevc", "libx265"),
        ("raw.mjpeg", "mjpeg"),
    ],
)
def test_a_raw_stream_has_no_times(tmp_path: Path, name: str, codec: str) -> None:
    quiet = {"x265-params": "log-level=none"} if codec == "libx265" else {}
    timing, times, warnings = read(
        write_clip(
            tmp_path / name,
            [picture()] * 30,
            [40 * i for i in range(30)],
            codec=codec,
            pixels="yuvj420p" if codec == "mjpeg" else "yuv420p",
            options=quiet,
            rate=25,
        )
    )
    assert timing == GUESSED
    assert len(times) == 30
    assert warnings == ()


@pytest.mark.parametrize("suffix", [".mkv", ".nut"])
def test_equal_stamps_are_no_times(clip: Path, tmp_path: Path, suffix: str) -> None:
    timing, times, _ = read(remuxed(clip, tmp_path / f"zero{suffix}", lambda _: 0))
    assert timing == GUESSED
    assert len(times) == 60
    # It goes on at the rate that the file states, so that repetitions can be counted.
    assert 1.5 < times[-1] < 3


def test_equal_stamps_are_found_out_while_they_are_read(clip: Path, tmp_path: Path) -> None:
    with RecordedVideo(remuxed(clip, tmp_path / "zero.mkv", lambda _: 0)) as video:
        for frame in video:
            if frame.index == 40:
                break
        assert video.timing == GUESSED


def test_stamps_that_stop_after_a_while_are_no_times(clip: Path, tmp_path: Path) -> None:
    timing, _, _ = read(remuxed(clip, tmp_path / "stops.mkv", lambda i: min(33 * i, 700)))
    assert timing == GUESSED


def test_stamps_of_a_millisecond_each_are_no_times(clip: Path, tmp_path: Path) -> None:
    timing, times, _ = read(remuxed(clip, tmp_path / "fast.mkv", lambda i: i))
    assert timing == GUESSED
    assert times[-1] > 1.5


def test_stamps_without_any_order_are_no_times() -> None:
    chaos = random.Random(1)
    clock = PresentationClock(1 / 30)
    for _ in range(300):
        clock.time_of(chaos.uniform(0, 1000))
    assert clock.guessed


def test_pairs_of_equal_stamps_are_times_all_the_same() -> None:
    clock = PresentationClock(1 / 30)
    times = [clock.time_of((i // 2) / 15) for i in range(60)]
    assert not clock.guessed
    assert times[-1] == pytest.approx(59 / 30, abs=0.05)


def test_a_stamp_that_is_missing_now_and_then_does_no_harm() -> None:
    clock = PresentationClock(1 / 30)
    for i in range(60):
        clock.time_of(None if i % 3 else i / 30)
    assert not clock.guessed


@pytest.mark.parametrize(
    ("filmed", "played", "timing"),
    [
        (120, 30.0, Timing(Times.SLOWED, 4.0)),
        (240, 30.0, Timing(Times.SLOWED, 8.0)),
        (960, 24.0, Timing(Times.SLOWED, 40.0)),
        (60, 30.0, Timing(Times.SLOWED, 2.0)),
        (2, 30.0, Timing(Times.SLOWED, 2 / 30)),
        (30, 30.0, KNOWN),
        (60, 59.7, KNOWN),
        (240, 239.0, KNOWN),
        # In the dark, the camera takes fewer than it states.
        (30, 15.0, KNOWN),
        (30, 24.0, KNOWN),
    ],
)
def test_the_rate_that_was_filmed_tells_slow_motion(
    filmed: float, played: float, timing: Timing
) -> None:
    assert timing_from_tags({CAPTURE: f"{filmed:.6f}"}, played) == timing


@pytest.mark.parametrize("nonsense", ["", "fast", "0", "-30", "nan", "inf"])
def test_a_rate_that_is_none_tells_nothing(nonsense: str) -> None:
    assert timing_from_tags({CAPTURE: nonsense}, 30.0) == KNOWN


@pytest.mark.parametrize(
    ("tags", "played", "ticks", "timing"),
    [
        # The player would slow it down; the file holds it as it was.
        ({INTENT: "0"}, 240.0, 2400, KNOWN),
        ({INTENT: "1"}, 240.0, 2400, KNOWN),
        ({INTENT: "1"}, 30.0, 600, KNOWN),
        # A program has slowed it down, nobody knows by how much.
        ({INTENT: "0"}, 30.0, 2400, GUESSED),
        ({INTENT: "0"}, 30.0, 15360, GUESSED),
        # Films of iPhones at usual rates say the same, and are no slow motion.
        ({INTENT: "0"}, 29.97, 600, KNOWN),
        ({INTENT: "0"}, 59.97, 600, KNOWN),
        ({INTENT: "0"}, 24.0, 600, KNOWN),
    ],
)
def test_apples_mark_of_slow_motion(
    tags: Mapping[str, str], played: float, ticks: float, timing: Timing
) -> None:
    assert timing_from_tags(tags, played, ticks) == timing


@pytest.mark.parametrize(("suffix", "filmed"), [(".mp4", 120), (".mov", 240), (".mkv", 120)])
def test_slow_motion_is_read_in_the_seconds_of_its_filming(
    clip: Path, tmp_path: Path, suffix: str, filmed: int
) -> None:
    slow = remuxed(clip, tmp_path / f"slow{suffix}", tags={CAPTURE: f"{filmed}.000000"})
    with RecordedVideo(slow) as video:
        times = [frame.time_s for frame in video]
        assert video.timing.times is Times.SLOWED
        assert video.timing.slowed_by == pytest.approx(filmed / 30, rel=0.01)
        assert video.info.duration_s == pytest.approx(60 / filmed, rel=0.05)
        assert video.info.frames_per_second == pytest.approx(filmed, rel=0.01)
    assert times[-1] == pytest.approx(59 / filmed, rel=0.02)
    assert video.warnings == ()


@pytest.mark.parametrize("pieces", [2, 3])
def test_joined_transport_streams_go_on(clip: Path, tmp_path: Path, pieces: int) -> None:
    one = remuxed(clip, tmp_path / "one.ts").read_bytes()
    joined = tmp_path / "joined.ts"
    joined.write_bytes(one * pieces)
    timing, times, warnings = read(joined)
    assert timing == KNOWN
    assert len(times) == 60 * pieces
    assert times[-1] == pytest.approx((60 * pieces - 1) / 30, abs=0.05)
    assert warnings == ()


def test_a_transport_stream_that_goes_on_an_hour_later_was_joined(
    clip: Path, tmp_path: Path
) -> None:
    now = remuxed(clip, tmp_path / "now.ts", lambda i: 33 * i)
    later = remuxed(clip, tmp_path / "later.ts", lambda i: 3_600_000 + 33 * i)
    joined = tmp_path / "joined.ts"
    joined.write_bytes(now.read_bytes() + later.read_bytes())
    timing, times, warnings = read(joined)
    assert timing == KNOWN
    assert times[-1] == pytest.approx(119 * 0.033, abs=0.1)
    assert warnings == ()


def gaps_of(times: list[float]) -> list[Gap]:
    finder = GapFinder()
    return [gap for gap in map(finder.update, times) if gap is not None]


def test_a_long_time_without_a_picture_is_a_gap() -> None:
    times = [i / 15 for i in range(30)] + [20 + i / 15 for i in range(30)]
    (gap,) = gaps_of(times)
    assert (gap.start_s, gap.end_s) == (times[29], 20)
    assert gap.missing_s == pytest.approx(20 - times[29] - 1 / 15)


@pytest.mark.parametrize("step_s", [0.5, 1.0, 5.0])
def test_few_pictures_all_along_are_no_gaps(step_s: float) -> None:
    assert gaps_of([step_s * i for i in range(20)]) == []


def test_a_stumble_is_no_gap() -> None:
    assert gaps_of([i / 30 for i in range(30)] + [1.8 + i / 30 for i in range(30)]) == []
