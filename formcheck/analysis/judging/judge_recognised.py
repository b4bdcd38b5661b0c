"""An input whose exercise nobody has named: recognised first, then judged set by set."""

import time
from dataclasses import replace
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.job import Job
from formcheck.analysis.judging.besides import Besides, unnamed_in
from formcheck.analysis.judging.done_instead import guessed_told, too_far_told
from formcheck.analysis.judging.second_pass import FirstPass, judge_again, read_all
from formcheck.analysis.judging.set_plan import PlannedSet, plan_recognised
from formcheck.analysis.poses.input_reader import InputReader
from formcheck.analysis.poses.kept_poses import keep_poses
from formcheck.analysis.poses.way_up import WayUp, other_way_up
from formcheck.exercises.exercise import Exercise
from formcheck.recognition.answer import RECORDING, Answer
from formcheck.recognition.auto import Auto
from formcheck.recognition.feature_sampler import WHOLE_RECORDING
from formcheck.recognition.recogniser import Recogniser, recognise_picture
from formcheck.results.document.advice import advice_about
from formcheck.results.document.compose import RunFacts
from formcheck.results.document.compose_unrecognised import Unrecognised, compose_unrecognised
from formcheck.results.files.folder import REPORT, RESULT
from formcheck.results.report.report_unrecognised import report_unrecognised
from formcheck.results.wording.recording_wording import PICTURE_LIES, way_up_unclear_told
from formcheck.texts.message import message


def judge_recognised(job: Job, auto: Auto, track: Path) -> Analysis:
    """Recognise what one input holds and judge it as that; see `judge_input`.

    track: where the poses are kept.
    """
    began_s = time.perf_counter()
    recogniser = Recogniser(auto.exercises, settings=RECORDING, sampling=WHOLE_RECORDING)
    with job.open_source(track) as source:
        otherwise = other_way_up(source.facts, auto.exercises)
        with keep_poses(source, track, job.path, recogniser, otherwise) as kept:
            reader = InputReader(job.path, kept)
            last, interrupted = read_all(job, reader)
        shown = last if reader.is_picture else None
        picture = None if shown is None else recognise_picture(shown, auto.exercises)
        plan = _plan(recogniser, picture)
        first = FirstPass.of(reader, kept, track, time.perf_counter() - began_s, interrupted)
    way = otherwise.against(recogniser)
    if way is WayUp.TURNED and not interrupted:
        return judge_recognised(job.turned(otherwise.degrees), auto, track)
    if way is not WayUp.USUAL:
        unclear = way_up_unclear_told(otherwise.degrees)
        first = replace(first, warnings=(*first.warnings, *unclear))
    elif picture is not None and otherwise.lies(recogniser):
        first = replace(first, warnings=(*first.warnings, message(PICTURE_LIES)))
        picture = Answer()
    elif plan:
        # Between the sets nothing is judged, but a movement to avoid is warned of wherever it was.
        may_be = guessed_told(plan)
        may_be += () if picture is not None else too_far_told(plan, auto.exercises)
        if plan[0].is_whole:
            return judge_again(plan, job, first, Besides(may_be))
        seen = _avoided(recogniser, auto)
        advice = tuple(text for one in seen for text in advice_about(one))
        unnamed = unnamed_in(recogniser, plan, reader.timing)
        return judge_again(plan, job, first, Besides((*advice, *may_be), unnamed))
    answer = picture or recogniser.best
    return _nothing_recognised(job, auto, recogniser, reader, first, answer)


def _plan(recogniser: Recogniser, picture: Answer | None) -> tuple[PlannedSet, ...]:
    """The sets; none of them where none was recognised. picture: what a still picture shows."""
    if picture is None:
        return plan_recognised(recogniser.sets)
    return () if picture.exercise is None else (PlannedSet(picture.exercise, picture),)


def _avoided(recogniser: Recogniser, auto: Auto) -> tuple[Exercise, ...]:
    """The movements to avoid that were seen."""
    by_id = {one.id: one for one in auto.exercises}
    return tuple(by_id[movement] for movement in recogniser.avoid)


def _nothing_recognised(
    job: Job,
    auto: Auto,
    recogniser: Recogniser,
    reader: InputReader,
    first: FirstPass,
    answer: Answer,
) -> Analysis:
    found = Unrecognised(
        reader.frames_with_pose,
        recogniser.coverage,
        str(recogniser.view),
        _avoided(recogniser, auto),
        recogniser.feet_unseen,
    )
    run = RunFacts(reader.input_read(), first.model, first.warnings, first.seconds)
    document = compose_unrecognised(run, found, answer, job.texts)
    if job.folder is None:
        return Analysis(document, None, None, first.interrupted)
    with job.folder.writing():
        (job.folder.staging / REPORT).write_text(report_unrecognised(document, job.texts), "utf-8")
        (job.folder.staging / RESULT).write_text(document.to_json(), "utf-8")
    job.folder.publish()
    return Analysis(document, None, job.folder.path, first.interrupted)
