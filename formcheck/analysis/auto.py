"""An input whose exercise nobody has named: recognise it first, then judge it as that.

The poses are estimated once and kept in a pose track on the disk. For the annotated video the
recording is read a second time, so that memory doesn't grow with its length.
"""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from formcheck.analysis.analysis import INTERRUPTED, Analysis, Progress, Stop
from formcheck.analysis.named import Judging, Recognised
from formcheck.analysis.pose_sources import SourceFacts, open_sightings
from formcheck.analysis.progress import Reading
from formcheck.analysis.replay import Retraced
from formcheck.exercises.exercise import Exercise
from formcheck.pose.estimation import Estimation
from formcheck.pose.tracks import PoseTrackWriter, is_pose_track, read_poses
from formcheck.recognition.auto import Auto
from formcheck.recognition.recogniser import Answer, Recogniser, recognise_picture
from formcheck.results.annotated import AnnotationSettings
from formcheck.results.compose_unrecognised import Unrecognised, compose_unrecognised
from formcheck.results.folder import POSES, REPORT, RESULT, ResultFolder
from formcheck.results.report_unrecognised import report_unrecognised
from formcheck.results.result_document import InputRead
from formcheck.results.session_writer import SessionWriter


@dataclass(frozen=True)
class FirstLook:
    """What is known after the poses have been found.

    track: the file that holds them. warnings: what was missing or damaged in the input.
    interrupted: whether the user ended it before the end.
    """

    facts: SourceFacts
    model: str
    track: Path
    read: InputRead
    found: Unrecognised
    answer: Answer
    warnings: tuple[str, ...]
    interrupted: bool
    seconds: float


def judge_unnamed(
    path: Path,
    auto: Auto,
    *,
    prepare: Callable[[], Estimation],
    place: tuple[Path, str] | None = None,
    video: bool = True,
    progress: Progress | None = None,
    stop: Stop = lambda: False,
) -> Analysis:
    """Recognise the exercise of one input and judge it; see `analysis.judge_input`."""
    folder = None if place is None else ResultFolder(*place)
    try:
        with _workspace(folder) as workspace:
            track = Path(workspace) / POSES
            # Pictures are looked at again only to be drawn on.
            again = folder is not None and not is_pose_track(path)
            first = _first_half(progress) if progress is not None and again else progress
            look = _look(path, auto, track, prepare, first, stop)
            exercise = look.answer.exercise
            if exercise is None:
                return _nothing_recognised(look, folder)
            return _judge(path, exercise, look, folder, video, progress, stop)
    except BaseException:
        if folder is not None:
            folder.discard()
        raise


def _workspace(folder: ResultFolder | None) -> AbstractContextManager[Path | str]:
    """Where the poses are kept in the meantime: among the results, where there are any."""
    if folder is not None:
        return nullcontext(folder.staging)
    return TemporaryDirectory(prefix="formcheck-")


def _look(
    path: Path,
    auto: Auto,
    track: Path,
    prepare: Callable[[], Estimation],
    progress: Progress | None,
    stop: Stop,
) -> FirstLook:
    """Find the poses, write them down, and see what exercise they show."""
    began_s = time.perf_counter()
    recogniser = Recogniser(auto.exercises)
    pictured: Answer | None = None
    interrupted = False
    with open_sightings(path, prepare) as sightings:
        facts, reading = sightings.facts, Reading(path, sightings)
        with PoseTrackWriter(
            track, model=sightings.model, source=path.name, rotation=facts.rotation
        ) as poses:
            for sighting in reading:
                poses.write(sighting.pose)
                recogniser.update(sighting.pose)
                if facts.kind == "image":
                    pictured = recognise_picture(sighting.pose, auto.exercises)
                if progress is not None:
                    progress(reading.frames, facts.frames)
                if stop():
                    interrupted = True
                    break
        model, warnings = sightings.model, reading.warnings
    by_id = {one.id: one for one in auto.exercises}
    avoided = tuple(by_id[movement] for movement in recogniser.avoid)
    return FirstLook(
        facts=facts,
        model=model,
        track=track,
        read=reading.input_read(),
        found=Unrecognised(reading.frames_with_pose, str(recogniser.view), avoided),
        answer=pictured or recogniser.best,
        warnings=(*warnings, INTERRUPTED) if interrupted else warnings,
        interrupted=interrupted,
        seconds=time.perf_counter() - began_s,
    )


def _judge(
    path: Path,
    exercise: Exercise,
    look: FirstLook,
    folder: ResultFolder | None,
    video: bool,
    progress: Progress | None,
    stop: Stop,
) -> Analysis:
    """Judge the poses as the exercise that was recognised."""
    # After Ctrl-C nobody wants to wait for pictures.
    pictured = folder is not None and not look.interrupted and look.facts.kind != "poses"
    facts = replace(look.facts, frames=look.read.frames)
    sightings = Retraced(
        facts, look.model, look.warnings, read_poses(look.track), path if pictured else None
    )
    writer = None
    if folder is not None:
        writer = SessionWriter(
            folder,
            exercise,
            track=None,
            video=AnnotationSettings() if video and pictured and facts.kind == "video" else None,
        )
    recognised = Recognised(look.answer, look.seconds)
    shown = partial(_second_half, progress) if progress is not None and pictured else None
    stopping: Stop = (lambda: False) if look.interrupted else stop
    try:
        analysis = Judging(path, exercise, sightings, writer, shown, stopping, recognised).run()
    except BaseException:
        if writer is not None:
            writer.discard()
        raise
    return replace(analysis, interrupted=analysis.interrupted or look.interrupted)


def _nothing_recognised(look: FirstLook, folder: ResultFolder | None) -> Analysis:
    document = compose_unrecognised(
        look.read, look.model, look.found, look.answer, look.warnings, look.seconds
    )
    if folder is None:
        return Analysis(document, None, None, look.interrupted)
    with folder.writing():
        (folder.staging / REPORT).write_text(report_unrecognised(document), "utf-8")
        (folder.staging / RESULT).write_text(document.to_json(), "utf-8")
    folder.publish()
    return Analysis(document, None, folder.path, look.interrupted)


def _first_half(progress: Progress) -> Progress:
    """The first of two times that the frames are gone through."""
    return lambda done, total: progress(done, None if total is None else 2 * total)


def _second_half(progress: Progress, done: int, total: int | None) -> None:
    """The second time; by then it is known how many there are."""
    frames = total or done
    progress(frames + done, 2 * frames)
