"""What a frame costs besides inference, as shares of the landmarker's own time in the same run.

    python -m tests.benchmarks.cost_per_frame [CLIP]

Machines differ and are noisy, so read the ratios; the milliseconds are for orientation. Beside the
time that passes stands the processor time of the calling thread: the model's own threads go on for
a moment after it has answered, and take the processor from what comes next.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

import av
import cv2
import numpy as np

from formcheck.analysis.analyse import analyse
from formcheck.closeable import Closeable
from formcheck.exercises.load import library
from formcheck.feedback.drawing.overlay import draw
from formcheck.form.checker import checker_for
from formcheck.pose.blazepose.blazepose_backend import BlazePoseBackend
from formcheck.pose.blazepose.landmarker import BlazePoseTracker
from formcheck.pose.blazepose.model_file import find_model
from formcheck.pose.outline import outline
from formcheck.pose.people.painted_over import SecondLookDetector
from formcheck.pose.people.people_scanner import BlockingScanner
from formcheck.pose.people.person_tracking import PersonTracker
from formcheck.pose.pose import Pose
from formcheck.pose.upright.roll_correction import RollCorrectingEstimator
from formcheck.video.background.camera_watch import CameraWatch
from formcheck.video.cuts.takes import in_takes
from formcheck.video.frame import Frame
from formcheck.video.open import open_recording

CLIPS = Path(__file__).parents[2] / "samples" / "clips"
WIDTH, HEIGHT = 1280, 720
RATE, SECONDS = 30, 30
Result = TypeVar("Result")
Cost = tuple[float, float]
"""Seconds that passed, and seconds that the calling thread worked."""


def main() -> None:
    """Print one table for the exercise of each clip, and one for whole analyses."""
    clips = [Path(name) for name in sys.argv[1:]] or [
        CLIPS / "push-up-good.mp4",
        CLIPS / "bird-dog-good.mp4",
    ]
    # As in the processes of an analysis, and in a live session.
    cv2.setNumThreads(1)
    for clip in clips:
        per_frame(clip)
        around_the_landmarker(clip)
    whole_run(clips[0])


def per_frame(clip: Path) -> None:
    """Landmarker, camera, measures with form, and overlay, on the clip at 1280 × 720."""
    exercise = library()[clip.stem.rsplit("-good", 1)[0]]
    frames = [_enlarged(frame) for frame in open_recording(clip)]
    silhouette = any(
        condition.measure == "back_rounding"
        for criterion in exercise.criteria
        for condition in criterion.conditions
    )
    checker = checker_for(exercise)
    watch, body = CameraWatch(), None
    rows = ("landmarker", "camera's movement", "measures and form", "overlay")
    costs: dict[str, list[Cost]] = {name: [] for name in rows}
    with BlazePoseTracker(find_model(), silhouette=silhouette) as landmarker:
        for frame in frames:
            _timed(
                costs["camera's movement"],
                partial(watch.update, frame, body),
            )
            pose = _timed(costs["landmarker"], partial(landmarker.estimate, frame))
            body = outline(pose)
            state = _timed(costs["measures and form"], partial(checker.update, pose))
            _timed(
                costs["overlay"],
                partial(draw, frame.image, pose, state, exercise),
            )
    base = median(passed for passed, _ in costs["landmarker"])
    print(f"{clip.stem}, {WIDTH} x {HEIGHT}, silhouette {'on' if silhouette else 'off'}")
    for name, seconds in costs.items():
        passed, worked = (median(times) for times in zip(*seconds, strict=True))
        print(
            f"  {name:18s} {passed / base:6.3f} of the landmarker, {1000 * passed:6.2f} ms, "
            f"{1000 * worked:6.2f} ms of this thread's processor time"
        )


def around_the_landmarker(clip: Path) -> None:
    """What recordings as people make them need beside it: cuts, the camera, who is followed.

    Processor time of all threads, each by itself and on average: some is done now and then only,
    more often at the beginning, so that the clip is played there and back for as long as a set.
    """
    frames = [_enlarged(frame) for frame in open_recording(clip)]
    model = BlazePoseBackend(find_model())
    with model.open_tracker() as landmarker:
        base, poses = _worked(lambda: [landmarker.estimate(frame) for frame in frames])
    base *= RATE * SECONDS / len(frames)
    frames, poses = _there_and_back(frames, poses)
    known = ReplayingEstimator(poses)
    rolled = RollCorrectingEstimator(known)
    scanner = BlockingScanner(lambda: SecondLookDetector(model.open_people_detector()))
    scanner.submit(frames[0])
    with PersonTracker(known, scanner) as tracker:
        costs = {
            "cuts": _worked(lambda: list(in_takes(frames)))[0],
            "camera's movement": _worked(lambda: _follow_camera(frames, poses))[0],
            "camera's roll": _worked(lambda: [rolled.estimate(one) for one in frames])[0],
            "person followed": _worked(lambda: [tracker.estimate(one) for one in frames])[0],
        }
    costs["all of it"] = sum(costs.values())
    print(f"  {SECONDS} s of {RATE} pictures a second")
    print(f"  beside the landmarker's {1000 * base / len(frames):.2f} ms of processor time")
    for name, worked in costs.items():
        print(f"  {name:18s} {worked / base:6.3f}, {1000 * worked / len(frames):6.2f} ms")


def _there_and_back(
    frames: Sequence[Frame], poses: Sequence[Pose]
) -> tuple[list[Frame], list[Pose]]:
    """Half a minute of a usual camera."""
    around = [*zip(frames, poses, strict=True)]
    around += around[-2:0:-1]
    chosen = [around[number % len(around)] for number in range(RATE * SECONDS)]
    return (
        [Frame(one.image, number / RATE, number) for number, (one, _) in enumerate(chosen)],
        [replace(one, time_s=number / RATE) for number, (_, one) in enumerate(chosen)],
    )


def _follow_camera(frames: Sequence[Frame], poses: Sequence[Pose]) -> None:
    watch, body = CameraWatch(), None
    for frame, pose in zip(frames, poses, strict=True):
        watch.update(frame, body)
        body = outline(pose)


def _worked(call: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds that all threads worked, and the answer."""
    began = time.process_time()
    result = call()
    return time.process_time() - began, result


