"""An input whose exercise nobody has named: recognise it first, then judge it as that.

The poses are estimated once and kept in a pose track on the disk. For the annotated video the
recording is read a second time, so that memory doesn't grow with its length.
"""

import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from formcheck.analysis.analysis import INTERRUPTED, Analysis, Progress
from formcheck.analysis.input_reader import InputReader
from formcheck.analysis.job import Job, tell_nobody
from formcheck.analysis.judge_poses import PoseJudge, Recognised
from formcheck.analysis.pose_source import PoseSource, SourceFacts, open_pose_source
from formcheck.analysis.replayed_poses import ReplayedPoses
from formcheck.exercises.exercise import Exercise
from formcheck.pose.pose import Pose
from formcheck.pose.tracks import PoseTrackWriter, is_pose_track, read_poses
from formcheck.recognition.answer import RECORDING, Answer
from formcheck.recognition.auto import Auto
from formcheck.recognition.recogniser import Recogniser, recognise_picture
from formcheck.results.compose import RunFacts
from formcheck.results.compose_unrecognised import Unrecognised, compose_unrecognised
from formcheck.results.folder import POSES, REPORT, RESULT
from formcheck.results.report_unrecognised import report_unrecognised
from formcheck.results.result_document import InputRead
from formcheck.texts.shown import shown


@dataclass(frozen=True)
class FirstPass:
    """What is known after the poses have been found.

    track: the file that holds them. warnings: what was missing or damaged in the input.
    interrupted: whether it was ended before the input's end.
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


def recognise_and_judge(job: Job, auto: Auto) -> Analysis:
    """Recognise the exercise of one input and judge it as that; see `judge_input`."""
    with _workspace(job) as workspace:
        first = _recognise(job, auto, Path(workspace) / POSES)
        if first.answer.exercise is None:
            return _nothing_recognised(job, first)
        return _judge_recognised(first.answer.exercise, job, first)


def _workspace(job: Job) -> AbstractContextManager[Path | str]:
    """Where the poses are kept in the meantime: among the results, where there are any."""
    if job.folder is not None:
        return nullcontext(job.folder.staging)
    return TemporaryDirectory(prefix="formcheck-")


def _recognise(job: Job, auto: Auto, track: Path) -> FirstPass:
    """Find the poses, write them down, and see what exercise they show."""
    began_s = time.perf_counter()
    recogniser = Recogniser(auto.exercises, settings=RECORDING)
    with open_pose_source(job.path, job.prepare) as source:
        reader = InputReader(job.path, source)
        last, interrupted = _keep_poses(job, reader, source, track, recogniser)
        warnings = reader.warnings
    picture = last if source.facts.kind == "image" else None
    by_id = {one.id: one for one in auto.exercises}
    avoided = tuple(by_id[movement] for movement in recogniser.avoid)
    return FirstPass(
        facts=source.facts,
        model=source.model,
        track=track,
        read=reader.input_read(),
        found=Unrecognised(
            reader.frames_with_pose, recogniser.coverage, str(recogniser.view), avoided
        ),
        answer=recognise_picture(picture, auto.exercises) if picture else recogniser.best,
        warnings=(*warnings, INTERRUPTED) if interrupted else warnings,
        interrupted=interrupted,
        seconds=time.perf_counter() - began_s,
    )


def _keep_poses(
    job: Job, reader: InputReader, source: PoseSource, track: Path, recogniser: Recogniser
) -> tuple[Pose | None, bool]:
    """Write the poses down while they are recognised.

    Returns the last pose, None where there was none, and whether it was ended before the input's
    end.
    """
    last: Pose | None = None
    progress = _first_half(job)
    facts = source.facts
    with PoseTrackWriter(
        track, model=source.model, source=shown(job.path.name), rotation=facts.rotation
    ) as poses:
        for posed in reader:
            last = posed.pose
            poses.write(last)
            recogniser.update(last)
            poses.timing = source.timing
            progress(reader.frames, facts.frames)
            if job.stop():
                return last, True
    return last, False


def _judge_recognised(exercise: Exercise, job: Job, first: FirstPass) -> Analysis:
    """Judge the poses that were kept as the exercise that was recognised."""
    # Whoever has ended it doesn't want to wait for pictures.
    drawn = _is_read_twice(job) and not first.interrupted
    facts = replace(first.facts, frames=first.read.frames)
    source = ReplayedPoses(
        facts, first.model, first.warnings, read_poses(first.track), job.path if drawn else None
    )
    second = replace(
        job,
        video=job.video and drawn,
        progress=_second_half(job) if drawn else tell_nobody,
        stop=(lambda: False) if first.interrupted else job.stop,
    )
    writer = second.open_writer(exercise, facts, track=None)
    judge = PoseJudge(exercise, second, writer, Recognised(first.answer, first.seconds))
    analysis = judge.run(InputReader(job.path, source))
    return replace(analysis, interrupted=analysis.interrupted or first.interrupted)


def _nothing_recognised(job: Job, first: FirstPass) -> Analysis:
    document = compose_unrecognised(
        RunFacts(first.read, first.model, first.warnings, first.seconds), first.found, first.answer
    )
    if job.folder is None:
        return Analysis(document, None, None, first.interrupted)
    with job.folder.writing():
        (job.folder.staging / REPORT).write_text(report_unrecognised(document), "utf-8")
        (job.folder.staging / RESULT).write_text(document.to_json(), "utf-8")
    job.folder.publish()
    return Analysis(document, None, job.folder.path, first.interrupted)


def _is_read_twice(job: Job) -> bool:
    """Pictures are looked at again only to be drawn on."""
    return job.folder is not None and not is_pose_track(job.path)


def _first_half(job: Job) -> Progress:
    """The first of the times that the frames are gone through."""
    if not _is_read_twice(job):
        return job.progress
    return lambda done, total: job.progress(done, None if total is None else 2 * total)


def _second_half(job: Job) -> Progress:
    """The second time; by then it is known how many there are."""

    def second(done: int, total: int | None) -> None:
        frames = total or done
        job.progress(frames + done, 2 * frames)

    return second
