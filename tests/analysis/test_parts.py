"""A long recording is looked at in parts, and the result is that of one go."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from formcheck.analysis.frame_values import FrameRecorder
from formcheck.analysis.judging.judge_input import judge_input
from formcheck.analysis.parts.cut_recording import cut
from formcheck.analysis.parts.part_settings import PartSettings
from formcheck.analysis.parts.parts import parts_of
from formcheck.analysis.poses.camera_stance import CameraStance
from formcheck.analysis.progress import go_on, tell_nobody
from formcheck.analysis.workers.crew import ALONE, Crew, Promise, Work
from formcheck.analysis.workers.worker import WorkerSettings
from formcheck.analysis.workers.workers import Workers
from formcheck.closeable import Closeable
from formcheck.pose.estimation import Estimation
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.results.result_document import ResultDocument
from formcheck.video.frame import Frame
from formcheck.video.open import open_recording
from formcheck.video.recordings.picture_index import PictureIndex, picture_index
from formcheck.video.recordings.reading import Reading
from tests.analysis.judging import EVERYTHING
from tests.results import sessions
from tests.video.clips import picture, write_clip

Result = TypeVar("Result")

PUSH_UPS = 7
POSES = sessions.push_ups(PUSH_UPS)
STEP_MS = 1000 // sessions.RATE


@dataclass
class ByNumber(Closeable):
    """Answers with the pose of a frame's number; settles within a second, like a real model."""

    poses: Sequence[Pose]
    settles: bool = True
    seen: int = 0

    def estimate(self, frame: Frame) -> Pose:
        self.seen += 1
        pose = self.poses[frame.index]
        fresh = frame.index > 0 and (not self.settles or self.seen < sessions.RATE)
        first = frame.index - self.seen + 1
        if fresh and first > 0:
            pose = replace(pose, landmarks=pose.landmarks + 100)
        return replace(pose, time_s=frame.time_s)

    def close(self) -> None:
        pass


def settling() -> Estimation:
    return Estimation("known", lambda: ByNumber(POSES))


