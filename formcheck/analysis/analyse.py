"""From an input and an exercise to a verdict, and to the files that stay of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from formcheck.analysis.analysis import Analysis, Progress, Stop
from formcheck.analysis.frame_values import FrameRecorder
from formcheck.analysis.input_reader import InputReader
from formcheck.analysis.job import Job, OnState, go_on, tell_nobody
from formcheck.analysis.judge_poses import PoseJudge
from formcheck.analysis.pose_source import open_pose_source
from formcheck.analysis.recognise_first import recognise_and_judge
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import find_exercise
from formcheck.form.vocabulary import check_vocabulary, needs_silhouette
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.folder import ResultFolder, check_writable, folder_name
from formcheck.results.session_writer import TrackSource

__all__ = [
    "Analysis",
    "Progress",
    "analyse",
    "judge_input",
    "prepare_for",
]


def analyse(
    input: str | Path,
    exercise: str | Exercise = AUTO,
    *,
    model: str | Path | None = None,
    out: str | Path | None = None,
    video: bool = True,
    progress: Progress | None = None,
    stop: Stop = go_on,
) -> Analysis:
    """Judge a recorded video, a picture or a saved pose track as an exercise.

    Returns the whole result, with what was measured on every frame as arrays in `frames`.

    exercise: its id, the path of its TOML file, or the exercise itself; "auto" recognises which of
    the program's own it is. The analysis has no exercise where none was recognised.
    model: "full" (built in, the default), "lite", "heavy", or the path of a .task file.
    out: the folder in which a folder of results is made; None writes nothing.
    video: whether an annotated video is among the results.
    progress: told after every frame how many were read and how many there are.
    stop: asked after every frame; True ends the analysis there. What was found until then is
    judged, written and returned with `interrupted`.

    Raises FormcheckError, with the remedy, where the input, the exercise or the model can't be
    used or the results can't be written. Signals are the caller's: Ctrl-C raises
    KeyboardInterrupt as anywhere, and nothing is written then.
    """
    known: Exercise | Auto
    if isinstance(exercise, Exercise):
        known = exercise
    else:
        known = Auto.among() if exercise == AUTO else find_exercise(exercise)
    path = Path(input)
    name = None if out is None else folder_name(Path(out), path)
    frames = FrameRecorder()
    analysis = judge_input(
        path,
        known,
        prepare=partial(prepare_for, known, model),
        place=None if out is None or name is None else (Path(out), name),
        video=video,
        progress=progress,
        stop=stop,
        on_state=frames.update,
    )
    return analysis if analysis.exercise is None else replace(analysis, frames=frames.values())


def prepare_for(exercise: Exercise | Auto, model: str | Path | None) -> Estimation:
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
        track = TrackSource(job.path.name, source.model, source.facts.rotation)
        writer = job.open_writer(exercise, source.facts, track)
        return PoseJudge(exercise, job, writer).run(InputReader(job.path, source))


def _possible(exercise: Exercise | Auto) -> tuple[Exercise, ...]:
    return exercise.exercises if isinstance(exercise, Auto) else (exercise,)
