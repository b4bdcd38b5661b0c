"""One input from its first byte to a verdict, its exercise named or to be recognised."""

from collections.abc import Callable
from pathlib import Path

from formcheck.analysis.analysis import Analysis, Progress, Stop
from formcheck.analysis.input_reader import InputReader
from formcheck.analysis.job import Job, OnState, go_on, tell_nobody
from formcheck.analysis.judge_poses import PoseJudge
from formcheck.analysis.pose_source import open_pose_source
from formcheck.analysis.recognise_first import recognise_and_judge
from formcheck.exercises.exercise import Exercise
from formcheck.form.vocabulary import check_vocabulary, needs_silhouette
from formcheck.pose.backends import ModelChoice
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.recognition.auto import Auto
from formcheck.results.folder import ResultFolder, check_writable
from formcheck.results.session_writer import TrackSource
from formcheck.texts.shown import shown


def prepare_for(exercise: Exercise | Auto, model: ModelChoice) -> Estimation:
    """The pose model, with silhouettes where a measure of the exercise needs one.

    Where the exercise must be recognised, one that needs them may come.
    """
    silhouette = any(needs_silhouette(one) for one in _possible(exercise))
    return prepare_estimation(model, silhouette=silhouette)


def judge_input(
    path: Path,
    exercise: Exercise | Auto,
    *,
    prepare: Callable[[], Estimation],
    place: tuple[Path, str] | None = None,
    video: bool = True,
    progress: Progress | None = None,
    stop: Stop = go_on,
    on_state: OnState = tell_nobody,
) -> Analysis:
    """Judge one input; see `analyse`.

    prepare: finds the pose model, called only where poses must be estimated.
    place: the output folder and the name of the folder in it, None to write nothing.
    on_state: told the state of the set after every frame that was judged.
    """
    for one in _possible(exercise):
        check_vocabulary(one)
    if place is not None:
        check_writable(place[0])
    folder = None if place is None else ResultFolder(*place)
    job = Job(path, prepare, folder, video, progress or tell_nobody, stop, on_state)
    try:
        if isinstance(exercise, Auto):
            return recognise_and_judge(job, exercise)
        return _judge_given(exercise, job)
    except BaseException:
        if folder is not None:
            folder.discard()
        raise


def _judge_given(exercise: Exercise, job: Job) -> Analysis:
    with open_pose_source(job.path, job.prepare) as source:
        track = TrackSource(shown(job.path.name), source.model, source.facts.rotation)
        writer = job.open_writer(exercise, source.facts, track)
        return PoseJudge(exercise, job, writer).run(InputReader(job.path, source))


def _possible(exercise: Exercise | Auto) -> tuple[Exercise, ...]:
    return exercise.exercises if isinstance(exercise, Auto) else (exercise,)