def never_alike() -> Estimation:
    """A model that finds somebody else when it begins in the middle."""
    return Estimation("known", lambda: ByNumber(POSES, settles=False))


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a minute of push-ups, ten pictures a second, a key every second."""
    path = tmp_path_factory.mktemp("parts") / "clip.mp4"
    times = [STEP_MS * number for number in range(len(POSES))]
    return write_clip(path, [picture()] * len(POSES), times, options={"g": "10"})


def judged(
    clip: Path, out: Path, crew: Crew, *, video: bool = False, like: str = "settling"
) -> ResultDocument:
    return judge_input(
        clip,
        sessions.exercise(),
        prepare=settling if like == "settling" else never_alike,
        place=(out, "clip"),
        video=video,
        crew=crew,
    ).document


def same(document: ResultDocument) -> object:
    return document.model_dump(exclude={"speed"})


def in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("formcheck.analysis.poses.open_poses.cut", lambda *_: None)


def test_places_are_fixed_by_time_and_parts_run_in(clip: Path) -> None:
    index = picture_index(clip)
    assert index is not None
    first, second = parts_of(index)
    assert (first.begin, first.posed_from) == (0, 0)
    assert first.end == second.begin == len(POSES) // 2
    assert second.begin - second.posed_from == PartSettings().run_in_frames
    assert second.end == len(POSES)


def index_of(seconds: float, key_every_s: float, rate: int = 30) -> PictureIndex:
    """Of a film with a place to begin at now and then."""
    stamps = np.arange(int(seconds * rate), dtype=np.int64)
    keys = stamps[:: int(key_every_s * rate)]
    return PictureIndex(stamps, stamps / rate, keys, len(stamps))


@pytest.mark.parametrize(
    ("seconds", "count"), [(20, 1), (25, 2), (70, 2), (90, 4), (170, 8), (610, 20)]
)
@pytest.mark.parametrize("key_every_s", [0.5, 2, 250 / 30])
def test_parts_are_about_as_long_as_each_other_wherever_keys_are(
    seconds: float, count: int, key_every_s: float
) -> None:
    index = index_of(seconds, key_every_s)
    parts = parts_of(index)
    assert len(parts) == count
    assert [one.end for one in parts[:-1]] == [one.begin for one in parts[1:]]
    lengths = [one.end - one.begin for one in parts]
    assert sum(lengths) == len(index)
    assert max(lengths) <= 1.95 * len(index) / count
    assert min(lengths) >= 0.05 * len(index) / count


def test_parts_begin_where_reading_them_costs_least() -> None:
    index = index_of(seconds=100, key_every_s=250 / 30)
    for part in parts_of(index)[1:]:
        read_s = index.times_s[part.begin] - index.times_s[part.pictures.begin]
        key = index.stamps.searchsorted(part.pictures.key_stamp)
        assert index.times_s[part.begin] - index.times_s[key] == pytest.approx(read_s, abs=0.1)


def test_where_keys_are_far_apart_there_are_fewer_parts() -> None:
    assert 1 < len(parts_of(index_of(seconds=200, key_every_s=80))) < 8


def test_what_is_short_is_not_cut(tmp_path: Path) -> None:
    assert cut(Reading(sessions.clip(tmp_path / "short.mp4", sessions.push_ups(1)))) is None


def test_what_has_few_keys_is_not_cut(tmp_path: Path) -> None:
    times = [STEP_MS * number for number in range(len(POSES))]
    options = {"g": "1000", "keyint_min": "1000"}
    clip = write_clip(tmp_path / "keys.mp4", [picture()] * len(POSES), times, options=options)
    index = picture_index(clip)
    assert index is not None
    assert len(parts_of(index, PartSettings(most_decoded=1.2))) == 1


def test_parts_give_what_one_go_gives(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = judged(clip, tmp_path / "parts", ALONE)
    with monkeypatch.context() as patched:
        in_one_go(patched)
        whole = judged(clip, tmp_path / "whole", ALONE)
    assert parts.summary.reps == PUSH_UPS
    assert same(parts) == same(whole)
    poses = read_poses(tmp_path / "parts/clip/poses.npz")
    assert [pose.time_s for pose in poses] == pytest.approx([pose.time_s for pose in POSES])


def test_without_a_video_a_part_is_judged_before_the_next_one_is_found(
    clip: Path, tmp_path: Path
) -> None:
    recorder, judged_by_then = FrameRecorder(), list[int]()
    told: list[tuple[int, int | None]] = []

    def prepare() -> Estimation:
        judged_by_then.append(len(recorder.frames))
        return settling()

    judge_input(
        clip,
        sessions.exercise(),
        prepare=prepare,
        place=(tmp_path, "clip"),
        video=False,
        frames=recorder,
        progress=lambda done, total: told.append((done, total)),
    )
    assert judged_by_then[0] == 0 < judged_by_then[-1] < len(POSES)
    assert told[-1] == (len(POSES), len(POSES))


def test_another_person_in_a_later_part_is_not_believed(clip: Path, tmp_path: Path) -> None:
    """The part before goes on until both agree."""
    document = judged(clip, tmp_path, ALONE, like="never")
    found = read_poses(tmp_path / "clip/poses.npz")
    apart = [
        abs(one.landmarks - known.landmarks).max() for one, known in zip(found, POSES, strict=True)
    ]
    assert max(apart) == pytest.approx(0, abs=1e-3)
    assert document.summary.reps == PUSH_UPS


def test_the_video_of_parts_has_every_picture_once(clip: Path, tmp_path: Path) -> None:
    judged(clip, tmp_path, ALONE, video=True)
    drawn = list(open_recording(tmp_path / "clip/annotated.mp4"))
    assert [round(frame.time_s, 2) for frame in drawn] == [round(one.time_s, 2) for one in POSES]
    names = {path.name for path in (tmp_path / "clip").iterdir()}
    assert names == EVERYTHING


def test_an_end_on_the_way_keeps_what_was_found(clip: Path, tmp_path: Path) -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 100

    analysis = judge_input(
        clip,
        sessions.exercise(),
        prepare=settling,
        place=(tmp_path, "clip"),
        video=False,
        stop=stop,
    )
    assert analysis.interrupted
    assert 90 < analysis.document.input.frames <= 101


@pytest.mark.slow
def test_processes_find_what_one_process_finds(clip: Path, tmp_path: Path) -> None:
    alone = judged(clip, tmp_path / "alone", ALONE)
    with Workers(2) as crew:
        beside = judged(clip, tmp_path / "beside", crew, video=True)
    assert same(alone) == same(beside)
    assert (tmp_path / "beside/clip/annotated.mp4").exists()


class BegunAtOnce:
    """A crew whose work is done before anyone waits for it."""

    def submit(self, work: Work[Result]) -> Promise[Result]:
        promise = ALONE.submit(work)
        promise.wait(lambda: False, tell_nobody, go_on)
        return promise


def test_what_was_found_before_it_was_known_that_a_film_lies_on_its_side_is_forgotten(
    clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upright = judged(clip, tmp_path / "upright", ALONE)
    turned = CameraStance(turned=180)
    monkeypatch.setattr("formcheck.analysis.poses.camera_stance.stance_of", lambda *_: turned)
    opened: list[int] = []

    def prepare() -> Estimation:
        """Finds nobody in pictures that lie."""
        lies = len(opened) < 2
        poses = [Pose.missing(pose.time_s, 640, 480) for pose in POSES] if lies else POSES

        def open_it() -> ByNumber:
            opened.append(1)
            return ByNumber(poses)

        return Estimation("known", open_it)

    document = judge_input(
        clip,
        sessions.exercise(),
        prepare=prepare,
        place=(tmp_path, "clip"),
        video=False,
        crew=BegunAtOnce(),
    ).document
    assert len(opened) == 4
    assert "recording.turned_180" in document.warning_ids
    assert document.summary == upright.summary
    assert not list((tmp_path / "clip").glob("part-*"))


@dataclass(frozen=True)
class ProcessId:
    """Work that says who does it."""

    def run(self, progress: object, stop: object) -> int:
        del progress, stop
        return os.getpid()


def test_a_worn_process_is_renewed() -> None:
    with Workers(1, each=WorkerSettings(most_works=2)) as workers:
        ids = [workers.submit(ProcessId()).result(tell_nobody, lambda: False) for _ in range(3)]
    assert ids[0] == ids[1] != ids[2]
