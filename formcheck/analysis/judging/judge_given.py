"""An input whose exercise was named: judged as its poses come, most times in one go."""

import time
from dataclasses import replace
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.job import Job
from formcheck.analysis.judging.besides import Besides, unnamed_in
from formcheck.analysis.judging.done_instead import avoided_told, instead_in_picture, instead_of
from formcheck.analysis.judging.judge_poses import PoseJudge
from formcheck.analysis.judging.second_pass import FirstPass, judge_again, second_half
from formcheck.analysis.judging.set_plan import SetPlan, no_set, one_set, plan_given
from formcheck.analysis.poses.input_reader import InputReader
from formcheck.analysis.poses.kept_poses import keep_poses
from formcheck.analysis.poses.pose_source import SourceFacts
from formcheck.analysis.poses.way_up import OtherWayUp, other_way_up
from formcheck.analysis.progress import go_on, tell_nobody
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import library
from formcheck.recognition.answer import RECORDING
from formcheck.recognition.asked import is_as_asked
from formcheck.recognition.feature_sampler import WHOLE_RECORDING
from formcheck.recognition.recogniser import Recogniser
from formcheck.results.wording.recording_wording import PICTURE_LIES
from formcheck.results.wording.sets_wording import also_seen
from formcheck.texts.message import message


def judge_given(job: Job, exercise: Exercise, track: Path) -> Analysis:
    """Judge one input as an exercise; see `judge_input`.

    It is judged as one set. Only where other exercises turn out to have been done besides, or a
    long pause to lie between, is it judged again, set by set.

    track: where the poses are kept.
    """
    began_s = time.perf_counter()
    recogniser = Recogniser(_beside(exercise), settings=RECORDING, sampling=WHOLE_RECORDING)
    with job.open_source(track, judged_at_once=True) as source:
        in_parts = source.facts.cut is not None
        judge = _judge_of(exercise, job, source.facts)
        otherwise = other_way_up(source.facts, _beside(exercise))
        # The poses are put in their place at the end, for which there may be no room.
        kept_poses = keep_poses(source, track, job.path, recogniser, otherwise)
        with judge.withdrawn_on_error(), kept_poses as kept:
            reader = InputReader(job.path, kept)
            judge.judge(reader)
            judge.interrupted = interrupted = judge.interrupted or (in_parts and job.stop())
        first = FirstPass.of(reader, kept, track, time.perf_counter() - began_s, interrupted)
    if not interrupted and otherwise.shows_only_so(exercise, recogniser):
        judge.withdraw()
        return judge_given(job.turned(otherwise.degrees), exercise, track)
    plan, besides = _planned(exercise, job, recogniser, reader)
    if reader.is_picture and _lies(exercise, recogniser, otherwise):
        plan, besides = no_set(exercise), Besides((message(PICTURE_LIES),))
    # Whoever has ended it doesn't want to wait for what others have still to draw.
    drawn_later = job.video and in_parts and interrupted
    if plan[0].is_whole and not drawn_later:
        return judge.conclude(reader, besides)
    judge.withdraw()
    return judge_again(plan, job, first, besides)


def _lies(exercise: Exercise, recogniser: Recogniser, otherwise: OtherWayUp) -> bool:
    """Whether a picture seems to lie, and doesn't show as it is what it was said to show."""
    return otherwise.lies(recogniser) and not is_as_asked(exercise, recogniser.as_picture)


def _planned(
    exercise: Exercise, job: Job, recogniser: Recogniser, reader: InputReader
) -> tuple[SetPlan, Besides]:
    """What is judged of an input, and what is told besides."""
    if reader.is_picture:
        return _planned_of_picture(exercise, recogniser)
    found = recogniser.sets
    plan, others = plan_given(exercise, found, recogniser.unnamed)
    instead = instead_of(exercise, found, surely=plan[0].is_nothing)
    if plan[0].is_whole:
        return plan, Besides(instead=instead)
    advice = avoided_told(exercise, recogniser, job.texts) if plan[0].is_nothing else ()
    told_already = plan[0].is_nothing and len(others) == 1
    also = () if told_already else also_seen(others, exercise, job.texts)
    unnamed = unnamed_in(recogniser, plan, reader.timing, others)
    return plan, Besides((*advice, *also), unnamed, instead)


def _planned_of_picture(exercise: Exercise, recogniser: Recogniser) -> tuple[SetPlan, Besides]:
    """The same of a still picture, of which no part may be left out."""
    instead = instead_in_picture(exercise, recogniser.as_picture)
    surely = instead is not None and instead.surely
    return no_set(exercise) if surely else one_set(exercise), Besides(instead=instead)


def _judge_of(exercise: Exercise, job: Job, facts: SourceFacts) -> PoseJudge:
    writer = job.open_writer((exercise,), facts, second_half(job))
    if facts.cut is not None:
        # Parts tell themselves how much is done, and end with all that was found until then.
        job = replace(job, progress=tell_nobody, stop=go_on)
    return PoseJudge(one_set(exercise), job, writer)


def _beside(exercise: Exercise) -> tuple[Exercise, ...]:
    """The given exercise and those of the program that may be done besides."""
    return (exercise, *(one for one in library().values() if one.id != exercise.id))
