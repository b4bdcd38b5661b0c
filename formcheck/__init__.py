"""Watches people exercise and says whether their form is right.

    import formcheck

    analysis = formcheck.analyse("clip.mp4", exercise="bird-dog")
    for repetition in analysis.reps:
        print(repetition.number, repetition.verdict, repetition.faults)

What is listed in `__all__` is the public interface; everything else may change. Importing this
package is quick: each name loads what it needs when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from formcheck.version import __version__

if TYPE_CHECKING:
    from formcheck.analysis.analyse import analyse
    from formcheck.analysis.analysis import Analysis
    from formcheck.errors import FormcheckError
    from formcheck.exercises.exercise import Exercise
    from formcheck.exercises.exercise_library import ExerciseLibrary
    from formcheck.exercises.load import find_exercise, library, read_exercise
    from formcheck.form.checker import FormChecker
    from formcheck.form.set_summary import SetSummary
    from formcheck.form.state import FormState, Repetition, Verdict
    from formcheck.form.still import judge_picture
    from formcheck.pose.pose import Pose
    from formcheck.recognition.recogniser import Recogniser
    from formcheck.results.result_document import ResultDocument

_PLACES = {
    "Analysis": "analysis.analysis",
    "Exercise": "exercises.exercise",
    "ExerciseLibrary": "exercises.exercise_library",
    "FormChecker": "form.checker",
    "FormState": "form.state",
    "FormcheckError": "errors",
    "Pose": "pose.pose",
    "Recogniser": "recognition.recogniser",
    "Repetition": "form.state",
    "ResultDocument": "results.result_document",
    "SetSummary": "form.set_summary",
    "Verdict": "form.state",
    "analyse": "analysis.analyse",
    "find_exercise": "exercises.load",
    "judge_picture": "form.still",
    "library": "exercises.load",
    "read_exercise": "exercises.load",
}

__all__ = [
    "Analysis",
    "Exercise",
    "ExerciseLibrary",
    "FormChecker",
    "FormState",
    "FormcheckError",
    "Pose",
    "Recogniser",
    "Repetition",
    "ResultDocument",
    "SetSummary",
    "Verdict",
    "__version__",
    "analyse",
    "find_exercise",
    "judge_picture",
    "library",
    "read_exercise",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first used."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
