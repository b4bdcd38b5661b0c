"""A recording with cuts: each take is looked at anew, and it is told where they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from formcheck.analysis.analyse import analyse
from formcheck.analysis.analysis import Analysis
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.pose.estimation import Estimation
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.results.result_document import TakeRead
from formcheck.results.wording.recording_wording import cuts_told
from formcheck.video.frame import Image
from formcheck.video.recordings.recorded import RecordedVideo
from tests.results import sessions
from tests.texts.english import told
from tests.video.clips import living, write_clip
from tests.video.rooms import room

CLIPS = Path(__file__).parents[2] / "samples" / "clips"


def filmed(path: Path, takes: Sequence[Sequence[Pose]]) -> tuple[Path, list[Pose]]:
    """A clip of one take after another, each in a room of its own, and all its poses."""
    images: list[Image] = []
    poses: list[Pose] = []
    for number, of_take in enumerate(takes):
        images += living(room(number, None), len(of_take))
        poses += of_take
    times_s = [number / sessions.RATE for number in range(len(poses))]
    poses = [replace(pose, time_s=time_s) for pose, time_s in zip(poses, times_s, strict=True)]
    return write_clip(path, images, [round(1000 * time_s) for time_s in times_s]), poses


@dataclass(frozen=True)
class Judged:
    analysis: Analysis
    poses: list[Pose]
    opened: int


def judged(folder: Path, takes: Sequence[Sequence[Pose]]) -> Judged:
    clip, poses = filmed(folder / "clip.mp4", takes)
    opened: list[sessions.KnownPoses] = []

    def open_one() -> sessions.KnownPoses:
        opened.append(sessions.KnownPoses(poses))
        return opened[-1]

    analysis = judge_input(
        clip,
        sessions.exercise(),
        prepare=lambda: Estimation("known", open_one),
        place=(folder / "out", "clip"),
        video=False,
    )
    return Judged(analysis, list(read_poses(folder / "out" / "clip" / "poses.npz")), len(opened))


ONE = sessions.push_ups(1)  # 2 s at rest, 3 s of a push-up, 1 s at rest
BROKEN_OFF = ONE[:35]


@pytest.fixture(scope="module")
def cut_twice(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return judged(tmp_path_factory.mktemp("cut"), [ONE, BROKEN_OFF, ONE])


def test_what_a_cut_falls_into_is_not_counted(cut_twice: Judged) -> None:
    first, second = cut_twice.analysis.reps
    assert first.end_s is not None
    assert first.end_s < 6.0
    assert second.start_s is not None
    assert second.start_s > 9.5


def test_every_take_has_an_estimator_of_its_own(cut_twice: Judged) -> None:
    assert cut_twice.opened == 3


def test_takes_are_told(cut_twice: Judged) -> None:
    read = cut_twice.analysis.document.input
    assert read.takes == (
        TakeRead(start_s=0.0, end_s=5.9),
        TakeRead(start_s=6.0, end_s=9.4),
        TakeRead(start_s=9.5, end_s=15.4),
    )
    assert cut_twice.analysis.document.warnings == (
        "The recording has 2 cuts, at 6.0 s and 9.5 s; what was under way there is not counted.",
    )


def test_a_saved_track_knows_them(cut_twice: Judged) -> None:
    assert [pose.take for pose in cut_twice.poses] == [0] * 60 + [1] * 35 + [2] * 60


def test_and_is_judged_alike(cut_twice: Judged) -> None:
    folder = cut_twice.analysis.folder
    assert folder is not None
    again = analyse(folder / "poses.npz", sessions.exercise()).document
    before = cut_twice.analysis.document
    assert (again.reps, again.criteria, again.summary) == (
        before.reps,
        before.criteria,
        before.summary,
    )
    assert again.warnings == before.warnings
    assert again.input.takes == before.input.takes


def test_a_recording_without_a_cut_is_one_take(tmp_path: Path) -> None:
    found = judged(tmp_path, [ONE])
    assert found.opened == 1
    assert found.analysis.document.warnings == ()
    assert found.analysis.document.input.takes == (TakeRead(start_s=0.0, end_s=5.9),)


@pytest.mark.parametrize(
    ("cuts_s", "words"),
    [
        ([4.0], "1 cut, at 4.0 s;"),
        ([4.0, 59.96, 83.44], "3 cuts, at 4.0 s, 1:00.0 and 1:23.4;"),
        ([4.0, 9.46, 12.0], "3 cuts, at 4.0 s, 9.5 s and 12.0 s;"),
        (
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            "6 cuts, at 1.0 s, 2.0 s, 3.0 s, 4.0 s, 5.0 s and 1 more;",
        ),
    ],
)
def test_cuts_are_told_in_plain_words(cuts_s: list[float], words: str) -> None:
    rest = " what was under way there is not counted."
    assert told(cuts_told(cuts_s)) == (f"The recording has {words}{rest}",)


def test_of_no_cut_nothing_is_said() -> None:
    assert cuts_told([]) == ()


def joined(path: Path, *parts: tuple[str, float]) -> Path:
    """Sample clips one after another, as much of each as is asked for, in the first one's size."""
    images, times_ms, begin_ms = [], [], 0
    size = None
    for name, seconds in parts:
        with RecordedVideo(CLIPS / f"{name}.mp4") as clip:
            size = size or (clip.info.width, clip.info.height)
            assert (clip.info.width, clip.info.height) == size
            for frame in clip:
                if frame.time_s >= seconds:
                    break
                images.append(frame.image)
                times_ms.append(begin_ms + round(1000 * frame.time_s))
        begin_ms = times_ms[-1] + 67
    return write_clip(path, images, times_ms)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "exercise", "clip", "reps"),
    [
        ("safe-lift-good", "push-up", "push-up-good", 4),
        ("push-up-good", "plank", "plank-good", 1),
        ("bridge-good", "side-leg-lift", "side-leg-lift-good", 4),
    ],
)
def test_what_stands_before_a_cut_does_no_harm(
    before: str, exercise: str, clip: str, reps: int, tmp_path: Path
) -> None:
    film = joined(tmp_path / "joined.mp4", (before, 4.0), (clip, 60.0))
    alone = analyse(CLIPS / f"{clip}.mp4", exercise)
    found = analyse(film, exercise)
    assert [take.start_s for take in found.document.input.takes] == [0.0, 4.0]
    assert (found.summary.reps, found.summary.good_reps) == (reps, reps)
    assert found.summary.verdict == alone.summary.verdict == "good"
    assert alone.summary.hold_s is not None
    assert found.summary.hold_s == pytest.approx(alone.summary.hold_s, abs=0.3)
