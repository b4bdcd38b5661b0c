"""Judging an input whose poses were found before; its pictures are read again to be drawn on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from formcheck.analysis.analysis import INTERRUPTED, Analysis
from formcheck.analysis.job import Job
from formcheck.analysis.judging.besides import NOTHING, Besides
from formcheck.analysis.judging.judge_poses import PoseJudge
from formcheck.analysis.judging.set_plan import SetPlan
from formcheck.analysis.poses.input_reader import InputReader
from formcheck.analysis.poses.kept_poses import KeptPoses
from formcheck.analysis.poses.pose_source import SourceFacts
from formcheck.analysis.poses.replayed_poses import ReplayedPoses
from formcheck.analysis.progress import Progress, go_on, tell_nobody
from formcheck.pose.pose import Pose
from formcheck.pose.saved.tracks import read_poses
from formcheck.texts.message import Message


@dataclass(frozen=True)
class FirstPass:
    """What is known when the poses have been found.

    facts: of the source, with the number of frames that were read. model: the pose model's name.
    track: the file that holds the poses. poses: the same, where they are remembered. damage: what
    was missing or damaged in the input. warnings: that, and what was seen in all that was read;
    whoever goes through the poses again, perhaps not to their end, sees that anew. interrupted:
    whether it was ended before the input's end. seconds: that it took.
    """

    facts: SourceFacts
    model: str
    track: Path
    poses: Sequence[Pose] | None
    damage: tuple[Message, ...]
    warnings: tuple[Message, ...]
    interrupted: bool
    seconds: float

    @classmethod
    def of(
        cls, reader: InputReader, kept: KeptPoses, track: Path, seconds: float, interrupted: bool
    ) -> Self:
        """What a reader knows at the end, and what was kept of it in a file and in memory."""
        warnings = (*reader.warnings, INTERRUPTED) if interrupted else reader.warnings
        facts = replace(reader.facts, frames=reader.frames)
        poses = kept.remembered
        damage = reader.damage
        return cls(facts, reader.model, track, poses, damage, warnings, interrupted, seconds)


def read_all(job: Job, reader: InputReader) -> tuple[Pose | None, bool]:
    """Have all poses found, or as many as are wanted.

    Returns the last one, None where there was none, and whether it was ended before.
    """
    last: Pose | None = None
    in_parts, times = reader.facts.cut is not None, 2 if job.is_drawn else 1
    for posed in reader:
        last, total = posed.pose, reader.facts.frames
        if in_parts:  # which end by themselves, with all that was found until then
            continue
        job.progress(reader.frames, None if total is None else times * total)
        if job.stop():
            return last, True
    return last, in_parts and job.stop()


def judge_again(plan: SetPlan, job: Job, first: FirstPass, besides: Besides = NOTHING) -> Analysis:
    """Judge the poses that were kept by a plan. besides: what else is told."""
    # Whoever has ended it doesn't want to wait for pictures.
    drawn = job.is_drawn and not first.interrupted
    source = ReplayedPoses(
        first.facts,
        first.model,
        first.damage,
        read_poses(first.track),
        first.poses,
        job.path if drawn else None,
    )
    second = replace(
        job,
        video=job.video and drawn,
        progress=second_half(job) if drawn else tell_nobody,
        stop=go_on if first.interrupted else job.stop,
    )
    exercises = tuple({one.exercise.id: one.exercise for one in plan}.values())
    judge = PoseJudge(plan, second, second.open_writer(exercises, first.facts))
    reader = InputReader(job.path, source)
    judge.judge(reader)
    judge.interrupted = judge.interrupted or first.interrupted
    return judge.conclude(reader, besides, first.seconds)


def second_half(job: Job) -> Progress:
    """The second time that frames are gone through, or that their pictures are drawn on; by then it
    is known how many there are.
    """

    def second(done: int, total: int | None) -> None:
        frames = total or done
        job.progress(frames + done, 2 * frames)

    return second