class ReplayingEstimator(Closeable):
    """Answers with what was found before."""

    def __init__(self, poses: Sequence[Pose]) -> None:
        self._poses = poses

    def estimate(self, frame: Frame) -> Pose:
        """The pose that was found in this frame."""
        return self._poses[frame.index]

    def close(self) -> None:
        """Nothing is held open."""


def whole_run(clip: Path) -> None:
    """The frame rate of an analysis against a bare loop that decodes and calls the landmarker."""
    rates: dict[str, list[float]] = {"bare": [], "analysis": []}
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.mp4"
        _enlarge(clip, large)
        for _ in range(3):
            rates["bare"].append(_bare(large))
            began = time.perf_counter()
            found = analyse(large, "push-up", out=Path(folder) / "out", video=False)
            rates["analysis"].append(found.document.input.frames / (time.perf_counter() - began))
    ratios = [a / b for a, b in zip(rates["analysis"], rates["bare"], strict=True)]
    print(f"analyse --no-video: {median(ratios):.2f} of a bare loop's frame rate")
    print(f"  pairs: {', '.join(f'{ratio:.2f}' for ratio in ratios)}")


def _bare(clip: Path) -> float:
    """Frames a second of PyAV and MediaPipe alone, model loading included as in an analysis."""
    import mediapipe
    from mediapipe.tasks.python import BaseOptions, vision

    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(find_model().path)),
        running_mode=vision.RunningMode.VIDEO,
    )
    began, count = time.perf_counter(), 0
    with (
        av.open(str(clip)) as container,
        vision.PoseLandmarker.create_from_options(options) as landmarker,
    ):
        for picture in container.decode(video=0):
            image = mediapipe.Image(
                image_format=mediapipe.ImageFormat.SRGB, data=picture.to_ndarray(format="rgb24")
            )
            landmarker.detect_for_video(image, round(1000 * (picture.time or 0.0)))
            count += 1
    return count / (time.perf_counter() - began)


def _timed(costs: list[Cost], call: Callable[[], Result]) -> Result:
    began, worked = time.perf_counter(), time.thread_time()
    result = call()
    costs.append((time.perf_counter() - began, time.thread_time() - worked))
    return result


def _enlarged(frame: Frame) -> Frame:
    size = (WIDTH, round(frame.height * WIDTH / frame.width))
    image = cv2.resize(frame.image, size)[:HEIGHT]
    return Frame(
        np.asarray(cv2.resize(image, (WIDTH, HEIGHT)), np.uint8), frame.time_s, frame.index
    )


def _enlarge(clip: Path, target: Path) -> None:
    from formcheck.video.writing.video_writer import VideoWriter

    with VideoWriter(target, WIDTH, HEIGHT) as writer:
        for frame in open_recording(clip):
            writer.write(_enlarged(frame).image, frame.time_s)


if __name__ == "__main__":
    main()
