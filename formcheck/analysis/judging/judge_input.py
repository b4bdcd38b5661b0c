"""One input from its first byte to a verdict, its exercise named or to be recognised."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.frame_values import FrameRecorder
from formcheck.analysis.job import Job
from formcheck.analysis.judging.judge_given import judge_given
from formcheck.analysis.judging.judge_recognised import judge_recognised
from formcheck.analysis.poses.source_settings import DEFAULTS as SOURCE
from formcheck.analysis.poses.source_settings import SourceSettings
from formcheck.analysis.progress import Progress, Stop, go_on, tell_nobody
from formcheck.analysis.workers.crew import ALONE, Crew
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.translation import translated
from formcheck.form.vocabulary import check_vocabulary, needs_silhouette
from formcheck.pose.backends import ModelChoice
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.pose.people.census import Followed
from formcheck.recognition.auto import Auto
from formcheck.results.files.folder import POSES, ResultFolder, check_writable
from formcheck.results.files.held_folder import temporary_folder
from formcheck.results.tables.csv_format import PLAIN, CsvFormat
from formcheck.texts.entries import ENGLISH
from formcheck.texts.texts import Texts, load_texts
from formcheck.video.video_errors import StretchUnreadableError


def prepare_for(
    exercise: Exercise | Auto, model: ModelChoice, followed: Followed | None = None
) -> Callable[[], Estimation]:
    """What finds the pose model, with silhouettes where a measure of the exercise needs one.

    Where the exercise must be recognised, one that needs them may come. Whoever finds poses for it
    in another process need know nothing of exercises, which take a tenth of a second to load.

    followed: the one of several people who is judged, where one was chosen.

    Raises VocabularyError as `judge_input` does.
    """
    possible = _possible(exercise)
    for one in possible:
        check_vocabulary(one)
    silhouette = any(needs_silhouette(one) for one in possible)
    return partial(prepare_estimation, model, silhouette=silhouette, followed=followed)


def judge_input(
    path: Path,
    exercise: Exercise | Auto,
    *,
    prepare: Callable[[], Estimation],
    place: tuple[Path, str] | None = None,
    video: bool = True,
    progress: Progress | None = None,
    stop: Stop = go_on,
    frames: FrameRecorder | None = None,
    csv: CsvFormat = PLAIN,
    crew: Crew = ALONE,
    language: str = ENGLISH,
    source: SourceSettings = SOURCE,
) -> Analysis:
    """Judge one input; see `analyse`.

    prepare: finds the pose model, called only where poses must be estimated.
    place: the output folder and the name of the folder in it, None to write nothing.
    frames: keeps what is measured on every frame that is judged. csv: how tables are written.
    crew: who works on the parts of a long recording; the result doesn't depend on it.
    language: that results are told in, also those of the exercise. source: how the input is read.
    """
    for one in _possible(exercise):
        check_vocabulary(one)
    texts = load_texts(language)
    exercise = in_language(exercise, texts)
    if place is not None:
        check_writable(place[0])
    folder = None if place is None else ResultFolder(*place)
    telling = progress or tell_nobody
    job = Job(path, prepare, folder, video, telling, stop, frames, csv, crew, texts, source)
    try:
        try:
            return _judge(job, exercise)
        except StretchUnreadableError:
            # What can't be read in parts may be readable in one go.
            return _judge(replace(job, crew=None), exercise)
    except BaseException:
        if folder is not None:
            folder.discard()
        raise


def _judge(job: Job, exercise: Exercise | Auto) -> Analysis:
    with _workspace(job) as workspace:
        track = workspace / POSES
        if isinstance(exercise, Auto):
            return judge_recognised(job, exercise, track)
        return judge_given(job, exercise, track)


def _workspace(job: Job) -> AbstractContextManager[Path]:
    """Where the poses are kept in the meantime: among the results, where there are any."""
    if job.folder is not None:
        return nullcontext(job.folder.staging)
    return temporary_folder()


def in_language(exercise: Exercise | Auto, texts: Texts) -> Exercise | Auto:
    """What is judged, or may be, in the language of these texts."""
    if isinstance(exercise, Auto):
        return Auto.among(translated(one, texts) for one in exercise.exercises)
    return translated(exercise, texts)


def _possible(exercise: Exercise | Auto) -> tuple[Exercise, ...]:
    return exercise.exercises if isinstance(exercise, Auto) else (exercise,)
