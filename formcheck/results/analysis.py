"""From an input and an exercise to a verdict, and to the files that stay of it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import find_exercise
from formcheck.form.checker import FormChecker
from formcheck.form.picture import judge_picture
from formcheck.form.tally import SetSummary
from formcheck.form.vocabulary import check_vocabulary, measure_names
from formcheck.measure.catalogue import find
from formcheck.results.compose import compose
from formcheck.results.document import (
    CriterionJudged,
    InputRead,
    RepetitionJudged,
    ResultDocument,
    SetResult,
)
from formcheck.results.folder import ResultFolder, check_writable, folder_name
from formcheck.results.interruption import Stop, interruptible
from formcheck.results.moment import Moment
from formcheck.results.pictured import pictured_state
from formcheck.results.sightings import Estimation, Sighting, Sightings, open_sightings
from formcheck.results.writer import SessionWriter

Progress = Callable[[int, int | None], None]
"""Called after every frame with how many were read, and how many there are where that is known."""

INTERRUPTED = "Interrupted: what was found until then is here, the rest was not looked at."


@dataclass(frozen=True)
class Analysis:
    """What is known of one input.

    document: the whole result, as in `result.json`. exercise: what it was judged as.
    folder: where the files are, None where none were asked for.
    interrupted: whether the user ended it before the end.
    """

    document: ResultDocument
    exercise: Exercise
    folder: Path | None
    interrupted: bool = False

    @property
    def reps(self) -> tuple[RepetitionJudged, ...]:
        """The repetitions in order."""
        return self.document.reps

    @property
    def criteria(self) -> tuple[CriterionJudged, ...]:
        """Each criterion over the whole set."""
        return self.document.criteria

    @property
    def summary(self) -> SetResult:
        """How many repetitions, how many of them good, and the verdict."""
        return self.document.summary


class AnalysisInterruptedError(KeyboardInterrupt):
    """The user ended an analysis; what was found until then has been saved.

    analysis: what was found.
    """

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(INTERRUPTED)
        self.analysis = analysis


def analyse(
    input: str | Path,
    exercise: str | Exercise,
    *,
    model: str | Path | None = None,
    out: str | Path | None = None,
    video: bool = True,
    progress: Progress | None = None,
) -> Analysis:
    """Judge a recorded video, a picture or a saved pose track as an exercise.

    exercise: its id, the path of its TOML file, or the exercise itself.
    model: "full" (built in, the default), "lite", "heavy", or the path of a .task file.
    out: the folder in which a folder of results is made; None writes nothing.
    video: whether an annotated video is among the results.

    Raises FormcheckError, with the remedy, where the input, the exercise or the model can't be
    used or the results can't be written. After Ctrl-C, saves what was found and raises
    AnalysisInterruptedError, which is a KeyboardInterrupt.
    """
    known = find_exercise(exercise) if isinstance(exercise, str) else exercise
    path = Path(input)
    name = None if out is None else folder_name(Path(out), path)
    with interruptible() as stop:
        analysis = judge_input(
            path,
            known,
            prepare=partial(prepare_landmarker, known, model),
            place=None if out is None or name is None else (Path(out), name),
            video=video,
            progress=progress,
            stop=stop,
        )
    if analysis.interrupted:
        raise AnalysisInterruptedError(analysis)
    return analysis


def prepare_landmarker(exercise: Exercise, model: str | Path | None) -> Estimation:
    """The pose model, with silhouettes where a measure of the exercise needs one."""
    from formcheck.pose.model import find_model
    from formcheck.pose.open import open_estimator

    found = find_model(model)
    silhouette = any(find(name).needs_silhouette for name in measure_names(exercise))
    return Estimation(found.name, partial(open_estimator, found, silhouette=silhouette))


def judge_input(
    path: Path,
    exercise: Exercise,
    *,
    prepare: Callable[[], Estimation],
    place: tuple[Path, str] | None = None,
    video: bool = True,
    progress: Progress | None = None,
    stop: Stop = lambda: False,
) -> Analysis:
    """Judge one input; see `analyse`.

    prepare: finds the pose model, called only where poses must be estimated.
    place: the output folder and the name of the folder in it, None to write nothing.
    stop: asked after every frame; True ends the analysis there.
    """
    check_vocabulary(exercise)
    if place is not None:
        check_writable(place[0])
    with open_sightings(path, prepare) as sightings:
        writer = None
        if place is not None:
            facts = sightings.facts
            writer = SessionWriter(
                ResultFolder(*place),
                exercise,
                source=path.name,
                model=sightings.model,
                rotation=facts.rotation,
                video=video and facts.kind == "video",
            )
        try:
            return _Judging(path, exercise, sightings, writer, progress, stop).run()
        except BaseException:
            if writer is not None:
                writer.discard()
            raise


class _Judging:
    """One input on its way through; state over its frames."""

    def __init__(
        self,
        path: Path,
        exercise: Exercise,
        sightings: Sightings,
        writer: SessionWriter | None,
        progress: Progress | None,
        stop: Stop,
    ) -> None:
        self._path = path
        self._exercise = exercise
        self._sightings = sightings
        self._writer = writer
        self._progress = progress
        self._stop = stop
        self._checker = FormChecker(exercise)
        self._frames = 0
        self._first_s = self._last_s = 0.0
        self._warnings: list[str] = []
        self._interrupted = False

    def run(self) -> Analysis:
        began_s = time.perf_counter()
        summary = self._judge()
        seconds = time.perf_counter() - began_s
        document = compose(
            summary,
            self._input_read(),
            self._sightings.model,
            (*self._sightings.warnings, *self._warnings),
            seconds,
        )
        folder = None if self._writer is None else self._writer.finish(document)
        return Analysis(document, self._exercise, folder, self._interrupted)

    def _judge(self) -> SetSummary:
        if self._sightings.facts.kind == "image":
            return self._judge_picture(next(self._poses()))
        for sighting in self._poses():
            state = self._checker.update(sighting.pose)
            if self._writer is not None:
                self._writer.see(Moment(sighting.index, sighting.frame, sighting.pose, state))
            if self._progress is not None:
                self._progress(self._frames, self._sightings.facts.frames)
            if self._stop():
                self._interrupted = True
                self._warnings.append(INTERRUPTED)
                break
        return self._checker.finish()

    def _judge_picture(self, sighting: Sighting) -> SetSummary:
        summary = judge_picture(self._exercise, sighting.pose)
        if self._writer is not None:
            state = pictured_state(self._checker.update(sighting.pose), summary)
            moment = Moment(sighting.index, sighting.frame, sighting.pose, state)
            self._writer.see_picture(moment)
        if self._progress is not None:
            self._progress(1, 1)
        return summary

    def _poses(self) -> Iterator[Sighting]:
        """The poses as they come; an input that fails on the way ends there, with a warning.

        Raises FormcheckError where there is not even one.
        """
        sightings = iter(self._sightings)
        while True:
            try:
                sighting = next(sightings, None)
            except FormcheckError as error:
                if not self._frames:
                    raise
                self._warnings.append(f"It ended early, at {self._last_s:.1f} s: {error}")
                return
            if sighting is None:
                return
            self._count(sighting.pose.time_s)
            yield sighting

    def _count(self, time_s: float) -> None:
        self._first_s = time_s if not self._frames else self._first_s
        self._last_s = time_s
        self._frames += 1

    def _input_read(self) -> InputRead:
        facts = self._sightings.facts
        lasted_s = self._last_s - self._first_s
        # The last frame is shown for as long as the others on average.
        last_frame_s = lasted_s / (self._frames - 1) if self._frames > 1 else 0.0
        return InputRead(
            path=str(self._path),
            kind=facts.kind,
            width=facts.width,
            height=facts.height,
            duration_s=round(lasted_s + last_frame_s, 2),
            frames=self._frames,
            rotation=facts.rotation,
        )
