"""From the poses of one input and its exercise to a verdict, and to the files that stay of it."""

import time
from dataclasses import dataclass

from formcheck.analysis.analysis import INTERRUPTED, Analysis
from formcheck.analysis.input_reader import InputReader
from formcheck.analysis.job import Job
from formcheck.analysis.pose_source import PosedFrame
from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import checker_for
from formcheck.form.set_summary import SetSummary
from formcheck.form.state import FormState
from formcheck.form.still import judge_picture
from formcheck.form.too_few_pictures import DEFAULTS as PICTURES
from formcheck.form.too_few_pictures import without_verdicts
from formcheck.form.without_seconds import without_seconds
from formcheck.recognition.answer import Answer
from formcheck.results.compose import RunFacts, compose
from formcheck.results.moment import Moment
from formcheck.results.result_wording import no_full_repetition
from formcheck.results.session_writer import SessionWriter
from formcheck.results.times_wording import TOO_FEW_PICTURES
from formcheck.video.timing import Times


@dataclass(frozen=True)
class Recognised:
    """How the exercise came to be known where it was not given.

    seconds: that it took.
    """

    answer: Answer
    seconds: float


class PoseJudge:
    """Judges one input's poses as an exercise; state over its frames.

    job: what is wanted. writer: keeps what stays of it, None where nothing does. recognised: None
    where the exercise was given.
    """

    def __init__(
        self,
        exercise: Exercise,
        job: Job,
        writer: SessionWriter | None,
        recognised: Recognised | None = None,
    ) -> None:
        self._exercise = exercise
        self._job = job
        self._writer = writer
        self._recognised = recognised
        self._checker = checker_for(exercise)
        self._interrupted = False

    def run(self, reader: InputReader) -> Analysis:
        """Judge it all, and write what there is to write; nothing is left of it after an error."""
        try:
            began_s = time.perf_counter()
            is_picture = reader.facts.kind == "image"
            summary = self._judge_picture(reader) if is_picture else self._judge_frames(reader)
            return self._conclude(reader, summary, time.perf_counter() - began_s)
        except BaseException:
            if self._writer is not None:
                self._writer.discard()
            raise

    def _judge_frames(self, reader: InputReader) -> SetSummary:
        for posed in reader:
            state = self._checker.update(posed.pose)
            if self._writer is not None:
                self._writer.update(_moment(posed, state))
            self._job.on_state(state)
            self._job.progress(reader.frames, reader.facts.frames)
            if self._job.stop():
                self._interrupted = True
                break
        return self._checker.finish()

    def _judge_picture(self, reader: InputReader) -> SetSummary:
        posed = next(iter(reader))
        judged = judge_picture(self._exercise, posed.pose)
        if self._writer is not None:
            self._writer.update_picture(_moment(posed, judged.state))
        self._job.on_state(judged.state)
        self._job.progress(1, 1)
        return judged.summary

    def _conclude(self, reader: InputReader, summary: SetSummary, seconds: float) -> Analysis:
        too_little = self._too_little(summary)
        if summary.too_few_pictures and reader.step_s >= PICTURES.few_all_along_s:
            summary = without_verdicts(summary)
        if reader.timing.times is Times.GUESSED:
            summary = without_seconds(summary)
        recognised = self._recognised
        interrupted = (INTERRUPTED,) if self._interrupted else ()
        document = compose(
            summary,
            RunFacts(
                reader.input_read(),
                reader.model,
                (*too_little, *self._too_few(summary, reader), *reader.warnings, *interrupted),
                seconds + (recognised.seconds if recognised else 0.0),
            ),
            recognised.answer if recognised else None,
        )
        folder = None if self._writer is None else self._writer.finish(document)
        return Analysis(document, self._exercise, folder, self._interrupted)

    def _too_little(self, summary: SetSummary) -> tuple[str, ...]:
        """What to do where all that was done was too small to be counted."""
        done = summary.repetitions or summary.hold_s
        well_seen = summary.view in self._exercise.camera.views
        # A posture need not be moved in, and what should be avoided need not go further.
        asked = self._exercise.kind == "exercise"
        if done or not (summary.moved_too_little and well_seen and asked):
            return ()
        return (no_full_repetition(self._exercise.title),)

    def _too_few(self, summary: SetSummary, reader: InputReader) -> tuple[str, ...]:
        """What to do where there were too few pictures to count, or to see what was counted."""
        nothing_counted = self._exercise.kind == "exercise" and not summary.repetitions
        maybe = nothing_counted and reader.step_s >= PICTURES.far_apart_s
        return (TOO_FEW_PICTURES,) if summary.too_few_pictures or maybe else ()


def _moment(posed: PosedFrame, state: FormState) -> Moment:
    return Moment(posed.index, posed.frame, posed.pose, state)
