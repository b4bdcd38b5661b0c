"""From the poses of one input and its exercise to a verdict."""

import time
from dataclasses import dataclass
from pathlib import Path

from formcheck.analysis.analysis import INTERRUPTED, Analysis, Progress, Stop
from formcheck.analysis.pose_sources import Sighting, Sightings
from formcheck.analysis.progress import Reading
from formcheck.analysis.still import pictured_state
from formcheck.exercises.exercise import Exercise
from formcheck.form.checker import FormChecker
from formcheck.form.set_summary import SetSummary
from formcheck.form.still import judge_picture
from formcheck.recognition.recogniser import Answer
from formcheck.results.compose import compose
from formcheck.results.little_movements import LittleMovements
from formcheck.results.moment import Moment
from formcheck.results.result_wording import no_full_repetition
from formcheck.results.session_writer import SessionWriter


@dataclass(frozen=True)
class Recognised:
    """How the exercise came to be known where it was not given.

    seconds: that it took.
    """

    answer: Answer
    seconds: float


class Judging:
    """One input on its way through; state over its frames."""

    def __init__(
        self,
        path: Path,
        exercise: Exercise,
        sightings: Sightings,
        writer: SessionWriter | None,
        progress: Progress | None,
        stop: Stop,
        recognised: Recognised | None = None,
    ) -> None:
        self._exercise = exercise
        self._sightings = sightings
        self._reading = Reading(path, sightings)
        self._writer = writer
        self._progress = progress
        self._stop = stop
        self._recognised = recognised
        self._checker = FormChecker(exercise)
        self._little = LittleMovements(exercise)
        self._interrupted = False

    def run(self) -> Analysis:
        """Judge it all, and write what there is to write."""
        began_s = time.perf_counter()
        summary = self._judge()
        seconds = time.perf_counter() - began_s
        interrupted = (INTERRUPTED,) if self._interrupted else ()
        recognised = self._recognised
        document = compose(
            summary,
            self._reading.input_read(),
            self._sightings.model,
            (*self._too_little(summary), *self._reading.warnings, *interrupted),
            seconds + (recognised.seconds if recognised else 0.0),
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
        if done or not (self._little.seen and well_seen and asked):
            return ()
        return (no_full_repetition(self._exercise.title),)

    def _judge(self) -> SetSummary:
        if self._sightings.facts.kind == "image":
            return self._judge_picture(next(iter(self._reading)))
        for sighting in self._reading:
            state = self._checker.update(sighting.pose)
            self._little.update(state)
            if self._writer is not None:
                self._writer.update(Moment(sighting.index, sighting.frame, sighting.pose, state))
            if self._progress is not None:
                self._progress(self._reading.frames, self._sightings.facts.frames)
            if self._stop():
                self._interrupted = True
                break
        return self._checker.finish()

    def _judge_picture(self, sighting: Sighting) -> SetSummary:
        summary = judge_picture(self._exercise, sighting.pose)
        if self._writer is not None:
            state = pictured_state(self._checker.update(sighting.pose), summary)
            moment = Moment(sighting.index, sighting.frame, sighting.pose, state)
            self._writer.update_picture(moment)
        if self._progress is not None:
            self._progress(1, 1)
        return summary
