"""From an input and an exercise to a verdict, and to the files that stay of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from formcheck.analysis.analysis import Analysis, Progress, Stop
from formcheck.analysis.auto import judge_unnamed
from formcheck.analysis.named import Judging
from formcheck.analysis.pose_sources import open_sightings
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.load import find_exercise
from formcheck.form.vocabulary import check_vocabulary, needs_silhouette
from formcheck.pose.estimation import Estimation, prepare_estimation
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.annotated import AnnotationSettings
from formcheck.results.folder import ResultFolder, check_writable, folder_name
from formcheck.results.session_writer import SessionWriter, TrackSource

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
    stop: Stop = lambda: False,
) -> Analysis:
    """Judge a recorded video, a picture or a saved pose track as an exercise.

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
    return judge_input(
        path,
        known,
        prepare=partial(prepare_for, known, model),
        place=None if out is None or name is None else (Path(out), name),
        video=video,
        progress=progress,
        stop=stop,
    )


def prepare_for(exercise: Exercise | Auto, model: str | Path | None) -> Estimation:
    """The pose model, with silhouettes where a measure of the exercise needs one.

    Where the exercise must be recognised, one that needs them may come.
    """
    possible = exercise.exercises if isinstance(exercise, Auto) else (exercise,)
    return prepare_estimation(model, silhouette=any(needs_silhouette(one) for one in possible))


def judge_input(
    path: Path,
    exercise: Exercise | Auto,
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
    for one in exercise.exercises if isinstance(exercise, Auto) else (exercise,):
        check_vocabulary(one)
    if place is not None:
        check_writable(place[0])
    if isinstance(exercise, Auto):
        return judge_unnamed(
            path,
            exercise,
            prepare=prepare,
            place=place,
            video=video,
            progress=progress,
            stop=stop,
        )
    with open_sightings(path, prepare) as sightings:
        writer = None
        if place is not None:
            facts = sightings.facts
            writer = SessionWriter(
                ResultFolder(*place),
                exercise,
                track=TrackSource(path.name, sightings.model, facts.rotation),
                video=AnnotationSettings() if video and facts.kind == "video" else None,
            )
        try:
            return Judging(path, exercise, sightings, writer, progress, stop).run()
        except BaseException:
            if writer is not None:
                writer.discard()
            raise
