"""Sample clips whose times are taken away, slowed, interrupted or joined, with the pose model."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from formcheck.analysis.analyse import analyse
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording.times_wording import GUESSED, TOO_FEW_PICTURES
from formcheck.video.frame import Image
from tests.video.clips import remuxed, write_clip

pytestmark = pytest.mark.slow

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
CAPTURE = "com.android.capture.fps"
MICROSECONDS = Fraction(1, 1_000_000)


def sample(name: str) -> Path:
    return CLIPS / f"{name}.mp4"


def moved(
    source: Path,
    target: Path,
    move: Callable[[float], float],
    tags: dict[str, str] | None = None,
) -> Path:
    """The same pictures at other seconds; `move` must keep their order."""
    options = {"movflags": "use_metadata_tags"} if target.suffix == ".mp4" else {}
    with av.open(str(source)) as old, av.open(str(target), "w", options=options) as new:
        stream = old.streams.video[0]
        copy = new.add_stream_from_template(stream)
        new.metadata.update(tags or {})
        for packet in old.demux(stream):
            if packet.pts is None or packet.dts is None or packet.time_base is None:
                continue
            shown_s, decoded_s = (float(s * packet.time_base) for s in (packet.pts, packet.dts))
            packet.time_base = MICROSECONDS
            packet.pts, packet.dts = (round(1e6 * move(s)) for s in (shown_s, decoded_s))
            packet.duration = 0
            packet.stream = copy
            new.mux(packet)
    return target


def thinned(source: Path, target: Path, rate: float, first_s: float = 0.0) -> Path:
    """So many pictures a second of it."""
    images: list[Image] = []
    times_ms: list[int] = []
    with av.open(str(source)) as container:
        next_s = first_s
        for frame in container.decode(video=0):
            assert frame.time is not None
            if frame.time >= next_s - 1e-6:
                images.append(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
                times_ms.append(round(1000 * (next_s - first_s)))
                next_s += 1 / rate
    return write_clip(target, images, times_ms)


def judged(path: Path, exercise: str) -> ResultDocument:
    return analyse(path, exercise).document


def verdict_of(document: ResultDocument, criterion: str) -> str:
    return next(one.verdict for one in document.criteria if one.id == criterion)


@pytest.mark.parametrize("name", ["raw.h264", "zero.mkv"])
def test_without_times_seconds_are_unknown(tmp_path: Path, name: str) -> None:
    clip = sample("leg-raise-lower-slowly")
    stamp = None if name == "raw.h264" else lambda _: 0
    document = judged(remuxed(clip, tmp_path / name, stamp), "leg-raise")
    assert document.input.times == "guessed"
    assert document.warning_ids == (GUESSED,)
    assert (document.summary.reps, document.summary.good_reps) == (2, 0)
    assert document.summary.hold_s is None
    assert verdict_of(document, "lower-slowly") == "unknown"


@pytest.mark.parametrize(("factor", "suffix"), [(2.0, ".mp4"), (2.5, ".mkv")])
def test_slow_motion_is_judged_in_real_seconds(tmp_path: Path, factor: float, suffix: str) -> None:
    clip = sample("hard-60-frames")
    slow = moved(clip, tmp_path / f"slow{suffix}", lambda s: factor * s, {CAPTURE: "60.000000"})
    usual, document = judged(clip, "push-up"), judged(slow, "push-up")
    assert document.input.times == "slowed"
    assert document.input.slowed_by == pytest.approx(factor, rel=0.02)
    assert document.summary.reps == usual.summary.reps
    assert document.summary.verdict == usual.summary.verdict
    for one, other in zip(document.reps, usual.reps, strict=True):
        assert one.start_s == pytest.approx(other.start_s, abs=0.2)
        assert one.end_s == pytest.approx(other.end_s, abs=0.2)
        assert one.hold_s == pytest.approx(other.hold_s, abs=0.1)


@pytest.mark.parametrize(("at_s", "missing_s"), [(4.0, 8.0), (8.0, 120.0)])
def test_a_gap_in_a_plank_is_not_held(tmp_path: Path, at_s: float, missing_s: float) -> None:
    path = tmp_path / "gap.mkv"
    moved(sample("plank-good"), path, lambda s: s + (missing_s if s >= at_s else 0.0))
    document = judged(path, "plank")
    assert (document.summary.reps, document.summary.good_reps) == (1, 1)
    assert document.summary.hold_s == pytest.approx(8.9, abs=0.2)
    assert any(f"no new pictures for {missing_s:.1f} s" in text for text in document.warnings)


def test_three_joined_pieces_go_on(tmp_path: Path) -> None:
    piece = remuxed(sample("leg-raise-lower-slowly"), tmp_path / "piece.ts").read_bytes()
    joined = tmp_path / "joined.ts"
    joined.write_bytes(3 * piece)
    document = judged(joined, "leg-raise")
    assert document.input.times == "known"
    assert document.summary.reps == 6
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("name", "exercise", "rate", "first_s", "reps"),
    [
        ("push-up-good", "push-up", 1.0, 0.5, 4),
        ("push-up-good", "push-up", 1.5, 0.2, 4),
        ("side-leg-lift-good", "side-leg-lift", 1.0, 0.0, 4),
        ("bridge-good", "bridge", 2.0, 0.0, 3),
        ("partial-sit-up-good", "partial-sit-up", 2.0, 0.25, 3),
    ],
)
def test_few_pictures_are_right_or_told(
    tmp_path: Path, name: str, exercise: str, rate: float, first_s: float, reps: int
) -> None:
    document = judged(thinned(sample(name), tmp_path / "few.mp4", rate, first_s), exercise)
    if TOO_FEW_PICTURES in document.warning_ids:
        assert document.summary.verdict == "unknown"
    else:
        assert document.summary.reps == reps
        assert document.summary.verdict == "good"
    assert any("pictures a second" in text for text in document.warnings)
