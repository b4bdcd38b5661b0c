"""From the poses of one input and the plan of its sets to a verdict, and to what stays of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from formcheck.analysis.analysis import INTERRUPTED, Analysis
from formcheck.analysis.job import Job
from formcheck.analysis.judging.besides import NOTHING, Besides
from formcheck.analysis.judging.judge_sets import SetsJudge, SetState
from formcheck.analysis.judging.set_plan import SetPlan
from formcheck.analysis.poses.input_reader import InputReader
from formcheck.analysis.poses.pose_source import PosedFrame
from formcheck.form.sets.set_summary import SetSummary
from formcheck.form.sets.too_few_pictures import DEFAULTS as PICTURES
from formcheck.form.sets.too_few_pictures import without_verdicts
from formcheck.form.sets.without_seconds import without_seconds
from formcheck.form.sets.without_vertical import without_vertical
from formcheck.form.still import judge_picture
from formcheck.results.document.compose import RunFacts, compose
from formcheck.results.document.judged_set import JudgedSet
from formcheck.results.moment import Moment
from formcheck.results.session_writer import SessionWriter
from formcheck.results.wording.times_wording import TOO_FEW_PICTURES, no_full_repetition
from formcheck.texts.message import Message, message
from formcheck.video.timing import Times


class PoseJudge:
    """Judges one input's poses by a plan; state over its frames.

    Call `judge`, then `conclude` or `withdraw`; after an error nothing is left open.

    job: what is wanted. writer: keeps what stays of it, None where nothing does. interrupted:
    whether it was ended before the input's end.
    """

    def __init__(self, plan: SetPlan, job: Job, writer: SessionWriter | None) -> None:
        self._plan = plan
        self._job = job
        self._writer = writer
        self._judged: tuple[JudgedSet, ...] = ()
        self._seconds = 0.0
        self.interrupted = False

    def judge(self, reader: InputReader) -> None:
        """Judge all that the reader has."""
        began_s = time.perf_counter()
        if self._job.frames is not None:
            self._job.frames.begin()
        with self.withdrawn_on_error():
            is_picture = reader.facts.kind == "image"
            self._judged = self._picture(reader) if is_picture else self._frames(reader)
        self._seconds = time.perf_counter() - began_s

    def conclude(
        self, reader: InputReader, besides: Besides = NOTHING, seconds: float = 0.0
    ) -> Analysis:
        """What is known now, written where there is something to write.

        reader: that was judged. besides: what else is told. seconds: that were spent before.
        """
        with self.withdrawn_on_error():
            judged = [self._as_far_as_known(one, reader) for one in self._judged]
            told = [warning for one in judged for warning in self._told_of(one.summary, reader)]
            interrupted = (INTERRUPTED,) if self.interrupted else ()
            run = RunFacts(
                reader.input_read(),
                reader.model,
                tuple(dict.fromkeys((*told, *besides.told, *reader.warnings, *interrupted))),
                seconds + self._seconds,
                besides.unnamed,
                besides.instead,
            )
            document = compose(judged, run, self._job.texts)
            folder = None if self._writer is None else self._writer.finish(document, judged)
        by_id = {one.exercise.id: one.exercise for one in self._plan}
        exercise = by_id.get(document.exercise.id or "")
        return Analysis(document, exercise, folder, self.interrupted)

    @contextmanager
    def withdrawn_on_error(self) -> Iterator[None]:
        """Let go of what was written where something fails that belongs to it, or it is ended."""
        try:
            yield
        except BaseException:
            self.withdraw()
            raise

    def withdraw(self) -> None:
        """Leave it to another plan: what was written of this one is not wanted."""
        if self._writer is not None:
            self._writer.withdraw()

    def _frames(self, reader: InputReader) -> tuple[JudgedSet, ...]:
        judge = SetsJudge(self._plan, self._job.texts)
        for posed in reader:
            self._keep(posed, judge.update(posed.pose))
            self._job.progress(reader.frames, reader.facts.frames)
            if self._job.stop():
                self.interrupted = True
                break
        return judge.finish()

    def _keep(self, posed: PosedFrame, judged: SetState) -> None:
        if self._writer is not None:
            self._writer.update(_moment(posed, judged))
        if self._job.frames is not None:
            self._job.frames.update(judged.state)

    def _picture(self, reader: InputReader) -> tuple[JudgedSet, ...]:
        posed = next(iter(reader))
        planned = self._plan[0]
        judged = judge_picture(planned.exercise, posed.pose, texts=self._job.texts)
        if planned.is_nothing:
            judged = judged.without_verdicts
        shown = SetState(judged.state, planned.exercise, None if planned.is_nothing else 1)
        if self._writer is not None:
            self._writer.update_picture(_moment(posed, shown))
        if self._job.frames is not None:
            self._job.frames.update(judged.state)
        self._job.progress(1, 1)
        at_s = None if planned.is_nothing else 0.0
        return (JudgedSet(judged.summary, planned.recognised, at_s, at_s),)

    def _as_far_as_known(self, judged: JudgedSet, reader: InputReader) -> JudgedSet:
        """Without what can't be known where pictures are few or their times are guessed."""
        summary = judged.summary
        if summary.too_few_pictures and reader.step_s >= PICTURES.few_all_along_s:
            summary = without_verdicts(summary)
        if reader.timing.times is Times.GUESSED:
            summary = without_seconds(summary)
        if not reader.facts.stance.roll.sure:
            summary = without_vertical(summary)
        return replace(judged, summary=summary)

    def _told_of(self, summary: SetSummary, reader: InputReader) -> tuple[Message, ...]:
        """What to do where what was done was too small, or seen too seldom, to be counted."""
        exercise = summary.exercise
        done = summary.repetitions or summary.hold_s
        well_seen = summary.view in exercise.camera.views
        # A posture need not be moved in, and what should be avoided need not go further.
        asked = exercise.kind == "exercise"
        too_little = summary.moved_too_little and not done and well_seen and asked
        maybe = asked and not summary.repetitions and reader.step_s >= PICTURES.far_apart_s
        too_few = summary.too_few_pictures or maybe
        return (
            *((no_full_repetition(exercise.title),) if too_little else ()),
            *((message(TOO_FEW_PICTURES),) if too_few else ()),
        )


def _moment(posed: PosedFrame, judged: SetState) -> Moment:
    return Moment(
        posed.index, posed.frame, posed.pose, judged.state, judged.exercise, judged.number
    )
