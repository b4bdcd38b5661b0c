"""Watches people exercise and says whether their form is right.

    import formcheck

    analysis = formcheck.analyse("clip.mp4", exercise="bird-dog")
    for repetition in analysis.reps:
        print(repetition.number, repetition.verdict, repetition.faults)

What is listed in `__all__` is the public interface, and what its functions return; everything else
may change. The repository's page "formcheck from Python" shows it in use. Importing this package is
quick: each name loads what it needs when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from formcheck.version import __version__

if TYPE_CHECKING:
    from formcheck.analysis.analyse import analyse
    from formcheck.analysis.analysis import Analysis
    from formcheck.analysis.comparing.compare_saved import compare
    from formcheck.analysis.frame_values import FrameValues
    from formcheck.errors import FormcheckError
    from formcheck.exercises.exercise import Exercise
    from formcheck.exercises.exercise_library import ExerciseLibrary
    from formcheck.exercises.load import find_exercise, library, read_exercise
    from formcheck.exercises.translation import translated
    from formcheck.feedback.cue_chooser import CueChooser
    from formcheck.feedback.drawing.overlay import draw
    from formcheck.form.checker import FormChecker, checker_for
    from formcheck.form.sets.set_summary import SetSummary
    from formcheck.form.state import FormState, Repetition, Verdict
    from formcheck.form.still import judge_picture
    from formcheck.measure.catalogue import CATALOGUE
    from formcheck.measure.measures import Measures
    from formcheck.measure.observer import Observer
    from formcheck.pose.backend import PoseBackend
    from formcheck.pose.estimation import open_estimator
    from formcheck.pose.estimator import PoseEstimator
    from formcheck.pose.landmarks import LANDMARKS
    from formcheck.pose.pose import Pose
    from formcheck.pose.saved.track_writer import PoseTrackWriter
    from formcheck.pose.saved.tracks import read_poses
    from formcheck.recognition.recogniser import Recogniser, recognise_picture
    from formcheck.results.result_document import ResultDocument
    from formcheck.results.result_schema import result_schema
    from formcheck.texts.texts import load_texts
    from formcheck.video.frame import Frame
    from formcheck.video.open import open_camera, open_recording
    from formcheck.video.source import FrameSource
    from formcheck.video.writing.video_writer import VideoWriter

_PLACES = {
    "Analysis": "analysis.analysis",
    "CATALOGUE": "measure.catalogue",
    "CueChooser": "feedback.cue_chooser",
    "Exercise": "exercises.exercise",
    "ExerciseLibrary": "exercises.exercise_library",
    "FormChecker": "form.checker",
    "FormState": "form.state",
    "FormcheckError": "errors",
    "Frame": "video.frame",
    "FrameSource": "video.source",
    "FrameValues": "analysis.frame_values",
    "LANDMARKS": "pose.landmarks",
    "Measures": "measure.measures",
    "Observer": "measure.observer",
    "Pose": "pose.pose",
    "PoseBackend": "pose.backend",
    "PoseEstimator": "pose.estimator",
    "PoseTrackWriter": "pose.saved.track_writer",
    "Recogniser": "recognition.recogniser",
    "Repetition": "form.state",
    "ResultDocument": "results.result_document",
    "SetSummary": "form.sets.set_summary",
    "Verdict": "form.state",
    "VideoWriter": "video.writing.video_writer",
    "analyse": "analysis.analyse",
    "checker_for": "form.checker",
    "compare": "analysis.comparing.compare_saved",
    "draw": "feedback.drawing.overlay",
    "find_exercise": "exercises.load",
    "judge_picture": "form.still",
    "library": "exercises.load",
    "load_texts": "texts.texts",
    "open_camera": "video.open",
    "open_estimator": "pose.estimation",
    "open_recording": "video.open",
    "read_exercise": "exercises.load",
    "read_poses": "pose.saved.tracks",
    "recognise_picture": "recognition.recogniser",
    "result_schema": "results.result_schema",
    "translated": "exercises.translation",
}

__all__ = [
    "CATALOGUE",
    "LANDMARKS",
    "Analysis",
    "CueChooser",
    "Exercise",
    "ExerciseLibrary",
    "FormChecker",
    "FormState",
    "FormcheckError",
    "Frame",
    "FrameSource",
    "FrameValues",
    "Measures",
    "Observer",
    "Pose",
    "PoseBackend",
    "PoseEstimator",
    "PoseTrackWriter",
    "Recogniser",
    "Repetition",
    "ResultDocument",
    "SetSummary",
    "Verdict",
    "VideoWriter",
    "__version__",
    "analyse",
    "checker_for",
    "compare",
    "draw",
    "find_exercise",
    "judge_picture",
    "library",
    "load_texts",
    "open_camera",
    "open_estimator",
    "open_recording",
    "read_exercise",
    "read_poses",
    "recognise_picture",
    "result_schema",
    "translated",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first used."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
