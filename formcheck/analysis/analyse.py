"""The analysis of one recording as a library's caller has it."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from formcheck.analysis.analysis import Analysis
from formcheck.analysis.frame_values import FrameRecorder
from formcheck.analysis.judging.judge_input import judge_input, prepare_for
from formcheck.analysis.poses.people_asked import people_in
from formcheck.analysis.poses.source_settings import DEFAULTS as SOURCE
from formcheck.analysis.poses.source_settings import EVERY_FRAME
from formcheck.analysis.progress import Progress, Stop, go_on
from formcheck.analysis.workers.worker import OF_PARTS
from formcheck.analysis.workers.workers import crew_of
from formcheck.exercises.exercise import Exercise
from formcheck.exercises.exercise_library import ExerciseLibrary
from formcheck.pose.backends import ModelChoice
from formcheck.recognition.auto import AUTO, Auto
from formcheck.results.files.folder import folder_name
from formcheck.texts.entries import ENGLISH


def analyse(
    input: str | Path,
    exercise: str | Path | Exercise = AUTO,
    *,
    library: ExerciseLibrary | None = None,
    model: ModelChoice = None,
    out: str | Path | None = None,
    person: Literal["left", "right"] | int | None = None,
    video: bool = True,
    every_frame: bool = False,
    jobs: int = 1,
    language: str = ENGLISH,
    progress: Progress | None = None,
    stop: Stop = go_on,
) -> Analysis:
    """Judge a recorded video, a picture or a saved pose track as an exercise.

        analysis = formcheck.analyse("clip.mp4", "bird-dog", out="results")
        print(analysis.summary.good_reps, "of", analysis.summary.reps)

    Returns the whole result, with what was measured on every frame as arrays in `frames`.

    exercise: its id, the path of its TOML file, or the exercise itself; "auto" recognises which
    one it is. The analysis has no exercise where none was recognised.
    library: the exercises that there are; without it, the program's own.
    model: "full" (built in, the default), "lite", "heavy", the path of a .task file, or a
    `PoseBackend` of one's own.
    person: which of several people is judged: "left", "right" or a number from left to right, from
    1; None for the one who is nearest and most in the middle.
    out: the folder in which a folder of results is made; None writes nothing.
    video: whether an annotated video is among the results.
    every_frame: whether all pictures are looked at, however many come a second. Without it about
    30 of 50 and more are read, and from 24 on a pose is put in between two others while somebody
    moves slowly: half of the time, and no more difference than a film makes that begins one picture
    later.
    jobs: how many processes work on the parts of a long recording; the result is the same however
    many there are. A program that asks for more than one needs `if __name__ == "__main__":`.
    language: that results are told in, as a code such as `en`; titles and cues of exercises too.
    progress: told after every frame how many were read and how many there are.
    stop: asked after every frame; True ends the analysis there. What was found until then is
    judged, written and returned with `interrupted`.

    Raises FormcheckError, with the remedy, where the input, the exercise or the model can't be
    used or the results can't be written. Signals are the caller's: Ctrl-C raises
    KeyboardInterrupt as anywhere, and nothing is written then.
    """
    known = _wanted(exercise, library or ExerciseLibrary.built_in())
    path = Path(input)
    followed = None if person is None else people_in(path, model).asked(person)[0]
    ending = "" if followed is None else followed.name
    place = None if out is None else (Path(out), folder_name(Path(out), path, ending=ending))
    recorder = FrameRecorder()
    with crew_of(jobs, OF_PARTS) as crew:
        analysis = judge_input(
            path,
            known,
            prepare=prepare_for(known, model, followed),
            place=place,
            video=video,
            language=language,
            source=EVERY_FRAME if every_frame else SOURCE,
            progress=progress,
            stop=stop,
            frames=recorder,
            crew=crew,
        )
    return analysis if analysis.exercise is None else replace(analysis, frames=recorder.frames)


def _wanted(exercise: str | Path | Exercise, library: ExerciseLibrary) -> Exercise | Auto:
    if isinstance(exercise, Exercise):
        return exercise
    return Auto.among(library.exercises.values()) if exercise == AUTO else library.find(exercise)
